"""A house with someone in it who left a canary in every table, and who asks to be erased."""

from pathlib import Path
from typing import Any

from sqlalchemy import Table, insert

from bot.storage.answers import NewAnswer
from bot.storage.cards import NewCard
from bot.storage.circle import Look, Team
from bot.storage.circle_tables import cases, pairs
from bot.storage.database import Database
from bot.storage.eraser import Eraser
from bot.storage.intakes import Intake, Sheet
from bot.storage.invites import NewInvite
from bot.storage.ledger import Ledger
from bot.storage.media import MediaFolder, MediaRow
from bot.storage.meetings import NewMeeting
from bot.storage.organisations import Organisation
from bot.storage.pairs import Profile
from bot.storage.people import NewPerson
from bot.storage.progress import Finished
from bot.storage.requests import NewRequest
from bot.storage.sessions import SessionDraft
from bot.storage.shares import NewShare
from bot.storage.talks import NewTalk
from bot.storage.timers import NewTimer
from bot.storage.unit import Unit
from tests.storage.cast import DAY, FATIMA, NOW, bubble, settle_in, settled, typed
from tests.storage.spy import everything

CANARY = "canary"
PERSON = "erased0000000000"
ADDRESS = f"{CANARY}-address"


def live(unit: Unit) -> None:
    """Someone who left a canary in every table that can hold one."""
    if not unit.organisations.all():
        unit.organisations.add(Organisation(id="works", name="Works", demo=True, created_at=NOW))
    unit.people.add(
        NewPerson(
            id=PERSON,
            organisation_id="works",
            handle=f"{CANARY}0001",
            status="active",
            created_at=NOW,
            name=f"{CANARY} name",
            facts=f'{{"coach": "{CANARY} coach"}}'.encode(),
        )
    )
    unit.people.link("telegram", ADDRESS, PERSON)
    talk(unit)
    keep(unit)


def talk(unit: Unit) -> None:
    """What both sides said."""
    text = f"{CANARY} text".encode()
    arrivals = [typed(f"{ADDRESS}:{at}", person=ADDRESS) for at in range(3)]
    unit.inbox.claim(arrivals)
    unit.inbox.settle([settled(f"{ADDRESS}:{at}", at, person=PERSON, body=text) for at in (0, 1)])
    unit.outbox.add([bubble(2, person=PERSON, body=text), bubble(3, person=PERSON, body=text * 2000)])
    unit.quarantine.put(arrivals[2], person_id=PERSON, error="LookupError", body=text, at=NOW)


def keep(unit: Unit) -> None:
    """What is kept beside the talk."""
    text = f"{CANARY} kept".encode()
    unit.sessions.save(
        [
            SessionDraft(
                person_id=PERSON,
                flow=f"{CANARY}-flow",
                step="s",
                status="active",
                revision="r",
                version=0,
                blob=text,
                updated_at=NOW,
            )
        ]
    )
    unit.answers.save(
        [NewAnswer(person_id=PERSON, flow="f", key=CANARY, step="s", value=text, answered_at=NOW, marks=(CANARY,))]
    )
    unit.shares.add([NewShare(person_id=PERSON, whom=CANARY, flow="f", text=f"{CANARY} share", shared_at=NOW)])
    unit.requests.add([NewRequest(person_id=PERSON, kind="want_talk", flow=CANARY, asked_at=NOW)])
    unit.progress.add([Finished(person_id=PERSON, course=CANARY, lesson="", at=NOW)])
    unit.timers.set([NewTimer(person_id=PERSON, purpose=CANARY, due_at=NOW, planned_at=NOW, payload=CANARY)])
    unit.invites.make(NewInvite(code="x", person_id=PERSON, purpose=CANARY, created_at=NOW, expires_at=NOW))
    unit.web_sessions.open("token", PERSON, now=NOW, lasts=DAY)
    row = MediaRow(
        id="m1", person_id=PERSON, content_type=f"x/{CANARY}", size=1, file_name=f"{CANARY}.bin", created_at=NOW
    )
    unit.media.add(row)


def circle(unit: Unit) -> None:
    """The person among others: as the one whom a row is about, and as the other in a row of FATIMA."""
    unit.circle.add_team(Team(id="team", organisation_id="works", name="Team"), NOW)
    unit.circle.give_role(PERSON, "coach", "team", NOW)
    for who, other in ((PERSON, FATIMA), (FATIMA, PERSON)):
        unit.circle.bond(who, other, NOW)
        unit.circle.looked(who, Look(by_id=other, what="card", allowed=True, at=NOW))
        between(unit, who, other)
    unit.circle.allow(PERSON, "cards", NOW)
    unit.pairs.keep_profile(PERSON, Profile(words=f"{CANARY} buddy"), NOW)
    unit.circle.be_away(PERSON, NOW.date(), NOW.date())


def between(unit: Unit, who: str, other: str) -> None:
    """A row of each kind that is about `who`, and in which `other` has a place."""
    rows: list[tuple[Table, dict[str, Any]]] = [
        (cases, {"flow": "f", "way": "chat", "moment": "now", "urgent": False, "stage": "asked", "opened_at": NOW}),
    ]
    for table, values in rows:
        state = {"state": "closed"} if "state" in table.c else {}
        unit.connection.execute(insert(table), {"person_id": who, "coach_id": other, **state, **values})
    case = unit.cases.of(who)[0]
    unit.cases.ask(case.id, other, NOW)
    pair = {"person_answer": "yes", "other_answer": "yes", "state": "active", "proposed_at": NOW}
    unit.connection.execute(insert(pairs), {"person_id": who, "other_id": other, **pair})
    text = f"{CANARY} between"
    sheet = Sheet(words={"houding": text}, helps=text)
    intake = Intake(person_id=who, coach_id=other, state="sent", changed_at=NOW, draft=sheet, approved=sheet, why=text)
    unit.intakes.save(intake)
    unit.talks.add(NewTalk(person_id=who, coach_id=other, kind="call", minutes=5, at=NOW, agreed=text))
    meeting = NewMeeting(maker_id=who, kind="talk", at=NOW, minutes=5, made_at=NOW, place=text, guests=(other,))
    unit.meetings.add(meeting)
    card = NewCard(person_id=who, maker_id=other, design="d", text=text, made_at=NOW)
    id = unit.cards.add(card)
    unit.cards.ask(id, [other], NOW)
    unit.cards.says(id, other, "yes")
    (kept,) = unit.cards.under_way(who, "draft")
    unit.cards.send(kept, [text], NOW)
    unit.cards.deliver(id, NOW)
    unit.cards.thank(kept, text, NOW)


class House:
    """A database with the folder and the ledger beside it."""

    def __init__(self, database: Database, folder: Path) -> None:
        self.database = database
        self.media = MediaFolder(folder / "media")
        self.ledger = Ledger(folder / "erasures.txt")
        self.eraser = Eraser(database, self.ledger, self.media)

    async def fill(self) -> None:
        """The erased person of each test, someone else, and a file."""
        await self.database.write(lambda unit: settle_in(unit, FATIMA))
        await self.database.write(live)
        await self.database.write(circle)
        sealed = await self.database.read(lambda unit: unit.media.seal(PERSON, "m1", f"{CANARY} voice".encode()))
        self.media.write(f"{CANARY}.bin", sealed)

    async def dump(self) -> str:
        """All that stands in all tables."""
        return await self.database.read(lambda unit: everything(unit.connection))
