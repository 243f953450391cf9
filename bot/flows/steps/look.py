"""Says what is known of something outside this conversation; nothing of it stays in the session."""

from bot.content.models.circle_steps import LookStep
from bot.flows.outcomes import Heard, Move, Outcome, Wait
from bot.flows.session import Choice
from bot.flows.walk import Walk


def enter(walk: Walk, step: LookStep) -> Outcome:
    """Says it, line by line; or that there is nothing for this person to see."""
    facts = walk.around.facts(step.of, walk.id_of(step.about))
    if facts is None:
        walk.say(walk.fill(step.empty), step=step.id)
        return Move(step.empty_to or step.next)
    with walk.seeing(facts):
        lines = [walk.fill(line.text) for line in step.lines if walk.complete(line.text) and walk.fits(line.when)]
        text = "\n".join([walk.wording(step), *lines])
    if step.button is None:
        walk.say(text, step=step.id)
        return Move(step.next)
    walk.say(text, ask=walk.ask([Choice(step.button, "seen", step.next)]), step=step.id)
    return Wait()


def answer(walk: Walk, step: LookStep, heard: Heard) -> Outcome:
    """Whatever was said, it was read: on to the next."""
    return Move(step.next)
