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
})  # fmt: skip
"""The flows behind the commands that always exist."""


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
    """Puts the flow on top; a menu or a tool that is open makes place together with all that it opened."""
    session = walk.session
    homes = {one for (_, start), one in walk.library.starts.items() if start == "home"}
    tools = {*HOUSE, *homes, *walk.library.opened_by.values()}
    # What lies under them was not answered.
    session.frames = tuple(takewhile(lambda one: one.flow not in tools and not one.lone, session.frames))
    session.said = ()
    if session.frames:
        session.trail = (*session.trail, session.frames)[-moving.TRAIL :]
    moving.into(walk, flow, at)


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
    walk.floor = len(session.frames) + 1
    moving.into(walk, flow)
    walk.floor = 0
    if len(session.frames) <= len(before[0]):
        session.frames, session.asked, session.said, session.trail = before


def label_of(library: Library, flow: str) -> str:
    """How a press on a standing button reads: the words on it."""
    for one in library.flows.values():
        for step in one.steps:
            if isinstance(step, NoticeStep):
                for button in step.buttons:
                    if button.flow == flow:
                        return button.label
    return ""


def _about(library: Library, flow: str) -> str:
    """The key under which the flow finds the id that it was opened with."""
    opened = library.flows[flow]
    return (opened.about if isinstance(opened, Flow) else None) or "about"


def _give(walk: Walk, flow: str, given: Mapping[str, str]) -> None:
    """Ids, under the keys of the flow; what it was told an earlier time is forgotten first."""
    walk.forget(flow)
    for key, id in given.items():
        walk.session.answers[f"{flow}/{key}"] = Answer(value=id, shown=id, step="", at=walk.now)
