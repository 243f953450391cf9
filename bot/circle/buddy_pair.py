"""Two buddies as all parts know them: whose pair it is, how they read, and how one is reached because of the other."""

from collections.abc import Iterable, Mapping
from datetime import timedelta

from bot import later
from bot.circle.parts import Deed, Post, Setting
from bot.storage.pairs import Pair, State
from bot.storage.people import PersonRow

PAIR = "pair"
"""The key under which ids of pairs travel."""
NUDGES, SEEN = "buddy-nudge", "buddy-seen"
"""The yeses to be asked now and then how it goes, and to the coach knowing that there is a buddy."""
NUDGE = "buddy-nudge"
"""What comes at its time."""
EVERY = timedelta(days=10)


def my_pair(on: Setting, me: PersonRow, about: str, state: State) -> Pair | None:
    """The pair of this person that stands so, and when an id is given only that one. Nobody else's is ever there."""
    pair = on.unit.pairs.open_of(me.id)
    if pair is None or pair.state != state or about not in ("", str(pair.id)):
        return None
    return pair


def first_name(on: Setting, person_id: str) -> str:
    """How a buddy is called: more of the name is for that person to tell."""
    name = on.unit.people.names([person_id]).get(person_id, "")
    return next(iter(name.split()), "")


def labels(on: Setting, words: Mapping[str, str], codes: Iterable[str]) -> str:
    """Codes as they are said; one that is no longer in the content is left out."""
    return on.library.words.listed([words[one] for one in codes if one in words])


def reach(on: Setting, post: Post, person_id: str, flow: str, given: Mapping[str, str]) -> None:
    """Tells somebody what their buddy did, or what befell both: at once, but never in quiet hours."""
    if later.is_quiet(on.now):
        post.later(person_id, flow, given, on.now)
    else:
        post.tell(person_id, flow, given)


def to_other(deed: Deed, pair: Pair, flow: str, given: Mapping[str, str] | None = None) -> None:
    """Tells the buddy of who does something; and there is no need for a nudge for a while."""
    reach(deed.on, deed.post, pair.other(deed.me.id), flow, given or {PAIR: str(pair.id)})
    arm(deed.on, deed.post, pair)


def arm(on: Setting, post: Post, pair: Pair) -> None:
    """Asks both how it goes when nothing happened here for a while; who said no is never asked."""
    for person in pair.people:
        if on.unit.circle.allows(person, NUDGES):
            post.do_later(person, NUDGE, {PAIR: str(pair.id)}, on.now + EVERY)
