"""People at the point where a chat of these tests begins."""

from typing import Any

from bot.flows.session import Session
from tests.flows.small import course, library
from tests.talk import START, Talk


def agreed(*flows: object) -> Talk:
    """A person who said yes, and has not opened anything."""
    session = Session(person="p1", state="active", consent=START, facts={"coach": "Anja", "name": "Sam"})
    return Talk(library(*flows), session)  # type: ignore[arg-type]  # the helpers give flows and courses


def in_course(*steps: dict[str, Any]) -> Talk:
    """A person at the first question of a course with these steps."""
    talk = agreed(course("k", list(steps)))
    return talk.says("hello").presses("k")
