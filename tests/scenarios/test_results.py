"""What a person has in hand after a course: a paper in their own words, to read again, tick off and be asked about."""

import pytest

from bot import alarm
from bot.content.models.library import Library
from bot.flows.effects import Unsaid
from tests.scenarios.chat import Chat
from tests.scenarios.walking import entered, to_the_end

SAID: dict[str, tuple[str, dict[str, str], list[str]]] = {
    "kwaliteiten": (
        "Dit kan ik",
        {
            "l2-voorbeeld": "toen de band stilstond",
            "l3-trots": "mijn moestuin",
            "l5-terugblik": "dat ik kan koken",
        },
        ["Toen hielp het: toen de band stilstond", "Hier ben ik trots op: mijn moestuin", "dat ik kan koken"],
    ),
    "doelen": (
        "Mijn plan",
        {
            "d1-doel-zelf": "met mijn kleinzoon vissen",
            "d2-doel": "hij lacht en ik ook",
            "d4-eigen": "als het regent, dan koffie",
        },
        ["Mijn doel: met mijn kleinzoon vissen", "hij lacht en ik ook", "Mijn beer: als het regent, dan koffie"],
    ),
    "hulp-vragen": (
        "Mijn vraag",
        {"l3-wat": "de brief van de gemeente", "l3-wie": "Fatma van de inpak", "l3-moment": "donderdag na het eten"},
        ["Aan: Fatma van de inpak", "de brief van de gemeente", "Het liefst: donderdag na het eten"],
    ),
    "invloed": (
        "Mijn stapels",
        {"i2-zorg-1": "de trap doet het niet", "i2-zorg-2": "of mijn baas boos is"},
        ["de trap doet het niet", "of mijn baas boos is"],
    ),
    "meningen": (
        "Mijn zinnen",
        {"m3-zin": "ik vind dat ik het goed doe", "m5-telt": "mijn dochter"},
        ["Mijn mening: ik vind dat ik het goed doe", "Deze mening telt voor mij: mijn dochter"],
    ),
    "aan-het-werk": (
        "Mijn terugvalplan",
        {"w5-teken": "ik slaap niet meer door", "w5-wie": "mijn buurman Kees", "w5-hielp": "elke dag de hond uit"},
        ["Mijn eerste teken: ik slaap niet meer door", "mijn buurman Kees", "elke dag de hond uit"],
    ),
}
"""For each course that makes a paper: its title, what was typed at which step, and how that reads on the paper."""


def finished(library: Library, course: str) -> Chat:
    chat = entered(library, course)
    to_the_end(chat, course, given=SAID[course][1])
    return chat.answers()


def read(chat: Chat, title: str) -> str:
    """The paper, as it can be read from the menu."""
    return chat.tool("papers").presses(title).heard[0]


@pytest.mark.parametrize("course", SAID)
def test_what_was_typed_in_the_course_stands_on_the_paper_in_the_very_same_words(library: Library, course: str) -> None:
    title, typed, lines = SAID[course]
    chat = finished(library, course)
    paper = read(chat, title)
    assert paper.splitlines()[0] == title
    assert [line for line in lines if line not in paper] == []
    assert chat.bubbles[0].kind == "quote"
    assert chat.later(days=60).tool("menu").session.papers
    assert read(chat, title) == paper
    assert len(typed) > 1


def test_every_course_but_the_first_makes_a_paper(library: Library) -> None:
    made = {flow for flow, _ in library.papers.values()}
    assert made == set(SAID) == {course.id for course in library.courses[1:]}


def test_who_passes_over_everything_has_no_paper_with_holes(library: Library) -> None:
    for course in SAID:
        chat = entered(library, course)
        to_the_end(chat, course, "skip")
        for paper in chat.session.papers:
            text = read(chat, library.papers[paper][1].title)
            assert len(text.splitlines()) > 1, f"{paper} is empty"
            assert "{" not in text
            assert not [line for line in text.splitlines() if line.rstrip().endswith(":") and "ga ik doen" not in line]


def test_the_plan_asks_how_it_went_and_is_ticked_off_in_the_chat(library: Library) -> None:
    chat = finished(library, "doelen")
    assert "○ Ik bel iemand op" in chat.says("plan").heard[1]
    chat.tool("menu").later(days=1)
    turned = chat.engine.remind(chat.session, alarm.REMINDER, "plan/actie_1", chat.now)
    assert turned is not None
    assert chat.keep(turned).heard == ["Jij wilde dit doen: Ik bel iemand op. Hoe ging het?"]
    assert chat.presses("Het is gelukt").heard[0].startswith("Mooi zo.")
    assert "✓ Ik bel iemand op" in chat.says("mijn plan").heard[1]
    assert chat.engine.remind(chat.session, alarm.REMINDER, "plan/actie_1", chat.now) is None


def test_what_is_no_longer_wanted_goes_off_the_plan_and_is_not_asked_about(library: Library) -> None:
    chat = finished(library, "doelen").says("plan").presses("Iets weghalen").presses("Ik bel iemand op")
    assert chat.heard[0] == "Het is van je plan af. Dat mag altijd."
    assert "Ik bel iemand op" not in chat.heard[1]
    assert "doelen/actie_1" not in chat.session.answers
    assert Unsaid("doelen", "actie_1") in chat.effects
    assert chat.later(days=2).engine.remind(chat.session, alarm.REMINDER, "plan/actie_1", chat.now) is None
    assert "Mijn doel:" in read(chat, "Mijn plan")


def test_what_to_do_with_each_bear_stands_in_the_plan_and_no_bear_that_was_not_met(library: Library) -> None:
    chat = entered(library, "doelen")
    to_the_end(chat, "doelen", given={"d4-beer": "2,5"})
    plan = read(chat.answers(), "Mijn plan")
    assert "Vergeet ik het? Een wekker zetten" in plan
    assert "Kost het geld? Ik begin gratis" in plan
    assert "Durf ik niet?" not in plan
    assert "Ben ik moe?" not in plan


def test_the_plan_for_a_bad_time_is_there_when_it_is_needed(library: Library) -> None:
    chat = finished(library, "aan-het-werk").later(days=90).says("terugvalplan")
    assert "Mijn eerste teken: ik slaap niet meer door" in chat.heard[1]
    assert chat.presses("Het gaat nu minder").presses("Contact met Anja").acted == ["want_help"]
