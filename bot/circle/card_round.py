"""A card from several people: the maker asks colleagues, each signs with one tap, and then it goes."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from bot import later
from bot.circle import card_post, saying
from bot.circle.card_rights import CARD, entries, facts, find, may_get, may_see, own_draft, senders, sends
from bot.circle.cards import SENT, SHUT
from bot.circle.parts import Ask, Deed, Due, Part, Post, Setting
from bot.flows.around import Entry
from bot.storage.cards import Card, Says

GATHER = "kaartje-samen"
SIGN = "kaartje-teken"
LATE, ASKED = "kaartje-te-laat", "kaartje-gevraagd"
OVER = "card-round"
LASTS = timedelta(days=2)
"""Who did not answer by then does not stand on the card."""
ALL = "all"
MOST = 11
"""Besides the maker so many names fit on a card."""


def _mates(ask: Ask) -> Sequence[Entry]:
    """Whom the maker can still ask; all of them at once is the first choice."""
    card = _own(ask.on, ask.me.id, ask.about)
    if card is None:
        return ()
    asked = ask.on.unit.cards.signers(card.id)
    free = entries(ask.on, [one for one in senders(ask.on, ask.me, card) if one not in asked])
    if len(asked) >= MOST or not free:
        return ()
    everybody = [Entry(ALL, ask.on.library.words.circle.cards.everybody)] if not asked and len(free) > 1 else []
    return [*everybody, *free]


def _gather(deed: Deed) -> None:
    """Begins to ask others; nothing changes until somebody was asked."""
    card = own_draft(deed.on, deed.me, deed.id(CARD))
    if card is None or not may_get(deed.on, deed.me, card.person_id):
        deed.post.tell(deed.me.id, SHUT, {})
    else:
        deed.post.tell(deed.me.id, GATHER, {CARD: str(card.id)})


def _ask(deed: Deed) -> None:
    """Asks one, or all; then the maker can ask more."""
    on, card = deed.on, _own(deed.on, deed.me.id, deed.id(CARD))
    if card is None or not may_get(on, deed.me, card.person_id):
        deed.post.tell(deed.me.id, SHUT, {})
        return
    asked, mate = on.unit.cards.signers(card.id), deed.id("mate")
    free = [one for one in senders(on, deed.me, card) if one not in asked]
    fresh = (free if mate == ALL else [one for one in free if one == mate])[: MOST - len(asked)]
    on.unit.cards.ask(card.id, fresh, on.now)
    until = later.next_open(on.now + LASTS)
    if on.unit.cards.gather(card.id, until):
        deed.post.do_later(deed.me.id, OVER, {CARD: str(card.id)}, until)
    for one in fresh:
        deed.post.later(one, SIGN, {CARD: str(card.id)}, on.now)
    deed.post.tell(deed.me.id, ASKED if mate == ALL else GATHER, {CARD: str(card.id)})


def _sign(deed: Deed) -> None:
    _answer(deed, "yes")


def _pass(deed: Deed) -> None:
    _answer(deed, "no")


def _answer(deed: Deed, says: Says) -> None:
    """Notes it, and sends the card when this was the last one to answer."""
    on, card = deed.on, find(deed.on, deed.id(CARD))
    open_now = card is not None and card.state == "round" and sends(on.unit, deed.me.id)
    if card is None or not open_now or not on.unit.cards.says(card.id, deed.me.id, says):
        deed.post.tell(deed.me.id, LATE, {})
        return
    if "asked" not in on.unit.cards.signers(card.id).values():
        _finish(on, deed.post, card)


def _over(due: Due) -> None:
    """Nobody waits any longer for who did not answer."""
    card = find(due.on, due.given.get(CARD, ""))
    if card is not None and card.state == "round":
        _finish(due.on, due.post, card)


def _finish(on: Setting, post: Post, card: Card) -> None:
    maker = on.unit.people.by_ids([card.maker_id or ""]).get(card.maker_id or "")
    if maker is None or not may_get(on, maker, card.person_id):
        card_post.shut(on, post, card)
        return
    post.call_off(maker.id, OVER, str(card.id))
    if card_post.send(on, post, card):
        post.later(maker.id, SENT, {CARD: str(card.id)}, on.now)


def _own(on: Setting, me: str, id: str) -> Card | None:
    """A card of one's own for which others can still be asked."""
    card = find(on, id)
    return card if card is not None and card.maker_id == me and card.state in ("draft", "round") else None


def _round(ask: Ask) -> Mapping[str, str] | None:
    """Who was asked to sign one's own card, and until when."""
    card = _own(ask.on, ask.me.id, ask.about)
    asked = ask.on.unit.cards.signers(card.id) if card is not None else {}
    if card is None or not asked:
        return None
    names = ask.on.unit.people.names(asked)
    mates = saying.listed(ask.on, sorted(names.values(), key=str.casefold))
    return {"mates": mates, "until": saying.on_day(ask.on, card.due_at), **facts(ask.on, card)}


def _to_sign(ask: Ask) -> Mapping[str, str] | None:
    """A card that one was asked to sign, as long as that can be done."""
    card = find(ask.on, ask.about)
    if card is None or card.state != "round" or not may_see(ask.on.unit, ask.me.id, card):
        return None
    answer = ask.on.unit.cards.signers(card.id).get(ask.me.id)
    names = ask.on.unit.people.names([card.maker_id]) if card.maker_id else {}
    if answer is None or not names:
        return None
    return {**facts(ask.on, card), "maker": names[card.maker_id or ""], "answer": answer}


PART = Part(
    lists={"card-mates": _mates},
    views={"card-round": _round, "card-to-sign": _to_sign},
    deeds={"gather_card": _gather, "ask_signer": _ask, "sign_card": _sign, "pass_card": _pass},
    timed={OVER: _over},
)
