"""Goes into another flow; the step below waits until it is over."""

from bot.content.models.steps import CallStep
from bot.flows.session import Frame
from bot.flows.walk import Heard, Into, Move, Outcome, Walk


def enter(walk: Walk, step: CallStep) -> Outcome:
    """Goes in at the first step."""
    first = walk.library.flows[step.flow].steps[0].id
    return Into((Frame(step.flow, first, called=True),))


def answer(walk: Walk, step: CallStep, heard: Heard) -> Outcome:
    """Never open for an answer; going on is the safe thing."""
    return Move(step.next)
