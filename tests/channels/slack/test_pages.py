"""The home page of each role: what goes on there, the menu, the path; brought again when it would read differently."""

from bot.storage.cases import NewCase
from tests.channels.slack.home import SlackHome
from tests.channels.slack.people import opens_to_cards, settled
from tests.fakes.slack.phone import Phone
from tests.fakes.telegram.faults import Fault


async def looks(phone: Phone) -> None:
    """Opens the page, and waits until it is there."""
    before = phone.member.published
    phone.opens()
    await phone.until(lambda one: one.member.published > before)


def menu(home: SlackHome, role: str) -> list[str]:
    """The labels of the menu of a role."""
    return list(home.library.words.menus[role].values())


async def test_each_role_finds_its_own_menu(hall: SlackHome) -> None:
    for name, role in (("Anja", "coach"), ("Wim", "colleague"), ("Petra", "lead"), ("Karin", "employee")):
        phone, _ = await settled(hall, name, role)
        await looks(phone)
        assert [one for one in phone.at_home.labels if one in menu(hall, role)] == menu(hall, role)
        others = {one for other in hall.library.words.menus for one in menu(hall, other)} - set(menu(hall, role))
        assert not others & set(phone.at_home.labels)


async def test_each_button_of_each_menu_does_something_that_belongs_to_the_role(hall: SlackHome) -> None:
    for name, role in (("Anja", "coach"), ("Wim", "colleague"), ("Petra", "lead")):
        for label in menu(hall, role):
            phone, _ = await settled(hall, name, role)
            await looks(phone)
            phone.presses_home(label)
            await phone.until(lambda one: bool(one.said))
            await hall.quiet()
    assert hall.fake.post.failed == {}


async def test_an_employee_sees_where_they_are_and_goes_on_there(hall: SlackHome) -> None:
    phone, _ = await settled(hall, "Karin")
    await looks(phone)
    assert "[Een pad door het land, met 7 plekken." in phone.at_home.shown
    assert "Je bent bezig met" not in phone.at_home.shown
    phone.commands("/opstap", "cursussen")
    await phone.until(lambda one: "Uitgangspunten" in " ".join(one.labels))
    phone.presses(next(one for one in phone.labels if "Uitgangspunten" in one))
    await phone.until(lambda one: "Je bent bezig met Uitgangspunten." in one.at_home.shown)
    asked = len(phone.kept)
    phone.presses_home("Ga verder")
    await phone.until(lambda one: len(one.kept) > asked)


async def test_a_page_is_brought_again_only_when_it_would_read_differently(hall: SlackHome) -> None:
    phone, person = await settled(hall, "Karin")
    await looks(phone)
    phone.commands("/opstap", "menu")
    await phone.until(lambda one: "Er staat een vraag voor je open." in one.at_home.shown)
    await hall.quiet()
    before = phone.member.published
    for _ in range(3):
        phone.commands("/opstap", "menu")
        await hall.quiet()
    assert phone.member.published == before
    phone.commands("/opstap", "even pauze")
    await phone.until(lambda one: "Je hebt pauze." in one.at_home.shown)
    other, _ = await settled(hall, "Sam")
    other.commands("/opstap", "menu")
    await hall.quiet()
    assert other.member.home is None, "who never opened the page needs none"
    assert (await hall.where(person)).state == "paused"


async def test_a_page_that_could_not_be_brought_comes_with_what_happens_next(hall: SlackHome) -> None:
    phone, _ = await settled(hall, "Karin")
    await looks(phone)
    await hall.quiet()
    hall.fake.faults.add(Fault(kind="busy", method="views.publish", times=100, seconds=600))
    phone.commands("/opstap", "menu")
    await hall.quiet()
    assert "Er staat een vraag" not in phone.at_home.shown
    hall.fake.faults.clear()
    phone.commands("/opstap", "menu")
    await phone.until(lambda one: "Er staat een vraag voor je open." in one.at_home.shown)


async def test_in_a_talk_about_danger_nothing_of_it_stands_on_the_page(hall: SlackHome) -> None:
    phone, _ = await settled(hall, "Karin")
    await looks(phone)
    phone.says("Ik wil dood")
    await phone.reads("Is er nu iemand bij je die je vertrouwt?")
    await looks(phone)
    await hall.quiet()
    assert "vraag voor je open" not in phone.at_home.shown
    assert "112" not in phone.at_home.shown


async def test_a_coach_sees_who_waits_and_opens_the_card_from_there(hall: SlackHome) -> None:
    phone, anja = await settled(hall, "Anja", "coach")
    _, marjan = await settled(hall, "Marjan", coach=anja)
    other, _ = await settled(hall, "Bert", "coach")
    await looks(phone)
    assert "Er wacht nu niemand op je." in phone.at_home.shown
    new = NewCase(person_id=marjan, way="call", moment="", urgent=False, opened_at=hall.clock())
    await hall.database.write(lambda unit: unit.cases.open(new))
    phone.commands("/opstap", "menu")
    await phone.until(lambda one: "Er wacht iemand op je: Marjan" in one.at_home.shown)
    phone.presses_home("Marjan: wacht")
    await phone.until(lambda one: any("Marjan" in text for text in one.texts))
    await looks(other)
    await hall.quiet()
    assert "Marjan" not in other.at_home.shown


async def test_a_colleague_finds_the_card_first(hall: SlackHome) -> None:
    phone, _ = await settled(hall, "Wim", "colleague")
    _, karin = await settled(hall, "Karin")
    await opens_to_cards(hall, karin)
    await looks(phone)
    assert phone.at_home.labels[0] == "Stuur een kaartje"
    assert "Denk je aan een collega" in phone.at_home.shown


async def test_who_stopped_or_did_not_agree_yet_can_begin_from_the_page(hall: SlackHome) -> None:
    phone, person = await settled(hall, "Karin")
    phone.says("stop")
    await phone.until(lambda one: bool(one.labels))
    phone.presses(phone.labels[0])
    await hall.quiet()
    assert (await hall.where(person)).state == "stopped"
    await looks(phone)
    assert "Je bent gestopt." in phone.at_home.shown
    assert phone.at_home.labels[0] == "Ga verder"
    assert not [one for one in phone.at_home.blocks if one["type"] == "image"]
    new, code = await hall.invite("Sam")
    sam = hall.phone("Sam")
    sam.commands("/opstap", f"koppel {code}")
    await sam.until(lambda one: one.member.home is not None)
    assert "Begin als het jou past." in sam.at_home.shown
    assert await hall.person_at(sam) == new
