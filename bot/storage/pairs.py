"""Pairs of buddies: who looks for one, who was proposed to whom, what two agreed on, and how they reach each other."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal

import msgspec
from msgspec import Struct
from sqlalchemy import Select, delete, insert, or_, select, update

from bot.storage.bulk import BulkInsert, replacing
from bot.storage.circle_tables import pairs, profiles, yeses
from bot.storage.repository import AnyRow, Repository
from bot.storage.tables import people

State = Literal["proposed", "active", "off", "refused", "ended"]
"""`off` may be proposed again; `refused` and `ended` never."""
Says = Literal["asked", "yes"]
Side = Literal["person", "other"]

LOOKS = "buddy"
"""The yes of who looks for a buddy."""
BODY, CONTACT = "profile", "buddy contact"
_OPEN = pairs.c.state.in_(("proposed", "active"))


class Profile(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a buddy may know: codes for what one likes, when and how, and words that were meant for this."""

    likes: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    way: str = ""
    words: str = ""


class Seeker(Struct, frozen=True, kw_only=True):
    """Somebody who looks for a buddy and has none."""

    person_id: str
    kept_at: datetime
    profile: Profile


class Deal(Struct, frozen=True, kw_only=True):
    """How often, in which way, and who begins (a person, or nobody: by turns); `by` proposed it."""

    rhythm: str
    way: str
    starts: str
    by: str = ""
    agreed: bool = False


class Pair(Struct, frozen=True, kw_only=True):
    """Two people; `says` and `contacts` are by person."""

    id: int
    people: tuple[str, str]
    says: dict[str, str]
    state: State
    proposed_at: datetime
    started_at: datetime | None
    ended_at: datetime | None
    deal: Deal | None
    contacts: dict[str, str]

    def other(self, person_id: str) -> str:
        """The other of the two."""
        return self.people[1] if person_id == self.people[0] else self.people[0]


_KEEP = BulkInsert(
    profiles, "person_id", "body_sealed", "kept_at", finish=replacing(profiles, "body_sealed", "kept_at")
)


class Pairs(Repository):
    """Profiles and pairs."""

    def keep_profile(self, person_id: str, profile: Profile, at: datetime) -> None:
        """Keep it in the place of what was there."""
        sealed = self._keys.seal(person_id, BODY, msgspec.json.encode(profile))
        _KEEP.run(self._connection, [(person_id, sealed, at)])

    def profile_of(self, person_id: str) -> Profile | None:
        """What a buddy may know of this person."""
        wanted = select(profiles.c.body_sealed).where(profiles.c.person_id == person_id)
        sealed = self._connection.execute(wanted).scalar()
        return None if sealed is None else self._profile(person_id, sealed)

    def seekers(self, organisation_id: str) -> list[Seeker]:
        """Who takes part in this organisation, said yes to a buddy and has none, the longest waiting first."""
        taken = select(pairs.c.person_id).where(_OPEN).union(select(pairs.c.other_id).where(_OPEN))
        rows = self._connection.execute(
            select(profiles.c.person_id, profiles.c.body_sealed, profiles.c.kept_at)
            .join(people, people.c.id == profiles.c.person_id)
            .join(yeses, yeses.c.person_id == profiles.c.person_id)
            .where(
                people.c.organisation_id == organisation_id,
                people.c.wrapped_key.is_not(None),
                people.c.status == "active",
                yeses.c.what == LOOKS,
                profiles.c.person_id.not_in(taken),
            )
            .order_by(profiles.c.kept_at, profiles.c.person_id)
        ).all()
        self._keys.fetch(row.person_id for row in rows)
        return [
            Seeker(person_id=row.person_id, kept_at=row.kept_at, profile=self._profile(row.person_id, row.body_sealed))
            for row in rows
        ]

    def propose(self, one: str, other: str, at: datetime) -> Pair | None:
        """Propose two people to each other; None when one of them has a buddy or a proposal meanwhile."""
        # Both rows are held until the end of the transaction, so that nobody is proposed to two people at once.
        both = select(people.c.id).where(people.c.id.in_((one, other)), people.c.wrapped_key.is_not(None))
        held = self._connection.execute(both.order_by(people.c.id).with_for_update()).all()
        if len(held) != len({one, other}) or self.open_of(one) or self.open_of(other):
            return None
        row = {
            "person_id": one,
            "other_id": other,
            "person_answer": "asked",
            "other_answer": "asked",
            "state": "proposed",
            "proposed_at": at,
        }
        return self.get(self._connection.execute(insert(pairs).returning(pairs.c.id), row).scalar_one())

    def get(self, pair_id: int) -> Pair | None:
        """One pair."""
        return next(iter(self._all(select(pairs).where(pairs.c.id == pair_id))), None)

    def open_of(self, person_id: str) -> Pair | None:
        """The buddy of this person, or the proposal that lies open."""
        return next(iter(self._all(select(pairs).where(_OPEN, _has(person_id)))), None)

    def all_of(self, person_id: str) -> list[Pair]:
        """Every pair of this person, also what is over, oldest first."""
        return self._all(select(pairs).where(_has(person_id)))

    def overdue(self, organisation_id: str, before: datetime) -> list[Pair]:
        """Proposals in this organisation that were made before then, and not answered by both."""
        theirs = select(people.c.id).where(people.c.organisation_id == organisation_id)
        late = (pairs.c.state == "proposed", pairs.c.proposed_at <= before)
        return self._all(select(pairs).where(*late, pairs.c.person_id.in_(theirs)))

    def say_yes(self, pair: Pair, person_id: str) -> None:
        """Note that this person wants it."""
        self._change(pair.id, **{f"{_side(pair, person_id)}_answer": "yes"})

    def start(self, pair_id: int, at: datetime) -> bool:
        """From now on they are buddies, if both said yes; False when they did not, or were already."""
        both = (pairs.c.person_answer == "yes", pairs.c.other_answer == "yes", pairs.c.state == "proposed")
        changed = update(pairs).where(pairs.c.id == pair_id, *both)
        return self._connection.execute(changed, {"state": "active", "started_at": at}).rowcount == 1

    def end(self, pair_id: int, state: State, at: datetime) -> bool:
        """Let it be over, with how they could reach each other; False when it was over."""
        over = {"state": state, "ended_at": at, "person_contact_sealed": None, "other_contact_sealed": None}
        return self._connection.execute(update(pairs).where(pairs.c.id == pair_id, _OPEN), over).rowcount == 1

    def offer(self, pair: Pair, deal: Deal) -> None:
        """Lay an agreement before the other, in the place of what was agreed."""
        starts = _side(pair, deal.starts) if deal.starts else None
        by = _side(pair, deal.by)
        self._change(pair.id, rhythm=deal.rhythm, way=deal.way, starts=starts, deal_by=by, agreed_at=None)

    def agree(self, pair_id: int, at: datetime) -> None:
        """The agreement counts."""
        self._change(pair_id, agreed_at=at)

    def set_contact(self, pair: Pair, person_id: str, contact: str) -> None:
        """Keep how this person can be reached by the other; with no words it goes away."""
        sealed = self._keys.seal(person_id, CONTACT, contact.encode()) if contact else None
        self._change(pair.id, **{f"{_side(pair, person_id)}_contact_sealed": sealed})

    def forget(self, person_id: str) -> None:
        """Throw the profile away."""
        self._connection.execute(delete(profiles).where(profiles.c.person_id == person_id))

    def _change(self, pair_id: int, **values: object) -> None:
        self._connection.execute(update(pairs).where(pairs.c.id == pair_id, _OPEN), values)

    def _profile(self, person_id: str, sealed: bytes) -> Profile:
        return msgspec.json.decode(self._keys.unseal(person_id, BODY, sealed), type=Profile)

    def _all(self, wanted: Select[Any]) -> list[Pair]:
        rows: Sequence[AnyRow] = self._connection.execute(wanted.order_by(pairs.c.id)).all()
        self._keys.fetch(one for row in rows for one in (row.person_id, row.other_id))
        return [self._pair(row) for row in rows]

    def _pair(self, row: AnyRow) -> Pair:
        sealed = {row.person_id: row.person_contact_sealed, row.other_id: row.other_contact_sealed}
        given = {who: self._keys.unseal(who, CONTACT, one).decode() for who, one in sealed.items() if one is not None}
        return Pair(
            id=row.id,
            people=(row.person_id, row.other_id),
            says={row.person_id: row.person_answer, row.other_id: row.other_answer},
            state=row.state,
            proposed_at=row.proposed_at,
            started_at=row.started_at,
            ended_at=row.ended_at,
            deal=_deal(row),
            contacts=given,
        )


def _has(person_id: str) -> Any:
    return or_(pairs.c.person_id == person_id, pairs.c.other_id == person_id)


def _side(pair: Pair, person_id: str) -> Side:
    return "person" if person_id == pair.people[0] else "other"


def _deal(row: AnyRow) -> Deal | None:
    if row.deal_by is None:
        return None
    of = {"person": row.person_id, "other": row.other_id}
    return Deal(
        rhythm=row.rhythm,
        way=row.way,
        starts=of.get(row.starts, ""),
        by=of[row.deal_by],
        agreed=row.agreed_at is not None,
    )
