"""Saves one fact of something outside this conversation, so that the flow can go on by it."""

from bot.content.models.circle_steps import FetchStep
from bot.flows.outcomes import Heard, Move, Outcome
from bot.flows.walk import Walk

NOTHING = "none"


def enter(walk: Walk, step: FetchStep) -> Outcome:
    """Looks it up and keeps it; `none` when it is not there, or not for this person."""
    facts = walk.around.facts(step.of, walk.id_of(step.about)) or {}
    found = facts.get(step.fact) or NOTHING
    walk.save(step.save, found, found)
    return Move(step.next)


def answer(walk: Walk, step: FetchStep, heard: Heard) -> Outcome:
    """Never open for an answer; going on is the safe thing."""
    return Move(step.next)
