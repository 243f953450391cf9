"""Newcomers: a person of their own organisation, whose code lets in nobody else."""

from datetime import timedelta

import pytest

from bot.errors import NameSharedError, NameUnknownError
from bot.newcomers import SIGNS, VALID, Newcomer, add_organisation, add_person, find_person, make_invite, random_signs
from bot.storage.database import Database
from bot.storage.unit import Unit
from tests.household import NOW


def test_signs_can_be_read_and_stand_in_an_address() -> None:
    assert not set("lo01") & set(SIGNS)
    assert len(random_signs(10)) == 10
    assert len({random_signs(16) for _ in range(200)}) == 200


async def test_an_organisation_is_made_once_and_the_demo_s_is_another(database: Database) -> None:
    def work(unit: Unit) -> None:
        first = add_organisation(unit, "Works", NOW)
        assert add_organisation(unit, "Works", NOW) == first
        assert add_organisation(unit, "Works", NOW, demo=True) != first
        assert add_organisation(unit, "works", NOW) != first
        assert len(unit.organisations.all()) == 3

    await database.write(work)


async def test_two_of_one_name_are_two_people(database: Database) -> None:
    def work(unit: Unit) -> None:
        where = add_organisation(unit, "Works", NOW)
        newcomer = Newcomer(organisation_id=where, name="Sam", facts={"coach": "Anja"})
        (first, handle), (second, other) = add_person(unit, newcomer, NOW), add_person(unit, newcomer, NOW)
        assert first != second
        assert handle != other
        assert unit.people.by_addresses([("web", handle)])["web", handle].id == first
        assert unit.people.names([first, second]) == {first: "Sam", second: "Sam"}
        row = unit.people.by_ids([first])[first]
        assert (row.status, row.facts) == ("invited", b'{"coach":"Anja"}')

    await database.write(work)


async def test_of_two_with_one_name_the_handle_says_who_is_meant(database: Database) -> None:
    def work(unit: Unit) -> None:
        where = add_organisation(unit, "Works", NOW)
        newcomer = Newcomer(organisation_id=where, name="Sam", facts={})
        first, handle = add_person(unit, newcomer, NOW)
        assert find_person(unit, " sam", "Works", "").id == first
        add_person(unit, newcomer, NOW)
        with pytest.raises(NameSharedError, match=f"2 people in Works are named Sam.*{handle} since 2026-03-02"):
            find_person(unit, "Sam", "Works", "")
        assert find_person(unit, "Sam", "Works", handle).id == first
        for name, organisation, which in (("Sam", "Other", ""), ("Mo", "Works", ""), ("Sam", "Works", "wrong")):
            with pytest.raises(NameUnknownError):
                find_person(unit, name, organisation, which)

    await database.write(work)


async def test_nobody_of_the_demo_is_found_by_name(database: Database) -> None:
    def work(unit: Unit) -> None:
        where = add_organisation(unit, "Works", NOW, demo=True)
        add_person(unit, Newcomer(organisation_id=where, name="Sam", facts={}), NOW)
        with pytest.raises(NameUnknownError):
            find_person(unit, "Sam", "Works", "")

    await database.write(work)


async def test_a_code_is_for_one_person_for_two_weeks(database: Database) -> None:
    def work(unit: Unit) -> None:
        where = add_organisation(unit, "Works", NOW)
        person, _ = add_person(unit, Newcomer(organisation_id=where, name="Sam", facts={}), NOW)
        first, second = make_invite(unit, person, NOW), make_invite(unit, person, NOW)
        assert first != second
        claimed = unit.invites.claim(first, NOW + VALID - timedelta(seconds=1))
        assert claimed is not None
        assert (claimed.person_id, claimed.purpose) == (person, "web")
        assert unit.invites.claim(first, NOW) is None
        assert unit.invites.claim(second, NOW + VALID) is None

    await database.write(work)
