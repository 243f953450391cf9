"""A card as all its parts know it: who may send one to whom, who may see it, and what may be told of it."""

from collections.abc import Iterable, Mapping

from bot.circle import saying
from bot.circle.parts import Setting
from bot.circle.people import takes_part
from bot.circle.roles import facts_of
from bot.flows.around import Entry
from bot.storage.cards import Card, State
from bot.storage.people import PersonRow
from bot.storage.unit import Unit

CARD = "card"
"""The key under which ids of cards travel."""
CARDS = "cards"
"""What somebody says yes to who likes to receive cards."""
SENDERS = ("colleague", "coach")
UNDER_WAY: tuple[State, ...] = ("round", "waiting")


def find(on: Setting, id: str) -> Card | None:
    """The one with this id; what is no id finds nothing."""
    return on.unit.cards.get(int(id)) if id.isascii() and id.isdecimal() and len(id) < 16 else None


def own_draft(on: Setting, me: PersonRow, id: str) -> Card | None:
    """The same for its maker, as long as it was not sent and nobody was asked to sign it."""
    card = find(on, id)
    return card if card is not None and card.maker_id == me.id and card.state == "draft" else None


def sends(unit: Unit, person_id: str) -> bool:
    """Whether this person has a role now in which one sends cards."""
    return bool(set(unit.circle.roles_of(person_id)) & set(SENDERS))


def receivers(on: Setting, me: PersonRow) -> list[str]:
    """Who is open to cards, takes part, and is of the own organisation and (for who has one) the own team."""
    if not sends(on.unit, me.id):
        return []
    circle = on.unit.circle
    ids = [id for id in circle.who_is("employee", me.organisation_id) if id != me.id]
    rows = on.unit.people.by_ids(circle.who_allow(CARDS, ids))
    return [id for id in ids if id in rows and _gets(rows[id]) and _near(on, me, id)]


def senders(on: Setting, me: PersonRow, card: Card) -> list[str]:
    """Who could sign this card with its maker: senders for whom its receiver is as near."""
    ids = [id for role in SENDERS for id in on.unit.circle.who_is(role, me.organisation_id)]
    rows = on.unit.people.by_ids(ids)
    wanted = (id for id in dict.fromkeys(ids) if id not in (me.id, card.person_id))
    return [id for id in wanted if id in rows and takes_part(rows[id]) and _near(on, rows[id], card.person_id)]


def may_get(on: Setting, me: PersonRow, person_id: str) -> bool:
    """Whether this person may send that one a card, now."""
    return person_id in receivers(on, me)


def entries(on: Setting, ids: Iterable[str]) -> list[Entry]:
    """People by name; of two with one name the team is said, and nothing else of them."""
    wanted = list(ids)
    names = on.unit.people.names(wanted)
    count = [names[id] for id in wanted if id in names]
    found = [Entry(id, _told(on, id, names[id], count.count(names[id]) > 1)) for id in wanted if id in names]
    return sorted(found, key=lambda one: one.label.casefold())


def signed_by(unit: Unit, card: Card) -> list[str]:
    """The maker, and who signed with them."""
    others = [who for who, answer in unit.cards.signers(card.id).items() if answer == "yes"]
    return [*([card.maker_id] if card.maker_id else []), *others]


def names_on(unit: Unit, card: Card) -> list[str]:
    """The names that stand on it: those with which it was sent, before that those of who signed so far."""
    if card.state not in ("draft", "round"):
        return list(card.names)
    wanted = signed_by(unit, card)
    names = unit.people.names(wanted)
    return [names[one] for one in wanted if one in names]


def may_see(unit: Unit, person_id: str, card: Card) -> bool:
    """Its receiver once it was brought; its maker, and who was asked to sign and did not refuse."""
    if card.person_id == person_id:
        return card.delivered_at is not None
    if card.state == "closed" or not sends(unit, person_id):
        return False
    return person_id == card.maker_id or unit.cards.signers(card.id).get(person_id, "no") != "no"


def facts(on: Setting, card: Card) -> Mapping[str, str]:
    """What may be said of it to who may see it."""
    names, design = names_on(on.unit, card), on.library.cards.design(card.design)
    signed = saying.listed(on, names)
    picture = on.library.pictures.get(design.picture) if design else None
    alt = on.library.words.circle.cards.alt.format(
        title=design.title if design else "", shown=picture.alt if picture else "", text=card.text, names=signed
    )
    known = {"card": str(card.id), "alt": alt, "names": signed, "person": name(on, card.person_id)}
    return {key: fact for key, fact in known.items() if fact}


def name(on: Setting, person_id: str) -> str:
    """How this person is called."""
    return on.unit.people.names([person_id]).get(person_id, "")


def _gets(person: PersonRow) -> bool:
    """Whether cards can be brought to this person, in whose chat one is an employee."""
    return takes_part(person) and facts_of(person).get("role", "employee") == "employee"


def _near(on: Setting, sender: PersonRow, person_id: str) -> bool:
    """Whether they are of one organisation, and of one team when both have one."""
    roles = on.unit.circle.roles_of(sender.id)
    mine = {team for role, team in roles.items() if role in SENDERS}
    theirs = on.unit.circle.roles_of(person_id).get("employee")
    return None in mine or theirs is None or theirs in mine


def _told(on: Setting, id: str, name: str, twin: bool) -> str:
    team = next((team for team in on.unit.circle.roles_of(id).values() if team), None) if twin else None
    row = on.unit.people.by_ids([id])[id] if team else None
    teams = {one.id: one.name for one in on.unit.circle.teams(row.organisation_id)} if row else {}
    return on.library.words.circle.cards.twin.format(name=name, team=teams[team]) if team in teams else name
