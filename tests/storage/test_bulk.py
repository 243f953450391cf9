"""Bulk statements: every row lands where it should, whatever the order of columns and parameters."""

import pytest
from sqlalchemy import bindparam, select, update

from bot.storage.bulk import MOST_ROWS, BulkInsert, BulkUpdate
from bot.storage.database import Database
from bot.storage.tables import organisations
from bot.storage.unit import Unit
from tests.storage.cast import NOW

INSERT = BulkInsert(
    organisations,
    "name",
    "created_at",
    "demo",
    "id",
    finish=lambda insert: insert.on_conflict_do_nothing().returning(organisations.c.id),
)


def stored(unit: Unit) -> dict[str, str]:
    """Id -> name."""
    rows = unit.connection.execute(select(organisations.c.id, organisations.c.name))
    return {row.id: row.name for row in rows}


@pytest.mark.parametrize("count", [0, 1, 2, MOST_ROWS, MOST_ROWS + 1, 3 * MOST_ROWS])
async def test_every_row_is_inserted_once_and_returned(database: Database, count: int) -> None:
    rows = [(f"name {at}", NOW, False, f"id{at}") for at in range(count)]
    returned = await database.write(lambda unit: INSERT.returning(unit.connection, rows))
    assert sorted(id for (id,) in returned) == sorted(row[3] for row in rows)
    assert await database.read(stored) == {row[3]: row[0] for row in rows}


async def test_an_update_runs_for_each_row_and_counts_what_it_touched(database: Database) -> None:
    rename = BulkUpdate(
        update(organisations).where(organisations.c.id == bindparam("b_id")).values(name=bindparam("b_name")),
        "b_name",
        "b_id",
    )
    await database.write(
        lambda unit: INSERT.returning(unit.connection, [("a", NOW, False, "1"), ("b", NOW, True, "2")])
    )
    rows = [("x", "1"), ("y", "2"), ("z", "3")]
    assert await database.write(lambda unit: rename.run(unit.connection, rows)) == 2
    assert await database.read(stored) == {"1": "x", "2": "y"}
    assert await database.write(lambda unit: rename.run(unit.connection, [])) == 0


async def test_a_parameter_that_no_row_gives_a_value_is_found_at_the_first_run(database: Database) -> None:
    wrong = BulkUpdate(
        update(organisations).where(organisations.c.name == "constant").values(id=bindparam("b_id")), "b_id"
    )
    with pytest.raises(KeyError, match="name"):
        await database.write(lambda unit: wrong.run(unit.connection, [("1",)]))
