"""`opstap play COURSE`: a course in the terminal, without a database; nothing is kept."""

import sys
from io import TextIOWrapper
from typing import Annotated

import typer

from bot.bootstrap import CONTENT, now
from bot.channels.terminal import Terminal
from bot.content.loader import load
from bot.conversation import Conversation
from bot.demo import read_demo
from bot.errors import UnknownFlowError
from bot.flows.effects import Said
from bot.flows.engine import Turned
from bot.flows.session import Session, dump, parse
from bot.messages import Inbound


def play(
    course: Annotated[str, typer.Argument(help="The id of a course or flow, such as uitgangspunten.")],
) -> None:
    """Play a course: type a number, an answer, or a word such as 'leg uit'; end with Ctrl+D."""
    library = load(CONTENT)
    if course not in library.flows:
        raise UnknownFlowError(flow=course)
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")  # What is piped in may be anything.
    conversation, terminal = Conversation(library), Terminal(sys.stdout)
    demo = read_demo(CONTENT)
    facts = {"coach": demo.coach, "organisation": demo.organisation, "name": demo.phones[0].name}
    session = Session(person="terminal", state="active", consent=now(), facts=facts)
    session = _show(terminal, conversation.engine.fire(session, course, now()))
    for count, line in enumerate(sys.stdin):
        inbound = Inbound(
            channel="terminal",
            address="terminal",
            external_id=str(count),
            kind="text",
            at=now(),
            text=line.rstrip("\n"),
        )
        session = _show(terminal, conversation.turn(session, inbound, now()))


def _show(terminal: Terminal, turned: Turned) -> Session:
    terminal.show([effect.outbound for effect in turned.effects if isinstance(effect, Said)])
    return parse(dump(turned.session))
