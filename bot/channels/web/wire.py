"""What travels between a page and the web chat: messages in, lines out, both as JSON."""

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from bot.channels.web.desk import Desk, Line

TEXT_MOST = 4000
"""Characters (code points) in one message; the page counts down to it."""

Kind = Literal["text", "press", "command", "voice"]
Command = Literal[
    "explain", "back", "skip", "pause", "resume", "easier", "harder",
    "menu", "help", "stop", "data", "success", "courses", "human",
]  # fmt: skip


class MalformedError(Exception):
    """A message that no page of ours sends. `word` names the page text that says so."""

    def __init__(self, word: str = "not_sent") -> None:
        self.word = word
        super().__init__(word)


class Say(Struct, frozen=True, forbid_unknown_fields=True):
    """One thing a person did on the page. `id` is made by the page and stays the same when it tries again."""

    id: Annotated[str, Meta(pattern=r"^[A-Za-z0-9-]{16,64}\Z")]
    kind: Kind
    text: str = ""
    data: Annotated[str, Meta(max_length=200)] = ""
    command: Command | None = None
    media: Annotated[str, Meta(max_length=100)] | None = None

    @property
    def carried(self) -> str:
        """What the button or the command carries into the house."""
        return self.command or self.data


_decoder = msgspec.json.Decoder(Say)


def read_say(body: bytes) -> Say:
    """Read a message; raises MalformedError for everything that is not exactly one."""
    try:
        say = _decoder.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise MalformedError from error
    if len(say.text) > TEXT_MOST:
        raise MalformedError("too_long")
    wanted = {"text": say.text.strip(), "press": say.data, "command": say.command, "voice": say.media}
    given = {kind for kind, value in wanted.items() if value}
    if given != {say.kind}:
        raise MalformedError
    # A database cannot keep the null character, and no keyboard has it.
    return msgspec.structs.replace(say, text=say.text.replace("\x00", ""))


def show(line: Line, desk: Desk) -> dict[str, Any]:
    """A line as the page reads it; beside it a film's text, what a picture shows, and which card of a pile it is."""
    shown: dict[str, Any] = msgspec.to_builtins(line)
    out = line.out
    if out is None:
        return shown
    if pile := desk.pile(out):
        shown["pile"] = pile
    if out.media is None:
        return shown
    if out.kind == "video" and (film := desk.film(out.media)):
        shown["transcript"] = film[2]
    if out.kind == "picture" and not out.alt and (picture := desk.picture(out.media)):
        shown["out"]["alt"] = picture[1]
    return shown
