"""Others, as engine tests know them: lists and views that a test writes down."""

from collections.abc import Mapping, Sequence

from bot.content.models.library import Library
from bot.flows.around import Entry
from bot.flows.session import Session
from bot.messages import Inbound
from tests.talk import Talk


class Others:
    """Implements Around with what a test wrote down: (name, about) -> entries or facts."""

    def __init__(self) -> None:
        self.lists: dict[tuple[str, str], list[Entry]] = {}
        self.views: dict[tuple[str, str], dict[str, str]] = {}

    def options(self, of: str, about: str) -> Sequence[Entry]:
        """What was written down."""
        return self.lists.get((of, about), [])

    def facts(self, of: str, about: str) -> Mapping[str, str] | None:
        """What was written down."""
        return self.views.get((of, about))


class CircleTalk(Talk):
    """A talk of someone who agreed, with others around."""

    def __init__(self, library: Library, role: str = "employee") -> None:
        session = Session(person="p1", facts={"coach": "Anja", "role": role}, state="active")
        super().__init__(library, session)
        self.session.consent = self.now
        self.others = Others()

    def take(self, inbound: Inbound, marks: tuple[str, ...] = ()) -> "CircleTalk":
        """One turn with others around."""
        return self.keep(self.engine.turn(self.session, inbound, self.now, marks, self.others))

    def told(self, flow: str, **given: str) -> "CircleTalk":
        """The house opens a flow because of somebody else."""
        turned = self.engine.open(self.session, flow, given, self.now, self.others)
        assert turned is not None, "this person may not be disturbed"
        return self.keep(turned)

    def stands(self, data: str) -> "CircleTalk":
        """The person presses a standing button."""
        return self.take(self.input(kind="press", data=data))
