"""Says what is known of something outside this conversation; nothing of it stays in the session."""

from collections.abc import Mapping

from bot.content.models.circle_steps import LookStep
from bot.flows.outcomes import Heard, Move, Outcome, Wait
from bot.flows.session import Choice
from bot.flows.walk import Walk
from bot.messages import Ask


def enter(walk: Walk, step: LookStep) -> Outcome:
    """Says it, line by line; or that there is nothing for this person to see."""
    facts = walk.around.facts(step.of, walk.id_of(step.about))
    if facts is None:
        walk.say(walk.fill(step.empty), step=step.id)
        return Move(step.empty_to or step.next)
    with walk.seeing(facts):
        lines = [walk.fill(line.text) for line in step.lines if walk.complete(line.text) and walk.fits(line.when)]
        text = "\n".join([walk.wording(step), *lines])
    ask = walk.ask([Choice(step.button, "seen", step.next)]) if step.button else None
    show(walk, text, facts, card=step.card, ask=ask, step=step.id)
    return Wait() if ask else Move(step.next)


def show(walk: Walk, text: str, facts: Mapping[str, str], *, card: str | None, ask: Ask | None, step: str) -> None:
    """Says it, under the card when there is one; the fact `alt` tells what the card shows."""
    media = facts.get(card) if card else None
    if media:
        walk.say(text, kind="card", media=media, alt=facts.get("alt"), ask=ask, step=step)
    else:
        walk.say(text, ask=ask, step=step)


def answer(walk: Walk, step: LookStep, heard: Heard) -> Outcome:
    """Whatever was said, it was read: on to the next."""
    return Move(step.next)
