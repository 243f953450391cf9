"""What is remembered of Slack: the files of each workspace, and who is there."""

from datetime import datetime, timedelta

from bot.storage.database import Database
from bot.storage.sessions import SessionDraft
from bot.storage.unit import Unit
from tests.storage.cast import FATIMA, JAN, NOW, settle_in

THIRD = "third00000000000"


def draft(person: str, at: datetime) -> SessionDraft:
    """Somebody who talked then."""
    return SessionDraft(
        person_id=person, flow="", step="", status="active", revision="", version=0, blob=b"{}", updated_at=at
    )  # fmt: skip


async def test_a_file_is_remembered_for_its_workspace_until_it_is_forgotten(database: Database) -> None:
    def keep(unit: Unit) -> None:
        unit.slack.keep_file_id("T1", "sun.webp:aa", "F1")
        unit.slack.keep_file_id("T2", "sun.webp:aa", "F2")
        unit.slack.keep_file_id("T1", "sun.webp:aa", "F3")

    await database.write(keep)
    assert await database.read(lambda unit: unit.slack.file_ids("T1")) == {"sun.webp:aa": "F3"}
    await database.write(lambda unit: unit.slack.forget_file_id("T1", "sun.webp:aa"))
    assert await database.read(lambda unit: unit.slack.file_ids("T1")) == {}
    assert await database.read(lambda unit: unit.slack.file_ids("T2")) == {"sun.webp:aa": "F2"}


async def test_who_was_talking_last_comes_first_and_who_never_talked_is_there_too(database: Database) -> None:
    def settle(unit: Unit) -> None:
        settle_in(unit, JAN, FATIMA, THIRD)
        for address, person in (("U1", JAN), ("U2", FATIMA), ("U3", THIRD)):
            unit.people.link("slack", address, person)
        unit.sessions.save([draft(JAN, NOW), draft(FATIMA, NOW + timedelta(minutes=1))])

    await database.write(settle)
    assert await database.read(lambda unit: unit.slack.members()) == ["U2", "U1", "U3"]
