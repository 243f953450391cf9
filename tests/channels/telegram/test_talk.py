"""A person on Telegram: comes in, talks, presses, ticks, sends things; over real HTTP, by polling and by webhook."""

from tests.channels.telegram.home import TelegramHome, eventually
from tests.channels.telegram.talks import HARD, LONG


async def test_someone_comes_in_with_a_code_and_first_hears_what_this_platform_is(any_home: TelegramHome) -> None:
    person, code = await any_home.invite()
    phone = any_home.phone()
    phone.says(f"/start {code}")
    await phone.reads("Telegram is not ours.")
    await phone.reads("Where?")
    assert phone.labels == ["Here", "Web"]
    phone.presses("Here")
    await phone.reads("May I?")
    assert await any_home.person_at(phone) == person
    phone.presses("Yes")
    await phone.reads("Which door?")


async def test_a_pressed_keyboard_shows_the_choice_and_cannot_be_pressed_again(any_home: TelegramHome) -> None:
    phone, person = await any_home.come_in()
    question = phone.with_button("Yes")
    assert question is not None
    press = phone.presses("Yes")
    await phone.reads("Which door?")
    await eventually(lambda: question.labels == ["✓ Yes"])
    assert any_home.fake.bot.desk.answered.count(press) == 1
    before = len(phone.said)
    again = phone.presses("✓ Yes", question)
    await eventually(lambda: again in any_home.fake.bot.desk.answered)
    await any_home.quiet()
    assert len(phone.said) == before
    assert (await any_home.heard(person)).count("Yes") == 1


async def test_a_list_is_ticked_in_place_and_answered_once(any_home: TelegramHome) -> None:
    phone, person = await any_home.agreed()
    phone.presses("Ticks")
    asked = await phone.reads("What fits?")
    assert asked.labels == ["☐ One", "☐ Two", "☐ Three", "Done", "None"]
    phone.presses("☐ One", asked)
    await eventually(lambda: asked.labels[0] == "☑ One")
    phone.presses("☐ Three", asked)
    await eventually(lambda: asked.labels[2] == "☑ Three")
    phone.presses("☑ One", asked)
    await eventually(lambda: asked.labels == ["☐ One", "☐ Two", "☑ Three", "Done", "None"])
    phone.presses("Done", asked)
    await phone.reads("Which door?")
    await eventually(lambda: asked.labels == ["✓ Three"])
    assert (await any_home.where(person)).answers["welkom/fits"].value == ["three"]


async def test_ticks_that_come_faster_than_the_screen_changes_all_count(home: TelegramHome) -> None:
    phone, person = await home.agreed()
    phone.presses("Ticks")
    asked = await phone.reads("What fits?")
    for label in ("☐ One", "☐ Two", "☐ Three", "☐ Two"):
        phone.presses(label, asked)
    phone.presses("Done", asked)
    await phone.reads("Which door?")
    assert (await home.where(person)).answers["welkom/fits"].value == ["one", "three"]


async def test_the_numbers_of_a_scale_stand_beside_each_other_and_its_ends_are_told(home: TelegramHome) -> None:
    phone, person = await home.agreed()
    phone.presses("Numbers")
    asked = await phone.reads("How much?")
    assert asked.text == "How much?\n\n1 = little, 5 = a lot"
    assert [[one["text"] for one in row] for row in asked.rows] == [["1", "2", "3", "4", "5"], ["Skip"]]
    phone.presses("4")
    await phone.reads("Which door?")
    assert (await home.where(person)).answers["welkom/much"].value == "4"


async def test_files_go_up_once_and_are_sent_by_their_id_to_everybody_after_that(any_home: TelegramHome) -> None:
    phones = [(await any_home.agreed(name))[0] for name in ("Fatima", "Ruud", "Wim")]
    for phone in phones:
        phone.presses("Shown")
    for phone in phones:
        film = await phone.reads("A film.")
        assert film.method == "sendVideo"
        assert film.labels == ["[watched]", "[rather_read]"]
        assert [one.method for one in phone.said if one.text == "A picture."] == ["sendPhoto"]
    assert any_home.fake.bot.desk.uploads == 2
    phones[0].presses("[rather_read]")
    await phones[0].reads("What is told.")


async def test_what_was_typed_is_shown_as_typed_and_a_long_text_is_cut_between_sentences(home: TelegramHome) -> None:
    phone, _ = await home.agreed()
    phone.presses("Odd")
    await phone.reads(HARD)
    await phone.until(lambda one: one.labels == ["Words", "Ticks", "Numbers", "Shown", "Odd"])
    parts = [one.text for one in phone.said if one.text.startswith("This is sentence")]
    assert len(parts) == 2
    assert all(one.endswith("a little.") for one in parts)
    assert " ".join(parts) == LONG


async def test_a_link_opens_the_web_chat_once(home: TelegramHome) -> None:
    person, code = await home.invite()
    phone = home.phone()
    phone.says(f"/start {code}")
    await phone.until(lambda one: "Web" in one.labels)
    phone.presses("Web")
    link = await phone.reads("The web chat")
    [[button]] = link.rows
    fresh = button["url"].rpartition("/k/")[2]
    claimed = await home.database.write(lambda unit: unit.invites.claim(fresh, home.clock()))
    assert claimed is not None
    assert claimed.person_id == person
    assert await home.database.write(lambda unit: unit.invites.claim(fresh, home.clock())) is None
