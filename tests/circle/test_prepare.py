"""Preparation in a minute: what was shared and what is low, with questions that fit; never what was not shared."""

import itertools

import pytest

from bot.circle.prepare import clip
from bot.circle.sheet import FACTORS
from bot.content.models.prepare import Prepare
from bot.storage.answers import NewAnswer
from bot.storage.intakes import Intake, Sheet
from bot.storage.meetings import NewMeeting
from bot.storage.shares import NewShare
from bot.storage.talks import NewTalk
from bot.storage.unit import Unit
from tests.circle.town import Neighbour, Town

LONG = " ".join(f"woord{at}" for at in range(300))


async def pair(town: Town) -> tuple[Neighbour, Neighbour]:
    anja = await town.settle("Anja", "coach")
    return anja, await town.settle("Sam", coach=anja)


async def approve(town: Town, sam: Neighbour, coach: Neighbour, **fields: object) -> None:
    at = town.clock()
    sheet = Sheet(number=1, approved_at=at, **fields)  # type: ignore[arg-type]  # the fields are the test's own
    intake = Intake(person_id=sam.id, coach_id=coach.id, state="approved", changed_at=at, approved=sheet)
    await town.database.write(lambda unit: unit.intakes.save(intake))


async def share(town: Town, sam: Neighbour, text: str) -> None:
    one = NewShare(person_id=sam.id, whom="coach", flow="kwaliteiten", text=text, shared_at=town.clock())
    await town.database.write(lambda unit: unit.shares.add([one]))


async def talked(town: Town, sam: Neighbour, coach: Neighbour, agreed: str = "") -> None:
    talk = NewTalk(person_id=sam.id, coach_id=coach.id, kind="call", minutes=20, at=town.clock(), agreed=agreed)
    await town.database.write(lambda unit: unit.talks.add(talk))


async def prepares(anja: Neighbour) -> list[str]:
    await anja.says("voorbereiden")
    return await anja.presses("Sam")


def tools(town: Town) -> Prepare:
    found = town.library.prepare
    assert found is not None
    return found


def count(bubbles: list[str]) -> int:
    return len(" ".join(bubbles).split())


async def test_a_coach_reads_what_was_shared_what_is_low_two_questions_and_one_technique(town: Town) -> None:
    anja, sam = await pair(town)
    await approve(
        town, sam, anja, levels={"houding": "high", "zelfregulering": "low"}, words={"zelfregulering": "Ik stel uit."}
    )
    await share(town, sam, "Ik ben trots op mijn vouwwerk.")
    await talked(town, sam, anja, "Sam belt de ploeg.")
    said = await prepares(anja)
    card = tools(town).card("zelfregulering")
    assert card is not None
    assert "Ik ben trots op mijn vouwwerk." in said[0]
    assert "Sam belt de ploeg." in said[0]
    assert "Laag: Zelf regelen." in said[0]
    assert "'Ik stel uit.'" in said[0]
    assert [text for text in (*card.questions[:2], card.technique) if text not in said[1]] == []
    assert len(said) == 3


@pytest.mark.parametrize("factor", FACTORS)
async def test_it_is_read_in_a_minute_however_much_there_is(town: Town, factor: str) -> None:
    anja, sam = await pair(town)
    await approve(town, sam, anja, levels=dict.fromkeys(FACTORS, "low"), words={factor: LONG}, focus=(factor,))
    await share(town, sam, LONG)
    for talks in range(2 * len(FACTORS)):
        said = await prepares(anja)
        assert len(said) <= 3, talks
        assert count(said) <= 150, talks
        await talked(town, sam, anja, LONG)


async def test_without_an_approved_intake_the_questions_fit_every_talk(town: Town) -> None:
    anja, sam = await pair(town)
    draft = Sheet(number=1, levels={"houding": "low"}, words={"houding": "Geen zin."})
    intake = Intake(person_id=sam.id, coach_id=anja.id, state="sent", changed_at=town.clock(), draft=draft)
    await town.database.write(lambda unit: unit.intakes.save(intake))
    said = "\n".join(await prepares(anja))
    card = tools(town).card(None)
    assert card is not None
    assert card.questions[0] in said
    assert "nog geen intake" in said
    assert "nog niets met jou gedeeld" in said
    assert "Geen zin." not in said
    assert "Laag" not in said


async def test_each_talk_takes_the_next_low_factor_and_what_they_focus_on_comes_first(town: Town) -> None:
    anja, sam = await pair(town)
    levels = {"houding": "low", "context": "low", "zelfregulering": "high"}
    await approve(town, sam, anja, levels=levels, focus=("context",))
    asked = []
    for _ in range(3):
        asked.append((await prepares(anja))[1])
        await talked(town, sam, anja)
    cards = [tools(town).card(one) for one in ("context", "houding", "context")]
    assert [card.questions[0] in said for card, said in zip(cards, asked, strict=True) if card] == [True] * 3


async def test_who_has_nothing_low_is_asked_about_what_is_only_fair(town: Town) -> None:
    anja, sam = await pair(town)
    await approve(town, sam, anja, levels={"houding": "high", "sociale-druk": "fair"})
    said = await prepares(anja)
    assert "Redelijk: Steun en druk." in said[0]
    card = tools(town).card("sociale-druk")
    assert card is not None
    assert card.technique in said[1]


async def test_first_the_bond_and_after_two_talks_the_challenge(town: Town) -> None:
    anja, sam = await pair(town)
    assert (await prepares(anja))[2] == tools(town).balance.bond
    await talked(town, sam, anja)
    await talked(town, sam, anja)
    assert (await prepares(anja))[2] == tools(town).balance.challenge


async def test_what_was_not_shared_or_was_taken_back_is_never_in_it(both: Town) -> None:
    anja, sam = await pair(both)
    await share(both, sam, "kanarie terug")
    at = both.clock()

    def leave(unit: Unit) -> None:
        kept = [
            NewAnswer(
                person_id=sam.id, flow="nazorg", key=key, step="s", value=b"kanarie", answered_at=at, marks=("medical",)
            )
            for key in ("mood", "score", "text")
        ]
        unit.answers.save(kept)
        unit.shares.take_back(sam.id, unit.shares.of(sam.id)[0].id, at)

    await both.database.write(leave)
    await sam.says("kanarie getypt")
    assert "kanarie" not in "\n".join(await prepares(anja))
    assert "kanarie" not in "\n".join([*await anja.presses("Lees wat is gedeeld"), *(await anja.news())])


async def test_resistance_leads_to_a_need_with_signs_advice_and_a_sentence(town: Town) -> None:
    anja, _ = await pair(town)
    await prepares(anja)
    await anja.presses("Als het moeilijk gaat")
    for need in tools(town).needs:
        said = "\n".join(await anja.presses(need.title))
        assert [text for text in (need.signs, need.do, need.say) if text not in said] == []
        await anja.presses("Gelezen")


async def test_a_coach_opens_it_from_the_card_and_an_hour_before_the_talk(town: Town) -> None:
    anja, sam = await pair(town)
    await anja.says("medewerkers")
    await anja.presses("Sam")
    await anja.presses("Meer")
    assert "Je gaat praten met Sam." in (await anja.presses("Bereid het gesprek voor"))[0]
    meeting = NewMeeting(
        maker_id=anja.id, kind="talk", at=town.clock(), minutes=30, made_at=town.clock(), guests=(sam.id,)
    )
    id = await town.database.write(lambda unit: unit.meetings.add(meeting))
    assert "Je gaat praten met Sam." in (await anja.sends(f"@voor-gesprek:{id}"))[0]


async def test_nobody_else_prepares_a_talk_with_this_person(town: Town) -> None:
    anja, sam = await pair(town)
    await share(town, sam, "Alleen voor Anja.")
    await approve(town, sam, anja, levels={"houding": "low"}, words={"houding": "Geen zin."})
    others = [await town.settle("Bram", "coach"), await town.settle("Wim", "colleague"), await town.settle("Noor")]
    meeting = NewMeeting(
        maker_id=anja.id, kind="talk", at=town.clock(), minutes=30, made_at=town.clock(), guests=(sam.id,)
    )
    id = await town.database.write(lambda unit: unit.meetings.add(meeting))
    for someone, data in itertools.product(others, (f"@voorbereiden:{sam.id}", f"@voor-gesprek:{id}")):
        said = "\n".join(await someone.sends(data))
        assert "Alleen voor Anja." not in said
        assert "Geen zin." not in said
        assert "Houding" not in said


def test_a_long_text_is_cut_between_words_and_a_short_one_is_left_alone() -> None:
    assert clip("een  twee\ndrie", 3) == "een twee drie"
    assert clip("een twee drie vier", 3) == "een twee drie…"


async def test_every_factor_and_every_need_has_its_card(town: Town) -> None:
    assert sorted(card.factor or "" for card in tools(town).cards) == sorted(["", *FACTORS])
    assert {need.id for need in tools(town).needs} == {"autonomie", "inclusie", "competentie", "affectie"}
