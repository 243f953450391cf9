"""Lets the house do something; changes in where the person stands are made here, the rest is an effect."""

from bot.content.models.steps import DoStep
from bot.flows.outcomes import Heard, Leave, Move, Outcome
from bot.flows.walk import Walk


def enter(walk: Walk, step: DoStep) -> Outcome:
    """Does it, once in a lifetime where the step says so."""
    mark = f"{walk.frame().flow}/{step.id}"
    if step.once and mark in walk.session.fired:
        return Move(step.next)
    if step.once:
        walk.session.fired = (*walk.session.fired, mark)
    walk.act(step.action, step.gives)
    return _moved(walk, step)


def answer(walk: Walk, step: DoStep, heard: Heard) -> Outcome:
    """Never open for an answer; going on is the safe thing."""
    return Move(step.next)


def _moved(walk: Walk, step: DoStep) -> Outcome:
    session = walk.session
    match step.action:
        case "agree":
            session.consent = walk.now
            session.state = "active"
        case "restart":
            session.state = "active"
        case "decline" | "stop":
            session.state = "stopped"
            return Leave(offer=True)
        case "erase":
            session.state = "erased"
            return Leave()
        case "tick":
            session.ticked = (*session.ticked, session.asked_about)
        case "home":
            return Leave(home=True)
        case "rest":
            return Leave()
        case "export":
            walk.say(walk.library.words.web["data_download"], kind="link", media="data", step=step.id)
        case _:
            pass
    return Move(step.next)
