"""One thing to type for two commands."""

from collections.abc import Iterator

from bot.content.checks.draft import WORDS_FILE, Draft
from bot.content.checks.problem import Problem


def colliding_commands(draft: Draft) -> Iterator[Problem]:
    """What a person can type belongs to one command, whatever its capitals, spaces and signs."""
    if draft.words is None:
        return
    owner: dict[str, str] = {}
    for command, typed in draft.words.commands.items():
        for label in typed:
            plain = " ".join("".join(c for c in label.lower() if c.isalnum() or c.isspace()).split())
            first = owner.setdefault(plain, command)
            if first != command:
                yield Problem(WORDS_FILE, f"commands.{command}", f"'{label}' already means '{first}'")
