"""Being buddies: what two agreed on, how they reach each other, a nudge now and then, and what the coach may know."""

from collections.abc import Mapping
from typing import Literal

from bot.circle.buddy_pair import EVERY, NUDGE, NUDGES, PAIR, SEEN, arm, first_name, labels, my_pair, to_other
from bot.circle.parts import Ask, Deed, Due, Part, Setting
from bot.circle.roles import facts_of
from bot.storage.pairs import LOOKS, Deal, Pair

DEAL, AGREED = "buddy-afspraak-vraag", "buddy-afspraak-rond"
SWAP, SWAPPED = "buddy-contact-vraag", "buddy-contact-samen"
ASKED = "buddy-duwtje"
"""What is opened for the other: an agreement to answer, how to be reached, and a nudge."""
BOTH, ME, OTHER = "both", "me", "other"
LONGEST = 200
"""Characters of how somebody can be reached."""

Standing = Literal["new", "resting", "looking", "proposed", "waiting", "paired"]


def _mine(ask: Ask) -> Mapping[str, str]:
    """How it stands with this person and their buddy."""
    on, me = ask.on, ask.me.id
    pair, profile = on.unit.pairs.open_of(me), on.unit.pairs.profile_of(me)
    facts: dict[str, str] = {"state": _standing(ask, pair)}
    if profile is not None:
        words = on.library.words.circle.buddy
        facts |= {
            "likes": labels(on, words.likes, profile.likes),
            "times": labels(on, words.times, profile.times),
            "way": words.ways.get(profile.way, ""),
            "words": profile.words,
        }
    if pair is not None and pair.state == "active":
        facts |= {"seen": _yes(ask, SEEN), "nudges": _yes(ask, NUDGES), **_between(ask, pair)}
    return {key: fact for key, fact in facts.items() if fact}


def _standing(ask: Ask, pair: Pair | None) -> Standing:
    if pair is not None and pair.state == "active":
        return "paired"
    if pair is not None:
        return "proposed" if pair.says[ask.me.id] == "asked" else "waiting"
    if ask.on.unit.pairs.profile_of(ask.me.id) is None:
        return "new"
    return "looking" if ask.on.unit.circle.allows(ask.me.id, LOOKS) else "resting"


def _yes(ask: Ask, what: str) -> str:
    return "yes" if ask.on.unit.circle.allows(ask.me.id, what) else "no"


def _pair(ask: Ask) -> Mapping[str, str] | None:
    """Two buddies as one of them sees it; None once it is over, and for everybody else."""
    pair = my_pair(ask.on, ask.me, ask.about, "active")
    return _between(ask, pair) if pair is not None else None


def _between(ask: Ask, pair: Pair) -> dict[str, str]:
    other = pair.other(ask.me.id)
    facts = {PAIR: str(pair.id), "buddy": first_name(ask.on, other)}
    gave = {person: person in pair.contacts for person in pair.people}
    facts |= {"gave": "yes" if gave[ask.me.id] else "no", "got": "yes" if gave[other] else "no"}
    if all(gave.values()):
        facts["contact"] = pair.contacts[other]
    return facts | _agreed(ask, pair)


def _agreed(ask: Ask, pair: Pair) -> dict[str, str]:
    """What was agreed, or proposed by one of the two."""
    deal, words = pair.deal, ask.on.library.words.circle.buddy
    if deal is None:
        return {"deal": "open"}
    whose = "mine" if deal.by == ask.me.id else "theirs"
    starts = {ask.me.id: words.starts[ME], "": words.starts[BOTH]}
    return {
        "deal": "agreed" if deal.agreed else whose,
        "rhythm": words.rhythms.get(deal.rhythm, ""),
        "deal_way": words.ways.get(deal.way, ""),
        "starts": starts.get(deal.starts) or words.starts[OTHER].format(name=first_name(ask.on, pair.other(ask.me.id))),
    }


def _offer(deed: Deed) -> None:
    """Proposes how often, in which way, and who begins."""
    pair = my_pair(deed.on, deed.me, "", "active")
    rhythm, way, starts = (deed.id(key) for key in ("rhythm", "way", "starts"))
    if pair is None or not rhythm or not way:
        return
    who = {ME: deed.me.id, OTHER: pair.other(deed.me.id)}.get(starts, "")
    deed.on.unit.pairs.offer(pair, Deal(rhythm=rhythm, way=way, starts=who, by=deed.me.id))
    to_other(deed, pair, DEAL)


def _agree(deed: Deed) -> None:
    """Agrees to what the other proposed."""
    pair = my_pair(deed.on, deed.me, deed.id(PAIR), "active")
    if pair is None or pair.deal is None or pair.deal.agreed or pair.deal.by == deed.me.id:
        return
    deed.on.unit.pairs.agree(pair.id, deed.on.now)
    to_other(deed, pair, AGREED)


def _give(deed: Deed) -> None:
    """Gives a number or another way to be reached. Neither sees that of the other until both gave one."""
    pair, found = my_pair(deed.on, deed.me, "", "active"), deed.given.get("contact")
    if pair is None or found is None or found.marks or len(found.shown) > LONGEST:
        return
    deed.on.unit.pairs.set_contact(pair, deed.me.id, found.shown)
    if pair.other(deed.me.id) not in pair.contacts:
        to_other(deed, pair, SWAP)
        return
    deed.post.tell(deed.me.id, SWAPPED, {PAIR: str(pair.id)})
    to_other(deed, pair, SWAPPED)


def _take(deed: Deed) -> None:
    pair = my_pair(deed.on, deed.me, "", "active")
    if pair is not None:
        deed.on.unit.pairs.set_contact(pair, deed.me.id, "")


def _set(deed: Deed, what: str) -> Pair | None:
    """Keeps a yes or a no to this, for who has a buddy."""
    pair = my_pair(deed.on, deed.me, "", "active")
    if pair is not None and deed.id("allowed") == "yes":
        deed.on.unit.circle.allow(deed.me.id, what, deed.on.now)
    elif pair is not None:
        deed.on.unit.circle.forbid(deed.me.id, what)
    return pair


def _tell_coach(deed: Deed) -> None:
    _set(deed, SEEN)


def _set_nudge(deed: Deed) -> None:
    """Whether to ask now and then how it goes."""
    pair = _set(deed, NUDGES)
    if pair is not None:
        deed.post.call_off(deed.me.id, NUDGE, str(pair.id))
        deed.post.call_off(deed.me.id, ASKED, str(pair.id))
        arm(deed.on, deed.post, pair)


def _nudge(due: Due) -> None:
    """Asks how it goes, and again after a while."""
    on, me = due.on, due.person
    pair = my_pair(on, me, due.given.get(PAIR, ""), "active")
    if pair is None or facts_of(me).get("role") or not on.unit.circle.allows(me.id, NUDGES):
        return
    due.post.later(me.id, ASKED, {PAIR: str(pair.id)}, on.now)
    due.post.do_later(me.id, NUDGE, {PAIR: str(pair.id)}, on.now + EVERY)


def known_to_coach(on: Setting, person_id: str) -> bool:
    """Whether the coach may know that this person has a buddy; with whom is never told."""
    pair = on.unit.pairs.open_of(person_id)
    return pair is not None and pair.state == "active" and on.unit.circle.allows(person_id, SEEN)


PART = Part(
    views={
        "my-buddy": _mine,
        "buddy-pair": _pair,
    },
    deeds={
        "buddy_deal": _offer,
        "buddy_agree": _agree,
        "buddy_contact": _give,
        "buddy_no_contact": _take,
        "buddy_coach": _tell_coach,
        "buddy_nudge": _set_nudge,
    },
    timed={NUDGE: _nudge},
)
