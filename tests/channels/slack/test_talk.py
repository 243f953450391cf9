"""A person on Slack: comes in, presses, ticks, opens the home page; over real HTTP and over Socket Mode."""

import json

from tests.channels.slack.home import SlackHome, eventually
from tests.channels.slack.talks import HARD, LONG, SLACK


async def test_someone_comes_in_with_a_code_and_first_hears_whose_platform_this_is(any_home: SlackHome) -> None:
    person, code = await any_home.invite()
    phone = any_home.phone()
    phone.commands("/opstap", f"koppel {code}")
    await phone.reads("Slack is not yours.")
    await phone.reads("Where?")
    assert phone.labels == ["Here", "Own chat"]
    phone.presses("Here")
    await phone.reads("May I?")
    assert await any_home.person_at(phone) == person
    phone.presses("Yes")
    await phone.reads("Which door?")


async def test_a_pressed_question_shows_the_choice_and_cannot_be_pressed_again(any_home: SlackHome) -> None:
    phone, person = await any_home.come_in()
    question = phone.with_button("Yes")
    assert question is not None
    phone.presses("Yes")
    await phone.reads("Which door?")
    await eventually(lambda: question.labels == [])
    assert question.shown == "May I?\n✓ Yes"
    phone.presses_data("1:0", question)
    await any_home.quiet()
    assert (await any_home.heard(person)).count("Yes") == 1


async def test_a_list_is_ticked_in_place_and_answered_once(any_home: SlackHome) -> None:
    phone, person = await any_home.agreed()
    phone.presses("Ticks")
    asked = await phone.reads("What fits?")
    assert asked.lines == ["One", "Two", "Three"]
    assert asked.labels == ["Done", "None"]
    for line in ("One", "Three", "One", "Two"):
        phone.ticks(line, asked)
    phone.presses("Done", asked)
    await phone.reads("Which door?")
    await eventually(lambda: asked.shown == "What fits?\n✓ Two, Three")
    assert (await any_home.where(person)).answers["welkom/fits"].value == ["two", "three"]


async def test_the_numbers_of_a_scale_stand_beside_each_other_and_its_ends_are_told(home: SlackHome) -> None:
    phone, person = await home.agreed()
    phone.presses("Numbers")
    asked = await phone.reads("How much?")
    assert asked.shown == "How much?\n\n1 = little, 5 = a lot"
    rows = [block["elements"] for block in asked.blocks if block["type"] == "actions"]
    assert [[one["text"]["text"] for one in row] for row in rows] == [["1", "2", "3", "4", "5"], ["Skip"]]
    phone.presses("4")
    await phone.reads("Which door?")
    assert (await home.where(person)).answers["welkom/much"].value == "4"


async def test_a_picture_goes_up_once_for_everybody_and_a_film_opens_on_its_own_page(any_home: SlackHome) -> None:
    phones = [(await any_home.agreed(name))[0] for name in ("Fatima", "Ruud", "Wim")]
    for phone in phones:
        phone.presses("Shown")
    for phone in phones:
        await phone.reads("[A sun]")
        film = await phone.reads("A film.")
        assert film.labels == ["Watch", "[watched]", "[rather_read]"]
        assert next(one["url"] for one in film.elements if "url" in one).endswith("/film/film")
    assert any_home.fake.count["files.completeUploadExternal"] == 2
    phones[0].presses("[rather_read]")
    await phones[0].reads("What is told.")


async def test_a_picture_that_is_not_ready_is_waited_for_and_one_that_never_is_becomes_words(home: SlackHome) -> None:
    home.slack.channel._sleep = home.naps
    phone, _ = await home.agreed()
    home.fake.office.unready = 2
    phone.presses("Shown")
    await phone.reads("[A sun]")
    await phone.reads("A film.")
    home.fake.office.unready = 100
    second, _ = await home.agreed("Ruud")
    second.presses("Shown")
    shown = await second.reads("A sun")
    assert not [block for block in shown.blocks if block["type"] == "image"]
    assert (await second.reads("A film.")).labels[0] == "Watch"


async def test_what_was_typed_is_shown_as_typed_and_pings_nobody(home: SlackHome) -> None:
    phone, _ = await home.agreed()
    phone.presses("Odd")
    await phone.reads(HARD)
    long = await phone.reads("This is sentence number 119")
    assert long.shown.replace("\n", " ") == LONG
    assert len([block for block in long.blocks if block["type"] == "section"]) == 3
    assert home.fake.office.pings == []


async def test_what_a_coach_types_is_kept_as_it_read_on_their_screen(any_home: SlackHome) -> None:
    person, code = await any_home.invite("Anja", "coach")
    phone = any_home.phone("Anja")
    phone.commands("/opstap", f"koppel {code}")
    await phone.until(lambda one: bool(one.said))
    await any_home.quiet()
    typed = "Kijk: https://x.nl/a?b=1&c=2 \U0001f604 <b> :-) *_~"
    phone.says(typed)
    await any_home.fake.post.tried()
    await any_home.quiet()
    assert await any_home.heard(person) == [typed]


async def test_the_way_to_the_private_chat_is_shown_to_one_pair_of_eyes_and_works_once(any_home: SlackHome) -> None:
    person, code = await any_home.invite()
    phone = any_home.phone()
    phone.commands("/opstap", f"koppel {code}")
    await phone.until(lambda one: "Own chat" in one.labels)
    phone.presses("Own chat")
    await phone.reads("The web chat")
    phone.presses("Open")
    link = await phone.reads(SLACK["link_ready"])
    url = next(one["url"] for one in link.elements)
    assert link.only == phone.member.id
    assert "/k/" not in json.dumps([bubble.blocks for bubble in phone.kept])
    fresh = url.rpartition("/k/")[2]
    claimed = await any_home.database.write(lambda unit: unit.invites.claim(fresh, any_home.clock()))
    assert claimed is not None
    assert claimed.person_id == person
    assert await any_home.database.write(lambda unit: unit.invites.claim(fresh, any_home.clock())) is None


async def test_the_home_page_has_the_menu_and_the_path_and_its_buttons_work(any_home: SlackHome) -> None:
    stranger = any_home.phone("Stranger")
    stranger.opens()
    await stranger.until(lambda one: SLACK["home_stranger"] in one.at_home.shown)
    phone, _ = await any_home.agreed()
    phone.opens()
    await phone.until(lambda one: "A path." in one.at_home.shown)
    assert phone.at_home.labels == ["[resume]", "The menu", "Help"]
    phone.presses_home("Help")
    await phone.reads("Help.")
