"""The circle around an employee: teams, roles, who coaches whom, what people said yes to, who looked at whom."""

from collections.abc import Iterable
from datetime import date, datetime

from msgspec import Struct
from sqlalchemy import delete, insert, select, update

from bot.storage.bulk import BulkInsert, replacing
from bot.storage.circle_tables import absences, bonds, looks, roles, teams, yeses
from bot.storage.repository import Repository
from bot.storage.tables import people


class Team(Struct, frozen=True, kw_only=True):
    """Part of an organisation."""

    id: str
    organisation_id: str
    name: str


class Look(Struct, frozen=True, kw_only=True):
    """Someone (`by_id`) looked at what is known of a person, or tried to."""

    by_id: str
    what: str
    allowed: bool
    at: datetime


_ROLE = BulkInsert(roles, "person_id", "role", "team_id", "given_at", finish=replacing(roles, "team_id"))
_BOND = BulkInsert(bonds, "person_id", "coach_id", "since", finish=replacing(bonds, "coach_id", "since"))
_YES = BulkInsert(yeses, "person_id", "what", "given_at", finish=lambda insert: insert.on_conflict_do_nothing())
_AWAY = BulkInsert(absences, "person_id", "first_day", "last_day", finish=replacing(absences, "last_day"))


class Circle(Repository):
    """Who is what to whom."""

    def add_team(self, team: Team, at: datetime) -> None:
        """Add a team; its id was made by the caller."""
        row = {"id": team.id, "organisation_id": team.organisation_id, "name": team.name, "created_at": at}
        self._connection.execute(insert(teams), row)

    def teams(self, organisation_id: str) -> list[Team]:
        """The teams of an organisation, by name."""
        wanted = select(teams.c.id, teams.c.organisation_id, teams.c.name)
        rows = self._connection.execute(
            wanted.where(teams.c.organisation_id == organisation_id).order_by(teams.c.name)
        ).mappings()
        return [Team(**row) for row in rows]

    def give_role(self, person_id: str, role: str, team_id: str | None, at: datetime) -> None:
        """Make someone this too, in a team or (None) for the whole organisation."""
        _ROLE.run(self._connection, [(person_id, role, team_id, at)])

    def take_role(self, person_id: str, role: str) -> bool:
        """End a role; False when it was not there."""
        here = (roles.c.person_id == person_id, roles.c.role == role)
        return self._connection.execute(delete(roles).where(*here)).rowcount == 1

    def roles_of(self, person_id: str) -> dict[str, str | None]:
        """Role -> team (None: the whole organisation)."""
        wanted = select(roles.c.role, roles.c.team_id).where(roles.c.person_id == person_id)
        return {row.role: row.team_id for row in self._connection.execute(wanted)}

    def who_is(self, role: str, organisation_id: str) -> list[str]:
        """Everybody with this role in the organisation, in the order in which they got it."""
        wanted = (
            select(roles.c.person_id)
            .join(people, people.c.id == roles.c.person_id)
            .where(roles.c.role == role, people.c.organisation_id == organisation_id, people.c.wrapped_key.is_not(None))
            .order_by(roles.c.given_at, roles.c.person_id)
        )
        return list(self._connection.execute(wanted).scalars())

    def bond(self, person_id: str, coach_id: str, at: datetime) -> None:
        """Let this coach be the one of this person."""
        _BOND.run(self._connection, [(person_id, coach_id, at)])

    def coach_of(self, person_id: str) -> str | None:
        """The coach of this person."""
        return self._connection.execute(select(bonds.c.coach_id).where(bonds.c.person_id == person_id)).scalar()

    def bond_since(self, person_id: str, coach_id: str) -> datetime | None:
        """Since when this is the coach of this person."""
        here = (bonds.c.person_id == person_id, bonds.c.coach_id == coach_id)
        return self._connection.execute(select(bonds.c.since).where(*here)).scalar()

    def coached_by(self, coach_id: str) -> list[str]:
        """Everybody of whom this is the coach, the longest first."""
        wanted = select(bonds.c.person_id).where(bonds.c.coach_id == coach_id)
        return list(self._connection.execute(wanted.order_by(bonds.c.since, bonds.c.person_id)).scalars())

    def pass_on(self, old_coach: str, new_coach: str, at: datetime) -> int:
        """Let another coach have everybody of this one; how many they were."""
        mine = update(bonds).where(bonds.c.coach_id == old_coach)
        return self._connection.execute(mine, {"coach_id": new_coach, "since": at}).rowcount

    def allow(self, person_id: str, what: str, at: datetime) -> None:
        """A person said yes to this."""
        _YES.run(self._connection, [(person_id, what, at)])

    def forbid(self, person_id: str, what: str) -> None:
        """A person said no, or no longer."""
        self._connection.execute(delete(yeses).where(yeses.c.person_id == person_id, yeses.c.what == what))

    def allows(self, person_id: str, what: str) -> bool:
        """Whether this person said yes to this."""
        here = (yeses.c.person_id == person_id, yeses.c.what == what)
        return self._connection.execute(select(yeses.c.given_at).where(*here)).first() is not None

    def all_allowed(self, person_id: str) -> list[str]:
        """All that this person said yes to."""
        wanted = select(yeses.c.what).where(yeses.c.person_id == person_id).order_by(yeses.c.what)
        return list(self._connection.execute(wanted).scalars())

    def who_allow(self, what: str, ids: Iterable[str]) -> set[str]:
        """Which of these people said yes to this."""
        here = (yeses.c.what == what, yeses.c.person_id.in_(sorted(set(ids))))
        return set(self._connection.execute(select(yeses.c.person_id).where(*here)).scalars())

    def be_away(self, person_id: str, first: date, last: date) -> None:
        """Someone will not be there on these days."""
        _AWAY.run(self._connection, [(person_id, first, last)])

    def be_back(self, person_id: str) -> None:
        """Someone is there again: no absence is planned any more."""
        self._connection.execute(delete(absences).where(absences.c.person_id == person_id))

    def absences_of(self, person_id: str, day: date) -> list[tuple[date, date]]:
        """The absences that are not over on this day, as first and last day, the nearest first."""
        wanted = select(absences.c.first_day, absences.c.last_day).order_by(absences.c.first_day)
        rows = self._connection.execute(wanted.where(absences.c.person_id == person_id, absences.c.last_day >= day))
        return [(row.first_day, row.last_day) for row in rows]

    def away_until(self, person_id: str, day: date) -> date | None:
        """The last day of the absence in which this day falls."""
        here = (absences.c.person_id == person_id, absences.c.first_day <= day, absences.c.last_day >= day)
        return self._connection.execute(select(absences.c.last_day).where(*here)).scalar()

    def looked(self, person_id: str, look: Look) -> None:
        """Note who looked at what."""
        row = {"person_id": person_id, "by_id": look.by_id, "what": look.what, "allowed": look.allowed, "at": look.at}
        self._connection.execute(insert(looks), row)

    def looks_at(self, person_id: str) -> list[Look]:
        """Who looked at this person's card, the newest first."""
        wanted = select(looks.c.by_id, looks.c.what, looks.c.allowed, looks.c.at)
        rows = self._connection.execute(wanted.where(looks.c.person_id == person_id).order_by(looks.c.id.desc()))
        return [Look(**row) for row in rows.mappings()]
