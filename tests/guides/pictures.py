"""Makes the pictures of the guides anew: `python -m tests.guides.pictures`, and then look at each of them."""

import asyncio
import base64
import subprocess
import tempfile
from datetime import date
from pathlib import Path

from playwright.async_api import Browser, async_playwright

from bot.bootstrap import CONTENT
from bot.content.loader import load
from bot.workbook.letter import Invitation, pdf
from tests.chromium import launched
from tests.fakes.slack.phone import Phone as SlackPhone
from tests.fakes.slack.server import FakeSlack
from tests.fakes.telegram.phone import Phone
from tests.fakes.telegram.server import FakeTelegram
from tests.guides.easel import SCHEMATIC, SENT, Easel
from tests.guides.followed import ADDRESS, Followed, slack, telegram
from tests.guides.shown import BOT, found, slack_lines, telegram_lines
from tests.guides.walks import code_in, one_more_place, opens_the_web
from tests.guides.walks import on_telegram as on_telegram_walk

MANIFEST = Path(__file__).parents[2] / "deploy/slack-manifest.yaml"
PRINTED = 110
"""Dots to an inch at which a letter is shown."""
TITLE = "Opstap De Werkplaats"


async def botfather(easel: Easel) -> None:
    """What is said to BotFather; his words are ours, as short as they can be."""
    father = {"title": "BotFather", "below": "bot", "icon": False}
    newbot = [
        {"mine": True, "text": "/newbot", "code": True, "number": 1},
        {"text": "A new bot. How will it be called?"},
        {"mine": True, "text": TITLE, "number": 2},
        {"text": "Good. Now choose a username. It must end in 'bot'."},
        {"mine": True, "text": BOT, "number": 3},
        {
            "text": f"Done! You will find it at t.me/{BOT}.\nUse this token:\n123456789:AAE\u2026\nKeep it safe.",
            "number": 4,
        },
    ]
    await _talk(easel, "telegram-newbot", [{**father, "lines": newbot}], note=SCHEMATIC["en"])
    groups = [
        {"mine": True, "text": "/setjoingroups", "code": True, "number": 5},
        {"text": "Choose a bot.", "buttons": [f"@{BOT}"], "press": f"@{BOT}"},
        {"text": "Can it be added to groups?", "buttons": ["Enable", "Disable"], "press": "Disable"},
    ]
    privacy = [
        {"mine": True, "text": "/setprivacy", "code": True, "number": 6},
        {"text": "Choose a bot.", "buttons": [f"@{BOT}"], "press": f"@{BOT}"},
        {"text": "What does it hear in groups?", "buttons": ["Enable", "Disable"], "press": "Enable"},
    ]
    picture = [
        {"mine": True, "text": "/setuserpic", "code": True, "number": 7},
        {"text": "Choose a bot.", "buttons": [f"@{BOT}"], "press": f"@{BOT}"},
        {"text": "Send me the picture."},
        {"mine": True, "text": "icon-512.png"},
    ]
    phones = [{**father, "lines": one} for one in (groups, privacy, picture)]
    await _talk(easel, "telegram-botfather", phones, note=SCHEMATIC["en"])


async def schematics(easel: Easel) -> None:
    """What is pressed at Slack, and the two ways in which Telegram and Opstap find each other."""
    lines = MANIFEST.read_text("utf-8").partition("display_information")
    head = "\n".join("".join(lines[1:]).splitlines()[:6])
    await easel.draw("slack-create", "slack-create.html", note=SCHEMATIC["en"], manifest=head)
    basic = [
        {"title": "App Credentials", "what": "Signing Secret", "shown": "\u2022" * 12, "button": "Show",
         "setting": "OPSTAP_SLACK_SIGNING_SECRET"},
        {"title": "App-Level Tokens", "what": "with the scope connections:write", "shown": "xapp-1-A0\u2026",
         "button": "Generate", "setting": "OPSTAP_SLACK_APP_TOKEN"},
    ]  # fmt: skip
    bot = [
        {"title": "OAuth Tokens", "what": "Bot User OAuth Token, there after Install", "shown": "xoxb-\u2026",
         "button": "Copy", "setting": "OPSTAP_SLACK_BOT_TOKEN"},
    ]  # fmt: skip
    menu = ["Basic Information", "Socket Mode", "Install App", "App Manifest", "OAuth & Permissions"]
    pages = [{"title": "Basic Information", "parts": basic}, {"title": "OAuth & Permissions", "parts": bot}]
    await easel.draw("slack-tokens", "slack-tokens.html", note=SCHEMATIC["en"], pages=pages, menu=menu)
    await easel.draw("telegram-webhook", "webhook.html")


async def on_telegram(easel: Easel, at: Followed[FakeTelegram]) -> None:
    """The doctor and the first talk, as they really are when the guide is followed."""
    await easel.draw("telegram-doctor", "terminal.html", command="opstap doctor", **found(at))
    phone = Phone(at.fake, name="Karin")
    phone.says(f"/start {at.code}")
    await phone.until(lambda one: "Hier, in Telegram" in one.labels, 60)
    first = telegram_lines(phone.chat.shown(), at.fake.bot.desk.files, press="Hier, in Telegram")
    count = len(phone.chat.shown())
    phone.presses("Hier, in Telegram")
    await phone.until(lambda one: len(one.said) > count and "Duidelijk" in one.labels, 60)
    then = telegram_lines(phone.chat.shown()[count:], at.fake.bot.desk.files, press="Duidelijk")
    top = {"title": TITLE, "below": "bot", "icon": True}
    await _talk(easel, "telegram-talk", [{**top, "lines": first}, {**top, "lines": then}], note=SENT["en"], real=True)


async def on_slack(easel: Easel, at: Followed[FakeSlack]) -> None:
    """The same for Slack, and what happens with words."""
    await easel.draw("slack-doctor", "terminal.html", command="opstap doctor", **found(at))
    phone = SlackPhone(at.fake, "Karin")
    phone.commands("/opstap", f"koppel {at.code}")
    await phone.until(lambda one: "Hier, in Slack" in one.labels, 60)
    typed = [{"mine": True, "text": f"/opstap koppel {at.code}", "code": True}]
    lines = [*typed, *slack_lines(phone.said, press="Hier, in Slack")]
    top = {"title": "Opstap", "below": "Slack, Messages", "icon": True}
    await _talk(easel, "slack-talk", [{**top, "lines": lines}], note=SENT["en"], real=True)
    phone.presses("Hier, in Slack")
    await phone.reads("Prima.")
    await asyncio.sleep(1)
    phone.says("Ik heb een vraag over mijn rooster.")
    answer = await phone.reads("Typen doe je in je eigen chat.")
    bubbles = list(phone.member.bubbles.values())
    mine = next(one for one in bubbles if not one.mine)
    lines = slack_lines([mine, answer], press="Open de eigen chat")
    await _talk(easel, "slack-typed", [{**top, "lines": lines}], note=SENT["en"], real=True)


async def letter(easel: Easel) -> None:
    """Both pages of the letter, as they come out of the printer."""
    library = load(CONTENT)
    made = pdf(Invitation(
        library=library, media=CONTENT / "media", name="Karin", organisation="De Werkplaats", url=ADDRESS,
        code="65NZ-RVKZ-C6", last=date(2027, 1, 29), coach="Anja",
    ))  # fmt: skip
    with tempfile.TemporaryDirectory() as name:
        images = await asyncio.to_thread(_printed, made, Path(name))
        await easel.draw("letter", "paper.html", images=images, kind="paper", width=440)


def _printed(made: bytes, folder: Path) -> list[str]:
    """A picture of each page."""
    (folder / "letter.pdf").write_bytes(made)
    command = ["pdftoppm", "-png", "-r", str(PRINTED), str(folder / "letter.pdf"), str(folder / "page")]
    subprocess.run(command, check=True)
    return [one.as_uri() for one in sorted(folder.glob("page-*.png"))]


async def for_people(easel: Easel, browser: Browser, at: Followed[FakeTelegram]) -> None:
    """The pages behind the letter as a phone shows them, and one place more."""
    await _pages(easel, browser, at)
    phone = await on_telegram_walk(at)
    more = await one_more_place(phone)
    top = {"title": TITLE, "below": "bot", "icon": True}
    half = next(place for place, one in enumerate(more) if "voor jou alleen" in one.text)
    files = at.fake.bot.desk.files
    phones = [
        {**top, "lines": telegram_lines(more[:half], files, press="Op een ander apparaat")},
        {**top, "lines": telegram_lines(more[half:], files)},
    ]
    await _talk(easel, "koppelen-erbij", phones, note=SENT["nl"], real=True, language="nl")
    await opens_the_web(at, code_in(more))
    told = await phone.reads("Je gebruikt Opstap nu ook")
    lines = telegram_lines([told], files, press="Dat was ik niet")
    await _talk(easel, "koppelen-gemeld", [{**top, "lines": lines}], note=SENT["nl"], real=True, language="nl")


async def _pages(easel: Easel, browser: Browser, at: Followed[FakeTelegram]) -> None:
    """Of a real house: behind the code to scan, and where a code is typed."""
    images = []
    page = await browser.new_page(viewport={"width": 360, "height": 660}, device_scale_factor=2)
    for path in (f"/k/{at.code}", "/"):
        await page.goto(f"http://{at.listen}{path}")
        shot = base64.b64encode(await page.screenshot()).decode()
        images.append(f"data:image/png;base64,{shot}")
    await page.close()
    await easel.draw("koppelen-website", "screens.html", images=images, language="nl")


async def _talk(
    easel: Easel, name: str, phones: list[dict[str, object]], *, note: str, real: bool = False, language: str = "en"
) -> None:
    await easel.draw(name, "talk.html", phones=phones, note=note, real=real, language=language)


async def draw_all(browser: Browser) -> None:
    """Every picture of every guide."""
    easel = Easel(browser)
    await botfather(easel)
    await schematics(easel)
    await letter(easel)
    with tempfile.TemporaryDirectory() as folder:
        async with telegram(Path(folder)) as at:
            await on_telegram(easel, at)
    with tempfile.TemporaryDirectory() as folder:
        async with telegram(Path(folder), address=ADDRESS) as at:
            await for_people(easel, browser, at)
    with tempfile.TemporaryDirectory() as folder:
        async with slack(Path(folder)) as there:
            await on_slack(easel, there)


async def main() -> None:
    """Starts the browser for a while."""
    async with async_playwright() as playwright:
        browser = await launched(playwright)
        await draw_all(browser)
        await browser.close()


if __name__ == "__main__":
    asyncio.run(main())
