"""Flows that are opened on top of what is there: by a command, by a standing button, or by the house."""

from collections.abc import Mapping
from itertools import takewhile

from bot.content.models.circle_steps import NoticeStep
from bot.content.models.flow import Flow
from bot.content.models.library import Library
from bot.flows import moving
from bot.flows.hearing import Stood
from bot.flows.session import Answer
from bot.flows.walk import Walk

HOUSE = frozenset({
    "menu", "hulp", "mens", "stoppen", "gegevens", "succes", "plan", "pad", "terugvalplan",
    "wie-leest",
})  # fmt: skip
"""The flows behind the commands that always exist."""


LINKING = "koppelen"
"""The flow that gives a code for another channel: who came in with it need not answer it any more."""


FIRST: Mapping[str, str] = {"telegram": "telegram-eerst", "slack": "slack-eerst"}
"""Platform -> the flow with which people come in there: what it may know of them, and where they can go instead."""


def may(walk: Walk, flow: str) -> bool:
    """Whether this person's role walks this flow."""
    opened = walk.library.flows.get(flow)
    return isinstance(opened, Flow) and walk.role in opened.roles


def welcome(walk: Walk, flow: str) -> bool:
    """Whether this flow may come up by itself now."""
    session = walk.session
    return may(walk, flow) and session.consent is not None and session.state not in ("stopped", "erased")


def command(walk: Walk, flow: str) -> None:
    """Opens a flow that was asked for by its command; nothing happens for who did not agree, or is something else."""
    if walk.session.consent is None or not may(walk, flow):
        moving.ask_again(walk)
        return
    walk.forget_about(flow)
    on_top(walk, flow)


def on_top(walk: Walk, flow: str, at: str | None = None) -> None:
    """Puts the flow on top; a menu, a tool, or what a standing button opened makes place with all above it."""
    session = walk.session
    if flow == LINKING:
        # Nothing else makes place for it: elsewhere one goes on with what is open here.
        put_away(walk, flow)
    else:
        homes = {one for (_, start), one in walk.library.starts.items() if start == "home"}
        tools = {*HOUSE, *homes, *walk.library.opened_by.values(), *walk.library.stood}
        # What lies under them was not answered. No flow lies open twice: both would be about the last id.
        session.frames = tuple(takewhile(lambda one: one.flow not in (*tools, flow) and not one.lone, session.frames))
    session.said = ()
    if session.frames:
        session.trail = (*session.trail, session.frames)[-moving.TRAIL :]
    moving.into(walk, flow, at)


def put_away(walk: Walk, flow: str) -> None:
    """When this flow is open, it goes, with the menu or tool that went into it."""
    frames = walk.session.frames
    at = next((at for at, one in enumerate(frames) if one.flow == flow), None)
    if at is None:
        return
    while at and frames[at].called:
        at -= 1
    walk.session.frames = frames[:at]
    walk.session.asked = None
    walk.session.said = ()


def leave_first(walk: Walk) -> None:
    """What was said first on a platform is no longer asked to who went on elsewhere."""
    channel = walk.session.reached[0]
    for platform, flow in FIRST.items():
        if channel not in ("", platform):
            put_away(walk, flow)


def stood(walk: Walk, press: Stood) -> None:
    """A standing button: the flow looks up by itself whether the thing is still there, and for this person."""
    if walk.session.consent is None or not may(walk, press.flow):
        walk.reply("stale_button")
        moving.ask_again(walk)
        return
    _give(walk, press.flow, {_about(walk.library, press.flow): press.about})
    if walk.session.state == "paused":
        walk.session.state = "active"
    on_top(walk, press.flow)


def tell(walk: Walk, flow: str, given: Mapping[str, str]) -> None:
    """Opens a flow that nobody asked for. When it asks nothing, what was asked before stays as it is."""
    session = walk.session
    before = session.frames, session.asked, session.said, session.trail
    _give(walk, flow, given)
    session.frames = tuple(takewhile(lambda one: one.flow != flow, session.frames))
    walk.floor = len(session.frames) + 1
    moving.into(walk, flow)
    if len(session.frames) < walk.floor:
        session.frames, session.asked, session.said, session.trail = before
    walk.floor = 0


def label_of(library: Library, flow: str) -> str:
    """How a press on a standing button reads: the words on it; where they differ, what it opens."""
    steps = (step for one in library.flows.values() for step in one.steps)
    buttons = (button for step in steps if isinstance(step, NoticeStep) for button in step.buttons)
    labels = {button.label for button in buttons if button.flow == flow}
    if len(labels) > 1:
        return library.flows[flow].title
    return next(iter(labels), "")


def _about(library: Library, flow: str) -> str:
    """The key under which the flow finds the id that it was opened with."""
    opened = library.flows[flow]
    return (opened.about if isinstance(opened, Flow) else None) or "about"


def _give(walk: Walk, flow: str, given: Mapping[str, str]) -> None:
    """Ids, under the keys of the flow; what it was told an earlier time is forgotten first."""
    walk.forget(flow)
    for key, id in given.items():
        walk.session.answers[f"{flow}/{key}"] = Answer(value=id, shown=id, step="", at=walk.now)
