"""What a tired eye needs: to see to which question the buttons belong, what is a card, and what a line is about."""

import msgspec
import pytest
from playwright.async_api import Browser

from bot.messages import Ask, Button, Outbound
from tests.channels.web.conftest import Site
from tests.channels.web.phone import phone

pytestmark = pytest.mark.asyncio(loop_scope="module")

CARDS = Outbound(
    text="Wil je kaartjes krijgen?",
    ask=Ask(seq=21, buttons=(Button("Ja, dat is leuk", "21:0"), Button("Liever niet", "21:1"))),
)
GROUP = Outbound(
    text="Anja maakt een kleine groep. Heb je zin?",
    ask=Ask(seq=0, buttons=(Button("Ja, ik kom", "@groep-ja:1"), Button("Liever niet", "@groep-nee:1"))),
)
PIECES = Outbound(
    text="Wat zeg je tegen Els?",
    ask=Ask(seq=24, buttons=(Button("Gedeeld", "24:0"), Button("Niemand", "24:skip", role="skip"))),
)
GO_ON = Outbound(text="Dat was het.", ask=Ask(seq=22, buttons=(Button("Ga verder", "22:0"),)))
PILE = Outbound(
    text="Planten water geven",
    step="kaart",
    ask=Ask(seq=23, buttons=(Button("Wil ik wel", "23:0"), Button("Misschien", "23:1"))),
)
MORE = Button("Nieuwe teksten", "25:more", role="idea")
EACH_HOUR = tuple(Button(f"{at} uur", f"26:{at}", "idea") for at in range(9, 17))
HOURS = Outbound(
    text="Hoe laat?", ask=Ask(seq=26, free=True, buttons=(*EACH_HOUR, Button("Toch niet", "26:8", "skip")))
)
FACTS = Outbound(text="Kaart van Karin\nLaag: Houding.\nEr is om 10:30 uur iets.\nKarin gebruikt de chat nu niet.")


async def test_a_question_is_said_again_when_something_else_was_said_after_it(browser: Browser, site: Site) -> None:
    async with phone(browser, site) as samira:
        site.desk.tell("samira", (CARDS,))
        await samira.until("document.querySelectorAll('.answers .option').length === 2")
        assert await samira.see(".recalled").count() == 0
        site.desk.tell("samira", (GROUP,))
        await samira.appears(".recalled")
        assert await samira.see(".recalled p").all_inner_texts() == [site.desk.words["still_asked"], CARDS.text]
        above = await samira.see(".recalled").bounding_box()
        standing = await samira.see(".standing").bounding_box()
        answer = await samira.see(".answers .option").first.bounding_box()
        assert above
        assert standing
        assert answer
        assert standing["y"] + standing["height"] < above["y"] < above["y"] + above["height"] <= answer["y"]
        await samira.page.reload()
        await samira.appears(".recalled")
        await samira.press(".answers .option")
        await samira.until("document.querySelectorAll('.line.me').length === 1")
        assert await samira.see(".recalled").count() == 0


async def test_a_button_to_go_on_needs_no_question_again(browser: Browser, site: Site) -> None:
    async with phone(browser, site) as samira:
        site.desk.tell("samira", (GO_ON, GROUP))
        await samira.appears(".standing")
        assert await samira.see(".answers .only").is_visible()
        assert await samira.see(".recalled").count() == 0


async def test_one_answer_beside_a_way_past_it_is_a_choice_and_has_its_question(browser: Browser, site: Site) -> None:
    async with phone(browser, site) as samira:
        site.desk.tell("samira", (PIECES, GROUP))
        await samira.appears(".recalled")
        assert await samira.see(".recalled p").all_inner_texts() == [site.desk.words["still_asked"], PIECES.text]


async def test_who_goes_on_with_keys_has_the_answers_before_them_and_not_the_question_again(
    browser: Browser, site: Site
) -> None:
    async with phone(browser, site) as samira:
        await samira.page.keyboard.press("Tab")
        site.desk.tell("samira", (CARDS, GROUP))
        await samira.appears(".recalled")
        assert await samira.see(".answers .rows").get_attribute("aria-label") is not None
        assert await samira.see(".recalled").get_attribute("aria-hidden") == "true", "its group says it already"


async def test_a_card_for_a_pile_looks_like_a_card_and_tells_how_many_there_are(browser: Browser, site: Site) -> None:
    async with phone(browser, site) as samira:
        site.desk.tell("samira", (PILE,))
        card = await samira.appears(".bubble.tile")
        assert await card.locator("p").inner_text() == PILE.text
        assert await card.locator(".dots i").count() == 5
        assert await card.locator(".dots i.on").count() == 2
        looks = "one => [getComputedStyle(one).backgroundColor, getComputedStyle(one).textAlign]"
        assert await card.evaluate(looks) == ["rgb(255, 255, 255)", "center"]
        assert await samira.page.evaluate("document.documentElement.scrollWidth") == 360


async def test_with_the_largest_letters_on_the_smallest_phone_nothing_sticks_out(browser: Browser, site: Site) -> None:
    long = msgspec.structs.replace(PILE, text="Re-integratiebegeleiding")
    async with phone(browser, site, viewport={"width": 320, "height": 640}) as samira:
        await samira.page.evaluate("localStorage.setItem('opstap:size', '3')")
        site.desk.tell("samira", (FACTS, long, GROUP))
        await samira.page.reload()
        await samira.appears(".recalled")
        wide = "one => [one.scrollWidth, one.clientWidth]"
        for place in ("html", "#talk", ".tile", ".recalled"):
            has, fits = await samira.see(place).evaluate(wide)
            assert has <= fits, place


async def test_of_several_lines_each_stands_apart_and_begins_with_what_it_is_about(
    browser: Browser, site: Site
) -> None:
    async with phone(browser, site) as samira:
        site.desk.tell("samira", (FACTS, Outbound(text="Een: twee\ndrie: vier", who="Anja")))
        await samira.appears(".human")
        said = samira.see(".line.opstap:not(.human) .bubble").last.locator("p")
        assert await said.all_inner_texts() == FACTS.text.split("\n")
        assert await said.locator("b").all_inner_texts() == ["Laag:"]
        human = samira.see(".line.human p")
        assert await human.all_inner_texts() == ["Een: twee\ndrie: vier"], "a human's words stand as they were typed"
        assert await human.locator("b").count() == 0


async def test_what_is_done_on_another_phone_moves_this_one_along(browser: Browser, site: Site) -> None:
    small = {"width": 360, "height": 560}
    async with phone(browser, site, viewport=small) as one, phone(browser, site, viewport=small) as other:
        site.desk.tell("samira", site.desk.scenes[2][1:])
        for here in (one, other):
            await here.appears(".pill")
        await other.press(".answers .done")
        gap = "(talk => talk.scrollHeight - talk.scrollTop - talk.clientHeight)(document.querySelector('#talk'))"
        await one.until(f"document.querySelectorAll('.line.me').length === 1 && {gap} < 5")
        assert await one.see(".pill").is_hidden()


async def test_the_player_s_buttons_do_not_lie_on_the_first_captions_and_come_when_wanted(
    browser: Browser, site: Site
) -> None:
    steers = "document.querySelector('video').controls"
    async with phone(browser, site) as samira:
        site.desk.tell("samira", site.desk.scenes[3])
        await samira.press(".film .play")
        await samira.until("document.querySelector('video').currentTime > 0.1")
        await samira.page.evaluate("document.querySelector('video').loop = true")
        assert not await samira.page.evaluate(steers)
        await samira.see("video").hover()
        await samira.until(steers)
        await samira.page.reload()
        await (await samira.appears(".film .play")).focus()
        await samira.page.keyboard.press("Enter")
        await samira.until(steers)


@pytest.mark.parametrize("together", [True, False])
async def test_a_card_is_seen_whole_before_the_question_whether_to_send_it(
    browser: Browser, site: Site, together: bool
) -> None:
    card = Outbound(kind="card", media="7", alt="A dog with a letter", text="Zo ziet je kaartje eruit.")
    async with phone(browser, site) as samira:
        for part in ((card, CARDS),) if together else ((card,), (CARDS,)):
            site.desk.tell("samira", part)
            await samira.appears(".bubble.card")
        await samira.until("document.querySelectorAll('.answers .option').length === 2")
        await samira.appears(".pill")
        talk, paper = await samira.see("#talk").bounding_box(), await samira.see(".card .picture").bounding_box()
        assert talk
        assert paper
        assert talk["y"] <= paper["y"]
        assert paper["y"] + paper["height"] <= talk["y"] + talk["height"]
        await samira.press(".pill")
        await samira.until("document.querySelector('.pill').hidden")


async def test_before_a_film_plays_its_words_and_its_button_are_in_sight_together(browser: Browser, site: Site) -> None:
    async with phone(browser, site) as samira:
        site.desk.tell("samira", site.desk.scenes[3])
        play = await samira.appears(".film .play")
        await samira.until("document.querySelector('video').readyState > 0")
        talk = await samira.see("#talk").bounding_box()
        words, button = await samira.see(".bubble.movie > p").bounding_box(), await play.bounding_box()
        film = await samira.see(".film").bounding_box()
        assert talk
        assert words
        assert button
        assert film
        assert talk["y"] <= words["y"]
        assert film["y"] < button["y"]
        assert film["y"] + film["height"] <= talk["y"] + talk["height"]


async def test_a_button_that_says_its_own_number_gets_no_second_one(browser: Browser, site: Site) -> None:
    sheet = Outbound(
        text="Wat zet je erop?",
        ask=Ask(seq=25, buttons=(Button("1. Ik denk aan je", "25:0"), Button("2. De koffie", "25:1"), MORE)),
    )
    async with phone(browser, site) as samira:
        site.desk.tell("samira", (sheet,))
        await samira.until("document.querySelectorAll('.answers .idea').length === 1")
        shown = "one => getComputedStyle(one, '::before').content !== 'none'"
        buttons = samira.see(".answers .option, .answers .idea")
        assert [await buttons.nth(at).evaluate(shown) for at in range(3)] == [False, False, True]


async def test_many_short_answers_leave_their_question_in_sight(browser: Browser, site: Site) -> None:
    async with phone(browser, site) as samira:
        site.desk.tell("samira", (HOURS,))
        await samira.until("document.querySelectorAll('.answers .idea').length === 8")
        await samira.until("document.querySelector('#talk').getAnimations({subtree: true}).length === 0")
        talk, asked = await samira.see("#talk").bounding_box(), await samira.see(".bubble").last.bounding_box()
        first, second = [await samira.see(".answers .idea").nth(at).bounding_box() for at in range(2)]
        assert talk
        assert asked
        assert first
        assert second
        assert talk["y"] <= asked["y"]
        assert first["y"] == second["y"]
        assert first["height"] >= 48
