"""The terms of the settings are the terms by which people are asked, and impossible ones are refused by name."""

import pytest

from bot.bootstrap import terms_of
from bot.circle.terms import Terms
from bot.errors import SettingError
from bot.settings import Settings, read_settings


def test_without_settings_the_terms_are_those_of_the_house() -> None:
    assert terms_of(Settings()) == Terms()


def test_every_term_can_be_set() -> None:
    changed = Settings(
        remind_after=1, next_coach_after=2, lead_after=3, urgent_next_after=4, urgent_lead_after=6, talk_ends_after=7,
        office_from=8, office_to=12,
    )  # fmt: skip
    found, house = terms_of(changed), Terms()
    names = set(Terms.__struct_fields__) & set(Settings.model_fields)
    same = [name for name in names if getattr(found, name) == getattr(house, name)]
    assert len(names) == 8
    assert same == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("OPSTAP_NEXT_COACH_AFTER", "120"),
        ("OPSTAP_LEAD_AFTER", "30"),
        ("OPSTAP_URGENT_LEAD_AFTER", "5"),
        ("OPSTAP_OFFICE_TO", "9"),
        ("OPSTAP_REMIND_AFTER", "0"),
        ("OPSTAP_OFFICE_FROM", "24"),
        ("OPSTAP_TALK_ENDS_AFTER", "soon"),
    ],
)
def test_terms_that_cannot_be_are_named(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingError, match=name):
        read_settings()
