"""Braces that would be shown to a person as they stand."""

from collections.abc import Iterator

from bot.content.checks.draft import WORDS_FILE, Draft, at
from bot.content.checks.keys import ALWAYS, PLACEHOLDER, spoken_texts
from bot.content.checks.labels import labels
from bot.content.checks.problem import Problem

WRONG = "braces that are no placeholder; write {key}"


def bad_placeholder(draft: Draft) -> Iterator[Problem]:
    """Braces stand around a key: in a text, or in an option; other buttons are shown as they are."""
    for flow, step in draft.steps():
        if any(_braces(PLACEHOLDER.sub("", text)) for text in spoken_texts(step)):
            yield at(flow, step, WRONG)
        for role, label in labels(step):
            if _braces(PLACEHOLDER.sub("", label) if role == "option" else label):
                yield at(flow, step, f"button '{label}' has braces; only an option can hold {{key}}")
    if draft.words is not None:
        for name, reply in draft.words.replies:
            yield from _of_reply(name, f"{reply.text} {reply.simpler}")


def _of_reply(name: str, text: str) -> Iterator[Problem]:
    for key in dict.fromkeys(PLACEHOLDER.findall(text)):
        if key not in ALWAYS:
            yield Problem(WORDS_FILE, f"replies.{name}", f"'{key}' is not known outside a flow")
    if _braces(PLACEHOLDER.sub("", text)):
        yield Problem(WORDS_FILE, f"replies.{name}", WRONG)


def _braces(text: str) -> bool:
    return "{" in text or "}" in text
