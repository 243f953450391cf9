"""Sealing: what people typed stands nowhere in clear, and a readable copy is for themselves alone."""

import json
from pathlib import Path

from bot.storage.answers import NewAnswer
from bot.storage.database import Database
from bot.storage.shares import NewShare
from bot.storage.unit import Unit
from bot.storage.vault import Vault
from tests.storage.cast import FATIMA, JAN, NOW, bubble, settle_in, settled, typed
from tests.storage.spy import everything, raw_bytes, sealed_columns
from tests.storage.test_sessions import draft

CANARY = "mijn-kanarie-zingt"
SPELLINGS = (CANARY, CANARY.encode().hex(), CANARY.encode("utf-16-le").decode("latin-1"))


def live(unit: Unit) -> None:
    """Everything that a person can type, and everything that is said back, holds the canary."""
    settle_in(unit, JAN, FATIMA)
    text = json.dumps({"text": CANARY}).encode()
    unit.people.set_name(JAN, CANARY)
    unit.people.set_facts(JAN, text)
    unit.inbox.claim([typed("1", text=CANARY), typed(CANARY)])
    unit.inbox.settle([settled("1", 1, body=text), settled(CANARY, 2, body=CANARY.encode())])
    unit.outbox.add([bubble(3, body=text)])
    unit.sessions.save([draft(0, blob=text)])
    unit.answers.save([NewAnswer(person_id=JAN, flow="f", key="k", step="s", value=text, answered_at=NOW)])
    unit.shares.add([NewShare(person_id=JAN, whom="coach", flow="f", text=CANARY, shared_at=NOW)])
    unit.quarantine.put(typed("9", text=CANARY), person_id=JAN, error="x", body=text, at=NOW)


async def test_no_table_holds_typed_text_in_clear(database: Database) -> None:
    await database.write(live)
    dump = await database.read(lambda unit: everything(unit.connection))
    assert [spelling for spelling in SPELLINGS if spelling in dump] == []


async def test_no_byte_of_the_sqlite_files_holds_typed_text(sqlite_url: str, vault: Vault, tmp_path: Path) -> None:
    database = Database(sqlite_url, vault)
    await database.write(live)
    assert CANARY.encode() not in raw_bytes(tmp_path)
    database.close()
    assert CANARY.encode() not in raw_bytes(tmp_path)


async def test_the_canary_reads_back_everywhere(database: Database) -> None:
    """So that the tests above cannot pass because nothing was stored."""
    await database.write(live)
    copy = json.dumps(await database.read(lambda unit: unit.export(JAN)))
    assert copy.count(CANARY) == 7
    [row] = await database.read(lambda unit: unit.quarantine.all(9))
    assert CANARY.encode() in (await database.read(lambda unit: unit.quarantine.body(row.id)) or b"")
    assert CANARY.encode() in (await database.write(lambda unit: unit.sessions.load([JAN])))[JAN][0]


async def test_a_copy_holds_nothing_of_anyone_else(database: Database) -> None:
    await database.write(live)
    copy = json.dumps(await database.read(lambda unit: unit.export(FATIMA)))
    assert CANARY not in copy
    assert JAN not in copy


async def test_a_copy_is_readable(database: Database) -> None:
    await database.write(live)
    copy = await database.read(lambda unit: unit.export(JAN))
    assert copy["person"]["name"] == CANARY
    assert copy["answers"] == [
        {"flow": "f", "key": "k", "value": {"text": CANARY}, "answered_at": "2026-03-02T09:30:00+00:00"}
    ]
    assert [(line["side"], line["body"]) for line in copy["lines"]] == [
        ("in", {"text": CANARY}),
        ("in", CANARY),
        ("out", {"text": CANARY}),
    ]
    assert copy["shares"][0]["taken_back_at"] is None


async def test_a_long_talk_is_copied_whole(database: Database) -> None:
    await database.write(lambda unit: settle_in(unit, JAN))
    await database.write(lambda unit: unit.outbox.add([bubble(n) for n in range(1201)]))
    assert len((await database.read(lambda unit: unit.export(JAN)))["lines"]) == 1201


def test_every_column_of_bytes_says_that_it_is_sealed_or_a_key() -> None:
    assert {name for name in sealed_columns() if not name.endswith("_sealed")} == {"people.wrapped_key"}
