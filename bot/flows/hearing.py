"""Reads what a person did: a command, an answer to the open question, an old button, or nothing usable."""

import re
from collections.abc import Mapping
from typing import Literal

from msgspec import Struct
from rapidfuzz import fuzz

from bot.content.models.words import Words
from bot.flows.outcomes import Heard
from bot.flows.session import Asked, Choice, Session
from bot.flows.typed_words import fitting, part, plain
from bot.messages import Inbound

CLOSE = 86
"""How alike (0 to 100) typed words must be to a button of five letters or more: one typing error fits."""
SLIPS = 8
"""Letters from which on own words may be the way past a question with a typing error."""

OPENED = "open"
"""The command that a channel gives once, when a person comes in for the first time."""
AGAIN = "again"
"""The command that a channel gives when it is not known whether the last question arrived."""

WHOLE = "web"
"""The channel that shows the whole conversation, whatever channel it went through."""

_STANDING = re.compile(r"@([a-z][a-z0-9-]{0,59}):([a-z0-9]{1,16})", re.ASCII)
"""What a standing button carries: `@flow:id`. It is only a wish: whether it may be is looked up when it is pressed."""

ALWAYS_OURS = ("stop", "data", "help", "human")
"""What a person can always ask of the coach itself, also while a human talks here."""

Unfit = Literal["file_instead", "voice_instead", "stale_button", "nothing"]


class Talk(Struct, frozen=True):
    """A talk with a human: the flow that lies open meanwhile, and the commands that are still for the coach itself."""

    flow: str
    ours: tuple[str, ...]


class Command(Struct, frozen=True):
    """The person asked for something that always exists, such as help."""

    name: str


class Opened(Struct, frozen=True):
    """The person opened the conversation, and did nothing yet. `again`: they may not have seen what was asked last."""

    again: bool = False


class Stood(Struct, frozen=True):
    """A button that stays valid was pressed: it opens `flow` about the thing with id `about`."""

    flow: str
    about: str


class Reply(Struct, frozen=True):
    """An answer, and how it reads back in the conversation."""

    heard: Heard
    shown: str


class Odd(Struct, frozen=True):
    """Something that cannot be an answer now."""

    why: Unfit


Meant = Command | Opened | Stood | Reply | Odd


def hear(
    session: Session,
    inbound: Inbound,
    marks: tuple[str, ...],
    *,
    words: Words,
    commands: Mapping[str, str],
    talk: Talk | None = None,
) -> Meant:
    """What this input means now. `commands` are what this person can type for one: plain words -> its name."""
    match inbound.kind:
        case "command" if inbound.data in (OPENED, AGAIN):
            return Opened(again=inbound.data == AGAIN)
        case "command":
            return Command(inbound.data) if inbound.data in words.commands else Odd("nothing")
        case "press":
            return _press(session, inbound.data)
        case "text" if talk is not None:
            return _said_to_other(session.asked, inbound.text, marks, commands=commands, talk=talk)
        case "text":
            return _text(session.asked, inbound.text, marks, commands=commands, words=words)
        case "voice":
            if session.asked and session.asked.voice:
                return Reply(Heard(media=inbound.media), words.web["voice_message"])
            return Odd("voice_instead")
        case "edit":
            return Odd("nothing")
        case _:
            return Odd("file_instead")


def elsewhere(session: Session, heard: Meant) -> bool:
    """Whether these are own words to a question that was said in another channel: here it may not have been seen.

    The web chat shows the whole conversation.
    """
    asked_at, here = session.asked_at, session.reached
    if not asked_at[0] or asked_at == here or here[0] == WHOLE:
        return False
    return isinstance(heard, Reply) and heard.heard.choice is None and heard.heard.ticks is None


def _press(session: Session, data: str) -> Reply | Stood | Odd:
    """A button counts once, and only while its question is open; one that stands counts always."""
    stood = _STANDING.fullmatch(data)
    if stood is not None:
        return Stood(stood[1], stood[2])
    asked = session.asked
    seq, _, rest = data.partition(":")
    if data == session.pressed:
        return Odd("nothing")
    if asked is None or seq != str(asked.seq):
        return Odd("stale_button")
    if rest.startswith("=") and asked.shape == "checklist":
        ticks = _positions(rest[1:], asked)
        if ticks is None:
            return Odd("stale_button")
        return Reply(Heard(ticks=ticks), ", ".join(asked.choices[at].label for at in ticks))
    if not rest.isascii() or not rest.isdecimal() or len(rest) > 3 or int(rest) >= len(asked.choices):
        return Odd("stale_button")
    choice = asked.choices[int(rest)]
    return Reply(Heard(choice=choice), choice.label)


def _positions(listed: str, asked: Asked) -> tuple[int, ...] | None:
    """`0,3` -> (0, 3) in order, each once; None when it names what cannot be ticked."""
    if not listed:
        return ()
    if not re.fullmatch(r"\d{1,3}(,\d{1,3})*", listed, re.ASCII):
        return None
    found = sorted({int(at) for at in listed.split(",")})
    if any(at >= len(asked.choices) or asked.choices[at].role == "skip" for at in found):
        return None
    return tuple(found)


def _said_to_other(
    asked: Asked | None, text: str, marks: tuple[str, ...], *, commands: Mapping[str, str], talk: Talk
) -> Command | Reply:
    """Words for a human, as they were typed; but for the button that ends the talk, and what looks like a command."""
    typed = plain(text)
    if asked is not None and asked.flow == talk.flow:
        choice = next((one for one in asked.choices if plain(one.label) == typed), None)
        if choice is not None:
            return Reply(Heard(choice=choice, marks=marks), text)
    command = commands.get(typed)
    if command is not None and (command in talk.ours or text.lstrip().startswith("/")):
        return Command(command)
    return Reply(Heard(text=text, marks=marks), text)


def _text(
    asked: Asked | None, text: str, marks: tuple[str, ...], *, commands: Mapping[str, str], words: Words
) -> Command | Reply:
    """A typed button wins, then a command, then own words."""
    typed = plain(text)
    choice = _named(asked, typed, words)
    if choice is not None:
        return Reply(Heard(choice=choice, marks=marks), text)
    command = commands.get(typed)
    if command == "resume" and asked is not None and len(asked.choices) == 1 and not asked.free:
        return Reply(Heard(choice=asked.choices[0], marks=marks), text)
    if command is not None and typed:
        return Command(command)
    if asked is not None and asked.shape == "checklist":
        ticks = _ticked(asked, typed, words.and_) or _parts(asked, typed, words)
        if ticks is not None:
            return Reply(Heard(ticks=ticks, marks=marks), text)
    if asked is not None and _nearly_skips(asked, typed, commands):
        return Command("skip")
    return Reply(Heard(text=text, marks=marks), text)


def _named(asked: Asked | None, typed: str, words: Words) -> Choice | None:
    """The button that was typed: the same words, its number from 1, or (when nothing free is asked) what fits it."""
    if asked is None or not typed:
        return None
    for choice in asked.choices:
        if plain(choice.label) == typed:
            return choice
    if asked.free:
        return None
    if asked.shape == "buttons" and typed.isdecimal() and 0 < int(typed[:4]) <= len(asked.choices):
        return asked.choices[int(typed[:4]) - 1]
    near = _nearly(asked, typed)
    # Of a list more than one line can be meant.
    return near if near or asked.shape == "checklist" else fitting(asked.choices, typed, words.typed)


def _nearly(asked: Asked, typed: str) -> Choice | None:
    """The button that was meant with a slip of the finger."""
    if len(typed) < 5:
        return None
    near = [(fuzz.ratio(plain(choice.label), typed), choice) for choice in asked.choices]
    score, best = max(near, key=lambda pair: pair[0], default=(0.0, None))
    return best if score >= CLOSE else None


def _nearly_skips(asked: Asked, typed: str, commands: Mapping[str, str]) -> bool:
    """Whether these are words to pass the question over, with a slip of the finger. `Iemand` is not `niemand`."""
    quiet = [plain(choice.label) for choice in asked.choices if choice.role == "skip"]
    if not quiet or len(typed) < SLIPS:
        return False
    said = [*quiet, *(one for one, name in commands.items() if name == "skip")]
    return any(one[:1] == typed[:1] and fuzz.ratio(one, typed) >= CLOSE for one in said)


def _parts(asked: Asked, typed: str, words: Words) -> tuple[int, ...] | None:
    """`money and rain` -> the lines of which each is a part; None when a piece fits no line, or more than one."""
    lines = [choice for choice in asked.choices if choice.role == "option"]
    found = [part(lines, piece, words.typed) for piece in typed.split(f" {words.and_} ")]
    known = [lines.index(one) for one in found if one is not None]
    return tuple(sorted(set(known))) if len(known) == len(found) else None


def _ticked(asked: Asked, typed: str, joint: str) -> tuple[int, ...] | None:
    """`1 3`, or the words of some lines with `joint` between them -> their places; None when anything else was said."""
    lines = [plain(choice.label) for choice in asked.choices if choice.role == "option"]
    rest, found = f" {typed} ", set()
    for at in sorted(range(len(lines)), key=lambda one: -len(lines[one])):
        if f" {lines[at]} " in rest:
            found.add(at)
            rest = rest.replace(f" {lines[at]} ", "  ")
    numbers = [word for word in rest.split() if word != joint]
    if not all(re.fullmatch(r"\d{1,2}", word) and 0 < int(word) <= len(lines) for word in numbers):
        return None
    return tuple(sorted(found | {int(word) - 1 for word in numbers})) or None
