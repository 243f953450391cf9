"""Between people: a card from a colleague, a talk with a coach, and words that are shown as they were typed."""

from io import BytesIO

from PIL import Image

from tests.contract.stage import Stage
from tests.contract.theatre import on_every_way

SEND, TAKE, BACK, ON = "Ja, stuur het", "Ik pak dit op", "Terug naar Opstap", "Ga verder"
HARD = "a < b & c > d <b>vet</b> *ster* _lijn_ `x` [a](b) <!channel> <@U1> :wave: \N{SMILING FACE WITH SUNGLASSES}"
RIGHT_TO_LEFT = "\u0645\u0631\u062d\u0628\u0627 \u202eabc\u202c"
LONG = " ".join(f"Dit is zin nummer {at}, over een wandeling in het park." for at in range(60))[:2999] + "."


@on_every_way
async def test_a_card_from_a_colleague_comes_as_a_picture_and_is_thanked_for(stage: Stage) -> None:
    karin, wim = await stage.settles("Karin"), await stage.settles("Wim", "colleague")
    await karin.says("kaartjes")
    await karin.presses("Ja, dat is leuk")
    await wim.says("kaartje")
    await wim.presses("Karin")
    await wim.presses("1. Koffie met bezoek")
    await wim.presses("1. Ik denk aan je")
    assert await wim.presses(SEND) == ["Het kaartje voor Karin is onderweg. Lief van je."]
    await stage.later(hours=2)
    assert await karin.news() == []
    await stage.later(hours=22)
    assert (await karin.news())[-1] == "Van Wim."
    assert karin.newest.kind == "picture"
    with Image.open(BytesIO(await karin.phone.opens(karin.newest))) as card:
        assert min(card.size) > 300
    assert await karin.presses("Bedankt") == ["Ik zeg tegen Wim dat je blij bent met het kaartje."]
    await stage.later(minutes=1)
    assert await wim.news() == ["Karin bedankt je voor het kaartje."]


@on_every_way
async def test_a_coach_takes_over_both_talk_and_the_course_goes_on_at_its_bookmark(stage: Stage) -> None:
    anja = await stage.settles("Anja", "coach", way="web")
    karin = await stage.settles("Karin", coach=anja)
    await karin.presses("Naar de cursussen")
    await karin.presses("Uitgangspunten")
    here = karin.question.text
    await karin.says("ik wil een mens")
    await karin.presses("Ja, doe maar")
    await karin.presses("Nu chatten")
    await karin.presses("Ok\N{LATIN SMALL LETTER E WITH ACUTE}")
    assert (await anja.news())[-1].startswith("Karin wil nu chatten")
    await anja.presses(TAKE)
    assert (await karin.news())[-1].startswith("Je praat nu met Anja. Dat is een mens.")
    assert await karin.says("Ik zie op tegen morgen") == []
    assert await anja.news() == ["Karin: Ik zie op tegen morgen"]
    assert await anja.says("Waar zie je tegenop?") == []
    assert await karin.news() == ["Anja: Waar zie je tegenop?"]
    assert await anja.presses(BACK) == ["Hoe lang heb je hieraan gewerkt?"]
    assert (await karin.news())[0].startswith("Anja heeft het gesprek afgesloten")
    await karin.presses(ON)
    assert karin.question.text == here


@on_every_way
async def test_what_is_typed_is_shown_as_it_was_typed_to_both_sides_of_a_talk(stage: Stage) -> None:
    anja = await stage.settles("Anja", "coach")
    karin = await stage.settles("Karin", coach=anja)
    await karin.says("ik wil een mens")
    for label in ("Ja, doe maar", "Nu chatten", "Ok\N{LATIN SMALL LETTER E WITH ACUTE}"):
        await karin.presses(label)
    await anja.news()
    await anja.presses(TAKE)
    await karin.news()
    for text in (HARD, RIGHT_TO_LEFT):
        assert await karin.says(text) == []
        assert await anja.news() == [f"Karin: {text}"]
        assert await anja.says(text) == []
        assert await karin.news() == [f"Anja: {text}"]
    assert stage.slack is None or stage.slack.office.pings == []


@on_every_way
async def test_three_thousand_characters_are_shown_whole_to_who_wrote_them_and_to_who_may_read_them(
    stage: Stage,
) -> None:
    assert len(LONG) == 3000
    anja = await stage.settles("Anja", "coach")
    karin = await stage.settles("Karin", coach=anja)
    await karin.says("/succes")
    await karin.says(LONG)
    await karin.presses("Ik was trots")
    assert LONG in karin.read[-2].text
    assert karin.read[-2].kind == "quote"
    await karin.presses("Delen")
    await anja.says("vandaag")
    await anja.presses("Karin: gedeeld")
    await anja.presses("Lees wat is gedeeld")
    read = " ".join(await anja.answers())
    assert LONG in read
