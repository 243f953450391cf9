"""Kaartjes: a colleague sends one in four taps, it comes at most once a day, and thanks go back."""

from bot.circle import card_round
from bot.content.models import cards as limits
from bot.drawing import card as drawing
from tests.circle.mailing import SEND, TEXT, TOGETHER, cards_of, makes, pair, sends, shown, under_way
from tests.circle.town import Town


async def test_a_card_is_sent_in_four_taps_and_comes_the_next_morning(both: Town) -> None:
    wim, karin = await pair(both)
    wim.taps = 0
    assert await wim.says("kaartje") == ["Leuk dat je aan iemand denkt. Voor wie is het kaartje?"]
    assert await wim.presses("Karin") == ["Welk plaatje komt erop?"]
    read = await wim.presses("1. Koffie met bezoek")
    assert f"1. {TEXT}" in read[0]
    assert await wim.presses("1. Ik denk aan je") == [
        "Zo ziet je kaartje eruit.",
        "Ik bezorg het op een rustig moment. Zal ik het sturen?",
    ]
    assert await wim.presses(SEND) == ["Het kaartje voor Karin is onderweg. Lief van je."]
    assert wim.taps == 4
    await karin.news()
    await both.later(hours=2)
    assert await karin.news() == []
    await both.later(hours=22)
    assert await karin.news() == ["Er is post voor je. Iemand van je werk stuurt je een kaartje.", "Van Wim."]
    card = (await shown(karin))[-1]
    assert TEXT in (card.alt or "")
    assert "Wim" in (card.alt or "")
    assert await karin.presses("Bedankt") == ["Ik zeg tegen Wim dat je blij bent met het kaartje."]
    await wim.news()
    await both.later(minutes=1)
    assert await wim.news() == ["Karin bedankt je voor het kaartje."]


async def test_who_sent_a_card_can_make_another_at_once(town: Town) -> None:
    wim, _ = await pair(town)
    await sends(wim)
    assert "Nog een kaartje" in await wim.labels()
    assert await wim.presses("Nog een kaartje") == ["Leuk dat je aan iemand denkt. Voor wie is het kaartje?"]


async def test_several_cards_come_together_and_no_more_than_once_a_day(town: Town) -> None:
    wim, karin = await pair(town)
    nadia, anja = await town.settle("Nadia", "colleague"), await town.settle("Anja", "coach")
    await sends(wim)
    await sends(nadia)
    await karin.news()
    await town.later(days=1)
    post = await karin.news()
    assert post[0] == "Er is post voor je. Mensen van je werk sturen je 2 kaartjes."
    assert post[1:] == ["Van Wim.", "Van Nadia."]
    await sends(anja)
    await town.later(hours=8)
    assert await karin.news() == []
    await town.later(hours=20)
    assert (await karin.news())[-1] == "Van Anja."
    moments = [card.delivered_at for card in await cards_of(karin)]
    assert len({moment.date() for moment in moments if moment}) == 2


async def test_a_pile_is_small_and_the_rest_comes_the_next_day(town: Town) -> None:
    wim, karin = await pair(town)
    for name in ("Nadia", "Ruud", "Els", "Omar", "Lies"):
        await sends(await town.settle(name, "colleague"))
    await sends(wim)
    await town.later(days=1)
    assert len(await cards_of(karin)) == 5
    await town.later(days=1)
    assert len(await cards_of(karin)) == 6


async def test_no_post_comes_on_sunday_nor_in_the_evening(town: Town) -> None:
    wim, karin = await pair(town)
    await town.later(days=5, hours=3)
    await sends(wim)
    await karin.news()
    await town.later(days=1)
    assert await karin.news() == [], "it is Sunday"
    await town.later(days=1)
    assert (await karin.news())[-1] == "Van Wim."


async def test_thanks_in_own_words_go_after_a_look_and_never_about_health(town: Town) -> None:
    wim, karin = await pair(town)
    await sends(wim)
    await town.later(days=1)
    await wim.news()
    await karin.presses("Zeg iets terug")
    assert "gaat over gezondheid" in (await karin.says("mijn knie is gebroken"))[0]
    assert (await karin.says("Wat een leuke hond!"))[0].startswith("Dit leest wie het kaartje stuurde: Wat een leuke")
    await karin.presses("Ja, geef het door")
    await town.later(minutes=1)
    assert await wim.news() == ["Karin bedankt je voor het kaartje.\nKarin zegt: Wat een leuke hond!"]
    assert await karin.presses("Bedankt") == ["Dat heb ik al voor je gedaan."]
    await town.later(minutes=1)
    assert await wim.news() == []


async def test_own_words_are_drawn_and_words_about_health_or_return_are_refused_kindly(town: Town) -> None:
    wim, karin = await pair(town)
    await wim.says("kaartje")
    await wim.presses("Karin")
    await wim.presses("2. De hond met de post")
    await wim.presses("Zelf schrijven")
    for refused, why in (
        ("Beterschap met je gebroken knie", "gaat over gezondheid"),
        ("Beterschap!", "niet over gezondheid"),
        ("Wanneer kom je weer werken?", "niet over gezondheid"),
        ("Jij bent een klootzak", "pijn doen"),
        ("Dag. " * 80, "lang verhaal"),
    ):
        said = await wim.says(refused)
        assert why in said[0], said
        assert await under_way(karin) == []
    assert await wim.says("Groeten van de groenploeg \N{DIGIT ONE}!") == [
        "Zo ziet je kaartje eruit.",
        "Ik bezorg het op een rustig moment. Zal ik het sturen?",
    ]
    await wim.presses(SEND)
    assert [card.text for card in await under_way(karin)] == ["Groeten van de groenploeg 1!"]


async def test_the_maker_hears_what_cannot_be_drawn(town: Town) -> None:
    wim, _ = await pair(town)
    await wim.says("kaartje")
    await wim.presses("Karin")
    await wim.presses("2. De hond met de post")
    await wim.presses("Zelf schrijven")
    assert "Dit kan ik niet tekenen: \U000130b8" in (await wim.says("Groeten van ons allemaal \U000130b8"))[0]


async def test_the_picture_and_the_words_can_be_changed_before_it_goes(town: Town) -> None:
    wim, karin = await pair(town)
    await makes(wim)
    assert await wim.presses("Ander plaatje") == ["Welk plaatje komt erop?"]
    await wim.presses("Meer zien")
    await wim.presses("1. De brug gaat open")
    assert await wim.labels() == [SEND, TOGETHER, "Andere tekst", "Ander plaatje", "Toch niet"]
    await wim.presses("Andere tekst")
    await wim.presses("Meer zien")
    await wim.presses("1. Je bent jarig")
    await wim.presses(SEND)
    (card,) = await under_way(karin)
    assert card.design == "brug"
    assert card.text.startswith("Gefeliciteerd")


async def test_who_lets_it_be_sends_nothing_and_keeps_nothing(town: Town) -> None:
    wim, karin = await pair(town)
    await makes(wim)
    assert await wim.presses("Toch niet") == ["Goed, dan gooi ik dit kaartje weg."]
    assert await under_way(karin) == []
    assert await town.database.read(lambda unit: unit.cards.under_way(karin.id, "draft")) == []


async def test_cards_are_offered_the_morning_after_the_welcome(town: Town) -> None:
    sam = await town.invite("Sam")
    await sam.opens()
    for _ in range(40):
        labels = await sam.labels()
        wanted = next((one for one in labels if one in ("Ja, ik doe mee", "Alleen ik", "Nee, dit kan ik")), None)
        await sam.presses(wanted or labels[0])
        if wanted == "Ja, ik doe mee":
            break
    await sam.news()
    await town.later(days=1)
    said = await sam.news()
    assert "Mensen van je werk kunnen je een kaartje sturen. Dat komt dan hier, in deze chat." in said
    await sam.presses("Nee, liever niet")
    await town.later(days=7)
    assert not any("kaartje" in one for one in await sam.news()), "asked once"


async def test_every_picture_has_a_button_that_can_be_read_in_full(town: Town) -> None:
    wim, _ = await pair(town)
    await wim.says("kaartje")
    await wim.presses("Karin")
    seen: list[str] = []
    while len(seen) < len(town.library.cards.designs):
        labels = [one for one in await wim.labels() if one[0].isdecimal()]
        seen += labels
        await wim.presses("Meer zien")
    assert not any("\N{HORIZONTAL ELLIPSIS}" in one for one in seen)
    assert {one.split(". ", 1)[1] for one in seen} == {one.title for one in town.library.cards.designs}


def test_what_is_asked_fits_what_is_drawn() -> None:
    assert limits.MOST_CHARACTERS == drawing.MOST_CHARACTERS
    assert card_round.MOST + 1 == drawing.MOST_NAMES
