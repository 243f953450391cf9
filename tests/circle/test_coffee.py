"""'Op de koffie': three moments to choose from, a no that is fine, and colleagues who hear only what they need."""

import pytest

from bot.circle import roles
from bot.storage.circle import Team
from bot.storage.unit import Unit
from tests.circle.town import Neighbour, Town

OFFER = (
    "Anja drinkt graag koffie met je. Dat is in de kantine. Het duurt 30 minuten. Je hoeft niet te werken. Heb je zin?"
)


async def offer(town: Town, coach: Neighbour, who: Neighbour) -> list[str]:
    """The coach offers Wednesday, Thursday and Monday."""
    await coach.sends(f"@coach-koffie:{who.id}")
    await coach.presses("In de kantine")
    for day, hour in (("woensdag", "10 uur"), ("donderdag", "half 3"), ("maandag", "10 uur")):
        await coach.says(day)
        await coach.says(hour)
    return await coach.presses("Ja, stuur maar")


async def drinks(town: Town) -> tuple[Neighbour, Neighbour, Neighbour]:
    """Karin chose a moment, and Fatma comes along."""
    anja = await town.settle("Anja", "coach")
    karin, fatma = await town.settle("Karin", coach=anja), await town.settle("Fatma", "colleague")
    await offer(town, anja, karin)
    for label in ("Kies een moment", "wo 4 maart 10 uur", "Ja, leuk", "Fatma"):
        await karin.presses(label)
    await fatma.presses("Ja, ik kom")
    for one in (anja, karin, fatma):
        await one.news()
    return anja, karin, fatma


async def offered(town: Town) -> tuple[Neighbour, Neighbour]:
    """A coach and the one who was asked, who read it."""
    anja = await town.settle("Anja", "coach")
    karin = await town.settle("Karin", coach=anja)
    await offer(town, anja, karin)
    await karin.news()
    await anja.news()
    return anja, karin


async def team(town: Town, name: str, **people: list[Neighbour]) -> None:
    """Puts people into a team, each as what they are."""

    def make(unit: Unit) -> None:
        everybody = [(role, one) for role, found in people.items() for one in found]
        row = unit.people.by_ids([everybody[0][1].id])[everybody[0][1].id]
        unit.circle.add_team(Team(id=name.lower(), organisation_id=row.organisation_id, name=name), town.clock())
        for role, one in everybody:
            roles.give(unit, one.id, role, team=name.lower(), at=town.clock())

    await town.database.write(make)


async def test_a_day_on_which_the_coach_is_away_by_now_can_no_longer_be_chosen(town: Town) -> None:
    anja, karin = await offered(town)
    await anja.says("afwezig")
    await anja.says("woensdag")
    heard = await anja.says("donderdag")
    assert "Staat er dan nog iets?" in heard[0]
    await karin.presses("Kies een moment")
    assert await karin.labels() == ["ma 9 maart 10 uur", "Geen van deze"]


async def test_who_declines_declines_also_what_could_no_longer_be_chosen(town: Town) -> None:
    anja, karin = await offered(town)
    await anja.says("afwezig")
    await anja.says("woensdag")
    await anja.says("maandag")
    await karin.presses("Liever niet")
    await karin.presses("Nu geen koffie")
    states = await town.database.read(lambda unit: {one.state for one in unit.meetings.all_of(karin.id)})
    assert "offered" not in states


async def test_the_coach_offers_three_moments_and_the_person_chooses_one(both: Town) -> None:
    anja = await both.settle("Anja", "coach")
    karin = await both.settle("Karin", coach=anja)
    assert await offer(both, anja, karin) == ["Ik vraag het. Je hoort het als er antwoord is."]
    assert await karin.news() == [OFFER]
    assert await karin.presses("Kies een moment") == ["Kies wat bij jou past. Wanneer kom je?"]
    labels = ["wo 4 maart 10 uur", "do 5 maart 14.30", "ma 9 maart 10 uur"]
    assert await karin.labels() == [*labels, "Geen van deze"]
    heard = await karin.presses(labels[1])
    assert heard[-2:] == [
        "Zet het in je agenda",
        "Het staat: donderdag 5 maart om 14.30 uur. Dat is in de kantine. Anja zorgt voor de koffie.",
    ]
    assert await anja.news() == ["Karin komt op de koffie: donderdag 5 maart om 14.30 uur. Dat is in de kantine."]
    states = await both.database.read(lambda unit: [one.state for one in unit.meetings.all_of(karin.id)])
    assert sorted(states) == ["off", "off", "planned"]


async def test_what_was_not_chosen_cannot_be_chosen_any_more(town: Town) -> None:
    anja, karin = await offered(town)
    await karin.presses("Kies een moment")
    await karin.presses("wo 4 maart 10 uur")
    await anja.news()
    assert (await karin.presses("Kies een moment"))[0] == "Deze momenten zijn er niet meer."
    assert await anja.news() == []


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("Een ander moment", "Karin wil wel koffie. Maar liever op een ander moment."),
        ("Nu geen koffie", "Karin komt nu liever niet op de koffie. Dat mag. Vraag niet naar de reden."),
    ],
)
@pytest.mark.parametrize("way", [("Liever niet",), ("Kies een moment", "Geen van deze")])
async def test_a_no_is_fine_and_asks_for_no_reason(town: Town, answer: str, told: str, way: tuple[str, ...]) -> None:
    anja, karin = await offered(town)
    for label in way:
        await karin.presses(label)
    assert "Ik geef het door." in (await karin.presses(answer))[0]
    assert await anja.news() == [told]
    assert await town.database.read(lambda unit: {one.state for one in unit.meetings.all_of(karin.id)}) == {"off"}
    await town.later(days=8)
    assert await karin.news() == [], "of what does not go on nobody is reminded"


async def test_who_wants_to_think_first_can_still_choose(town: Town) -> None:
    anja, karin = await offered(town)
    await karin.presses("Liever niet")
    await karin.presses("Niets, ik denk na")
    assert await anja.news() == []
    assert "Wanneer kom je?" in (await karin.presses("Kies een moment"))[0]


async def test_moments_that_are_over_are_no_longer_offered(town: Town) -> None:
    _, karin = await offered(town)
    await town.later(days=4)
    await karin.presses("Kies een moment")
    assert await karin.labels() == ["ma 9 maart 10 uur", "Geen van deze"]


async def test_colleagues_hear_the_first_name_the_day_and_the_place_and_nothing_else(both: Town) -> None:
    anja = await both.settle("Anja", "coach")
    karin = await both.settle("Karin de Wit", coach=anja)
    fatma, joop = await both.settle("Fatma", "colleague"), await both.settle("Joop", "colleague")
    await offer(both, anja, karin)
    await karin.presses("Kies een moment")
    assert "Die hoort alleen je naam, de dag en de plek." in (await karin.presses("wo 4 maart 10 uur"))[-1]
    await karin.presses("Ja, leuk")
    assert await karin.labels() == ["Iedereen mag mee", "Fatma", "Joop", "Zo is het goed"]
    assert await karin.presses("Fatma") == ["Ik vraag het. Je hoort het als er iemand meekomt."]
    asked = (
        "Karin komt op de koffie, woensdag 4 maart om 10 uur. Dat is in de kantine. "
        "Het zou leuk zijn als jij er ook bent. Kom je?"
    )
    assert (await fatma.news(), await joop.news()) == ([asked], [])
    assert "Vraag niet naar de ziekte." in (await fatma.presses("Ja, ik kom"))[0]
    assert await karin.news() == [
        "Leuk nieuws: er komt iemand mee op de koffie, woensdag 4 maart om 10 uur. Erbij: Fatma."
    ]
    told = " ".join(one.text for one in (*await fatma.bubbles(), *await joop.bubbles()))
    for word in ("Wit", "ziek thuis", "Opbouw"):
        assert word not in told


async def test_only_the_person_s_own_team_is_asked(town: Town) -> None:
    anja = await town.settle("Anja", "coach")
    karin = await town.settle("Karin", coach=anja)
    fatma, joop = await town.settle("Fatma", "colleague"), await town.settle("Joop", "colleague")
    ruud = await town.settle("Ruud", "colleague", works="Ander Werk")
    await team(town, "Inpak", employee=[karin], colleague=[fatma])
    await team(town, "Groen", colleague=[joop])
    await offer(town, anja, karin)
    await karin.presses("Kies een moment")
    await karin.presses("wo 4 maart 10 uur")
    await karin.presses("Ja, leuk")
    assert await karin.labels() == ["Fatma", "Zo is het goed"]
    await karin.presses("Fatma")
    for one in (joop, ruud):
        assert await one.news() == []
        assert await one.sends("@koffie-mee-ja:1") == ["Deze koffie gaat niet meer door."]


async def test_everybody_hears_the_day_before_who_where_and_how_long(town: Town) -> None:
    anja = await town.settle("Anja", "coach")
    karin = await town.settle("Karin", coach=anja)
    fatma, joop = await town.settle("Fatma", "colleague"), await town.settle("Joop", "colleague")
    await offer(town, anja, karin)
    for label in ("Kies een moment", "do 5 maart 14.30", "Ja, leuk", "Iedereen mag mee"):
        await karin.presses(label)
    await fatma.presses("Ja, ik kom")
    await joop.presses("Ik kan niet")
    for one in (anja, karin, fatma, joop):
        await one.news()
    await town.later(days=2)
    assert await karin.news() == [
        "Je komt morgen om 14.30 uur op de koffie bij Anja. Dat is in de kantine. "
        "Ook erbij: Fatma. Het duurt 30 minuten."
    ]
    assert await anja.news() == ["Karin komt morgen om 14.30 uur op de koffie. Dat is in de kantine. Ook erbij: Fatma."]
    assert await fatma.news() == [
        "Je drinkt morgen om 14.30 uur koffie met Karin. Dat is in de kantine. Het duurt 30 minuten."
    ]
    assert await joop.news() == []
    await town.later(days=1, hours=3, minutes=20)
    assert await karin.news() == ["Straks om 14.30 uur is er koffie met Anja. Dat is in de kantine."]


async def test_afterwards_the_answer_is_the_person_s_own(town: Town) -> None:
    anja, karin = await offered(town)
    for label in ("Kies een moment", "wo 4 maart 10 uur"):
        await karin.presses(label)
    await anja.news()
    await karin.news()
    await town.later(days=2, hours=1, minutes=30)
    heard = await karin.news()
    assert heard[-2:] == [
        "Je ging op de koffie. Dat is een echte stap. Alleen jij ziet je antwoord.",
        "Hoe was het voor jou?",
    ]
    await karin.presses("Fijn")
    await karin.says("De kanarie zong nog")
    await karin.presses("Niet delen")
    told = " ".join(one.text for one in await anja.bubbles())
    assert "kanarie" not in told
    assert "Fijn" not in told
    assert [one.text for one in await anja.bubbles()][-1].startswith("Je sprak Karin.")
    kept = await town.database.read(lambda unit: [one.key for one in unit.answers.of(karin.id)])
    assert {"hoe", "gesprek"} <= set(kept)


async def test_a_visit_that_is_called_off_is_told_to_all_who_were_asked(town: Town) -> None:
    anja, karin, fatma = await drinks(town)
    await karin.says("mijn afspraken")
    await karin.presses("4 maart 10 uur: Anja")
    await karin.presses("Liever niet")
    await karin.presses("Nu geen koffie")
    off = "woensdag 4 maart om 10 uur"
    assert await anja.news() == [f"Je afspraak met Karin, {off}, gaat niet door. Vraag niet naar de reden."]
    assert await fatma.news() == [f"De koffie van {off} gaat niet door. Misschien een andere keer."]
    await town.later(days=3)
    assert (await anja.news(), await fatma.news(), await karin.news()) == ([], [], [])


async def test_the_offer_of_another_is_not_there_for_anyone_else(town: Town) -> None:
    anja, karin = await offered(town)
    rachid = await town.settle("Rachid", coach=anja)
    for flow in ("koffie-kies", "koffie-wie"):
        heard = " ".join(await rachid.sends(f"@{flow}:1"))
        assert "Karin" not in heard
        assert "maart" not in heard
    await rachid.sends("@koffie-nee:1")
    await rachid.presses("Nu geen koffie")
    assert await anja.news() == []
    assert "Wanneer kom je?" in (await karin.presses("Kies een moment"))[0], "it still stands"


async def test_words_about_health_are_no_place(town: Town) -> None:
    anja = await town.settle("Anja", "coach")
    karin = await town.settle("Karin", coach=anja)
    await anja.sends(f"@coach-koffie:{karin.id}")
    await anja.presses("Ergens anders")
    heard = await anja.says("Bij de psycholoog, na haar burn-out")
    assert heard[0].startswith("Dit gaat over gezondheid.")
    assert "Kies eerst een dag." in (await anja.says("In het zaaltje naast de poort"))[0]
