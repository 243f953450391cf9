"""The storage tests run on both databases."""

from tests.databases import *  # noqa: F403  (fixtures are found by name)
