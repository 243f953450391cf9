"""Lets the house do something; changes in where the person stands are made here, the rest is an effect."""

from bot.content.models.step_base import END
from bot.content.models.steps import DoStep
from bot.flows.outcomes import Heard, Leave, Move, Outcome
from bot.flows.session import State
from bot.flows.walk import Walk

INSIDE = frozenset({
    "agree", "decline", "stop", "restart", "export", "web_link", "erase", "want_talk", "want_group", "want_help",
    "home", "rest", "hush", "check_in", "tick", "untick",
})  # fmt: skip
"""What the conversation itself does; all else is done by a part of the circle."""
_STATES: dict[str, State] = {
    "agree": "active",
    "restart": "active",
    "decline": "stopped",
    "stop": "stopped",
    "erase": "erased",
}
"""Where the person stands after it."""
_LEAVES = {
    "decline": Leave(offer=True),
    "stop": Leave(offer=True),
    "erase": Leave(),
    "home": Leave(home=True),
    "rest": Leave(),
}
"""After which nothing stays open."""


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
    session.state = _STATES.get(step.action, session.state)
    match step.action:
        case "agree":
            session.consent = walk.now
        case "decline" | "stop" | "hand_back":
            session.relay = session.relay_name = ""
        case "tick":
            session.ticked = (*session.ticked, session.asked_about)
        case "hush":
            return Leave() if len(session.frames) == 1 else Move(END)
        case "export":
            walk.say(walk.library.words.web["data_download"], kind="link", media="data", step=step.id)
        case "web_link":
            walk.say(walk.library.words.web["link_open"], kind="link", media="", step=step.id)
        case _:
            pass
    return _LEAVES.get(step.action, Move(step.next))
