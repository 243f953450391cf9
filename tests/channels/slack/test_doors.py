"""Who comes in: only with a code that works, once; everybody else hears how to get one, and nothing more."""

from bot.doors import EACH
from tests.channels.slack.home import SlackHome, eventually
from tests.channels.slack.talks import SLACK


async def test_a_stranger_hears_how_to_get_a_code_and_is_not_told_again_and_again(any_home: SlackHome) -> None:
    phone = any_home.phone("Stranger")
    phone.says("hello")
    await phone.reads(SLACK["how_in"])
    phone.says("are you there")
    phone.commands("/opstap")
    phone.commands("/kaartje")
    await any_home.quiet()
    assert phone.texts == [SLACK["how_in"]]
    assert await any_home.person_at(phone) is None


async def test_a_code_can_also_be_typed_in_the_talk_with_the_app(home: SlackHome) -> None:
    person, code = await home.invite()
    phone = home.phone()
    phone.says(f" {code.lower().replace('-', ' ')} ")
    await phone.reads("Slack is not yours.")
    assert await home.person_at(phone) == person


async def test_a_wrong_a_used_and_an_old_code_get_the_same_answer(home: SlackHome) -> None:
    _, used = await home.invite("Ruud")
    phone = home.phone()
    phone.commands("/opstap", f"koppel {used}")
    await phone.reads("Where?")
    _, old = await home.invite("Wim")
    home.clock.move(days=15)
    for code in ("0000-0000-00", "", used, old):
        stranger = home.phone("Stranger")
        stranger.commands("/opstap", f"koppel {code}")
        await stranger.reads(SLACK["enter_wrong"])
        assert len(stranger.said) == 1
        assert await home.person_at(stranger) is None


async def test_after_a_few_wrong_codes_even_the_right_one_waits_an_hour(home: SlackHome) -> None:
    person, code = await home.invite()
    phone = home.phone()
    for at in range(EACH):
        phone.commands("/opstap", f"koppel 0000-0000-0{at}")
        await phone.reads(SLACK["enter_wrong"])
    phone.says(code)
    await phone.reads(SLACK["enter_too_often"])
    assert await home.person_at(phone) is None
    home.clock.move(minutes=61)
    phone.says(code)
    await phone.reads("Slack is not yours.")
    assert await home.person_at(phone) == person


async def test_two_who_claim_one_code_at_once_do_not_both_get_in(any_home: SlackHome) -> None:
    person, code = await any_home.invite()
    phones = [any_home.phone(f"Phone {at}") for at in range(5)]
    for phone in phones:
        phone.commands("/opstap", f"koppel {code}")
    await eventually(lambda: all(phone.said for phone in phones))
    await any_home.quiet()
    inside = [phone for phone in phones if await any_home.person_at(phone) == person]
    assert len(inside) == 1
    for phone in phones:
        if phone not in inside:
            assert phone.texts == [SLACK["enter_wrong"]]


async def test_who_is_in_already_goes_on_and_uses_up_no_code(home: SlackHome) -> None:
    phone, person = await home.agreed()
    _, code = await home.invite("Ruud")
    phone.commands("/opstap", f"koppel {code}")
    await phone.reads("Which door?")
    assert await home.person_at(phone) == person
    claimed = await home.database.write(lambda unit: unit.invites.claim(code, home.clock()))
    assert claimed is not None, "someone else's code is still good"


async def test_who_talked_on_the_web_first_goes_on_here_and_hears_about_the_platform_on_top(home: SlackHome) -> None:
    person, code = await home.invite()
    handle = await home.database.read(lambda unit: unit.people.by_ids([person])[person].handle)
    for at, words in enumerate(("/start", "Yes")):
        web = home.inbound(words, handle, channel="web", address=handle, external_id=f"w{at}")
        await home.turns.submit(web)
    phone = home.phone()
    phone.commands("/opstap", f"koppel {code}")
    await phone.reads("Slack is not yours.")
    await phone.reads("Where?")
    phone.presses("Here")
    await phone.reads("Which door?")
    assert (await home.where(person)).consent is not None


async def test_a_coach_comes_in_without_the_words_for_employees(home: SlackHome) -> None:
    person, code = await home.invite("Anja", "coach")
    phone = home.phone("Anja")
    phone.commands("/opstap", f"koppel {code}")
    await phone.until(lambda one: bool(one.said))
    await home.quiet()
    assert "Slack is not yours." not in phone.texts
    assert await home.person_at(phone) == person
