"""While a human talks here: words go to that human, and the coach itself is silent."""

from bot.flows.effects import Relayed
from bot.flows.hearing import ALWAYS_OURS, Command, Meant, Odd, Opened, Reply
from bot.flows.walk import Walk

LONGEST = 1000
"""Characters of one message to the other: what is longer is asked in parts."""


def takes(heard: Meant) -> bool:
    """Whether this is for the human: all that is typed, except what a person can always ask for."""
    if isinstance(heard, Command):
        return heard.name not in ALWAYS_OURS
    return not isinstance(heard, Opened)


def hear(walk: Walk, heard: Meant) -> None:
    """Passes words on. Words about health have no route, a number that is private neither."""
    if isinstance(heard, Odd):
        walk.reply("relay_words_only")
        return
    text = (heard.heard.text or heard.shown).strip() if isinstance(heard, Reply) else ""
    why = _held(text, heard)
    if why:
        walk.reply(why)
        return
    walk.effects.append(Relayed(text))


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
