"""The guide for Telegram, typed from the first line to the last in an empty folder, until a person is answered."""

from pathlib import Path
from typing import Literal

import pytest

from tests.fakes.telegram.phone import Phone
from tests.fakes.telegram.server import NAME
from tests.guides.followed import telegram
from tests.guides.guide import LOOK_AGAIN, Guide


@pytest.mark.long
@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_who_follows_the_guide_is_answered(mode: Literal["polling", "webhook"], tmp_path: Path) -> None:
    async with telegram(tmp_path, mode) as at:
        assert f"It is of @{NAME}" in at.said
        assert "Nothing is wrong." in at.said
        assert (tmp_path / "karin.pdf").read_bytes().startswith(b"%PDF")
        assert (at.fake.bot.hook is not None) == (mode == "webhook")
        phone = Phone(at.fake, name="Karin")
        await _comes_in(phone, at.code, by_link=mode == "polling")
        await phone.until(lambda one: "Hier, in Telegram" in one.labels, 60)
        assert any("Telegram is van een ander bedrijf" in text for text in phone.texts)
        phone.presses("Hier, in Telegram")
        await phone.reads("Prima.")
        before = len(phone.said)
        phone.says("Hallo")
        await phone.until(lambda one: len(one.said) > before and bool(one.labels))
        again = await at.typed.does(LOOK_AGAIN)
        assert f"Opstap runs and answers at {at.listen}." in again
        assert "commands are in it." in again
        assert ("Messages are brought to" in again) == (mode == "webhook")
        assert "Nothing is wrong." in again


async def _comes_in(phone: Phone, code: str, *, by_link: bool) -> None:
    """Both ways of the guide: a link with the code in it, or the code typed."""
    if by_link:
        phone.says(f"/start {code}")
        return
    phone.says("/start")
    await phone.reads("Typ die code hier.")
    phone.says(code.lower())


def test_the_guide_names_every_step_that_a_reader_must_type() -> None:
    text = "\n".join(one.text for one in Guide("telegram").blocks)
    for command in ("opstap doctor", "opstap run", "opstap org add", "--role coach", "--letter"):
        assert command in text
