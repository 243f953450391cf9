"""A chat as a person has it: with `safety` in front of the engine, and every state stored and read back."""

from collections.abc import Mapping
from copy import copy
from datetime import timedelta
from typing import Self

from bot.content.models.library import Library
from bot.content.models.words import Reply
from bot.conversation import Conversation
from bot.flows.effects import Acted, Saved, Shared
from bot.flows.session import Asked, Session, dump
from bot.messages import Inbound, Outbound
from bot.player import Act, act_on
from tests.talk import START, Talk

FAR = 400
"""Acts after which a walk that did not arrive never will."""
COURSE = "uitgangspunten"


class Chat(Talk):
    """One person's conversation, as the house has it with them."""

    def __init__(self, library: Library, session: Session | None = None) -> None:
        super().__init__(library, session)
        self.library = library
        self.conversation = Conversation(library)
        self.engine = self.conversation.engine

    def take(self, inbound: Inbound, marks: tuple[str, ...] = ()) -> Self:
        """One turn through `safety`; `marks` come from there."""
        before = dump(self.session)
        turned = self.conversation.turn(self.session, inbound, self.now)
        assert dump(self.session) == before, "the turn changed the session that it was given"
        self.keep(turned)
        return self

    def aside(self) -> Self:
        """The same person, to try something else from here."""
        other = copy(self)
        other.all, other.bubbles = list(self.all), list(self.bubbles)
        return other

    def later(self, **length: float) -> Self:
        """Time passes."""
        self.now += timedelta(**length)
        return self

    def acts(self, act: Act) -> Self:
        """Does what a player chose."""
        field = "data" if act.kind == "press" else "text"
        return self.take(self.input(kind=act.kind, **{field: act.value}))

    def answers(self, given: Mapping[str, str] | None = None) -> Self:
        """Answers the open question, with what was given for its step or else the first that fits."""
        return self.acts(act_on(self.ask, self.bubble.step, given or {}))

    def skips(self) -> Self:
        """Presses the quiet button of the open question, or (there is none) the first."""
        skip = next((one for one in self.ask.buttons if one.role == "skip"), None)
        return self.acts(Act("press", skip.data)) if skip else self.answers()

    def until(self, standing: str, given: Mapping[str, str] | None = None) -> Self:
        """Answers until the person stands at this flow/step."""
        for _ in range(FAR):
            if self.step == standing:
                return self
            self.answers(given)
        raise AssertionError(f"never came at {standing}; stands at {self.step}")

    @property
    def bubble(self) -> Outbound:
        """The bubble with the open question."""
        return next(one for one in reversed(self.all) if one.ask)

    @property
    def asked(self) -> Asked:
        """The open question, with the values behind the buttons."""
        assert self.session.asked is not None, "nothing is open"
        return self.session.asked

    @property
    def saved(self) -> dict[str, str]:
        """What the last turn kept, as flow/key and how it reads."""
        return {f"{one.flow}/{one.key}": one.answer.shown for one in self.effects if isinstance(one, Saved)}

    @property
    def acted(self) -> list[str]:
        """What the last turn asked the house to do."""
        return [one.action for one in self.effects if isinstance(one, Acted)]

    @property
    def shares(self) -> list[str]:
        """The texts that the last turn let go."""
        return [one.text for one in self.effects if isinstance(one, Shared)]

    def reply(self, name: str) -> str:
        """The words of a reply of the house, as this person hears them."""
        words: Reply = getattr(self.library.words.replies, name)
        return (words.simpler if self.session.level < 0 else words.text).replace("{coach}", "Anja")


def newcomer(library: Library) -> Chat:
    """Someone who just came in: the welcome is open."""
    chat = Chat(library)
    return chat.take(chat.input(kind="command", data="open"))


def agreed(library: Library) -> Chat:
    """Someone who said yes, and stands at the menu."""
    session = Session(
        person="p1", state="active", consent=START,
        facts={"coach": "Anja", "organisation": "De Werkplaats", "name": "Sam"},
    )  # fmt: skip
    return Chat(library, session).tool("menu")


def in_course(library: Library) -> Chat:
    """Someone at the first step of the first course."""
    chat = agreed(library)
    chat.keep(chat.engine.fire(chat.session, COURSE, chat.now))
    return chat
