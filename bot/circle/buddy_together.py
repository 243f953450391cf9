"""What buddies do together: draw a conversation card, and celebrate a success."""

from collections.abc import Mapping

from bot.circle.buddy_pair import first_name, my_pair, to_other
from bot.circle.parts import Ask, Deed, Part
from bot.content.models.talk_cards import CardSort
from bot.storage.pairs import Pair
from bot.storage.shares import NewShare, Share

CARD, SUCCESS, CHEERED = "buddy-kaart-samen", "buddy-succes-lezen", "buddy-gevierd"
"""What is opened for the other."""
BUDDY = "buddy"
"""With whom a success is shared."""


def _next(ask: Ask, sort: CardSort) -> Mapping[str, str] | None:
    """The card after the last one: each comes once before one returns, and both begin that day with the same one."""
    pair = my_pair(ask.on, ask.me, "", "active")
    deck = [one.id for one in ask.on.library.talk_cards.of(sort)]
    if pair is None or not deck:
        return None
    first = (pair.id * 5 + ask.on.now.date().toordinal()) % len(deck)
    at = deck.index(ask.about) + 1 if ask.about in deck else first
    return {"card": deck[at % len(deck)]}


def _card(ask: Ask) -> Mapping[str, str] | None:
    """What stands on a card, for who has a buddy to talk about it with."""
    pair, card = my_pair(ask.on, ask.me, "", "active"), ask.on.library.talk_cards.card(ask.about)
    if pair is None or card is None:
        return None
    return {"card_text": card.text, "buddy": first_name(ask.on, pair.other(ask.me.id))}


def _lay(deed: Deed) -> None:
    """Gives the other the same card."""
    pair, card = my_pair(deed.on, deed.me, "", "active"), deed.on.library.talk_cards.card(deed.id("card"))
    if pair is not None and card is not None:
        to_other(deed, pair, CARD, {"card": card.id})


def _share(deed: Deed) -> None:
    """Lets the other read exactly the words that were shown first."""
    pair, words = my_pair(deed.on, deed.me, "", "active"), deed.given.get("words")
    if pair is None or words is None or words.marks:
        return
    shares = deed.on.unit.shares
    shares.add(
        [NewShare(person_id=deed.me.id, whom=BUDDY, flow="buddy-succes", text=words.shown, shared_at=deed.on.now)]
    )
    to_other(deed, pair, SUCCESS, {"share": str(max(one.id for one in shares.of(deed.me.id)))})


def _shared(ask: Ask, pair: Pair, by: str, id: str) -> Share | None:
    """A success that one of the two shared with the other since they are buddies, and did not take back."""
    found = (one for one in ask.on.unit.shares.seen_by(BUDDY, [by]) if str(one.id) == id)
    return next((one for one in found if pair.started_at is not None and one.shared_at >= pair.started_at), None)


def _success(ask: Ask) -> Mapping[str, str] | None:
    pair = my_pair(ask.on, ask.me, "", "active")
    one = _shared(ask, pair, pair.other(ask.me.id), ask.about) if pair is not None else None
    if pair is None or one is None:
        return None
    return {"buddy": first_name(ask.on, pair.other(ask.me.id)), "success": one.text, "share": str(one.id)}


def _cheer(deed: Deed) -> None:
    """Celebrates along, with one of the ready words."""
    pair, cheer, share = my_pair(deed.on, deed.me, "", "active"), deed.id("cheer"), deed.id("share")
    if pair is None or cheer not in deed.on.library.words.circle.buddy.cheers:
        return
    ask = Ask(on=deed.on, me=deed.me, about=share)
    if _shared(ask, pair, pair.other(deed.me.id), share) is not None:
        to_other(deed, pair, CHEERED, {"cheer": cheer})


def _cheered(ask: Ask) -> Mapping[str, str] | None:
    pair, cheers = my_pair(ask.on, ask.me, "", "active"), ask.on.library.words.circle.buddy.cheers
    if pair is None or ask.about not in cheers:
        return None
    return {"buddy": first_name(ask.on, pair.other(ask.me.id)), "cheer_text": cheers[ask.about]}


PART = Part(
    views={
        "buddy-question": lambda ask: _next(ask, "talk"),
        "buddy-doing": lambda ask: _next(ask, "do"),
        "buddy-card": _card,
        "buddy-success": _success,
        "buddy-cheer": _cheered,
    },
    deeds={"buddy_card": _lay, "buddy_share": _share, "buddy_cheer": _cheer},
)
