"""A phone with Slack, on the server that speaks its wire format, and beside it the private chat of who is ill."""

import re
from collections.abc import Awaitable, Callable

from bot.channels.slack import blocks
from tests.contract.phone import Found, Seen
from tests.contract.web import WebPhone
from tests.fakes.slack.phone import Phone
from tests.fakes.slack.server import FakeSlack
from tests.fakes.slack.workspace import Bubble, Wire, unescaped

ANSWERS = (blocks.PRESS, blocks.DONE)
"""What a button is that answers; the others lead elsewhere."""
QUOTED = re.compile("^\N{LEFT SINGLE QUOTATION MARK}.*\N{RIGHT SINGLE QUOTATION MARK}$", re.DOTALL)
_VIDEO = re.compile(r'<video[^>]* src="([^"]+)"')


class SlackPhone:
    """One member of the workspace. Who may not type there goes on in the private chat, and reads there what comes.

    `device` is what is in the hand, `browser` makes a fresh private chat; `quiet` waits until the house has nothing
    left to do.
    """

    refusal = ""

    def __init__(
        self, fake: FakeSlack, name: str, *, browser: Callable[[], WebPhone], quiet: Callable[[], Awaitable[None]]
    ) -> None:
        self.device = Phone(fake, name)
        self._browser = browser
        self._quiet = quiet
        self._log: list[Seen] = []
        self._read: set[str] = set()
        self._passed = 0
        self._private = browser()
        self.in_private = False

    async def enters(self, code: str) -> None:
        """Uses the slash command from the letter."""
        self.device.commands("/opstap", f"koppel {code}")
        await self._quiet()

    async def types(self, text: str) -> None:
        """Types it here; when the way to the private chat is shown in return, takes it and types it there."""
        if not self.in_private:
            known = {one.ts for one in self.device.said}
            self.device.says(text)
            await self._quiet()
            ways = [_way_in(one) for one in self.device.said if one.ts not in known]
            way = next((one for one in ways if one), "")
            if not way:
                return
            await self.shown()
            await self._go_private(way)
        await self._private.types(text)

    async def _go_private(self, code: str) -> None:
        if not self._private.inside:
            await self._private.enters(code)
        self._passed = len(await self._private.shown())
        self.in_private = True

    def finds(self, label: str) -> Found:
        """On the screen that is open, or else on the other."""
        if self.in_private:
            try:
                return self._private.finds(label)
            except AssertionError:
                self.in_private = False
        for bubble in reversed(self.device.said):
            for element in bubble.elements:
                if _is_answer(element) and _label(element) == label:
                    return bubble, element
        raise AssertionError(f"no button {label}; there is {self.device.labels}")

    async def taps(self, found: Found) -> None:
        """Presses it."""
        if not isinstance(found, tuple):
            await self._private.taps(found)
            return
        bubble, element = found
        self.device.fake.post.action(self.device.member, bubble, dict(element), {})

    async def ticks(self, lines: tuple[str, ...], done: str) -> None:
        """Ticks each line, of which the app hears, and presses that it is done."""
        if self.in_private:
            await self._private.ticks(lines, done)
            return
        bubble = next(one for one in reversed(self.device.said) if one.lines)
        for line in lines:
            self.device.ticks(line, bubble)
        self.device.presses(done, bubble)

    async def shown(self) -> list[Seen]:
        """What came here, and in the private chat while that was open; each as it stood there first."""
        for one in self.device.said:
            if one.ts not in self._read:
                self._read.add(one.ts)
                self._log.append(_seen(one))
        if self._private.inside:
            there = await self._private.shown()
            if self.in_private:
                self._log += there[self._passed :]
            self._passed = len(there)
        return list(self._log)

    async def opens(self, seen: Seen) -> bytes:
        """A picture that the platform has, or a film on the page behind its button."""
        if seen.kind != "film":
            return self.device.fake.office.files[seen.file]
        page = await self._private.visits("/" + seen.file.partition("://")[2].partition("/")[2])
        found = _VIDEO.search(page.body.decode())
        assert found is not None, f"{seen.file} shows no film: {page.status}"
        return (await self._private.visits(found[1])).body


def _way_in(bubble: Bubble) -> str:
    """The code in an address to the private chat that only this member sees."""
    urls = [str(one.get("url", "")) for one in bubble.elements if bubble.only]
    return next((url.rpartition("/k/")[2] for url in urls if "/k/" in url), "")


def _is_answer(element: Wire) -> bool:
    return element["type"] == "button" and str(element["action_id"]).partition(":")[0] in ANSWERS


def _label(element: Wire) -> str:
    return unescaped(str(element["text"]["text"]))


def _seen(bubble: Bubble) -> Seen:
    """Without its picture the words; the picture is told apart, as are the buttons that lead elsewhere."""
    words = [one["text"]["text"] for one in bubble.blocks if one["type"] == "section"]
    text = unescaped("\n".join(words)) if bubble.blocks else unescaped(bubble.text)
    picture = next((one["slack_file"]["id"] for one in bubble.blocks if one["type"] == "image"), "")
    film = next((str(one["url"]) for one in bubble.elements if "/film/" in str(one.get("url", ""))), "")
    quoted = QUOTED.match(text)
    return Seen(
        text=text[1:-1] if quoted else text,
        kind="film" if film else "picture" if picture else "quote" if quoted else "words",
        labels=tuple(_label(one) for one in bubble.elements if _is_answer(one)),
        lines=tuple(bubble.lines),
        file=film or picture,
    )
