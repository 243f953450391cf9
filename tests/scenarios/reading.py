"""What the steps ahead will read of a person's answers: only that can make two states at one step differ."""

import re
from collections.abc import Iterator

from msgspec import Struct
from pydantic import BaseModel

from bot.content.models.library import Library
from bot.content.models.steps import KeepStep, PickStep, ShareStep, ShowStep, Step, When
from bot.flows.session import Session

_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")
MARKS, PAPER, TYPED = "marks", "paper", "typed"


class Read(Struct, frozen=True, order=True):
    """One thing that is read: an answer (and which of its values are told apart), or what `about` says."""

    key: str
    values: tuple[str, ...] = ()
    about: str = ""


def ahead(library: Library) -> dict[tuple[str, str], tuple[Read, ...]]:
    """For each step what it and the steps after it in its flow read."""
    found = {}
    for flow in library.flows.values():
        # A task on a paper can be asked about as soon as the paper is kept, so it matters to the end.
        later = {Read(task.what) for step in flow.steps if isinstance(step, KeepStep) for task in step.tasks}
        for step in reversed(flow.steps):
            later |= set(_of(step))
            found[flow.id, step.id] = tuple(sorted(later))
    return found


def value(session: Session, flow: str, read: Read) -> object:
    """How this person's memory reads, as far as it matters."""
    if read.about == PAPER:
        return read.key in session.papers
    if read.about == TYPED:
        return bool(session.answers)
    answer = session.answers.get(f"{flow}/{read.key}")
    if answer is None:
        return None
    if read.about == MARKS:
        return bool(answer.marks)
    given = {answer.value} if isinstance(answer.value, str) else set(answer.value)
    return tuple(sorted(given & set(read.values)))


def _of(step: Step) -> Iterator[Read]:
    for when in _whens(step):
        yield Read(when.key, (*when.is_, *when.not_))
    if isinstance(step, ShareStep):
        yield from (Read(key, about=MARKS) for key in step.keys)
    if isinstance(step, ShareStep | ShowStep | PickStep) and step.paper:
        yield Read(step.paper, about=PAPER)
    if isinstance(step, PickStep) and step.source == "answers":
        yield Read("", about=TYPED)
    for option in getattr(step, "options", ()):
        yield from (Read(key) for key in _PLACEHOLDER.findall(option.label))


def _whens(model: BaseModel) -> Iterator[When]:
    """Every condition within a step."""
    for name in type(model).model_fields:
        part = getattr(model, name)
        for one in part if isinstance(part, tuple) else (part,):
            if isinstance(one, When):
                yield one
            elif isinstance(one, BaseModel):
                yield from _whens(one)
