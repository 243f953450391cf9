"""A whole course of the real content, walked by an employee over HTTP and over Socket Mode."""

from pathlib import Path

from bot.content.models.library import Library
from bot.storage.database import Database
from bot.storage.vault import Vault
from tests.channels.slack.home import Mode, SlackHome
from tests.channels.slack.people import Drawn
from tests.fakes.slack.phone import Phone
from tests.fakes.slack.server import FakeSlack
from tests.fakes.slack.workspace import Bubble
from tests.household import Clock

COURSE = "uitgangspunten"
FAR = 250


def open_question(phone: Phone) -> Bubble | None:
    """The newest message with something to press that answers it."""
    return next((one for one in reversed(phone.kept) if answers(one)), None)


def answers(bubble: Bubble) -> list[str]:
    """The buttons that answer a question, in order."""
    return [one["text"]["text"] for one in bubble.elements if one["action_id"].startswith(("press:", "done"))]


async def test_someone_comes_in_and_finishes_a_course_with_buttons_alone(
    sqlite_url: str, vault: Vault, tmp_path: Path, library: Library, fake: FakeSlack, clock: Clock, mode: Mode
) -> None:
    database = Database(sqlite_url, vault)
    async with SlackHome(
        database, tmp_path, fake, mode=mode, library=library, clock=clock, shelf=Drawn(library, tmp_path)
    ) as home:
        person, code = await home.invite()
        phone = home.phone()
        phone.commands("/opstap", f"koppel {code}")
        await phone.until(lambda one: open_question(one) is not None)
        for _ in range(FAR):
            await home.quiet()
            if COURSE in (await home.where(person)).finished:
                break
            asked = open_question(phone)
            assert asked is not None, phone.texts[-3:]
            before = len(phone.kept)
            if asked.lines:
                phone.ticks(asked.lines[0], asked)
            phone.presses(answers(asked)[0], asked)
            await phone.until(lambda one, before=before: len(one.kept) > before)  # type: ignore[misc]  # a default binds
        session = await home.where(person)
        assert COURSE in session.finished
        assert sum(fake.refused.values()) == 0
        assert fake.office.pings == []
        assert fake.post.failed == {}
        phone.opens()
        await phone.until(lambda one: one.member.home is not None)
        assert phone.at_home.labels
        shown = [block for one in phone.kept for block in one.blocks if block["type"] == "image"]
        assert len({block["slack_file"]["id"] for block in shown}) > 3
    database.close()


async def test_a_colleague_gets_to_the_cards_with_a_slash_from_anywhere(
    sqlite_url: str, vault: Vault, tmp_path: Path, library: Library, fake: FakeSlack, clock: Clock, mode: Mode
) -> None:
    database = Database(sqlite_url, vault)
    async with SlackHome(database, tmp_path, fake, mode=mode, library=library, clock=clock) as home:
        person, code = await home.invite("Ruud", "colleague")
        phone = home.phone("Ruud")
        phone.commands("/opstap", f"koppel {code}")
        await phone.until(lambda one: open_question(one) is not None)
        for _ in range(10):
            await home.quiet()
            asked = open_question(phone)
            if (await home.where(person)).consent is not None or asked is None:
                break
            phone.presses(answers(asked)[0], asked)
        phone.commands("/kaartje", "voor Fatima")
        await phone.reads("kaartje")
        await home.quiet()
        assert any("niemand open voor kaartjes" in text for text in phone.texts), phone.texts
        assert library.words.slack["answered_in_chat"] in phone.texts
    database.close()
