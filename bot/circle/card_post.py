"""Bringing cards, together and at most once a day; saying thanks; and being open to cards or not."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from bot import later
from bot.circle import saying
from bot.circle.card_rights import CARD, CARDS, UNDER_WAY, facts, find, may_see, name, names_on, signed_by
from bot.circle.parts import Ask, Deed, Part, Post, Setting
from bot.storage.cards import Card

BRING, BROUGHT, SHUT, THANKS = "kaartjes-bezorgd", "kaartje-voor-jou", "kaartje-dicht", "kaartje-dank"
ASK = "kaartjes-mogen"
PILE = 5
"""So many come at one time; what is left comes with the next."""
LOST = timedelta(days=2)
"""Who was to be brought a card so long ago is not waited for any more: it is planned anew."""


def send(on: Setting, post: Post, card: Card) -> bool:
    """Puts it on its way; it comes together with what is on its way already."""
    waiting = [one.due_at for one in on.unit.cards.under_way(card.person_id, "waiting")]
    planned = [due for due in waiting if on.now - due < LOST]
    at = min(planned) if planned else _moment(on, card.person_id)
    if not on.unit.cards.send(card, names_on(on.unit, card), at):
        return False
    if not planned:
        _plan(post, card.person_id, at)
    return True


def shut(on: Setting, post: Post, card: Card) -> None:
    """It will not be brought. Who made it hears that, and nothing more."""
    if on.unit.cards.close(card) and card.maker_id is not None:
        post.later(card.maker_id, SHUT, {CARD: str(card.id)}, on.now)


def _plan(post: Post, person: str, at: datetime) -> None:
    post.later(person, BRING, {"who": person}, at)


def _moment(on: Setting, person: str) -> datetime:
    """Ten in the morning of the first open day on which this person got none yet."""
    local = on.now.astimezone(later.HERE)
    at = _morning(local.date())
    if at <= on.now or _brought(on, person) == local.date():
        at = _morning(local.date() + timedelta(days=1))
    return later.next_open(at)


def _morning(day: date) -> datetime:
    return datetime.combine(day, later.MORNING, later.HERE)


def _brought(on: Setting, person: str) -> date | None:
    """The day on which this person last got cards."""
    moments = [one.delivered_at for one in on.unit.cards.of(person) if one.delivered_at is not None]
    return max(moments).astimezone(later.HERE).date() if moments else None


def _deliver(deed: Deed) -> None:
    """Brings what waits; what is too much for one time, or for one day, waits on."""
    on, me = deed.on, deed.me
    waiting = on.unit.cards.under_way(me.id, "waiting")
    if not on.unit.circle.allows(me.id, CARDS):
        for card in waiting:
            shut(on, deed.post, card)
        return
    today = _brought(on, me.id) == saying.today(on)
    for card in [] if today else waiting[:PILE]:
        on.unit.cards.deliver(card.id, on.now)
        deed.post.tell(me.id, BROUGHT, {CARD: str(card.id)})
    if today or len(waiting) > PILE:
        _plan(deed.post, me.id, _moment(on, me.id))


def _pile(ask: Ask) -> Mapping[str, str] | None:
    """How many are about to be brought."""
    on = ask.on
    if not on.unit.circle.allows(ask.me.id, CARDS) or _brought(on, ask.me.id) == saying.today(on):
        return None
    count = min(len(on.unit.cards.under_way(ask.me.id, "waiting")), PILE)
    return {"pile": "one" if count == 1 else "more", "count": str(count)} if count else None


def _got(ask: Ask) -> Mapping[str, str] | None:
    """A card that one received."""
    card = find(ask.on, ask.about)
    if card is None or card.person_id != ask.me.id or not may_see(ask.on.unit, ask.me.id, card):
        return None
    return {**facts(ask.on, card), "thanked": "yes" if card.thanked_at else "no"}


def _thank(deed: Deed) -> None:
    """Thanks, in words or without, go to everybody who signed."""
    card = find(deed.on, deed.id(CARD))
    if card is None or card.person_id != deed.me.id:
        return
    if deed.on.unit.cards.thank(card, deed.words("words").strip(), deed.on.now):
        for one in signed_by(deed.on.unit, card):
            deed.post.later(one, THANKS, {CARD: str(card.id)}, deed.on.now)


def _thanks(ask: Ask) -> Mapping[str, str] | None:
    """The thanks for a card that one made or signed."""
    card = find(ask.on, ask.about)
    if card is None or card.thanked_at is None or ask.me.id not in signed_by(ask.on.unit, card):
        return None
    return {"person": name(ask.on, card.person_id), **({"words": card.thanks} if card.thanks else {})}


def _shut(ask: Ask) -> Mapping[str, str] | None:
    """A card of one's own that will not be brought; never why."""
    card = find(ask.on, ask.about)
    if card is None or card.maker_id != ask.me.id or card.state != "closed":
        return None
    return {"person": name(ask.on, card.person_id)}


def _open(deed: Deed) -> None:
    deed.on.unit.circle.allow(deed.me.id, CARDS, deed.on.now)
    deed.post.call_off(deed.me.id, ASK, deed.me.id)


def _close(deed: Deed) -> None:
    """From now on nothing comes, also not what was on its way."""
    deed.on.unit.circle.forbid(deed.me.id, CARDS)
    deed.post.call_off(deed.me.id, ASK, deed.me.id)
    _stop(deed)


def _stop(deed: Deed) -> None:
    """What is under way to who stops, or goes for good, is not brought."""
    for card in deed.on.unit.cards.under_way(deed.me.id, *UNDER_WAY):
        shut(deed.on, deed.post, card)


def _offer(deed: Deed) -> None:
    """Asks the morning after the welcome whether cards may come."""
    day = saying.today(deed.on) + timedelta(days=1)
    deed.post.later(deed.me.id, ASK, {"who": deed.me.id}, _morning(day))


PART = Part(
    views={"card-pile": _pile, "card-got": _got, "card-thanks": _thanks, "card-shut": _shut},
    deeds={
        "deliver_cards": _deliver,
        "thank_card": _thank,
        "open_to_cards": _open,
        "close_to_cards": _close,
        "offer_cards": _offer,
    },
    leaving=(_stop,),
)
