"""Lines: the history of a conversation gives every row once, in order, however it is paged through."""

from functools import partial
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.storage.database import Database
from bot.storage.lines import Line
from bot.storage.unit import Unit
from tests.storage.cast import DAY, FATIMA, JAN, NOW, bubble, settle_in, settled, typed
from tests.storage.spy import analyze, plan, statements

PERSONS = count(1)
SIDES = st.lists(st.sampled_from(["in", "out", "gap"]), max_size=40)


def talk(unit: Unit, person: str, sides: list[str]) -> None:
    """A conversation of which line n came from side n; a gap is a place that nothing took."""
    settle_in(unit, person)
    for n, side in enumerate(sides):
        if side == "in":
            unit.inbox.claim([typed(f"{person} {n}", person=person)])
            unit.inbox.settle([settled(f"{person} {n}", n, person=person, body=b"line %d" % n)])
        elif side == "out":
            unit.outbox.add([bubble(n, person=person, body=b"line %d" % n)])


def forward(unit: Unit, person: str, limit: int) -> list[Line]:
    """The whole conversation, page by page, from the start."""
    found: list[Line] = []
    while page := unit.lines.after(person, found[-1].n if found else -1, limit):
        assert len(page) <= limit
        found += page
    return found


def backward(unit: Unit, person: str, limit: int) -> list[Line]:
    """The whole conversation, page by page, from the end."""
    found: list[Line] = []
    page = unit.lines.before(person, limit)
    while page:
        assert len(page) <= limit
        found = page + found
        page = unit.lines.before(person, limit, n=found[0].n)
    return found


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sides=SIDES, limit=st.integers(min_value=1, max_value=12))
async def test_every_line_comes_once_and_in_order(database: Database, sides: list[str], limit: int) -> None:
    person = f"person{next(PERSONS):010d}"
    await database.write(lambda unit: talk(unit, person, sides))
    expected = [(n, side, b"line %d" % n) for n, side in enumerate(sides) if side != "gap"]
    for pages in (forward, backward):
        found = await database.read(partial(pages, person=person, limit=limit))
        assert [(line.n, line.side, line.body) for line in found] == expected


async def test_a_line_says_what_its_side_knows(database: Database) -> None:
    await database.write(lambda unit: talk(unit, JAN, ["in", "out"]))
    mine, said = await database.read(lambda unit: unit.lines.after(JAN, -1, 9))
    assert (mine.kind, mine.external_id, mine.state, mine.channel) == ("text", f"{JAN} 0", "", "telegram")
    assert (said.kind, said.external_id, said.state, said.duty) == ("", "", "waiting", "course")


async def test_the_lines_of_someone_else_never_show(database: Database) -> None:
    await database.write(lambda unit: talk(unit, JAN, ["in", "out", "in"]))
    await database.write(lambda unit: talk(unit, FATIMA, ["out"]))
    assert [line.n for line in await database.read(lambda unit: unit.lines.before(FATIMA, 9))] == [0]


async def test_the_purge_takes_old_lines_and_leaves_the_rest(database: Database) -> None:
    def grow(unit: Unit) -> list[int]:
        talk(unit, JAN, ["in", "out"])
        return unit.outbox.add([bubble(7, due_at=NOW + DAY), bubble(8)])

    new, old = await database.write(grow)
    await database.write(lambda unit: unit.outbox.mark_sent([new, old], NOW))
    assert await database.write(lambda unit: unit.retention.lines(NOW + DAY)) == 2
    assert await database.write(lambda unit: unit.retention.lines(NOW + DAY)) == 0
    left = await database.read(lambda unit: unit.lines.after(JAN, -1, 9))
    assert [(line.n, line.state) for line in left] == [(1, "waiting"), (7, "sent")]


@pytest.mark.parametrize("limit", [1, 5])
async def test_the_purge_takes_more_than_one_bite(
    database: Database, monkeypatch: pytest.MonkeyPatch, limit: int
) -> None:
    monkeypatch.setattr("bot.storage.retention.BITE", limit)
    await database.write(lambda unit: talk(unit, JAN, ["in"] * 6))
    taken = [await database.write(lambda unit: unit.retention.lines(NOW + DAY)) for _ in range(7)]
    assert sum(taken) == 6
    assert max(taken) == limit


async def test_the_purge_does_not_read_what_was_purged_before(database: Database) -> None:
    await database.write(lambda unit: talk(unit, JAN, ["in"] * 300))
    while await database.write(lambda unit: unit.retention.lines(NOW + DAY)):
        pass
    await database.write(lambda unit: analyze(unit.connection))

    def look(unit: Unit) -> str:
        with statements() as ran:
            unit.retention.lines(NOW + DAY)
        return plan(unit.connection, *ran[0])

    assert "ix_inbox_kept" in await database.write(look)
