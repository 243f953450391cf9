"""What a coach reads in a minute before a talk: what was shared, what is low, and questions that fit."""

from collections.abc import Mapping, Sequence

from bot.circle import saying
from bot.circle import sheet as sheets
from bot.circle.card import shared
from bot.circle.intake import approved
from bot.circle.parts import Ask, Deed, Part, Setting
from bot.circle.people import is_a, see
from bot.content.models.prepare import Prepare
from bot.flows.around import Entry
from bot.storage.intakes import Sheet
from bot.storage.people import PersonRow
from bot.storage.talks import Talk

LOOK = "prepare"
SHARED_WORDS, AGREED_WORDS, OWN_WORDS = 25, 15, 12
"""How many words of each are shown: the rest is behind a button, and all together must be read in a minute."""
NAMED = 2
"""How many low factors are named."""
KNOWN = 2
"""After so many talks there is a bond from which to challenge."""


def clip(text: str, most: int) -> str:
    """At most so many words, on one line."""
    words = text.split()
    return " ".join(words) if len(words) <= most else f"{' '.join(words[:most])}…"


def weak(sheet: Sheet | None) -> list[str]:
    """The factors that ask for attention: the low ones, else those that are only fair; what they focus on first."""
    if sheet is None:
        return []
    low = [one for one in sheets.FACTORS if sheet.levels.get(one) == "low"]
    found = low or [one for one in sheets.FACTORS if sheet.levels.get(one) == "fair"]
    return sorted(found, key=lambda one: one not in sheet.focus)


def _prepare(ask: Ask) -> Mapping[str, str] | None:
    """All of it. Who only helps for a while gets what fits every talk, and nothing of this person."""
    on, tools = ask.on, ask.on.library.prepare
    seen = see(ask, ask.about, LOOK)
    if seen is None or tools is None:
        return None
    facts = {"person": on.unit.people.names([ask.about])[ask.about]}
    if seen[1] != "own":
        return {**facts, **_card(tools, None), "balance": tools.balance.bond}
    talks = on.unit.talks.of(ask.about)
    sheet = approved(on, ask.me, ask.about)
    found = weak(sheet)
    balance = tools.balance.challenge if len(talks) >= KNOWN else tools.balance.bond
    # Each talk takes the next one, so that a coach does not ask the same every time.
    factor = found[len(talks) % len(found)] if found else None
    facts |= {"balance": balance, "intake": "yes" if sheet else "no"}
    facts |= {**_shared(on, ask.me, ask.about), **_agreed(talks), **_factor(on, sheet, found, factor)}
    return {**facts, **_card(tools, factor)}


def _shared(on: Setting, coach: PersonRow, person_id: str) -> dict[str, str]:
    """The newest text that this person let this coach read."""
    newest = next(iter(shared(on, coach.id, person_id)), None)
    if newest is None:
        return {"nothing": "yes"}
    return {"shared": clip(newest.text, SHARED_WORDS), "shared_day": saying.on_day(on, newest.shared_at)}


def _agreed(talks: Sequence[Talk]) -> dict[str, str]:
    agreed = next((one.agreed for one in reversed(talks) if one.agreed), "")
    return {"agreed": clip(agreed, AGREED_WORDS)} if agreed else {}


def _factor(on: Setting, sheet: Sheet | None, found: list[str], factor: str | None) -> dict[str, str]:
    """Which factors are low, and the person's own words about the one that is asked about."""
    if sheet is None or factor is None:
        return {}
    names = [sheets.name_of(on, one, own=False) for one in (factor, *(one for one in found if one != factor))]
    key = "low" if sheet.levels[factor] == "low" else "fair"
    facts = {key: saying.listed(on, names[:NAMED])}
    return facts | ({"own_words": clip(sheet.words[factor], OWN_WORDS)} if factor in sheet.words else {})


def _card(tools: Prepare, factor: str | None) -> dict[str, str]:
    card = tools.card(factor) or tools.card(None)
    if card is None:
        return {}
    return {"first": card.questions[0], "second": card.questions[1], "technique": card.technique}


def _needs(ask: Ask) -> Sequence[Entry]:
    tools = ask.on.library.prepare
    return [Entry(one.id, one.title) for one in tools.needs] if tools and is_a(ask.on, ask.me, "coach") else []


def _need(ask: Ask) -> Mapping[str, str] | None:
    tools = ask.on.library.prepare
    found = tools.need(ask.about) if tools and is_a(ask.on, ask.me, "coach") else None
    return {"signs": found.signs, "advice": found.do, "sentence": found.say} if found else None


def _show(deed: Deed) -> None:
    """Lays it before the coach for the one whom they meet."""
    meeting = deed.on.unit.meetings.get(int(deed.id("meeting"))) if deed.id("meeting").isdecimal() else None
    if meeting is None or meeting.maker_id != deed.me.id:
        return
    guest = next(iter(deed.on.unit.meetings.guests_of(meeting.id)), "")
    deed.post.tell(deed.me.id, "voorbereiden", {"who": guest})


PART = Part(lists={"needs": _needs}, views={"prepare": _prepare, "need": _need}, deeds={"show_preparation": _show})
