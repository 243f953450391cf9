"""What the steps ahead will read of a person's answers: only that can make two states at one step differ."""

import re
from collections.abc import Iterator

from msgspec import Struct
from pydantic import BaseModel

from bot.content.models.library import Library
from bot.content.models.step_base import When
from bot.content.models.steps import KeepStep, PickStep, ShareStep, ShowStep, Step
from bot.flows.session import Session

_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")
MARKS, LINE, PAPER, TASKS, TYPED = "marks", "line", "paper", "tasks", "typed"
HAS, ANY = "has_", "papers"
"""`has_plan` is known of one paper, `has_papers` of any."""
EQUALS, AND = "\t", "\n"
"""What a line of a paper needs is written down as `key<EQUALS>value<AND>key`."""


class Read(Struct, frozen=True, order=True):
    """One thing that is read: an answer (and which of its values are told apart), or what `about` says."""

    key: str
    values: tuple[str, ...] = ()
    about: str = ""


def ahead(library: Library) -> dict[tuple[str, str], tuple[Read, ...]]:
    """For each step what it and the steps after it in its flow read."""
    found = {}
    tasks = {paper: (flow, *(task.what for task in step.tasks)) for paper, (flow, step) in library.papers.items()}
    for flow in library.flows.values():
        # A task on a paper can be asked about as soon as the paper is kept, so it matters to the end.
        later = {Read(task.what) for step in flow.steps if isinstance(step, KeepStep) for task in step.tasks}
        for step in reversed(flow.steps):
            later |= set(_of(step, tasks))
            found[flow.id, step.id] = tuple(sorted(later))
    return found


def value(session: Session, flow: str, read: Read) -> object:
    """How this person's memory reads, as far as it matters."""
    if read.about == PAPER:
        return bool(session.papers) if read.key == ANY else read.key in session.papers
    if read.about == TASKS:
        return _open(session, read.key, read.values)
    if read.about == LINE:
        return _has_line(session, flow, read.values)
    if read.about == TYPED:
        return any(where.startswith(read.key) for where in session.answers)
    answer = session.answers.get(f"{flow}/{read.key}")
    if answer is None:
        return None
    if read.about == MARKS:
        return bool(answer.marks)
    given = {answer.value} if isinstance(answer.value, str) else set(answer.value)
    return tuple(sorted(given & set(read.values)))


def _open(session: Session, paper: str, made: tuple[str, ...]) -> bool:
    """Whether something on the paper was not ticked off; `made` is the flow of the paper and the keys of its tasks."""
    flow, *keys = made
    return any(f"{flow}/{key}" in session.answers and f"{paper}/{key}" not in session.ticked for key in keys)


def _has_line(session: Session, flow: str, lines: tuple[str, ...]) -> bool:
    """Whether a paper would have a line: on which one it is makes no difference to how it goes on."""
    for line in lines:
        needs = [one.split(EQUALS) for one in line.split(AND)]
        if all(_given(session, f"{flow}/{key}", values) for key, *values in needs):
            return True
    return False


def _given(session: Session, where: str, values: list[str]) -> bool:
    answer = session.answers.get(where)
    if answer is None:
        return False
    given = {answer.value} if isinstance(answer.value, str) else set(answer.value)
    return not values or bool(given & set(values))


def _lines(step: KeepStep) -> tuple[str, ...]:
    """What each line needs."""
    found = []
    for line in step.lines:
        needs = list(_PLACEHOLDER.findall(line.text))
        if line.when:
            needs.append(EQUALS.join((line.when.key, *line.when.is_)))
        found.append(AND.join(needs))
    return tuple(found)


def _of(step: Step, tasks: dict[str, tuple[str, ...]]) -> Iterator[Read]:
    if isinstance(step, KeepStep):
        yield Read("", _lines(step), about=LINE)
    for when in _whens(step):
        if when.key.startswith(HAS):
            yield Read(when.key.removeprefix(HAS), about=PAPER)
        yield Read(when.key, (*when.is_, *when.not_))
    if isinstance(step, ShareStep):
        yield from (Read(key, about=MARKS) for key in step.keys)
    if isinstance(step, ShareStep | ShowStep | PickStep) and step.paper:
        yield Read(step.paper, about=PAPER)
    if isinstance(step, PickStep) and step.source == "answers":
        yield Read(f"{step.flow}/" if step.flow else "", about=TYPED)
    if isinstance(step, PickStep) and step.paper in tasks:
        yield Read(step.paper, tasks[step.paper], about=TASKS)
    for option in getattr(step, "options", ()):
        yield from (Read(key) for key in _PLACEHOLDER.findall(option.label))


def _whens(model: BaseModel) -> Iterator[When]:
    """Every condition within a step, but for those of the lines on a paper."""
    for name in type(model).model_fields:
        if name == "lines":
            continue
        part = getattr(model, name)
        for one in part if isinstance(part, tuple) else (part,):
            if isinstance(one, When):
                yield one
            elif isinstance(one, BaseModel):
                yield from _whens(one)
