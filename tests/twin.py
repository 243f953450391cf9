"""What should have happened: the same acts given to the engine alone, to lay beside what a server did with them."""

from collections.abc import Sequence

from msgspec import Struct

from bot.conversation import Conversation
from bot.flows.effects import Said
from bot.flows.hearing import OPENED
from bot.flows.session import Session, dump, parse
from bot.messages import Inbound
from tests.talk import START
from tests.walker import Did, Line


class Seen(Struct, frozen=True):
    """A line of a conversation, as far as it may not differ from what was meant."""

    n: int
    who: str
    text: str
    asked: int


def meant(conversation: Conversation, did: Sequence[Did]) -> tuple[Session, list[Seen]]:
    """What these acts should have given, by the engine alone: the session, and all lines in order."""
    facts = {"organisation": "De Werkplaats", "coach": "Anja"}
    session = Session(person="twin", facts=facts)
    seen: list[Seen] = []
    for one in (Did(id="open", kind="command", value=OPENED), *did):
        word = {"text": "text"}.get(one.kind, "data")
        inbound = Inbound(
            channel="web", address="twin", external_id=one.id, kind=one.kind, at=START, **{word: one.value}
        )
        turned = conversation.turn(parse(dump(session)), inbound, START)
        session = turned.session
        if turned.shown:
            seen.append(Seen(turned.n, "me", turned.shown, 0))
        for effect in turned.effects:
            if isinstance(effect, Said):
                out = effect.outbound
                seen.append(Seen(effect.n, "opstap", out.text, out.ask.seq if out.ask else 0))
    return session, seen


def seen_in(lines: Sequence[Line]) -> list[Seen]:
    """The same of the lines that a page read."""
    return [
        Seen(
            line["n"], line["who"], line["text"], line["out"]["ask"]["seq"] if line["out"] and line["out"]["ask"] else 0
        )
        for line in lines
    ]
