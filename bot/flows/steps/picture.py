"""A picture with a line of text; with a button the dialogue waits."""

from bot.content.models.steps import PictureStep
from bot.flows.outcomes import Again, Heard, Move, Outcome, Wait
from bot.flows.session import Choice
from bot.flows.walk import Walk


def enter(walk: Walk, step: PictureStep) -> Outcome:
    """Shows it, and waits when there is a button."""
    ask = walk.ask([Choice(step.button, "on", step.next)]) if step.button else None
    picture = walk.library.pictures.get(step.picture)
    walk.say(
        walk.wording(step),
        kind="picture",
        media=step.picture,
        alt=picture.alt if picture else None,
        ask=ask,
        step=step.id,
    )
    return Wait() if ask else Move(step.next)


def answer(walk: Walk, step: PictureStep, heard: Heard) -> Outcome:
    """Any press goes on."""
    return Move(step.next) if heard.choice else Again("press_please")
