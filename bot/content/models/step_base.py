"""What steps have in common, whatever their kind."""

from typing import Literal

from pydantic import Field

from bot.content.models.base import Frozen, Key, Label, Slug, Text

Factor = Literal[
    "houding", "geloof-in-eigen-kunnen", "sociale-druk", "kennis-en-vaardigheden",
    "belastbaarheid", "context", "zelfregulering",
]  # fmt: skip

END = "end"
"""The `next` of a step after which the flow is over."""


class When(Frozen):
    """A step with this is passed over, as if it were not there, unless `key` was answered.

    With `is` only for those values; with `not` for any other, and also when it was not answered.
    """

    key: Key
    is_: tuple[str, ...] = Field(default=(), alias="is")
    not_: tuple[str, ...] = Field(default=(), alias="not")


class BaseStep(Frozen):
    """What every step has. `next` is a step of the same flow, or `end`; without it the next one in the file."""

    id: Slug
    next: Slug | None = None
    when: When | None = None
    factor: Factor | None = None
    replaces: tuple[Slug, ...] = ()


class SpokenStep(BaseStep):
    """A step that says something: `simpler` is behind 'Leg uit', `more` for who wants depth."""

    text: Text
    simpler: Text | None = None
    more: Text | None = None


class AskingStep(SpokenStep):
    """A step that waits for an answer. `skip` labels the way out; `required` says that there is none."""

    save: Key | None = None
    skip: Label | None = None
    skip_to: Slug | None = None
    required: bool = False


class PaperLine(Frozen):
    """One line of a paper, passed over unless `when` holds (without it: unless all its answers are there)."""

    text: Text
    when: When | None = None
