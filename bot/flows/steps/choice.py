"""A question with up to four answers to press."""

from bot.content.models.step_base import AskingStep
from bot.content.models.steps import ChoiceStep
from bot.flows.outcomes import Again, Heard, Move, Outcome, Wait
from bot.flows.session import Choice
from bot.flows.walk import Walk

WIDTH = 24
"""Characters on a button."""


def way_out(step: AskingStep) -> list[Choice]:
    """The quiet button with which any question can be passed over."""
    return [Choice(step.skip, "skip", step.skip_to or step.next, role="skip")] if step.skip else []


def short(words: str) -> str:
    """Words as they fit on a button."""
    label = " ".join(words.split())
    return label if len(label) <= WIDTH else label[: WIDTH - 1].rstrip() + "…"


def enter(walk: Walk, step: ChoiceStep) -> Outcome:
    """Asks."""
    options = [
        Choice(short(walk.fill(option.label)), option.saved, option.next or step.next)
        for option in step.options
        if walk.fits(option.when)
    ]
    if not options:
        return Move(step.skip_to or step.next)
    walk.say(walk.wording(step), ask=walk.ask([*options, *way_out(step)]), step=step.id)
    return Wait()


def answer(walk: Walk, step: ChoiceStep, heard: Heard) -> Outcome:
    """Keeps the pressed option and follows it."""
    if heard.choice is None:
        return Again("not_understood")
    if heard.choice.role != "skip":
        whole = next((one.label for one in step.options if one.saved == heard.choice.value), heard.choice.label)
        walk.save(step.save, heard.choice.value, walk.fill(whole), heard)
    return Move(heard.choice.next)
