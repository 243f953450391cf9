"""Who comes in: only with a code that works, once; everybody else hears how to get one, and nothing more."""

from datetime import timedelta

from bot.doors import EACH
from tests.channels.telegram.home import TelegramHome, eventually
from tests.channels.telegram.talks import TELEGRAM


async def test_a_stranger_hears_how_to_get_a_code_and_is_not_told_again_and_again(any_home: TelegramHome) -> None:
    phone = any_home.phone("Stranger")
    for text in ("/start", "hello", "are you there"):
        phone.says(text)
    await phone.reads(TELEGRAM["how_in"])
    await any_home.quiet()
    assert phone.texts == [TELEGRAM["how_in"]]
    assert await any_home.person_at(phone) is None


async def test_a_code_can_also_be_typed_as_it_stands_in_the_letter(home: TelegramHome) -> None:
    person, code = await home.invite()
    phone = home.phone()
    phone.says(f" {code.lower().replace('-', ' ')} ")
    await phone.reads("Telegram is not ours.")
    assert await home.person_at(phone) == person


async def test_a_wrong_a_used_and_an_old_code_get_the_same_answer(home: TelegramHome) -> None:
    _, used = await home.invite("Ruud")
    phone = home.phone()
    phone.says(f"/start {used}")
    await phone.reads("Where?")
    _, old = await home.invite("Wim")
    home.clock.move(days=15)
    for code in ("0000-0000-00", used, old):
        stranger = home.phone("Stranger")
        stranger.says(f"/start {code}")
        await stranger.reads(TELEGRAM["enter_wrong"])
        assert len(stranger.said) == 1
        assert await home.person_at(stranger) is None


async def test_after_a_few_wrong_codes_even_the_right_one_waits_an_hour(home: TelegramHome) -> None:
    person, code = await home.invite()
    phone = home.phone()
    for at in range(EACH):
        phone.says(f"/start 0000-0000-0{at}")
        await phone.reads(TELEGRAM["enter_wrong"])
    phone.says(f"/start {code}")
    await phone.reads(TELEGRAM["enter_too_often"])
    assert await home.person_at(phone) is None
    home.clock.move(minutes=61)
    phone.says(f"/start {code}")
    await phone.reads("Telegram is not ours.")
    assert await home.person_at(phone) == person


async def test_two_who_claim_one_code_at_once_do_not_both_get_in(any_home: TelegramHome) -> None:
    person, code = await any_home.invite()
    phones = [any_home.phone(f"Phone {at}") for at in range(6)]
    for phone in phones:
        phone.says(f"/start {code}")
    await eventually(lambda: all(phone.said for phone in phones))
    await any_home.quiet()
    inside = [phone for phone in phones if await any_home.person_at(phone) == person]
    assert len(inside) == 1
    for phone in phones:
        if phone not in inside:
            assert phone.texts == [TELEGRAM["enter_wrong"]]


async def test_start_again_goes_on_where_one_was_and_uses_up_no_code(home: TelegramHome) -> None:
    phone, person = await home.agreed()
    _, code = await home.invite("Ruud")
    phone.says(f"/start {code}")
    await phone.reads("Which door?")
    assert await home.person_at(phone) == person
    claimed = await home.database.write(lambda unit: unit.invites.claim(code, home.clock()))
    assert claimed is not None, "someone else's code is still good"


async def test_who_talked_on_the_web_first_goes_on_here_and_hears_about_the_platform_on_top(home: TelegramHome) -> None:
    person, code = await home.invite()
    handle = await home.database.read(lambda unit: unit.people.by_ids([person])[person].handle)
    web = home.inbound("/start", handle, channel="web", address=handle, external_id="w1")
    await home.turns.submit(web)
    await home.turns.submit(home.inbound("Yes", handle, channel="web", address=handle, external_id="w2"))
    phone = home.phone()
    phone.says(f"/start {code}")
    await phone.reads("Telegram is not ours.")
    await phone.reads("Where?")
    phone.presses("Here")
    await phone.reads("Which door?")
    assert (await home.where(person)).consent is not None


async def test_the_channel_used_last_gets_the_answer_and_moving_loses_nothing(home: TelegramHome) -> None:
    phone, person = await home.agreed()
    handle = await home.database.read(lambda unit: unit.people.by_ids([person])[person].handle)
    phone.presses("Words")
    await phone.reads("A word?")
    before = len(phone.said)
    result = await home.turns.submit(
        home.inbound("on the web", handle, channel="web", address=handle, external_id="w1")
    )  # fmt: skip
    assert [one.channel for one in result.parcels] == ["web"]
    assert len(phone.said) == before
    phone.says("words")
    await phone.reads("A word?")
    assert (await home.where(person)).answers["welkom/word"].value == "on the web"


async def test_a_forwarded_code_lets_nobody_in_by_itself(home: TelegramHome) -> None:
    """The way in is one's own /start or one's own typing of the code."""
    _, code = await home.invite()
    phone = home.phone("Stranger")
    phone.says(f"/start {code}", forward_origin={"type": "user", "date": 1})
    await phone.reads(TELEGRAM["how_in"])
    assert await home.person_at(phone) is None


async def test_the_menu_of_commands_is_set_for_everybody_and_for_who_has_another_role(home: TelegramHome) -> None:
    await eventually(lambda: "all_private_chats" in home.fake.bot.desk.commands)
    assert home.fake.bot.desk.commands["all_private_chats"] == [
        {"command": "menu", "description": "The menu"},
        {"command": "hulp", "description": "Help"},
    ]
    person, code = await home.invite("Anja")
    await home.database.write(lambda unit: unit.people.set_facts(person, b'{"role": "coach"}'))
    phone = home.phone("Anja")
    phone.says(f"/start {code}")
    scope = f"chat:{phone.chat.id}"
    await eventually(lambda: scope in home.fake.bot.desk.commands)
    assert home.fake.bot.desk.commands[scope] == [{"command": "mensen", "description": "My people"}]


async def test_a_delivery_of_start_that_comes_twice_lets_in_once_and_says_nothing_about_a_wrong_code(
    home: TelegramHome,
) -> None:
    person, code = await home.invite()
    phone = home.phone()
    bubble = phone.says(f"/start {code}")
    await phone.reads("Where?")
    home.fake.bot.updates.again(900_000_000, {"message": bubble.wire}, phone.chat.id)
    await home.quiet()
    home.clock.move(seconds=timedelta(seconds=1).total_seconds())
    phone.presses("Here")
    await phone.reads("May I?")
    assert TELEGRAM["enter_wrong"] not in phone.texts
    assert await home.person_at(phone) == person
