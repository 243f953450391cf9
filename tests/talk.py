"""A chat with the engine in a test: say, press, and read what came back. Every state is serialised in between."""

from datetime import UTC, datetime, timedelta
from typing import Self

from bot.content.models.library import Library
from bot.flows.effects import Effect, Said
from bot.flows.engine import Engine, Turned
from bot.flows.session import Session, dump, parse
from bot.messages import Ask, Inbound, Outbound

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


class Talk:
    """One person's conversation with the bare engine. `heard` is what the last turn said."""

    def __init__(self, library: Library, session: Session | None = None) -> None:
        self.engine = Engine(library)
        self.session = session or Session(person="p1", facts={"coach": "Anja", "organisation": "De Werkplaats"})
        self.now = START
        self.count = 0
        self.effects: list[Effect] = []
        self.bubbles: list[Outbound] = []
        self.all: list[Outbound] = []

    @property
    def heard(self) -> list[str]:
        """The texts of the last turn."""
        return [bubble.text for bubble in self.bubbles]

    @property
    def ask(self) -> Ask:
        """The question that is open now."""
        found = next((bubble.ask for bubble in reversed(self.all) if bubble.ask), None)
        assert found is not None, "nothing was asked yet"
        return found

    @property
    def labels(self) -> list[str]:
        """What can be pressed now."""
        return [button.label for button in self.ask.buttons]

    @property
    def step(self) -> str:
        """Where the person stands, as flow/step."""
        top = self.session.top
        return f"{top.flow}/{top.step}" if top else ""

    def input(self, **fields: object) -> Inbound:
        """An inbound message of this person, with an id of its own."""
        self.count += 1
        base = {"channel": "test", "address": "p1", "external_id": str(self.count), "at": self.now, "kind": "text"}
        return Inbound(**{**base, **fields})  # type: ignore[arg-type]  # the fields are the test's own

    def take(self, inbound: Inbound, marks: tuple[str, ...] = ()) -> Self:
        """One turn; the session goes through its stored form, and the old one must be untouched."""
        before = dump(self.session)
        turned = self.engine.turn(self.session, inbound, self.now, marks)
        assert dump(self.session) == before, "the engine changed the session that it was given"
        return self.keep(turned)

    def keep(self, turned: Turned) -> Self:
        """Takes over the result of a turn."""
        self.session = parse(dump(turned.session))
        self.now += timedelta(seconds=10)
        self.effects = turned.effects
        self.bubbles = [effect.outbound for effect in turned.effects if isinstance(effect, Said)]
        self.all += self.bubbles
        return self

    def says(self, text: str, *marks: str) -> Self:
        """The person types."""
        return self.take(self.input(text=text), marks)

    def presses(self, label: str) -> Self:
        """The person presses the open question's button with this label."""
        button = next((one for one in self.ask.buttons if one.label == label), None)
        assert button is not None, f"no button {label!r}; there is {self.labels}"
        return self.take(self.input(kind="press", data=button.data))

    def presses_on(self, label: str) -> "Talk":
        """The person presses a button that was shown before this test began."""
        asked = self.session.asked
        assert asked is not None
        at = [choice.label for choice in asked.choices].index(label)
        return self.take(self.input(kind="press", data=f"{asked.seq}:{at}"))

    def ticks(self, *positions: int) -> Self:
        """The person ticks lines of a checklist and presses done."""
        data = f"{self.ask.seq}:={','.join(map(str, positions))}"
        return self.take(self.input(kind="press", data=data))

    def tool(self, name: str) -> Self:
        """The person uses one of the tools, such as explain or back."""
        return self.take(self.input(kind="command", data=name))
