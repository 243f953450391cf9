"""Hulpvragen in the store: one open for each person, and of two who want it at once one has it."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from bot.storage.cases import Case, Cases, NewCase
from bot.storage.database import Database
from bot.storage.unit import Unit
from tests.storage.cast import FATIMA, JAN, MINUTE, NOW, settle_in

MO = "mo00000000000000"


@pytest.fixture
async def house(database: Database) -> Database:
    """Two who want help, and one who can give it."""
    await database.write(lambda unit: settle_in(unit, JAN, FATIMA, MO))
    return database


def opened(cases: Cases, person: str = JAN, **fields: Any) -> Case:
    """A hulpvraag that was just opened."""
    assert cases.open(NewCase(**{"person_id": person, "opened_at": NOW, **fields}))
    case = cases.open_of(person)
    assert case is not None
    return case


async def test_one_that_is_open_is_not_opened_twice_and_a_closed_one_makes_place(house: Database) -> None:
    def work(unit: Unit) -> None:
        first = opened(unit.cases, way="call", moment="morning")
        assert not unit.cases.open(NewCase(person_id=JAN, opened_at=NOW + MINUTE))
        assert unit.cases.open_of(JAN) == first
        assert (first.state, first.stage, first.way, first.moment) == ("open", "planned", "call", "morning")
        assert opened(unit.cases, FATIMA).id != first.id
        assert unit.cases.close(first.id, NOW)
        assert not unit.cases.close(first.id, NOW + MINUTE)
        assert opened(unit.cases).id != first.id
        assert [one.state for one in unit.cases.of(JAN)] == ["closed", "open"]

    await house.write(work)


@pytest.mark.parametrize("state", ["claimed", "talking"])
async def test_one_that_somebody_has_is_open_too(house: Database, state: str) -> None:
    def work(unit: Unit) -> None:
        case = opened(unit.cases)
        assert unit.cases.claim(case.id, MO, NOW)
        if state == "talking":
            assert unit.cases.begin(case.id, MO)
        assert not unit.cases.open(NewCase(person_id=JAN, opened_at=NOW))

    await house.write(work)


async def test_the_first_claim_wins(house: Database) -> None:
    def work(unit: Unit) -> None:
        case = opened(unit.cases)
        assert unit.cases.claim(case.id, MO, NOW)
        assert not unit.cases.claim(case.id, FATIMA, NOW)
        assert not unit.cases.claim(case.id, MO, NOW)
        found = unit.cases.get(case.id)
        assert found is not None
        assert (found.coach_id, found.state, found.answered) == (MO, "claimed", True)

    await house.write(work)


async def test_only_who_has_it_begins_confirms_and_puts_it_back(house: Database) -> None:
    def work(unit: Unit) -> None:
        cases, case = unit.cases, opened(unit.cases)
        assert not cases.begin(case.id, MO)
        cases.claim(case.id, MO, NOW)
        assert not cases.begin(case.id, FATIMA)
        assert not cases.confirm(case.id, FATIMA, NOW)
        assert cases.begin(case.id, MO)
        assert not cases.begin(case.id, MO)
        assert cases.talking(case.id) == cases.talk_of(MO)
        assert cases.talk_of(FATIMA) is None
        assert cases.pause(case.id)
        assert not cases.pause(case.id)
        assert cases.talking(case.id) is None
        assert [one.id for one in cases.held_by(MO)] == [case.id]
        assert cases.release(case.id, "moved")
        assert not cases.release(case.id, "moved")
        assert cases.held_by(MO) == []

    await house.write(work)


async def test_who_was_asked_last_stands_last(house: Database) -> None:
    def work(unit: Unit) -> None:
        cases, case = unit.cases, opened(unit.cases)
        cases.ask(case.id, MO, NOW)
        cases.ask(case.id, FATIMA, NOW + MINUTE)
        assert cases.asked(case.id) == [MO, FATIMA]
        cases.ask(case.id, MO, NOW + 2 * MINUTE)
        assert cases.asked(case.id) == [FATIMA, MO]
        assert [one.id for one in cases.asked_of(MO)] == [case.id]
        cases.forget_ask(case.id, MO)
        assert cases.asked(case.id) == [FATIMA]
        cases.claim(case.id, FATIMA, NOW)
        assert cases.asked_of(FATIMA) == [], "nobody is asked any more for what somebody has"

    await house.write(work)


async def test_what_becomes_urgent_must_be_taken_once_more(house: Database) -> None:
    def work(unit: Unit) -> None:
        cases, case = unit.cases, opened(unit.cases, way="visit", moment="next-week")
        cases.claim(case.id, MO, NOW)
        cases.press(case.id, NOW + MINUTE)
        found = cases.get(case.id)
        assert found is not None
        assert (found.urgent, found.state, found.coach_id, found.way, found.answered) == (
            True, "open", None, "call", False,
        )  # fmt: skip
        cases.claim(case.id, MO, NOW + 2 * MINUTE)
        cases.begin(case.id, MO)
        cases.press(case.id, NOW + timedelta(hours=1))
        found = cases.get(case.id)
        assert found is not None
        assert (found.state, found.coach_id, found.answered) == ("talking", MO, False)
        cases.confirm(case.id, MO, NOW + timedelta(hours=2))
        found = cases.get(case.id)
        assert found is not None
        assert found.answered

    await house.write(work)


async def test_two_transactions_that_claim_at_once_do_not_both_win(house: Database) -> None:
    id = await house.write(lambda unit: opened(unit.cases).id)
    won = await asyncio.gather(
        *(house.write(lambda unit, coach=coach: unit.cases.claim(id, coach, NOW)) for coach in (MO, FATIMA))  # type: ignore[misc]
    )
    assert sorted(won) == [False, True]
