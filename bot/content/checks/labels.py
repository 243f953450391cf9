"""Everything in a step that a person can press."""

from collections.abc import Iterator
from typing import Literal

from bot.content.models.circle_steps import LookStep, NoticeStep
from bot.content.models.step_base import AskingStep
from bot.content.models.steps import (
    ChecklistStep,
    ChoiceStep,
    DateStep,
    PathStep,
    PickStep,
    PictureStep,
    SayStep,
    SortStep,
    Step,
    TextStep,
)

Role = Literal["option", "pile", "idea", "item", "done", "skip", "button"]


def labels(step: Step) -> Iterator[tuple[Role, str]]:
    """Each label with what it is for; the cards of a sort step are read, not pressed."""
    match step:
        case ChoiceStep():
            yield from (("option", option.label) for option in step.options)
        case TextStep() | DateStep():
            yield from (("idea", idea) for idea in step.ideas)
        case ChecklistStep():
            yield from (("item", item.label) for item in step.items)
            yield "done", step.done
        case SortStep():
            yield from (("pile", pile.label) for pile in step.piles)
        case SayStep() | PictureStep() | PathStep() | LookStep() if step.button is not None:
            yield "button", step.button
        case NoticeStep():
            yield from (("button", button.label) for button in step.buttons)
        case _:
            pass
    if isinstance(step, AskingStep | PickStep) and step.skip is not None:
        yield "skip", step.skip
