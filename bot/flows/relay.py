"""While a human talks here: words go to that human, and the coach itself is silent."""

from collections.abc import Iterator
from itertools import takewhile

from bot.content.models.library import Library
from bot.content.models.steps import CallStep, DateStep, TextStep, TimeStep
from bot.flows import moving
from bot.flows.effects import Relayed
from bot.flows.hearing import ALWAYS_OURS, Command, Meant, Odd, Opened, Reply, Talk
from bot.flows.outcomes import Move
from bot.flows.walk import Walk

LONGEST = 1000
"""Characters of one message to the other: what is longer is asked in parts."""
END = "stop"
"""The command that ends a talk; typed once more it means what it always means."""


def talk(walk: Walk) -> Talk | None:
    """The talk that goes on here. What is said in a crisis, or to a question of the house, is for nobody else."""
    session, flow = walk.session, moving.talk_flow(walk) or ""
    if not session.relay or walk.duty() or (session.asked and session.asked.free and session.asked.flow != flow):
        return None
    ours = ALWAYS_OURS if walk.role == "employee" else (END,)
    return Talk(flow, ours)


def takes(talk: Talk, heard: Meant) -> bool:
    """Whether this is for the human: all that is typed, except what a person can always ask for."""
    if isinstance(heard, Command):
        return heard.name not in talk.ours
    if isinstance(heard, Reply):
        return heard.heard.choice is None and heard.heard.ticks is None
    return not isinstance(heard, Opened)


def hear(walk: Walk, heard: Meant) -> None:
    """Passes words on. Words about health have no route, a number that is private neither."""
    if isinstance(heard, Command):
        walk.reply("relay_first")
        return
    if isinstance(heard, Odd):
        walk.reply("relay_words_only")
        return
    text = heard.heard.text.strip() if isinstance(heard, Reply) else ""
    why = _held(text, heard)
    if why is None and walk.session.relay_doubt:
        # Somebody was answering a question when the human came: these words may have been meant for that.
        walk.session.relay_doubt = False
        why = "relay_sure"
    if why:
        walk.reply(why)
        return
    walk.effects.append(Relayed(text))


def ends(walk: Walk, talk: Talk) -> bool:
    """Ends the talk as its button does; False when it is not shown anywhere."""
    under = tuple(takewhile(lambda one: one.flow != talk.flow, walk.session.frames))
    if len(under) == len(walk.session.frames):
        return False
    walk.session.frames = walk.session.frames[: len(under) + 1]
    walk.session.asked = None
    step = walk.step_here()
    moving.follow(walk, Move(step.next if step is not None else None))
    return True


def disturbs(library: Library, flow: str) -> bool:
    """Whether this flow asks for typed words, which would now go to the other."""
    return any(
        isinstance(step, TextStep | DateStep | TimeStep) for one in _within(library, flow, set()) for step in one
    )


def _within(library: Library, flow: str, seen: set[str]) -> Iterator[tuple[object, ...]]:
    """The steps of a flow, and of all that it goes into."""
    found = library.flows.get(flow)
    if found is None or flow in seen:
        return
    seen.add(flow)
    yield found.steps
    for step in found.steps:
        if isinstance(step, CallStep):
            yield from _within(library, step.flow, seen)


def _held(text: str, heard: Meant) -> str | None:
    """The reply for words that cannot be passed on; None when they can."""
    marks = heard.heard.marks if isinstance(heard, Reply) else ()
    if "medical" in marks:
        return "relay_medical"
    if "number" in marks:
        return "number_kept_out"
    if not text:
        return "relay_words_only"
    return "too_long" if len(text) > LONGEST else None
