"""Checks that bad content never passes: `run` runs them, one file for each check."""
