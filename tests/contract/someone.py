"""A person in a scene: says, presses and ticks on whatever phone they have, and keeps what they read."""

from typing import TYPE_CHECKING

from tests.contract.phone import Found, Phone, Seen, same

if TYPE_CHECKING:
    from tests.contract.stage import Stage

HERE = ("Hier, in Telegram", "Hier, in Slack")
"""What is pressed by who wants to talk on this platform."""
FAR = 200


class Someone:
    """One person. `read` is everything that they read so far."""

    def __init__(self, stage: "Stage", phone: Phone, *, name: str, id: str, handle: str) -> None:
        self.stage = stage
        self.phone = phone
        self.name = name
        self.id = id
        self.handle = handle
        self.read: list[Seen] = []
        self._count = 0

    async def enters(self, code: str) -> list[str]:
        """Comes in with the code, and stays on this platform when asked."""
        await self.phone.enters(code)
        read = await self.news()
        here = next((label for label in HERE if label in self.newest.labels), "") if self.read else ""
        return read + (await self.presses(here) if here else [])

    async def says(self, text: str) -> list[str]:
        """Types, and gives what was said since."""
        await self.stage.passes(seconds=20)
        await self.phone.types(text)
        return await self.news()

    async def presses(self, label: str) -> list[str]:
        """Presses the newest button with these words, and gives what was said since."""
        return await self.taps(self.phone.finds(label))

    async def taps(self, *found: Found) -> list[str]:
        """Presses these one after the other without waiting, and gives what was said since."""
        await self.stage.passes(seconds=20)
        for one in found:
            await self.phone.taps(one)
        return await self.news()

    async def ticks(self, *lines: str) -> list[str]:
        """Ticks these lines of the open list, and presses that it is done."""
        await self.stage.passes(seconds=20)
        await self.phone.ticks(lines, self.question.labels[0])
        return await self.news()

    async def answers(self) -> list[str]:
        """Answers the open question with what stands there first."""
        asked = self.question
        return await (self.ticks(asked.lines[0]) if asked.lines else self.presses(asked.labels[0]))

    async def walks(self, to: str) -> None:
        """Answers whatever is asked, until these words are read."""
        for _ in range(FAR):
            if any(to in text for text in await self.answers()):
                return
        raise AssertionError(f"{self.name} never read {to!r}; the last was {self.newest.text!r}")

    async def news(self) -> list[str]:
        """What was said since this was last asked, but for what is said on this platform alone."""
        await self.stage.quiet()
        shown = await self.phone.shown()
        fresh, self._count = shown[self._count :], len(shown)
        self.read += fresh
        texts = [same(one.text) for one in fresh]
        return [text for text in texts if text not in self.stage.aside.alone]

    @property
    def newest(self) -> Seen:
        """What was said last."""
        return self.read[-1]

    @property
    def question(self) -> Seen:
        """The newest thing that can be answered."""
        return next(one for one in reversed(self.read) if one.labels)
