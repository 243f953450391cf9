"""What is passed on in a talk and what never is: words about health, words in danger, words for the house itself."""

import pytest

from tests.circle.helping import BACK, TAKE, in_course, opens_flow, question, talks, wants, who, works
from tests.circle.town import Town

HEALTH = "Ik heb een hernia en slik medicijnen"
HELD = "Dit gaat over gezondheid. Dat hoort bij de bedrijfsarts, dus ik geef het niet door. Je mag het anders zeggen."
CANARY = "kanarievogel"


async def test_nobody_else_reads_a_word_of_it(town: Town) -> None:
    at = await works(town)
    await talks(at)
    await at.karin.says(f"{CANARY} van Karin")
    await at.anja.says(f"{CANARY} van Anja")
    for other in (at.bert, at.sara):
        assert CANARY not in str(await other.bubbles())
    assert str(await at.anja.bubbles()).count(CANARY) == 1


async def test_words_about_health_are_held_back_with_the_reason_and_can_be_said_in_another_way(town: Town) -> None:
    at = await works(town)
    await talks(at)
    for one in (at.karin, at.anja):
        assert await one.says(HEALTH) == [HELD]
    assert await one.says("Ik wil rustig beginnen") == []
    assert "hernia" not in str([*await at.anja.bubbles(), *await at.karin.bubbles()])


async def test_a_private_number_a_photo_and_a_flood_are_held_back(town: Town) -> None:
    at = await works(town)
    await talks(at)
    await at.karin.says("mijn bsn is 111222333")
    await at.karin.says("a" * 1001)
    await at.karin.says("   ")
    assert await who(at.anja) == []
    assert await at.karin.says("a" * 1000) == []
    assert len((await who(at.anja))[0][1]) == 1000


@pytest.mark.parametrize(
    "words", ["<script>alert(1)</script>", "'; DROP TABLE cases;--", "*b* _i_ <!channel>", "😀" * 400]
)
async def test_words_arrive_as_they_were_typed(town: Town, words: str) -> None:
    at = await works(town)
    await talks(at)
    await at.karin.says(words)
    assert await who(at.anja) == [("Karin", words)]


async def test_buttons_of_before_the_talk_do_nothing_and_are_not_passed_on(town: Town) -> None:
    at = await works(town)
    await in_course(at)
    old = next(one for one in reversed(await at.karin.bubbles()) if one.ask and one.ask.seq)
    await talks(at)
    assert old.ask is not None
    heard = await at.karin.sends(old.ask.buttons[0].data)
    assert heard == ["Ik geef nu alleen woorden door. Typ wat je wilt zeggen."]
    assert await who(at.anja) == []


async def test_what_is_typed_to_a_question_of_the_house_is_for_nobody_else(town: Town) -> None:
    at = await works(town)
    await opens_flow(town, at.karin, "succes")
    await at.karin.says(f"{CANARY} in de tuin")
    await talks(at)
    await at.karin.says("gegevens")
    await at.karin.presses("Iets veranderen")
    await at.karin.presses("Antwoord veranderen")
    await at.karin.presses(next(one for one in await at.karin.labels() if one.startswith(CANARY)))
    await at.karin.says(f"{CANARY} op de markt")
    assert CANARY not in str(await at.anja.bubbles())


async def test_words_that_were_on_their_way_to_a_question_are_not_passed_on_unasked(both: Town) -> None:
    at = await works(both)
    await wants(at.karin, "Nu chatten", "Oké")
    await opens_flow(both, at.karin, "succes")
    await at.anja.presses(TAKE)
    heard = await at.karin.says(f"{CANARY} in de tuin")
    assert heard == ["Er leest nu een mens met je mee. Is dit voor die persoon, stuur het dan nog een keer."]
    assert await who(at.anja) == []
    await at.karin.says("Hoi Anja")
    assert await who(at.anja) == [("Karin", "Hoi Anja")]


async def test_a_danger_in_the_talk_gets_help_first_and_the_coach_sees_nothing_of_it(both: Town) -> None:
    at = await works(both)
    await talks(at)
    danger = next(one.yes[0] for one in both.library.signals if one.kind == "crisis-certain")
    heard = await at.karin.says(danger)
    assert "112" in heard[0]
    await at.karin.says("nee")
    assert await who(at.anja) == []
    assert await at.anja.news() == []
    await at.anja.says("Ik ben er nog")
    assert ("Anja", "Ik ben er nog") in await who(at.karin)
    await at.karin.presses("Nee")
    heard = await at.karin.presses("Ik bel 113")
    assert heard[-1].startswith("Je praat nu met Anja.")
    assert await at.karin.says("ik ben er weer") == []
    assert await who(at.anja) == [("Karin", "ik ben er weer")]


async def test_a_talk_does_not_begin_in_the_middle_of_a_crisis(town: Town) -> None:
    at = await works(town)
    await wants(at.karin, "Nu chatten", "Oké")
    danger = next(one.yes[0] for one in town.library.signals if one.kind == "crisis-certain")
    await at.karin.says(danger)
    heard = await at.anja.presses(TAKE)
    assert heard[0].startswith("Jij helpt Karin.")
    assert await at.state() == ("claimed", "Anja")
    assert (await at.karin.says("nee"))[0]
    assert await who(at.anja) == []


async def test_handing_back_in_the_middle_of_a_crisis_leaves_the_help_alone(town: Town) -> None:
    at = await works(town)
    await talks(at)
    await at.karin.says(next(one.yes[0] for one in town.library.signals if one.kind == "crisis-certain"))
    asked = await question(at.karin)
    await at.anja.presses(BACK)
    assert await at.karin.news() == ["Het gesprek is klaar. Je praat nu weer met mij, Opstap."]
    assert await question(at.karin) == asked
    assert (await at.karin.presses("Nee"))[0]


async def test_a_coach_may_ask_about_the_worst_in_plain_words(town: Town) -> None:
    at = await works(town)
    await talks(at)
    assert await at.anja.says("Denk je aan zelfmoord?") == []
    assert await who(at.karin) == [("Anja", "Denk je aan zelfmoord?")]
