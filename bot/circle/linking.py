"""The ways by which somebody uses Opstap: one more with a code that works once, and one less when they want."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import timedelta

from bot.circle import saying
from bot.circle.parts import Ask, Deed, Part, Setting
from bot.circle.platforms import SLACK, TELEGRAM, WEB
from bot.flows.around import Entry
from bot.messages import Outbound
from bot.storage.codes import make_code
from bot.storage.invites import NewInvite
from bot.storage.ways import Way

LINK = "link"
"""The purpose of a code for one more way in. There is one at a time: a new one ends the one before."""
LASTS = timedelta(minutes=15)
PLACES = (TELEGRAM, SLACK, WEB)


def _places(ask: Ask) -> Sequence[Entry]:
    """Where this house can be found."""
    labels = ask.on.library.words.circle.linking.places
    return [Entry(one, labels[one]) for one in PLACES if ask.on.platforms.has(one)]


def _listed(ask: Ask) -> Sequence[Entry]:
    """The ways of this person, to take one away."""
    return [Entry(one.id, _label(ask.on, one)) for one in _ways(ask)]


def _mine(ask: Ask) -> Mapping[str, str] | None:
    """Where this person uses Opstap; None when that is nowhere (they look at what is stored, or came in by no door)."""
    words = ask.on.library.words.circle.linking
    found = list(dict.fromkeys(words.where[one.channel] for one in _ways(ask)))
    return {"ways": saying.listed(ask.on, found)} if found else None


def _way(ask: Ask) -> Mapping[str, str] | None:
    """One of their ways: `where` it leads, and whether it is the `last`."""
    ways = _ways(ask)
    one = next((one for one in ways if one.id == ask.about), None)
    if one is None:
        return None
    words = ask.on.library.words.circle.linking
    second = one.channel == WEB and sum(way.channel == WEB for way in ways) > 1
    return {"where": words.device if second else words.where[one.channel], "last": "yes" if len(ways) == 1 else "no"}


def _ways(ask: Ask) -> list[Way]:
    """As far as they have a name here."""
    named = ask.on.library.words.circle.linking.where
    return [one for one in ask.on.unit.ways.of(ask.me.id, ask.on.now) if one.channel in named]


def _label(on: Setting, way: Way) -> str:
    """On a button; devices are told apart by when they came."""
    words = on.library.words.circle.linking
    return words.since.format(day=saying.on_day(on, way.since)) if way.since else words.places[way.channel]


def _give(deed: Deed) -> None:
    """A link, a code, and a picture to scan."""
    place, on, words = deed.id("where"), deed.on, deed.on.library.words.circle.linking
    if place not in PLACES or not on.platforms.has(place):
        return
    code = make_code(secrets.randbits)
    on.unit.invites.withdraw(deed.me.id, on.now, purpose=LINK)
    on.unit.invites.make(
        NewInvite(code=code, person_id=deed.me.id, purpose=LINK, created_at=on.now, expires_at=on.now + LASTS)
    )
    link, picture = on.platforms.link(place, code, on.url), on.platforms.picture(place, code)
    if link:
        deed.post.say(deed.me.id, Outbound(text=words.link.format(link=link)))
    deed.post.say(deed.me.id, Outbound(text=words.code.format(code=code)))
    if picture:
        deed.post.say(deed.me.id, Outbound(kind="picture", text=words.scan, media=picture, alt=words.scan_alt))


def _close(deed: Deed) -> None:
    """Nobody comes in by this way any more, from now on; nor with a code that was still open."""
    unit, me = deed.on.unit, deed.me
    ways = unit.ways.of(me.id, deed.on.now)
    way = next((one for one in ways if one.id == deed.id("way")), None)
    if way is None:
        return
    unit.ways.close(me.id, way)
    unit.invites.withdraw(me.id, deed.on.now, purpose=LINK)
    if way.channel == WEB:
        deed.post.shut_out(me.id)
    left = [(one.channel, one.address or me.handle) for one in ways if one is not way]
    session = deed.post.session(me.id)
    if session is not None and session.reached not in left:
        # Who is nowhere any more finds it in the web chat, once they come in again.
        deed.post.reach(me.id, left[0] if left else (WEB, me.handle))


PART = Part(
    lists={"link-places": _places, "my-ways": _listed},
    views={"my-ways": _mine, "my-way": _way},
    deeds={"link_code": _give, "close_way": _close},
)
