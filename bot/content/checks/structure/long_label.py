"""A button that a phone would cut off."""

from collections.abc import Iterator

from bot.content.checks.draft import WORDS_FILE, Draft, at, file_of
from bot.content.checks.keys import PLACEHOLDER
from bot.content.checks.labels import labels
from bot.content.checks.problem import Problem
from bot.content.models.flow import Course

CHARACTERS = 24
WORDS = 4


def long_label(draft: Draft) -> Iterator[Problem]:
    """A button has at most 24 characters and 4 words; a line of a checklist only the first.

    A course that was finished stands on its button behind a tick.
    """
    for flow in draft.flows.values():
        if isinstance(flow, Course):
            yield from (Problem(file_of(flow), None, fact) for fact in _facts(f"\u2713 {flow.short}", WORDS + 1))
    for flow, step in draft.steps():
        for role, label in labels(step):
            if PLACEHOLDER.search(label):
                continue  # the engine shortens an answer that does not fit
            for fact in _facts(label, WORDS if role != "item" else CHARACTERS):
                yield at(flow, step, fact)
    if draft.words is not None:
        for name, label in draft.words.buttons:
            yield from (Problem(WORDS_FILE, f"buttons.{name}", fact) for fact in _facts(label, WORDS))


def _facts(label: str, words: int) -> Iterator[str]:
    if len(label) > CHARACTERS:
        yield f"button '{label}' has {len(label)} characters, at most {CHARACTERS}"
    elif len(label.split()) > words:
        yield f"button '{label}' has {len(label.split())} words, at most {words}"
