"""A person who walks a whole course on a phone: answers each question, in turn with each of its buttons."""

from bot.channels.telegram.keyboard import CHOSEN, OPEN, TICKED
from tests.fakes.telegram.chats import Bubble
from tests.fakes.telegram.phone import Phone

FAR = 400
FIRST = ("Hier, in Telegram", "Alleen ik", "Ja, ik doe mee", "Ja, dat mag", "Start de eerste les")
"""What is pressed where it can be."""
MENU = "Dit is het menu"
TAPS, SOON = 10, 3.0
"""How often somebody taps who sees nothing happen, and after how many seconds each time."""
WORDS = "Het ging goed met mijn buurman in de tuin"


class Walker:
    """One person. `steps` counts the answers."""

    def __init__(self, phone: Phone, *, patience: float = 60) -> None:
        self.phone = phone
        self.patience = patience
        self.steps = 0

    async def come_in(self, code: str) -> None:
        """Follows the link in the letter; the first question is on the screen then."""
        self.phone.says(f"/start {code}")
        await self.phone.until(asked, self.patience)

    async def walk(self, most: int = FAR) -> None:
        """Goes on until the menu is shown."""
        while not self.done and self.steps < most:
            await self.answer()

    @property
    def done(self) -> bool:
        """Whether the course is behind this person."""
        return MENU in self.phone.texts[-1]

    async def answer(self) -> None:
        """Answers the newest question, and waits for the next one."""
        phone, at = self.phone, self.steps
        question, before = phone.said[-1], len(phone.said)
        ticks = [label for label in question.labels if label.startswith(OPEN)]
        wanted = next((label for label in FIRST if label in question.labels), "")
        if ticks:
            await self._tick(question, ticks[at % len(ticks)])
            phone.presses(question.labels[len(ticks)], question)
        elif "noemen" in question.text:
            phone.says(phone.chat.name)
        elif wanted or at % 4:
            phone.presses(wanted or question.labels[at % len(question.labels)], question)
        else:
            phone.says(WORDS if len(question.labels) > 1 else question.labels[0])
        await phone.until(lambda one: len(one.said) > before and asked(one), self.patience)
        self.steps += 1

    async def _tick(self, question: Bubble, label: str) -> None:
        """Ticks a line; again when nothing shows, as people do."""
        for _ in range(TAPS):
            self.phone.presses(label, question)
            try:
                await self.phone.until(lambda _: any(one.startswith(TICKED) for one in question.labels), SOON)
            except AssertionError:
                continue
            return
        raise AssertionError(f"{label} could not be ticked")


def asked(phone: Phone) -> bool:
    """Whether a question stands last on the screen: every question has a way out to press."""
    return bool(phone.said) and any(not label.startswith(CHOSEN) for label in phone.said[-1].labels)
