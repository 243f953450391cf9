"""Shows a paper that was kept."""

from bot.content.models.steps import ShowStep
from bot.flows import papers
from bot.flows.outcomes import Heard, Move, Outcome
from bot.flows.walk import Walk


def enter(walk: Walk, step: ShowStep) -> Outcome:
    """The paper as it is now, or the words for when there is none yet."""
    if step.paper not in walk.session.papers:
        walk.say(walk.fill(step.empty), step=step.id)
        return Move(step.empty_to or step.next)
    walk.say(walk.wording(step), step=step.id)
    walk.say(papers.text(walk, step.paper), kind="quote", step=step.id)
    return Move(step.next)


def answer(walk: Walk, step: ShowStep, heard: Heard) -> Outcome:
    """Never open for an answer; going on is the safe thing."""
    return Move(step.next)
