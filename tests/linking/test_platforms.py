"""What is shown on each platform: a code to scan, no key on Slack, and the page of a meeting without a login."""

import io
from pathlib import Path

import pytest
from PIL import Image

from bot.drawing import qr
from tests.contract.slack import SlackPhone
from tests.contract.web import WebPhone
from tests.fakes.telegram.server import NAME
from tests.linking.everywhere import MORE, PLACES, Channel, Everywhere, Person


async def test_on_the_web_a_code_for_telegram_comes_as_a_link_in_letters_and_to_scan(tmp_path: Path) -> None:
    async with Everywhere(tmp_path) as house:
        karin = await house.lives("Karin", "web")
        await karin.first.says("koppelen")
        await karin.first.presses(MORE, PLACES["telegram"])
        link, code, scan, _ = (await karin.first.seen())[-4:]
        typed = code.text.rpartition(" ")[2]
        assert link.text == f"De link: https://t.me/{NAME}?start={typed}"
        assert await karin.first.phone.opens(scan) == qr.png(f"https://t.me/{NAME}?start={typed}")


async def test_on_telegram_a_code_to_scan_is_a_picture_and_its_code_is_in_no_log(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with Everywhere(tmp_path) as house:
        karin = await house.lives("Karin", "telegram")
        code = await karin.gets_code("web")
        scan = next(one for one in reversed(await karin.first.seen()) if one.kind == "picture")
        with Image.open(io.BytesIO(await karin.first.phone.opens(scan))) as picture:
            assert picture.format == "PNG"
        browser = house.screen("Karin", "web")
        assert await browser.enters(code)
    logged = capsys.readouterr()
    assert "telegram.ready" in logged.out
    assert code not in logged.out + logged.err


async def test_in_slack_no_code_is_shown_but_the_way_to_the_own_chat(tmp_path: Path) -> None:
    async with Everywhere(tmp_path) as house:
        karin = await house.lives("Karin", "slack")
        await karin.first.says("koppelen")
        said = await karin.first.presses(MORE)
        assert said[0].startswith("Slack is van je werk. Daarom geef ik hier geen code.")
        member = next(iter(house.workspace.workspace.members.values()))
        kept = [one for one in member.bubbles.values() if one.mine and not one.only]
        assert not any("/k/" in str(one.blocks) or "De code" in one.text for one in kept)


async def planned(house: Everywhere, where: Channel = "telegram") -> tuple[Person, Person]:
    """A talk of which both know, the employee on a platform."""
    anja = await house.lives("Anja", "web", role="coach")
    karin = await house.lives("Karin", where, coach=anja)
    await anja.first.phone.taps(f"@coach-afspraak:{karin.id}")
    await anja.first.presses("Ergens anders")
    for words in ("Bij de poort", "morgen", "half 3"):
        await anja.first.says(words)
    await anja.first.presses("Ja, stuur maar")
    await karin.first.presses("Ja, dat past")
    return anja, karin


def links_on(house: Everywhere) -> list[str]:
    """The addresses behind the buttons on Telegram."""
    assert house.telegram is not None, "this house is on Telegram"
    said = [one for chat in house.telegram.bot.chats.all.values() for one in chat.said()]
    return [one["url"] for bubble in said for row in bubble.rows for one in row if "url" in one]


async def test_the_agenda_button_on_telegram_gives_the_file_and_lets_nobody_in(tmp_path: Path) -> None:
    async with Everywhere(tmp_path) as house:
        _, karin = await planned(house)
        (url,) = links_on(house)
        path = "/" + url.partition("://")[2].partition("/")[2]
        stranger = house.phone_of_a_stranger()
        for _ in range(2):
            answer = await stranger.visits(path)
            assert (answer.status, answer.headers["content-type"]) == (200, "text/calendar; charset=utf-8")
            assert b"SUMMARY:Gesprek met Anja\r\n" in answer.body
        code = path.removeprefix("/agenda/").removesuffix(".ics")
        await stranger.enters(code)
        assert not stranger.inside
        assert stranger.refusal
        assert len(await karin.ways()) == 1
        await house.passes(hours=2)
        assert (await stranger.visits(path)).status == 404


async def test_the_agenda_button_on_slack_gives_a_way_to_the_file_for_one_pair_of_eyes(tmp_path: Path) -> None:
    async with Everywhere(tmp_path) as house:
        _, karin = await planned(house, "slack")
        phone = karin.first.phone
        assert isinstance(phone, SlackPhone)
        phone.device.presses("Open de afspraak")
        await house.quiet()
        shown = phone.device.said[-1]
        assert shown.only, "nobody else sees the address, and no export keeps it"
        assert shown.text.startswith("Druk op de knop. Dan kan de afspraak in je agenda.")
        (url,) = [str(one["url"]) for one in shown.elements if "url" in one]
        answer = await house.phone_of_a_stranger().visits("/" + url.partition("://")[2].partition("/")[2])
        assert (answer.status, answer.headers["content-type"]) == (200, "text/calendar; charset=utf-8")
        assert b"SUMMARY:Gesprek met Anja\r\n" in answer.body


async def test_guessing_the_address_of_a_meeting_is_slowed_down_too(tmp_path: Path) -> None:
    async with Everywhere(tmp_path) as house:
        await planned(house)
        (url,) = links_on(house)
        path = "/" + url.partition("://")[2].partition("/")[2]
        stranger = house.screen("Stranger", "web").phone
        assert isinstance(stranger, WebPhone)
        for at in range(5):
            assert (await stranger.visits(f"/agenda/ABCD-EFGH-J{at}.ics")).status == 404
        assert (await stranger.visits(path)).status == 404
