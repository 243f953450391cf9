"""What people send that is no plain answer: sounds, files, edits, crises, groups, words about health."""

import pytest

from tests.channels.telegram.home import TelegramHome, eventually
from tests.channels.telegram.talks import TELEGRAM
from tests.fakes.telegram.chats import Chat

MEGABYTE = 2**20


async def test_a_spoken_message_is_an_answer_where_speaking_is_allowed(any_home: TelegramHome) -> None:
    phone, person = await any_home.agreed()
    phone.presses("Words")
    await phone.reads("A word?")
    phone.uploads("voice", b"OggS spoken", duration=3, mime_type="audio/ogg")
    await phone.reads("Which door?")
    answer = (await any_home.where(person)).answers["welkom/word"]
    assert answer.media is not None
    row = await any_home.database.read(lambda unit: unit.media.get(person, str(answer.media)))
    assert row is not None
    assert row.content_type == "audio/ogg"
    sealed = any_home.media.read(row.file_name)
    assert b"spoken" not in sealed
    kept = await any_home.database.read(lambda unit: unit.media.unseal(person, row.id, sealed))
    assert kept == b"OggS spoken"


async def test_a_spoken_message_elsewhere_is_not_even_fetched(home: TelegramHome) -> None:
    phone, _ = await home.agreed()
    phone.uploads("voice", b"OggS spoken", duration=3)
    await phone.reads("<voice_instead>")
    await phone.reads("Which door?")
    assert home.fake.count["getFile"] == 0


@pytest.mark.parametrize("size", [6 * MEGABYTE, 21 * MEGABYTE])
async def test_a_sound_that_is_too_large_is_refused_kindly(home: TelegramHome, size: int) -> None:
    phone, person = await home.agreed()
    phone.presses("Words")
    await phone.reads("A word?")
    phone.uploads("voice", b"x" * size, duration=3, mime_type="audio/ogg")
    await phone.reads("<file_instead>")
    await phone.reads("A word?")
    assert "welkom/word" not in (await home.where(person)).answers


async def test_a_sound_whose_file_cannot_be_had_is_refused_kindly(home: TelegramHome) -> None:
    phone, _ = await home.agreed()
    phone.presses("Words")
    await phone.reads("A word?")
    phone.sends(voice={"file_id": "gone", "file_unique_id": "g", "duration": 3, "file_size": 10})
    await phone.reads("<file_instead>")


@pytest.mark.parametrize("kind", ["photo", "document", "video"])
async def test_files_are_refused_kindly_and_never_fetched(home: TelegramHome, kind: str) -> None:
    phone, person = await home.agreed()
    phone.uploads(kind, b"GPS: my house")
    await phone.reads("<file_instead>")
    await phone.reads("Which door?")
    assert home.fake.count["getFile"] == 0
    assert await home.database.read(lambda unit: unit.media.of(person)) == []


async def test_a_cry_for_help_is_heard_under_a_picture_and_in_an_edited_message(home: TelegramHome) -> None:
    phone, _ = await home.agreed()
    phone.uploads("photo", b"picture")
    phone.sends(photo=[{"file_id": "x", "file_unique_id": "x"}], caption="i will end my life")
    await phone.reads("Call 112.")
    other, _ = await home.agreed("Ruud")
    other.presses("Words")
    await other.reads("A word?")
    typed = other.says("it was fine")
    await other.reads("Which door?")
    other.edits(typed, "i will end my life")
    await other.reads("Call 112.")


async def test_an_edited_message_gets_no_second_answer(home: TelegramHome) -> None:
    phone, person = await home.agreed()
    phone.presses("Words")
    await phone.reads("A word?")
    typed = phone.says("first")
    await phone.reads("Which door?")
    before = len(phone.said)
    phone.edits(typed, "second")
    await home.quiet()
    assert len(phone.said) == before
    assert (await home.where(person)).answers["welkom/word"].value == "first"


async def test_words_about_health_are_taken_from_the_chat_when_that_is_asked(home: TelegramHome) -> None:
    phone, _ = await home.agreed()
    phone.presses("Words")
    await phone.reads("A word?")
    typed = phone.says("i forgot my pills")
    offer = await phone.reads(TELEGRAM["offer_removal"])
    assert home.fake.sent("sendMessage")[-1]["reply_parameters"]["message_id"] == typed.id
    assert not typed.deleted, "only on request"
    phone.presses("Take away", offer)
    await eventually(lambda: typed.deleted)
    await eventually(lambda: (offer.text, offer.rows) == (TELEGRAM["removed"], []))


async def test_words_of_over_two_days_old_can_no_longer_be_taken_away_and_that_is_told(home: TelegramHome) -> None:
    phone, _ = await home.agreed()
    phone.presses("Words")
    await phone.reads("A word?")
    typed = phone.says("i forgot my pills")
    offer = await phone.reads(TELEGRAM["offer_removal"])
    home.clock.move(hours=49)
    phone.presses("Take away", offer)
    await eventually(lambda: offer.text == TELEGRAM["too_old_to_remove"])
    assert not typed.deleted


async def test_in_a_group_it_says_why_and_leaves(any_home: TelegramHome) -> None:
    fake = any_home.fake
    group = fake.bot.chats.add(Chat(id=-100, name="Family", kind="supergroup"))
    message = {"message_id": 1, "chat": group.wire, "date": 1, "text": "hello bot", "from": {"id": 7, "is_bot": False}}
    fake.bot.updates.put(group.id, "message", message)
    await eventually(lambda: group.left)
    assert [one.text for one in group.said()] == [TELEGRAM["no_groups"]]


async def test_a_sticker_is_no_word(home: TelegramHome) -> None:
    phone, _ = await home.agreed()
    phone.presses("Words")
    await phone.reads("A word?")
    phone.sends(sticker={"file_id": "s", "file_unique_id": "s", "emoji": "😀"})
    await phone.reads("<emoji_only>")


@pytest.mark.parametrize(
    "data", ["9:9", "1:0", ":", "~", "~9:9", "~1:0", "x", "x99999", "=:=", "4:=0,99", "@kaart:zz", "💥"]
)
async def test_tampered_data_does_nothing_but_show_the_question_again(home: TelegramHome, data: str) -> None:
    phone, person = await home.agreed()
    asked = phone.with_button("Words")
    assert asked is not None
    query = phone.presses_data(data, asked)
    await eventually(lambda: query in home.fake.bot.desk.answered)
    await home.quiet()
    session = await home.where(person)
    assert session.top is not None
    assert session.top.step == "deur"
    assert set(session.answers) == set()


async def test_who_blocks_the_bot_gets_nothing_until_they_write_again(any_home: TelegramHome) -> None:
    phone, person = await any_home.agreed()
    phone.blocks()

    async def unreachable() -> bool:
        found = await any_home.database.read(lambda unit: unit.people.by_ids([person])[person])
        return found.unreachable_at is not None

    while not await unreachable():
        pass
    before = len(phone.said)
    phone.unblocks()
    phone.says("/start")
    await phone.until(lambda one: len(one.said) > before)
    assert not await unreachable()
