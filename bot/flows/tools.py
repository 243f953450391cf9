"""The commands that always exist: explain, back, skip, pause, level, and the flows behind menu, help and stop."""

from collections.abc import Callable

from bot.content.models.flow import Flow
from bot.content.models.library import Library
from bot.content.models.step_base import SpokenStep
from bot.flows import moving, opening
from bot.flows.typed_words import plain
from bot.flows.walk import Walk

FLOWS = {
    "menu": "menu",
    "courses": "menu",
    "help": "hulp",
    "human": "mens",
    "stop": "stoppen",
    "data": "gegevens",
    "readers": "wie-leest",
    "success": "succes",
    "plan": "plan",
    "papers": "menu",
    "path": "pad",
    "fallback": "terugvalplan",
}
"""Command -> the flow that it opens on top of what is there."""
BEFORE_CONSENT = frozenset({"help", "human", "stop", "data", "readers"})
"""What a person can open before having agreed; everything else waits for the yes."""
EXPLAINED = 3
"""Bubbles that 'Leg uit' goes back, at most."""


def run(walk: Walk, name: str) -> None:
    """Does what was asked; every command has an answer."""
    own = walk.library.opened_by.get((walk.role, name))
    if name in _TOOLS:
        _TOOLS[name](walk)
    elif own is not None:
        opening.command(walk, own)
    elif name in FLOWS and walk.role in _roles(walk, FLOWS[name]):
        _open(walk, name)
    else:
        # What belongs to another role leads to one's own menu, the one place from where all else goes.
        opening.command(walk, walk.library.starts.get((walk.role, "home"), moving.HOME))


def commands_of(library: Library, role: str) -> dict[str, str]:
    """What this role can type, as it is compared -> the command; what is only for others is a word like any other."""
    others = {command for one, command in library.opened_by if one != role} - FLOWS.keys() - _TOOLS.keys()
    own = {command for one, command in library.opened_by if one == role}
    kept = [(name, said) for name, said in library.words.commands.items() if name not in others - own]
    return {plain(one): name for name, said in reversed(kept) for one in said if plain(one)}


def _roles(walk: Walk, flow: str) -> tuple[str, ...]:
    opened = walk.library.flows[flow]
    return opened.roles if isinstance(opened, Flow) else ("employee",)


STEPS = {"courses": "cursussen", "papers": "papieren"}
"""Command -> the step of its flow at which it begins, when that is not the first."""


def _open(walk: Walk, name: str) -> None:
    """Puts the flow on top; one that is already open is not opened twice."""
    session = walk.session
    if session.consent is None and name not in BEFORE_CONSENT:
        moving.ask_again(walk)
        return
    opening.on_top(walk, FLOWS[name], STEPS.get(name))


def _explain(walk: Walk) -> None:
    """The simpler words of what was said since the last answer, with the question again."""
    session = walk.session
    # Who answered a part of a step (one card of a pile) still stands at that step, and can have it explained.
    here = ((session.top.flow, session.top.step),) if session.top else ()
    said = session.said[-EXPLAINED:] or here
    if session.explained or not said or session.level < 0:
        walk.reply("nothing_to_explain")
        moving.ask_again(walk)
        return
    session.explained = True
    walk.simpler = True
    for flow, at in said[:-1]:
        step = walk.library.graph.get((flow, at))
        if isinstance(step, SpokenStep):
            walk.say(walk.wording(step), step=at)
    moving.ask_again(walk)


def _back(walk: Walk) -> None:
    if not moving.go_back(walk):
        walk.reply("nothing_before")
        moving.ask_again(walk)


def _skip(walk: Walk) -> None:
    step = walk.step_here() if walk.session.top else None
    if step is None or not moving.skip(walk, step):
        walk.reply("nothing_to_skip")
        moving.ask_again(walk)


def _pause(walk: Walk) -> None:
    walk.session.state = "paused"
    moving.offer_resume(walk, "paused")


def _resume(walk: Walk) -> None:
    walk.reply("resumed")
    moving.ask_again(walk)


def _easier(walk: Walk) -> None:
    _level(walk, -1, "easier_done", "already_easiest")


def _harder(walk: Walk) -> None:
    _level(walk, 1, "harder_done", "already_hardest")


def _level(walk: Walk, by: int, done: str, already: str) -> None:
    """Changes the words for all that follows, one step at a time."""
    level = walk.session.level + by
    within = -1 <= level <= 1
    if within:
        walk.session.level = level
    walk.reply(done if within else already)
    moving.ask_again(walk)


_TOOLS: dict[str, Callable[[Walk], None]] = {
    "explain": _explain,
    "back": _back,
    "skip": _skip,
    "pause": _pause,
    "resume": _resume,
    "easier": _easier,
    "harder": _harder,
}
