"""A list in which a person ticks what fits, and then presses the done button."""

from bot.content.models.steps import ChecklistStep
from bot.flows.outcomes import Again, Heard, Move, Outcome, Wait
from bot.flows.session import Choice
from bot.flows.steps.choice import way_out
from bot.flows.walk import Walk


def enter(walk: Walk, step: ChecklistStep) -> Outcome:
    """Asks."""
    items = [Choice(item.label, item.value) for item in step.items]
    ask = walk.ask([*items, *way_out(step)], shape="checklist", done=step.done)
    walk.say(walk.wording(step), ask=ask, step=step.id)
    return Wait()


def answer(walk: Walk, step: ChecklistStep, heard: Heard) -> Outcome:
    """Keeps what was ticked; ticking nothing is an answer too."""
    if heard.choice is not None and heard.choice.role == "skip":
        return Move(heard.choice.next)
    ticks = heard.ticks
    if ticks is None and heard.choice is not None:
        ticks = tuple(at for at, item in enumerate(step.items) if item.value == heard.choice.value)
    if ticks is None:
        return Again("not_understood")
    chosen = [step.items[at] for at in ticks if at < len(step.items)]
    if chosen:
        shown = walk.library.words.listed([item.label for item in chosen])
        walk.save(step.save, [item.value for item in chosen], shown, heard)
    return Move(step.next)
