"""The whole method on the web chat: two employees, a coach, a colleague and a lead, each with a real browser."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.async_api import Browser

from tests.browser.village import Resident, Village, village_of

pytestmark = pytest.mark.asyncio(loop_scope="module")

SECRET = "Kanarievogel"
"""A word that Karin types where nobody else may read it."""
MEDICAL = "Mijn rug doet nog pijn"
"""What Karin types to her coach about her health."""
WRITTEN = "Karin heeft pijn in haar rug"
"""What her coach types about it in the intake."""
OWN = "Ik mis de ploeg, maar de drukte niet."
OWN_LATER = "Ik heb er weer zin in, met een rustig begin."
TAKEN = "Ik mag klein beginnen"
STOPS = ("l1-film", "l1-film-vraag", "l2-lijst", "l3-kansen", "l3-delen", "l5-terugblik", "l5-delen")
LESSONS = 80
"""Answers after which a course must be over."""


@dataclass
class Cast:
    """Who plays in the story."""

    village: Village
    anja: Resident
    wim: Resident
    ingrid: Resident
    karin: Resident
    henk: Resident


async def arrive(village: Village) -> Cast:
    """Each opens the own link, hears what it is, and says yes."""
    anja = await village.settle("Anja", "coach")
    await anja.taps("Handig", "Begrepen", "Ja, ik doe mee")
    await anja.sees("Niemand heeft je nu nodig.")
    wim = await village.settle("Wim", "colleague")
    await wim.taps("Begrepen", "Ja, ik doe mee")
    ingrid = await village.settle("Ingrid", "lead")
    await ingrid.taps("Goed", "Begrepen", "Ja, ik doe mee")
    karin, henk = await village.settle("Karin"), await village.settle("Henk")
    for one in (karin, henk):
        await one.answers_until("begin")
        await one.taps("Naar het menu")
    return Cast(village, anja, wim, ingrid, karin, henk)


async def intake(at: Cast) -> None:
    """Anja writes it down next to Karin, who changes a line on her own phone before it counts."""
    await at.anja.says("intake")
    await at.anja.taps("Karin", "We beginnen", "Laag")
    await at.anja.picture("intake-vraag")
    await at.anja.says(WRITTEN)
    await at.anja.sees("Dit gaat over gezondheid.")
    await at.anja.picture("intake-medisch")
    await at.anja.says(OWN)
    for level in ("Redelijk", "Veel steun", "Hoog", "Laag", "Zit mee", "Redelijk"):
        await at.anja.taps(level, "Niets opschrijven")
    await at.anja.ticks("Houding", "Wat iemand aankan", done="Hier werken we aan")
    await at.anja.taps("Even bellen", "Bellen", "Ochtend", "Ja, die eerst", "Hulp vragen", "Eerst nalezen")
    await at.anja.sees(OWN)
    await at.anja.picture("intake-nalezen")
    await at.anja.taps("Stuur het op")
    await at.anja.sees("De intake staat nu op de telefoon van Karin.")
    await at.anja.picture("intake-gestuurd")
    await approve(at)
    await at.anja.sees("Karin vindt de intake goed.")


async def approve(at: Cast) -> None:
    """Karin reads what stands there, says a line in other words, and then says yes."""
    await at.karin.sees("Het telt pas als jij het goed vindt.")
    await at.karin.picture("intake-bericht")
    await at.karin.taps("Lees het")
    await at.karin.sees(OWN)
    await at.karin.picture("intake-lezen")
    await at.karin.taps("Verder", "Ik verander iets", "Hoe ik naar werk kijk")
    await at.karin.picture("intake-anders")
    await at.karin.taps("Nog moeilijk")
    await at.karin.says(OWN_LATER)
    await at.karin.taps("Lees alles")
    await at.karin.sees(OWN_LATER)
    await at.karin.taps("Verder")
    await at.karin.picture("intake-klopt")
    await at.karin.taps("Ja, dit klopt")


async def course(at: Cast) -> None:
    """Karin walks the course that comes first by her intake, and shares what she takes along, and nothing else."""
    await at.karin.says("cursussen")
    assert (await at.karin.offered())[:2] == ["Uitgangspunten", "Hulp vragen"]
    await at.karin.picture("cursussen")
    await at.karin.taps("Uitgangspunten", "Begin")
    await at.karin.says(SECRET)
    for _ in range(LESSONS):
        step = (await at.karin.phone.asked())["out"]["step"]
        if step in STOPS:
            await at.karin.picture(f"cursus-{step}")
        if step == "l3-kansen":
            await at.karin.phone.appears(".bubble.tile")
        if step == "l3-delen":
            await at.karin.taps("Niet delen")
        elif step == "l5-terugblik":
            await at.karin.says(TAKEN)
        elif step == "l5-delen":
            break
        else:
            await at.karin.phone.answers("Dat weet ik zo net nog niet")
    await at.karin.sees(TAKEN)
    await at.karin.taps("Delen")
    await at.karin.picture("gedeeld")
    await at.karin.taps("Dank je", "Nee, nu niet", "Ja, vertel het mij")
    await at.karin.picture("pad")
    await at.karin.taps("Mooi")


async def prepares(at: Cast) -> None:
    """Anja finds in two taps who needs her, and reads only what was shared."""
    await at.anja.says("vandaag")
    await at.anja.picture("vandaag")
    await at.anja.taps("Karin: gedeeld")
    await at.anja.sees("Kaart van Karin")
    await at.anja.picture("kaart")
    await at.anja.taps("Lees wat is gedeeld")
    await at.anja.picture("gedeeld")
    await at.anja.taps_first()
    await at.anja.sees(TAKEN)
    await at.anja.picture("gedeeld-gelezen")
    await at.anja.taps("Gelezen", "Klaar", "Meer", "Bereid het gesprek voor")
    await at.anja.sees(OWN_LATER)
    await at.anja.picture("voorbereiden")


async def looks_for_buddy(one: Resident, *likes: str) -> None:
    """Says what may be known, and agrees to exactly that."""
    await one.says("buddy")
    await one.taps("Ja, dat wil ik")
    await one.ticks(*likes, done="Klaar")
    await one.taps("Liever niet")
    await one.ticks("In de ochtend", done="Klaar")
    await one.taps("Elkaar zien")
    await one.picture("buddy-profiel")
    await one.taps("Ja, dit is goed")


async def buddies(at: Cast) -> None:
    """Karin and Henk are buddies when both said yes, and not before."""
    await looks_for_buddy(at.karin, "Wandelen", "Dieren")
    await at.karin.sees("Er is nu nog niemand die bij je past.")
    await looks_for_buddy(at.henk, "Wandelen", "Muziek")
    await at.henk.sees("Misschien past Karin bij jou.")
    await at.henk.picture("buddy-voorstel")
    await at.henk.taps("Ja, leuk")
    await at.henk.sees("De ander kiest nu ook.")
    await at.karin.taps("Laat zien")
    await at.karin.sees("Misschien past Henk bij jou.")
    await at.karin.taps("Ja, leuk")
    await at.karin.sees("Jij en Henk zijn nu buddy's.")
    await at.henk.sees("Jij en Karin zijn nu buddy's.")
    await at.henk.picture("buddy-klik")


async def card_is_made(at: Cast) -> None:
    """Wim sees who is open to cards, and nothing else of them; four taps make a card."""
    await at.karin.says("kaartjes")
    await at.karin.taps("Ja, dat is leuk")
    await at.wim.taps("Stuur een kaartje")
    assert await at.wim.offered() == ["Karin", "Toch niet"]
    await at.wim.taps("Karin")
    await at.wim.picture("kaartje-plaatjes")
    await at.wim.taps("2. De hond met de post")
    await at.wim.picture("kaartje-tekst")
    await at.wim.taps("1. Ik denk aan je")
    await at.wim.sees("Zo ziet je kaartje eruit.")
    await at.wim.picture("kaartje-voorbeeld")
    await at.wim.taps("Ja, stuur het")
    await at.wim.sees("Het kaartje voor Karin is onderweg")


async def coffee(at: Cast) -> None:
    """Anja proposes two moments; Karin chooses one and asks Wim along."""
    await at.anja.says("op de koffie")
    await at.anja.taps("Karin", "In de kantine", "Volgende week", "10 uur")
    await at.anja.picture("koffie-dag")
    await at.anja.taps("Over 2 weken", "10 uur", "Zo is het genoeg", "Ja, stuur maar")
    await at.anja.sees("Ik vraag het. Je hoort het als er antwoord is.")
    await at.karin.sees("Anja drinkt graag koffie met je. Dat is in de kantine.")
    await at.karin.picture("koffie-vraag")
    await at.karin.taps("Kies een moment")
    moments = await at.karin.offered()
    assert len(moments) == 3
    await at.karin.picture("koffie-kies")
    await at.karin.taps(moments[1])
    await at.karin.sees("Anja zorgt voor de koffie.")
    await at.karin.picture("koffie-staat")
    calendar = await at.karin.gets("a.go")
    assert calendar.startswith("BEGIN:VCALENDAR")
    assert "Anja" in calendar
    await at.anja.sees("Karin komt op de koffie:")
    await at.karin.taps("Ja, leuk", "Wim")
    await at.wim.sees("Karin komt op de koffie")
    await at.wim.picture("koffie-mee")
    await at.wim.taps("Ja, ik kom")
    await at.karin.sees("Erbij: Wim.")


async def card_is_brought(at: Cast) -> None:
    """The next morning it lies there; one tap thanks, and Wim hears it."""
    at.village.server.move_to_next_day(hour=10)
    await at.karin.sees("Er is post voor je.", "Van Wim.")
    await at.karin.picture("kaartje-gekregen")
    await at.karin.taps("Bedankt")
    await at.wim.sees("Karin bedankt je voor het kaartje.")
    await at.wim.picture("kaartje-dank")


async def handover(at: Cast) -> None:
    """In the middle of a course Karin wants a human: Anja talks with her, hands it back, and the course goes on."""
    await at.karin.says("cursussen")
    await at.karin.taps("Hulp vragen")
    here = (await at.karin.phone.asked())["out"]
    await at.karin.says("ik wil een mens spreken")
    await at.karin.taps("Ja, doe maar", "Nu chatten", "Oké")
    await at.anja.sees("Karin wil")
    await at.anja.picture("oproep")
    await at.anja.taps("Ik pak dit op")
    await at.anja.sees("Je praat nu met Karin.")
    await at.karin.sees("Je praat nu met Anja. Dat is een mens.")
    await talk(at)
    await at.anja.taps("Terug naar Opstap")
    await at.karin.sees("Anja heeft het gesprek afgesloten")
    await at.karin.picture("praat-klaar")
    await at.anja.picture("log-lang")
    await at.anja.taps("15 minuten")
    await at.anja.says("We drinken samen koffie.")
    await at.anja.taps("Volgende week")
    await at.anja.sees("Het staat erin.")
    await at.anja.picture("log-klaar")
    await at.karin.sees("Anja schreef iets op over jullie gesprek.", "We drinken samen koffie.")
    await at.karin.picture("log-gelezen")
    await at.karin.taps("Ga verder")
    await at.karin.sees(here["text"])
    assert (await at.karin.phone.asked())["out"]["step"] == here["step"]


async def talk(at: Cast) -> None:
    """Words go both ways with a name; what is about health is held back."""
    await at.karin.says("Ik weet niet of ik nog welkom ben")
    await at.anja.sees("Karin", "Ik weet niet of ik nog welkom ben")
    await at.anja.says("Zeker wel. Zullen we koffie drinken?")
    await at.karin.sees("Anja", "Zeker wel. Zullen we koffie drinken?")
    assert await at.karin.phone.see("#title").inner_text() == "Je praat met Anja"
    await at.karin.picture("praat")
    await at.karin.says(MEDICAL)
    await at.karin.sees("Dit gaat over gezondheid. Dat hoort bij de bedrijfsarts")
    await at.karin.picture("praat-medisch")
    await at.karin.says("Ja graag")
    await at.anja.sees("Ja graag")
    await at.anja.picture("praat")


async def group(at: Cast) -> None:
    """Anja plans a group and asks all her people: one comes, one would rather not, which nobody hears."""
    await at.anja.says("groep")
    await at.anja.taps("Al mijn mensen", "Rustige kamer op werk", "Volgende week", "14 uur", "1 uur")
    await at.anja.picture("groep-zeker")
    await at.anja.taps("Ja, vraag maar")
    for one in (at.karin, at.henk):
        await one.sees("Anja maakt een kleine groep:")
    await at.henk.picture("groep-vraag")
    await at.henk.taps("Liever niet")
    await at.henk.sees("Niemand vraagt waarom.")
    await at.karin.taps("Ja, ik kom", "Ja, dat mag")
    await at.karin.sees("Dan ziet de groep je voornaam.")
    await at.karin.picture("groep-ja")
    await at.anja.sees("Nu komen: Karin.")
    await at.anja.never_saw("Henk wil", "Henk komt")


async def look_back(at: Cast) -> None:
    """What each of them never read; and no button had to be cut off."""
    for one in (at.anja, at.wim, at.ingrid, at.karin, at.henk):
        assert not [label for label in await one.labels() if label.endswith("…")]
    await at.ingrid.taps("Kijk nog eens")
    await at.ingrid.sees("Coaches: Anja.")
    await at.ingrid.picture("menu")
    await at.anja.never_saw(SECRET, MEDICAL)
    await at.karin.never_saw(WRITTEN)
    await at.henk.never_saw(SECRET, MEDICAL, OWN, TAKEN)
    await at.wim.never_saw(SECRET, MEDICAL, OWN, OWN_LATER, TAKEN, "Henk", "welkom ben")
    await at.ingrid.never_saw(SECRET, MEDICAL, OWN, OWN_LATER, TAKEN, "Karin", "Henk", "welkom ben")


@pytest.mark.long
@pytest.mark.timeout(600)
async def test_the_whole_method_from_the_intake_to_the_group(browser: Browser, tmp_path: Path, shots: Path) -> None:
    async with village_of(browser, tmp_path / "village", shots) as village:
        at = await arrive(village)
        await intake(at)
        await course(at)
        await prepares(at)
        await buddies(at)
        await card_is_made(at)
        await coffee(at)
        await card_is_brought(at)
        await handover(at)
        await group(at)
        await look_back(at)
