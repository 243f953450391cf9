"""The answers that a flow keeps, and the places where it uses them."""

import re
from collections.abc import Iterator

from bot.content.models.circle_steps import FetchStep, ListStep, LookStep, NoticeStep
from bot.content.models.flow import Course, Flow
from bot.content.models.step_base import SpokenStep
from bot.content.models.steps import (
    ChecklistStep,
    ChoiceStep,
    DateStep,
    DoStep,
    KeepStep,
    PickStep,
    ScaleStep,
    ShareStep,
    ShowStep,
    SortStep,
    Step,
    TextStep,
    TimeStep,
)

Question = ChoiceStep | TextStep | ScaleStep | ChecklistStep | SortStep | DateStep | TimeStep | ListStep | FetchStep

ALWAYS = frozenset({
    "name", "coach", "organisation", "channel", "in_course", "task", "has_papers", "has_plan", "has_terugvalplan",
})  # fmt: skip
"""Keys that the house itself fills in."""

PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")


def saved(flow: Flow | Course) -> dict[str, list[Question]]:
    """Key -> the steps of the flow that save it."""
    found: dict[str, list[Question]] = {}
    for step in flow.steps:
        if isinstance(step, Question) and step.save is not None:
            found.setdefault(step.save, []).append(step)
    return found


def values(step: Question) -> set[str] | None:
    """What a step can save, or None when that is for the person to say."""
    match step:
        case ChoiceStep():
            return {option.saved for option in step.options}
        case ChecklistStep():
            return {item.value for item in step.items}
        case ScaleStep():
            return {"1", "2", "3", "4", "5"}
        case _:
            return None


def spoken_texts(step: Step) -> Iterator[str]:
    """Every text of a step into which an answer can be filled."""
    if isinstance(step, SpokenStep):
        yield from (text for text in (step.text, step.simpler, step.more) if text is not None)
    if isinstance(step, PickStep | ShowStep | ListStep | LookStep):
        yield step.empty


def used(step: Step) -> Iterator[tuple[str, str]]:
    """(where, key) for each answer that a step needs."""
    if step.when is not None:
        yield "when", step.when.key
    if isinstance(step, ChoiceStep):
        yield from _of_options(step)
    if isinstance(step, ShareStep):
        yield from (("share", key) for key in step.keys)
    if isinstance(step, ListStep | LookStep | FetchStep | NoticeStep) and step.about is not None:
        yield "about", step.about
    if isinstance(step, TimeStep):
        yield "day", step.day
    if isinstance(step, DoStep):
        yield from (("gives", key) for key in step.gives)
    if isinstance(step, KeepStep):
        yield from _of_paper(step)
    if not isinstance(step, LookStep | NoticeStep):
        # What those fill in are facts of a view, which is looked up when they are said.
        yield from (("text", key) for key in placeholders(step))


def _of_options(step: ChoiceStep) -> Iterator[tuple[str, str]]:
    for option in step.options:
        yield from (("option", key) for key in PLACEHOLDER.findall(option.label))
        if option.when is not None:
            yield "when", option.when.key


def _of_paper(step: KeepStep) -> Iterator[tuple[str, str]]:
    """A line whose answers are not there is left out, so that its keys need only be saved somewhere."""
    for line in step.lines:
        yield from (("line", key) for key in dict.fromkeys(PLACEHOLDER.findall(line.text)))
        if line.when is not None:
            yield "when", line.when.key
    for task in step.tasks:
        yield from (("task", key) for key in (task.what, task.day) if key is not None)


def placeholders(step: Step) -> list[str]:
    """The keys between braces in the texts of a step, each once."""
    return list(dict.fromkeys(key for text in spoken_texts(step) for key in PLACEHOLDER.findall(text)))
