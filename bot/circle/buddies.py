"""Finding a buddy: who looks, who is proposed to whom, what both say, and how it ends."""

from collections.abc import Mapping
from datetime import timedelta

from bot.circle.buddy_pair import NUDGE, NUDGES, PAIR, SEEN, arm, first_name, labels, my_pair, reach
from bot.circle.parts import Ask, Deed, Due, Part, Post, Setting
from bot.circle.roles import facts_of
from bot.flows.session import Answer
from bot.storage.pairs import LOOKS, Pair, Profile, Seeker, State
from bot.storage.people import PersonRow

FOUND, OFFER, WAIT, WAITS = "buddy-gevonden", "buddy-voorstel", "buddy-wacht", "buddy-ja"
CLICK = "buddy-klik"
NOT = "buddy-vervallen"
OVER = "buddy-voorbij"
GONE = "buddy-weg"
"""What is opened: a proposal (as news, or to answer), nobody yet, waiting for the other, and how it went on."""
LAPSE = "buddy-lapse"
PATIENCE = timedelta(days=7)
"""So long a proposal lies open: after that the one who did answer should not wait any more."""
ANYHOW = "any"


def seek(on: Setting, post: Post, person_id: str) -> Pair | None:
    """Proposes the one who fits best to this person; None when there is nobody, or this person looks for nobody."""
    me = on.unit.people.by_ids([person_id]).get(person_id)
    if me is None:
        return None
    for late in on.unit.pairs.overdue(me.organisation_id, on.now - PATIENCE):
        _lapse(on, post, late)
    proposed = (propose(on, post, person_id, other) for other in fits(on, me))
    return next((pair for pair in proposed if pair is not None), None)


def fits(on: Setting, me: PersonRow) -> list[str]:
    """Who could be the buddy of this person, who fits best first; nobody when this person looks for none."""
    seekers = {one.person_id: one for one in on.unit.pairs.seekers(me.organisation_id)}
    mine = seekers.pop(me.id, None)
    if mine is None:
        return []
    met = {one.other(me.id) for one in on.unit.pairs.all_of(me.id) if one.state in ("refused", "ended")}
    # Who does something else in the house too has another chat, in which there is no buddy.
    rows = on.unit.people.by_ids(seekers)
    fit = [one for id, one in seekers.items() if id not in met and not facts_of(rows[id]).get("role")]
    return [one.person_id for one in sorted(fit, key=lambda one: _shared(mine, one), reverse=True)]


def propose(on: Setting, post: Post, one: str, other: str) -> Pair | None:
    """Proposes two to each other, and tells the other; None when one of them has a buddy or a proposal meanwhile."""
    pair = on.unit.pairs.propose(one, other, on.now)
    if pair is not None:
        post.do_later(one, LAPSE, {PAIR: str(pair.id)}, on.now + PATIENCE)
        reach(on, post, other, FOUND, {PAIR: str(pair.id)})
    return pair


def _shared(mine: Seeker, other: Seeker) -> tuple[int, int, int]:
    """What both like counts most, then when both have time, then the same way; who waits longest wins a tie."""
    one, two = mine.profile, other.profile
    likes, times = set(one.likes) & set(two.likes), set(one.times) & set(two.times)
    return len(likes), len(times), one.way == two.way or ANYHOW in (one.way, two.way)


def drop(on: Setting, post: Post, pair: Pair, state: State, by: str = "") -> None:
    """Ends a proposal. Who said yes hears it kindly, and without whose choice it was; whoever still looks goes on."""
    if not on.unit.pairs.end(pair.id, state, on.now):
        return
    post.call_off(pair.people[0], LAPSE, str(pair.id))
    for person in pair.people:
        if person == by:
            continue
        if pair.says[person] == "yes":
            reach(on, post, person, NOT, {PAIR: str(pair.id)})
        again = seek(on, post, person)
        if again is not None:
            reach(on, post, person, FOUND, {PAIR: str(again.id)})


def _lapse(on: Setting, post: Post, pair: Pair) -> None:
    """Nobody is kept waiting: who did not answer is not asked again until they ask for it."""
    for person in pair.people:
        if pair.says[person] != "yes":
            on.unit.circle.forbid(person, LOOKS)
    drop(on, post, pair, "off")


def _lapsed(due: Due) -> None:
    id = due.given.get(PAIR, "")
    pair = due.on.unit.pairs.get(int(id)) if id.isdecimal() else None
    if pair is not None and pair.state == "proposed":
        _lapse(due.on, due.post, pair)


def _join(deed: Deed) -> None:
    """Keeps the profile as it was read and approved, and looks for somebody who fits."""
    profile = Profile(
        likes=_ticked(deed.given.get("likes")),
        times=_ticked(deed.given.get("times")),
        way=deed.id("way"),
        words=_own_words(deed.given.get("words")),
    )
    deed.on.unit.pairs.keep_profile(deed.me.id, profile, deed.on.now)
    if deed.on.unit.pairs.open_of(deed.me.id) is None:
        _seek(deed)


def _seek(deed: Deed) -> None:
    """From now on this person looks for a buddy, and sees at once whether there is one."""
    pairs = deed.on.unit.pairs
    if pairs.profile_of(deed.me.id) is None or pairs.open_of(deed.me.id) is not None:
        deed.post.tell(deed.me.id, "buddy", {})
        return
    deed.on.unit.circle.allow(deed.me.id, LOOKS, deed.on.now)
    pair = seek(deed.on, deed.post, deed.me.id) or pairs.open_of(deed.me.id)
    deed.post.tell(deed.me.id, OFFER if pair else WAIT, {PAIR: str(pair.id)} if pair else {})


def _rest(deed: Deed) -> None:
    """Looks no longer; the profile goes."""
    deed.on.unit.circle.forbid(deed.me.id, LOOKS)
    deed.on.unit.pairs.forget(deed.me.id)


def _ticked(answer: Answer | None) -> tuple[str, ...]:
    return tuple(answer.value) if answer is not None and isinstance(answer.value, list) else ()


def _own_words(answer: Answer | None) -> str:
    """Words for another: those about health have no route, whatever way they came."""
    return "" if answer is None or answer.marks else answer.shown


def _answer(deed: Deed) -> None:
    """Yes, rather somebody else, or not now."""
    pair = my_pair(deed.on, deed.me, deed.id(PAIR), "proposed")
    says, me = deed.id("says"), deed.me.id
    if pair is None:
        deed.post.tell(me, GONE, {})
    elif says == "yes":
        _yes(deed, pair)
    elif says == "not-now":
        deed.on.unit.circle.forbid(me, LOOKS)
        drop(deed.on, deed.post, pair, "off", by=me)
    elif says == "other":
        drop(deed.on, deed.post, pair, "refused", by=me)
        _seek(deed)


def _yes(deed: Deed, pair: Pair) -> None:
    on, pairs = deed.on, deed.on.unit.pairs
    pairs.say_yes(pair, deed.me.id)
    if not pairs.start(pair.id, on.now):
        deed.post.tell(deed.me.id, WAITS, {PAIR: str(pair.id)})
        return
    deed.post.call_off(pair.people[0], LAPSE, str(pair.id))
    for person in pair.people:
        on.unit.circle.allow(person, NUDGES, on.now)
    arm(on, deed.post, pair)
    deed.post.tell(deed.me.id, CLICK, {PAIR: str(pair.id)})
    reach(on, deed.post, pair.other(deed.me.id), CLICK, {PAIR: str(pair.id)})


def _end(deed: Deed) -> None:
    """Stops without a reason; the other hears it kindly."""
    pair = my_pair(deed.on, deed.me, "", "active")
    if pair is not None:
        _over(deed.on, deed.post, pair, deed.me.id)


def _over(on: Setting, post: Post, pair: Pair, by: str) -> None:
    if not on.unit.pairs.end(pair.id, "ended", on.now):
        return
    for person in pair.people:
        post.call_off(person, NUDGE, str(pair.id))
        # Whether to look again is for each to say, in their own time.
        for what in (LOOKS, NUDGES, SEEN):
            on.unit.circle.forbid(person, what)
    reach(on, post, pair.other(by), OVER, {PAIR: str(pair.id)})


def _leave(deed: Deed) -> None:
    """Who stops, or goes for good, is nobody's buddy any more."""
    deed.on.unit.circle.forbid(deed.me.id, LOOKS)
    pair = deed.on.unit.pairs.open_of(deed.me.id)
    if pair is not None and pair.state == "active":
        _over(deed.on, deed.post, pair, deed.me.id)
    elif pair is not None:
        drop(deed.on, deed.post, pair, "off", by=deed.me.id)


def _proposal(ask: Ask) -> Mapping[str, str] | None:
    """A first name, what both like, and what the other said a buddy may know. None for who need not answer it."""
    pair = my_pair(ask.on, ask.me, ask.about, "proposed")
    if pair is None or pair.says[ask.me.id] != "asked":
        return None
    pairs, words, other = ask.on.unit.pairs, ask.on.library.words.circle.buddy, pair.other(ask.me.id)
    mine, theirs = pairs.profile_of(ask.me.id) or Profile(), pairs.profile_of(other)
    if theirs is None:
        return None
    both = [one for one in theirs.likes if one in mine.likes]
    facts = {
        "buddy": first_name(ask.on, other),
        "both": labels(ask.on, words.likes, both),
        "likes": "" if both else labels(ask.on, words.likes, theirs.likes),
        "times": labels(ask.on, words.times, theirs.times),
        "way": words.ways.get(theirs.way, ""),
        "words": theirs.words,
        PAIR: str(pair.id),
    }
    return {key: fact for key, fact in facts.items() if fact}


PART = Part(
    views={"buddy-proposal": _proposal},
    deeds={
        "buddy_join": _join,
        "buddy_seek": _seek,
        "buddy_rest": _rest,
        "buddy_answer": _answer,
        "buddy_end": _end,
    },
    timed={LAPSE: _lapsed},
    leaving=(_leave,),
)
