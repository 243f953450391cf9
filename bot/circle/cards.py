"""Making a card: for whom, which picture, which words; it is looked at before it goes."""

from collections.abc import Mapping, Sequence
from itertools import chain, zip_longest

from bot.circle import card_post
from bot.circle.card_rights import (
    CARD,
    entries,
    facts,
    find,
    may_get,
    may_see,
    own_draft,
    receivers,
    sends,
    signed_by,
)
from bot.circle.parts import Ask, Deed, Part
from bot.content.models.cards import MOST_CHARACTERS
from bot.drawing.card import left_out
from bot.flows.around import Entry
from bot.storage.cards import Card, NewCard

MAKE, LOOK = "kaartje", "kaartje-klaar"
SENT = "kaartje-weg"
SHUT = "kaartje-geweigerd"
ENOUGH = "kaartje-al-onderweg"
KEPT = "kept"


def _people(ask: Ask) -> Sequence[Entry]:
    return entries(ask.on, receivers(ask.on, ask.me))


def _designs(ask: Ask) -> Sequence[Entry]:
    return [Entry(one.id, one.title) for one in ask.on.library.cards.designs]


def _texts(ask: Ask) -> Sequence[Entry]:
    """One of each kind first, so that the first page holds something for everybody."""
    rows = ([(kind, text) for text in kind.texts] for kind in ask.on.library.cards.kinds)
    mixed = (one for one in chain.from_iterable(zip_longest(*rows)) if one is not None)
    return [Entry(text.id, kind.title, text.text) for kind, text in mixed]


def _draft(ask: Ask) -> Mapping[str, str] | None:
    """How far one's own card is, so that only what is missing is asked."""
    card = own_draft(ask.on, ask.me, ask.about)
    if card is None or not may_get(ask.on, ask.me, card.person_id):
        return None
    return {"who": card.person_id, "design": card.design, "words": KEPT if card.text else ""}


def _look(ask: Ask) -> Mapping[str, str] | None:
    """One's own card as it will look, with the signs that cannot be drawn."""
    card = own_draft(ask.on, ask.me, ask.about)
    if card is None or not (card.design and card.text):
        return None
    missing = " ".join(left_out(card.text))
    return {**facts(ask.on, card), **({"missing": missing} if missing else {})}


def _sent(ask: Ask) -> Mapping[str, str] | None:
    """A card that one made or signed."""
    card = find(ask.on, ask.about)
    if card is None or card.person_id == ask.me.id or not may_see(ask.on.unit, ask.me.id, card):
        return None
    return facts(ask.on, card)


def _make(deed: Deed) -> None:
    """Keeps what was chosen as a draft in the place of any other, and lays it before its maker."""
    on, old = deed.on, own_draft(deed.on, deed.me, deed.id(CARD))
    who = deed.id("who") or (old.person_id if old else "")
    design = on.library.cards.design(deed.id("design") or (old.design if old else ""))
    text = _words(deed) or (old.text if old else "")
    on.unit.cards.drop(deed.me.id)
    if not may_get(on, deed.me, who):
        deed.post.tell(deed.me.id, SHUT, {})
    elif any(deed.me.id in signed_by(on.unit, one) for one in on.unit.cards.under_way(who, "round", "waiting")):
        deed.post.tell(deed.me.id, ENOUGH, {})
    elif design is not None and 0 < len(text) <= MOST_CHARACTERS and not on.library.cards.says_never(text):
        new = NewCard(person_id=who, maker_id=deed.me.id, design=design.id, text=text, made_at=on.now)
        deed.post.tell(deed.me.id, LOOK, {CARD: str(on.unit.cards.add(new))})


def _words(deed: Deed) -> str:
    """The own words, or the ready ones that were chosen."""
    own = deed.words("text").strip()
    ready = next((one.text for one in deed.on.library.cards.texts if one.id == deed.id("ready")), "")
    return own or ready


def _redo(deed: Deed) -> None:
    """Asks the picture or the words anew; without a wish the card is just shown again."""
    card, change = own_draft(deed.on, deed.me, deed.id(CARD)), deed.id("change")
    if card is None:
        deed.post.tell(deed.me.id, SHUT, {})
        return
    if change not in ("design", "text"):
        deed.post.tell(deed.me.id, LOOK, {CARD: str(card.id)})
        return
    left = NewCard(
        person_id=card.person_id,
        maker_id=deed.me.id,
        design="" if change == "design" else card.design,
        text="" if change == "text" else card.text,
        made_at=deed.on.now,
    )
    deed.on.unit.cards.drop(deed.me.id)
    deed.post.tell(deed.me.id, MAKE, {CARD: str(deed.on.unit.cards.add(left))})


def _drop(deed: Deed) -> None:
    deed.on.unit.cards.drop(deed.me.id)


def _send(deed: Deed) -> None:
    """Puts it on its way, unless the other closed cards meanwhile."""
    card = own_draft(deed.on, deed.me, deed.id(CARD))
    if card is None or not _whole(card) or not may_get(deed.on, deed.me, card.person_id):
        deed.post.tell(deed.me.id, SHUT, {})
    elif card_post.send(deed.on, deed.post, card):
        deed.post.tell(deed.me.id, SENT, {CARD: str(card.id)})


def _whole(card: Card) -> bool:
    return bool(card.design and card.text)


def _leave(deed: Deed) -> None:
    """Who stops, or goes for good, makes no more cards: what was not sent yet is not sent."""
    if sends(deed.on.unit, deed.me.id):
        deed.on.unit.cards.drop(deed.me.id)
        for card in deed.on.unit.cards.by(deed.me.id):
            if card.state == "round":
                deed.on.unit.cards.close(card)


PART = Part(
    lists={"card-people": _people, "card-designs": _designs, "card-texts": _texts},
    views={"card-draft": _draft, "card-look": _look, "card-sent": _sent},
    deeds={"draft_card": _make, "redo_card": _redo, "drop_card": _drop, "send_card": _send},
    leaving=(_leave,),
)
