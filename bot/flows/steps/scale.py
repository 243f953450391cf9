"""A question that is answered with 1 to 5."""

from bot.content.models.steps import ScaleStep
from bot.flows.outcomes import Again, Heard, Move, Outcome, Wait
from bot.flows.session import Choice
from bot.flows.steps.choice import way_out
from bot.flows.walk import Walk


def enter(walk: Walk, step: ScaleStep) -> Outcome:
    """Asks."""
    numbers = [Choice(str(at), str(at), _leads(step, at)) for at in range(1, 6)]
    ask = walk.ask([*numbers, *way_out(step)], shape="scale", low=step.low, high=step.high)
    walk.say(walk.wording(step), ask=ask, step=step.id)
    return Wait()


def answer(walk: Walk, step: ScaleStep, heard: Heard) -> Outcome:
    """Keeps the number and follows its band."""
    if heard.choice is None:
        return Again("not_understood")
    if heard.choice.role != "skip":
        walk.save(step.save, heard.choice.value, heard.choice.label, heard)
    return Move(heard.choice.next)


def _leads(step: ScaleStep, number: int) -> str | None:
    """The band that the number falls in decides; without one the step's own `next`."""
    for band in sorted(step.bands, key=lambda band: band.up_to):
        if number <= band.up_to:
            return band.next
    return step.next
