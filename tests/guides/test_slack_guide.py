"""The guide for Slack, typed from the first line to the last in an empty folder, until a person is answered."""

from pathlib import Path

import pytest

from tests.fakes.slack.phone import Phone
from tests.guides.followed import WAYS, Hearing, slack
from tests.guides.guide import LOOK_AGAIN, Guide


@pytest.mark.long
@pytest.mark.parametrize("mode", ["socket", "http"])
async def test_who_follows_the_guide_is_answered(mode: Hearing, tmp_path: Path) -> None:
    async with slack(tmp_path, mode) as at:
        assert "The app has all rights that it needs." in at.said
        assert "Nothing is wrong." in at.said
        phone = Phone(at.fake, "Karin")
        if mode == "socket":
            phone.commands("/opstap", f"koppel {at.code}")
        else:
            phone.opens("messages")
            phone.says(at.code)
        await phone.until(lambda one: "Hier, in Slack" in one.labels, 60)
        assert any("Slack is van je werk." in text for text in phone.texts)
        phone.presses("Hier, in Slack")
        await phone.reads("Prima.")
        phone.says("Hallo")
        answer = await phone.reads("Typen doe je in je eigen chat.")
        assert answer.only == phone.member.id, "others do not see it"
        again = await at.typed.does(LOOK_AGAIN)
        assert f"Opstap runs and answers at {at.listen}." in again
        assert ("Slack brings what people do to" in again) == (mode == "http")
        assert "Nothing is wrong." in again


def test_the_guide_offers_both_ways_of_hearing() -> None:
    sections = {one.section for one in Guide("slack").blocks if one.kind == "ini"}
    assert sections == set(WAYS.values())
