"""The guide for people, in Dutch: it works as it says, its words are those of the chat, and it is plain."""

import re
from pathlib import Path

import pytest

from bot.bootstrap import CONTENT
from bot.content.plain.flesch import flesch
from bot.content.plain.text import Sentence, sentences
from tests.guides.followed import telegram
from tests.guides.guide import Guide
from tests.guides.walks import code_in, on_telegram, one_more_place, opens_the_web, presses

LONGEST, EASY, EASY_WHOLE = 15, 65, 78


def paragraphs() -> list[str]:
    """The prose of the guide, without its marks, pictures and tables."""
    text = re.sub(r"<img [^>]*>", "", Guide("koppelen").text)
    text = re.sub(r"^#.*$", "", text, flags=re.MULTILINE)
    text = re.sub(r"^(\d+\.|-) ", "", text, flags=re.MULTILINE)
    text = re.sub(r"[*`]", "", text)
    parts = [" ".join(part.split()) for part in text.split("\n\n")]
    return [part for part in parts if part and "|" not in part]


def test_what_is_printed_bold_is_said_by_the_chat() -> None:
    flows = [path.read_text("utf-8") for path in sorted((CONTENT / "flows").glob("*.yaml"))]
    said = " ".join("\n".join(flows).split())
    words = set(re.findall(r"\*\*(.+?)\*\*", Guide("koppelen").text))
    assert len(words) > 12
    for one in words:
        assert one.rstrip(".") in said, f"the chat never says '{one}'"


@pytest.mark.parametrize("part", paragraphs(), ids=lambda part: part[:30])
def test_the_guide_is_as_plain_as_the_chat(part: str) -> None:
    found = sentences(part)
    assert all(len(one.words) <= LONGEST for one in found), part
    assert flesch(found) >= EASY, part


def test_the_whole_guide_is_easy() -> None:
    found: list[Sentence] = [one for part in paragraphs() for one in sentences(part)]
    assert flesch(found) >= EASY_WHOLE


@pytest.mark.long
async def test_one_place_more_is_told_on_the_first_and_taken_away_again(tmp_path: Path) -> None:
    async with telegram(tmp_path) as at:
        phone = await on_telegram(at)
        assert await opens_the_web(at, code_in(await one_more_place(phone))) == 200
        told = await phone.reads("Je gebruikt Opstap nu ook op de website. Was jij dat niet?")
        assert told.labels == ["Dat was ik niet"]
        phone.says("menu")
        await presses(phone, "Meer keuzes", "Hulp of stoppen", "Op een ander apparaat", "Een plek weghalen")
        await phone.until(lambda one: any(label.startswith("Website") for label in one.labels))
        phone.presses(next(label for label in phone.labels if label.startswith("Website")))
        await presses(phone, "Ja, haal weg")
        await phone.reads("Op die plek kan niemand meer bij ons gesprek.")
