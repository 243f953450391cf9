"""The card of a person: only for their own coach, only with what they agreed to, and every look is theirs to see."""

from msgspec import structs

from bot.circle.around import CircleAround
from bot.circle.parts import Setting
from bot.circle.terms import Terms
from bot.content.models.library import Library
from bot.flows.opening import label_of
from bot.storage.cases import NewCase
from bot.storage.intakes import Intake, Sheet
from bot.storage.unit import Unit
from tests.circle.town import Neighbour, Town


async def card(town: Town, coach: Neighbour, who: Neighbour) -> str:
    """What the coach reads on the card; a tampered press when they have no such button."""
    return "\n".join(await coach.sends(f"@coach-kaart:{who.id}"))


async def test_progress_is_on_the_card_with_the_yes_for_it_and_not_without(both: Town) -> None:
    anja = await both.settle("Anja", "coach")
    marjan = await both.settle("Marjan", coach=anja)
    assert "Voortgang: nog niet begonnen." in await card(both, anja, marjan)
    await marjan.says("cursussen")
    await marjan.presses("Uitgangspunten")
    assert "Voortgang: bezig met Uitgangspunten." in await card(both, anja, marjan)
    await both.finish(marjan, "uitgangspunten", "goed-begin")
    await both.finish(marjan, "uitgangspunten")
    await both.finish(marjan, "kwaliteiten", "begin")
    assert "Voortgang: klaar met Uitgangspunten en bezig met Kwaliteiten." in await card(both, anja, marjan)
    await both.database.write(lambda unit: unit.circle.forbid(marjan.id, "progress"))
    heard = await card(both, anja, marjan)
    assert "Hoe ver Marjan is, houdt Marjan voor zich." in heard
    assert "Uitgangspunten" not in heard


def test_a_press_that_is_worded_in_many_ways_reads_back_as_what_it_opens(library: Library) -> None:
    assert label_of(library, "coach-afspraak") == "Maak een afspraak"
    assert label_of(library, "coach-chat") == "Chat nu"


async def test_a_card_tells_nothing_of_what_was_not_shared(town: Town) -> None:
    anja = await town.settle("Anja", "coach")
    marjan = await town.settle("Marjan", coach=anja)
    await marjan.says("vertel een succes")
    await marjan.says("kanarie uit het bos")
    for words in (await card(town, anja, marjan), *await anja.presses("Lees wat is gedeeld")):
        assert "kanarie" not in words
    assert "Hier is niets met jou gedeeld." in (await anja.news() or [words])[-1]


async def test_the_card_of_somebody_else_s_person_is_refused_and_that_person_can_see_who_tried(both: Town) -> None:
    anja, bert = await both.settle("Anja", "coach"), await both.settle("Bert", "coach")
    marjan = await both.settle("Marjan", coach=anja)
    await both.share(marjan, "geheimpje")
    heard = await card(both, bert, marjan)
    assert heard.startswith("Deze kaart is niet voor jou.")
    assert "Marjan" not in heard
    for flow in ("coach-gedeeld", "coach-kaart-meer", "coach-afspraak", "coach-log", "coach-volgorde"):
        heard = " ".join(await bert.sends(f"@{flow}:{marjan.id}"))
        assert "Marjan" not in heard
        assert "geheimpje" not in heard
    await marjan.says("mijn gegevens")
    await marjan.presses("Wie ziet wat?")
    assert (
        "Bert (vandaag) wilde ook kijken. Dat mocht niet, dus die zag niets." in (await marjan.presses("Duidelijk"))[0]
    )
    looks = await both.database.read(lambda unit: unit.circle.looks_at(marjan.id))
    assert {(one.by_id, one.allowed) for one in looks} == {(bert.id, False)}


async def test_another_organisation_s_coach_is_refused_too(town: Town) -> None:
    anja = await town.settle("Anja", "coach")
    other = await town.settle("Olga", "coach", works="Elders")
    marjan = await town.settle("Marjan", coach=anja)
    assert "Marjan" not in await card(town, other, marjan)


async def test_a_look_of_the_own_coach_is_told_once_a_day(town: Town) -> None:
    anja = await town.settle("Anja", "coach")
    marjan = await town.settle("Marjan", coach=anja)
    for _ in range(3):
        await card(town, anja, marjan)
    looks = await town.database.read(lambda unit: unit.circle.looks_at(marjan.id))
    assert [(one.what, one.allowed) for one in looks] == [("card", True)]
    await marjan.says("mijn gegevens")
    await marjan.presses("Wie ziet wat?")
    assert "Je kaart is bekeken door Anja (vandaag)." in (await marjan.presses("Duidelijk"))[0]


async def test_nobody_but_a_coach_opens_a_card_whatever_they_send(town: Town) -> None:
    anja = await town.settle("Anja", "coach")
    marjan, rachid = await town.settle("Marjan", coach=anja), await town.settle("Rachid", coach=anja)
    for one in (rachid, await town.settle("Fatma", "colleague"), await town.settle("Lies", "lead")):
        heard = await card(town, one, marjan)
        assert "Marjan" not in heard
        assert "Kaart" not in heard


async def test_no_view_and_no_list_tells_somebody_else_s_coach_anything(town: Town) -> None:
    """Not only the flows: what they ask of is closed by itself."""
    anja, bert = await town.settle("Anja", "coach"), await town.settle("Bert", "coach")
    marjan = await town.settle("Marjan", coach=anja)
    await town.share(marjan, "geheimpje")

    def ask(unit: Unit) -> list[object]:
        on = Setting(unit=unit, library=town.library, terms=Terms(), now=town.clock())
        me = unit.people.by_ids([bert.id])[bert.id]
        around = CircleAround(on, me)
        share = str(unit.shares.of(marjan.id)[0].id)
        views = ("whom", "card", "person", "order-of", "hulpvraag-of", "my-talk", "talk")
        lists = ("shared-with-me", "courses-of")
        return [
            *(around.facts(view, marjan.id) for view in views),
            *(around.options(one, marjan.id) or None for one in lists),
            around.facts("shared-text", share),
            around.facts("my-share", share),
        ]

    assert set(await town.database.write(ask)) == {None}


async def test_a_coach_who_helps_out_sees_the_card_while_it_lasts_and_no_text_that_was_shared(both: Town) -> None:
    anja, bert = await both.settle("Anja", "coach"), await both.settle("Bert", "coach")
    marjan = await both.settle("Marjan", coach=anja)
    await both.share(marjan, "geheimpje")
    case = NewCase(person_id=marjan.id, opened_at=both.clock(), way="call")

    def take(unit: Unit) -> int:
        unit.cases.open(case)
        id = unit.cases.of(marjan.id)[0].id
        assert unit.cases.claim(id, bert.id, both.clock())
        return id

    id = await both.database.write(take)
    heard = await card(both, bert, marjan)
    assert "Kaart van Marjan" in heard
    assert "Je helpt even mee." in heard
    assert "Hier is niets met jou gedeeld." in " ".join(await bert.sends(f"@coach-gedeeld:{marjan.id}"))
    await both.database.write(lambda unit: unit.cases.close(id, both.clock()))
    assert "Kaart van" not in await card(both, bert, marjan)


async def test_two_people_with_one_name_can_be_told_apart(town: Town) -> None:
    anja = await town.settle("Anja", "coach")
    await town.settle("Marjan", coach=anja)
    town.clock.move(days=3)
    await town.settle("Marjan", coach=anja)
    await anja.says("medewerkers")
    assert await anja.labels() == ["Marjan, sinds maandag 2…", "Marjan, sinds vandaag", "Toch niet"]


async def test_who_stopped_is_on_the_card_without_a_reason(town: Town) -> None:
    anja = await town.settle("Anja", "coach")
    marjan = await town.settle("Marjan", coach=anja)
    await town.finish(marjan, "uitgangspunten")
    await marjan.says("stop")
    await marjan.presses("Ja, ik stop")
    heard = await card(town, anja, marjan)
    assert "Marjan gebruikt de chat nu niet." in heard
    assert "Uitgangspunten" not in heard


async def test_a_text_that_was_taken_back_is_gone_from_the_coach(town: Town) -> None:
    anja = await town.settle("Anja", "coach")
    marjan = await town.settle("Marjan", coach=anja)
    await town.share(marjan, "Ik wil weer naar de kantine.")
    await anja.sends(f"@coach-gedeeld:{marjan.id}")
    await marjan.says("mijn gegevens")
    for label in ("Wie ziet wat?", "Duidelijk", "Neem iets terug", "Uitgangspunten, vandaag", "Ja, neem terug"):
        await marjan.presses(label)
    assert await anja.presses("Uitgangspunten, vandaag") == [
        "Deze tekst is niet meer gedeeld.",
        "Hier is niets met jou gedeeld. Vragen mag, maar het hoeft niet.",
    ]


async def test_the_factors_of_an_approved_intake_are_on_the_card_and_a_draft_is_not(town: Town) -> None:
    anja = await town.settle("Anja", "coach")
    marjan = await town.settle("Marjan", coach=anja)
    levels = {"houding": "high", "sociale-druk": "low", "zelfregulering": "low"}
    draft = Sheet(number=1, levels=levels, words={"houding": "kanarie"})

    intake = Intake(person_id=marjan.id, coach_id=anja.id, state="draft", changed_at=town.clock(), draft=draft)
    await town.database.write(lambda unit: unit.intakes.save(intake))
    assert "Laag:" not in await card(town, anja, marjan)
    approved = structs.replace(draft, approved_at=town.clock())
    counts = structs.replace(intake, state="approved", draft=None, approved=approved)
    await town.database.write(lambda unit: unit.intakes.save(counts))
    heard = await card(town, anja, marjan)
    names = [town.library.words.circle.intake.factors[one].coach for one in ("sociale-druk", "zelfregulering")]
    assert f"Laag: {', '.join(names)}." in heard
    assert "Hoog: " in heard
    assert "kanarie" not in heard
