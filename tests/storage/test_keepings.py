"""Answers, shares, requests, progress, media and quarantine: kept for the right person, and for no other eye."""

from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.errors import DataFolderError, SealBrokenError
from bot.storage.answers import NewAnswer
from bot.storage.database import Database
from bot.storage.media import MediaFolder, MediaRow
from bot.storage.progress import Finished
from bot.storage.requests import NewRequest
from bot.storage.shares import NewShare
from bot.storage.tables import answers
from bot.storage.unit import Unit
from tests.storage.cast import DAY, FATIMA, JAN, MINUTE, NOW, settle_in, typed
from tests.storage.test_sessions import draft


def answer(key: str, value: bytes = b'"yes"', *, flow: str = "f", person: str = JAN, at: datetime = NOW) -> NewAnswer:
    """An answer with two marks."""
    return NewAnswer(
        person_id=person, flow=flow, key=key, step="s", value=value, answered_at=at, marks=("medical", "number")
    )


@pytest.fixture
async def lived_in(database: Database) -> Database:
    """Jan and Fatima are there."""
    await database.write(lambda unit: settle_in(unit, JAN, FATIMA))
    return database


async def test_an_answer_reads_back(lived_in: Database) -> None:
    given = [answer("a"), answer("b", flow="g", at=NOW + MINUTE), answer("a", person=FATIMA)]
    await lived_in.write(lambda unit: unit.answers.save(given))
    assert await lived_in.read(lambda unit: unit.answers.of(JAN)) == given[:2]
    assert await lived_in.read(lambda unit: unit.answers.of(JAN, "g")) == given[1:2]


async def test_a_later_answer_replaces_the_earlier_one(lived_in: Database) -> None:
    await lived_in.write(lambda unit: unit.answers.save([answer("a", b"1"), answer("a", b"2")]))
    await lived_in.write(lambda unit: unit.answers.save([answer("a", b"3", at=NOW + DAY)]))
    assert await lived_in.read(lambda unit: unit.answers.of(JAN)) == [answer("a", b"3", at=NOW + DAY)]


async def test_an_answer_can_be_taken_away(lived_in: Database) -> None:
    await lived_in.write(lambda unit: unit.answers.save([answer("a")]))
    assert not await lived_in.write(lambda unit: unit.answers.remove(FATIMA, "f", "a"))
    assert await lived_in.write(lambda unit: unit.answers.remove(JAN, "f", "a"))
    assert await lived_in.read(lambda unit: unit.answers.of(JAN)) == []


@pytest.mark.parametrize("other", [answer("b"), answer("a", flow="g"), answer("a", person=FATIMA)])
async def test_an_answer_that_was_moved_to_another_row_does_not_open(lived_in: Database, other: NewAnswer) -> None:
    def swap(unit: Unit) -> None:
        unit.answers.save([answer("a"), other])
        mine = (answers.c.person_id == JAN, answers.c.flow == "f", answers.c.key == "a")
        taken = unit.connection.execute(select(answers.c.value_sealed).where(*mine)).scalar_one()
        here = (answers.c.person_id == other.person_id, answers.c.flow == other.flow, answers.c.key == other.key)
        unit.connection.execute(answers.update().where(*here), {"value_sealed": taken})

    await lived_in.write(swap)
    with pytest.raises(SealBrokenError):
        await lived_in.read(lambda unit: unit.answers.of(other.person_id))


async def test_a_share_is_seen_by_whom_it_is_for_until_it_is_taken_back(lived_in: Database) -> None:
    shares = [
        NewShare(person_id=person, whom=whom, flow="f", text=f"for {whom}", shared_at=NOW)
        for person, whom in ((JAN, "coach"), (JAN, "buddy"), (FATIMA, "coach"))
    ]
    await lived_in.write(lambda unit: unit.shares.add(shares))

    async def seen() -> list[str]:
        return [one.text for one in await lived_in.read(lambda unit: unit.shares.seen_by("coach", [JAN]))]

    mine = await lived_in.read(lambda unit: unit.shares.of(JAN))
    assert ([one.text for one in mine], await seen()) == (["for coach", "for buddy"], ["for coach"])
    assert not await lived_in.write(lambda unit: unit.shares.take_back(FATIMA, mine[0].id, NOW))
    assert await seen() == ["for coach"]
    assert await lived_in.write(lambda unit: unit.shares.take_back(JAN, mine[0].id, NOW))
    assert not await lived_in.write(lambda unit: unit.shares.take_back(JAN, mine[0].id, NOW))
    assert await seen() == []
    assert len(await lived_in.read(lambda unit: unit.shares.of(JAN))) == 2


async def test_a_request_is_open_until_it_is_done(lived_in: Database) -> None:
    asked = [NewRequest(person_id=who, kind="want_talk", flow="f", asked_at=NOW) for who in (JAN, FATIMA)]
    await lived_in.write(lambda unit: unit.requests.add(asked))
    [mine] = await lived_in.read(lambda unit: unit.requests.open_for([JAN]))
    assert (mine.person_id, mine.kind, mine.done_at) == (JAN, "want_talk", None)
    assert await lived_in.write(lambda unit: unit.requests.done(mine.id, NOW + DAY))
    assert not await lived_in.write(lambda unit: unit.requests.done(mine.id, NOW + DAY))
    assert await lived_in.read(lambda unit: unit.requests.open_for([JAN])) == []
    assert [one.done_at for one in await lived_in.read(lambda unit: unit.requests.of(JAN))] == [NOW + DAY]


async def test_what_was_finished_twice_counts_from_the_first_time(lived_in: Database) -> None:
    done = [
        Finished(person_id=who, course="c", lesson=lesson, at=at)
        for who, lesson, at in ((JAN, "one", NOW), (JAN, "", NOW + MINUTE), (JAN, "one", NOW + DAY), (FATIMA, "", NOW))
    ]
    await lived_in.write(lambda unit: unit.progress.add(done))
    await lived_in.write(lambda unit: unit.progress.add(done[2:3]))
    assert await lived_in.read(lambda unit: unit.progress.of(JAN)) == done[:2]
    assert [one.event for one in done[:2]] == ["lesson", "course"]
    assert await lived_in.read(lambda unit: unit.progress.finishers("c")) == 2


async def test_the_file_of_one_person_is_not_given_to_another(lived_in: Database, tmp_path: Path) -> None:
    folder = MediaFolder(tmp_path / "media")
    row = MediaRow(id="m1", person_id=JAN, content_type="audio/ogg", size=5, file_name="m1.bin", created_at=NOW)

    def put(unit: Unit) -> None:
        folder.write("m1.bin", unit.media.seal(JAN, "m1", b"voice"))
        unit.media.add(row)

    def opened(person: str, media_id: str, unit: Unit) -> bytes:
        return unit.media.unseal(person, media_id, folder.read("m1.bin"))

    await lived_in.write(put)
    assert await lived_in.read(lambda unit: unit.media.get(JAN, "m1")) == row
    assert await lived_in.read(lambda unit: unit.media.get(FATIMA, "m1")) is None
    assert b"voice" not in (tmp_path / "media" / "m1.bin").read_bytes()
    assert await lived_in.read(lambda unit: unit.media.unseal(JAN, "m1", folder.read("m1.bin"))) == b"voice"
    for person, media_id in ((JAN, "m2"), (FATIMA, "m1")):
        with pytest.raises(SealBrokenError):
            await lived_in.read(partial(opened, person, media_id))


@pytest.mark.parametrize("name", ["../other", "a/b", "/etc/passwd", "..", ".", ""])
def test_a_file_name_never_leaves_the_folder(tmp_path: Path, name: str) -> None:
    folder = MediaFolder(tmp_path / "media")
    for do in (lambda: folder.write(name, b"x"), lambda: folder.read(name), lambda: folder.remove([name])):
        with pytest.raises(ValueError, match="is not a bare file name"):
            do()


def test_a_file_that_cannot_be_written_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "media" / "a.bin").mkdir(parents=True)
    with pytest.raises(DataFolderError, match=r"The folder .*/media cannot be written"):
        MediaFolder(tmp_path / "media").write("a.bin", b"x")
    assert [path.name for path in (tmp_path / "media").iterdir()] == ["a.bin"]


def test_removing_a_file_twice_is_fine(tmp_path: Path) -> None:
    folder = MediaFolder(tmp_path / "media")
    folder.write("a.bin", b"x")
    folder.remove(["a.bin", "b.bin"])
    folder.remove(["a.bin"])
    with pytest.raises(FileNotFoundError):
        folder.read("a.bin")


async def test_old_files_are_named_and_their_rows_go_after_them(lived_in: Database) -> None:
    rows = [
        MediaRow(id=id, person_id=JAN, content_type="audio/ogg", size=1, file_name=f"{id}.bin", created_at=at)
        for id, at in (("old", NOW), ("new", NOW + DAY))
    ]
    for row in rows:
        await lived_in.write(partial(keep, row))
    names = await lived_in.read(lambda unit: unit.retention.old_files(NOW + MINUTE))
    assert names == ["old.bin"]
    assert await lived_in.write(lambda unit: unit.retention.files_gone(names)) == 1
    assert await lived_in.read(lambda unit: unit.retention.old_files(NOW + MINUTE)) == []
    assert await lived_in.read(lambda unit: unit.media.of(JAN)) == rows[1:]


def keep(row: MediaRow, unit: Unit) -> None:
    """Keeps the row of one file."""
    unit.media.add(row)


async def test_a_quarantined_message_is_not_tried_again(lived_in: Database) -> None:
    def put(unit: Unit) -> None:
        unit.quarantine.put(typed("1"), person_id=JAN, error="LookupError", body=b"from Jan", at=NOW)
        unit.quarantine.put(typed("2"), person_id=None, error="DecodeError", body=b"from a stranger", at=NOW)

    await lived_in.write(put)
    assert await lived_in.write(lambda unit: unit.inbox.claim([typed("1"), typed("2")])) == set()
    newest, oldest = await lived_in.read(lambda unit: unit.quarantine.all(9))
    assert (newest.external_id, newest.error, newest.person_id) == ("2", "DecodeError", None)
    assert await lived_in.read(lambda unit: unit.quarantine.body(newest.id)) == b"from a stranger"
    assert await lived_in.read(lambda unit: unit.quarantine.body(oldest.id)) == b"from Jan"
    assert await lived_in.read(lambda unit: unit.quarantine.body(999)) is None


async def test_a_message_can_be_quarantined_after_it_was_claimed(lived_in: Database) -> None:
    await lived_in.write(lambda unit: unit.inbox.claim([typed("1")]))
    await lived_in.write(lambda unit: unit.quarantine.put(typed("1"), person_id=JAN, error="x", body=b"", at=NOW))
    assert await lived_in.read(lambda unit: unit.quarantine.count()) == 1
    assert await lived_in.write(lambda unit: unit.retention.quarantine(NOW)) == 0
    assert await lived_in.write(lambda unit: unit.retention.quarantine(NOW + MINUTE)) == 1
    assert await lived_in.write(lambda unit: unit.inbox.claim([typed("1")])) == set()


async def test_answers_go_when_the_journey_ended_long_ago_and_not_before(lived_in: Database) -> None:
    def live(unit: Unit) -> None:
        for person in (JAN, FATIMA):
            unit.sessions.save([draft(0, person=person)])
            unit.answers.save([answer("a", person=person)])
            unit.shares.add([NewShare(person_id=person, whom="coach", flow="f", text="t", shared_at=NOW)])
        unit.people.set_status(JAN, "stopped")

    await lived_in.write(live)
    assert await lived_in.write(lambda unit: unit.retention.answers(NOW)) == 0
    assert await lived_in.write(lambda unit: unit.retention.answers(NOW + DAY)) == 1
    assert await lived_in.write(lambda unit: unit.retention.answers(NOW + DAY)) == 0
    assert await lived_in.read(partial(left_of, JAN)) == (0, 0, 0)
    assert await lived_in.read(partial(left_of, FATIMA)) == (1, 1, 1)


def left_of(person: str, unit: Unit) -> tuple[int, int, int]:
    """How many answers, shares and sessions of a person are left."""
    sessions = unit.sessions.load([person], lock=False)
    return len(unit.answers.of(person)), len(unit.shares.of(person)), len(sessions)
