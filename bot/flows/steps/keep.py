"""Keeps a paper, such as a plan: from now on it can be shown, and its tasks are asked about on their day."""

from bot.content.models.steps import KeepStep
from bot.flows import papers
from bot.flows.effects import Kept
from bot.flows.outcomes import Heard, Move, Outcome
from bot.flows.walk import Walk


def enter(walk: Walk, step: KeepStep) -> Outcome:
    """Keeps it; a paper without a single line is not kept."""
    if not papers.lines(walk, step.paper):
        return Move(step.next)
    if step.paper not in walk.session.papers:
        walk.session.papers = (*walk.session.papers, step.paper)
    walk.effects.append(Kept(step.paper, papers.days(walk, step.paper)))
    return Move(step.next)


def answer(walk: Walk, step: KeepStep, heard: Heard) -> Outcome:
    """Never open for an answer; going on is the safe thing."""
    return Move(step.next)
