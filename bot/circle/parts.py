"""What a part of the circle is made of: lists, views, deeds, and what comes at its time."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from msgspec import Struct, field

from bot.circle.platforms import Platforms
from bot.circle.terms import Terms
from bot.content.models.library import Library
from bot.flows.around import Entry
from bot.flows.session import Answer, Session
from bot.messages import Outbound
from bot.storage.people import PersonRow
from bot.storage.unit import Unit


class Setting(Struct, frozen=True, kw_only=True):
    """What every part works with: this transaction, the content, the terms and the time.

    `url` is where people find the web chat, `platforms` say where else they find us.
    """

    unit: Unit
    library: Library
    terms: Terms
    now: datetime
    url: str = ""
    platforms: Platforms = field(default_factory=Platforms)


class Ask(Struct, frozen=True, kw_only=True):
    """`me` wants to know something about the thing with id `about` (empty: of oneself)."""

    on: Setting
    me: PersonRow
    about: str


class Post(Protocol):
    """How a deed reaches other people. Nobody is told anything who did not agree, or who stopped."""

    def tell(self, person: str, flow: str, given: Mapping[str, str]) -> bool:
        """Opens a flow in this person's conversation now; False when they may not be disturbed. Ids only in `given`."""
        ...

    def later(self, person: str, flow: str, given: Mapping[str, str], at: datetime) -> None:
        """The same at a moment, outside quiet hours; one for each person, flow and id (the first of `given`)."""
        ...

    def do_later(self, person: str, deed: str, given: Mapping[str, str], at: datetime) -> None:
        """Does one of `TIMED` at that moment, whatever the hour; one for each person, deed and id."""
        ...

    def call_off(self, person: str, name: str, id: str) -> None:
        """Takes back a `later` or `do_later` of this flow or deed about this id."""
        ...

    def say(self, person: str, bubble: Outbound) -> None:
        """Says one thing in this person's conversation, beside what is asked there."""
        ...

    def session(self, person: str) -> Session | None:
        """Where this person stands, to be changed in place; None for who never came in."""
        ...

    def reach(self, person: str, here: tuple[str, str]) -> None:
        """From now on this person hears us at this (channel, address), also what still waits for another."""
        ...

    def shut_out(self, person: str) -> None:
        """Somebody is no longer logged in: looks again who may read along, once it is on disk."""
        ...


class Deed(Struct, frozen=True, kw_only=True):
    """`me` does something, with the answers that the flow gave for it."""

    on: Setting
    me: PersonRow
    given: Mapping[str, Answer]
    post: Post

    def id(self, key: str) -> str:
        """The id or code under this key; empty when it was not given."""
        found = self.given.get(key)
        return found.value if found is not None and isinstance(found.value, str) else ""

    def words(self, key: str) -> str:
        """The words under this key, as they read."""
        found = self.given.get(key)
        return found.shown if found is not None else ""


class Due(Struct, frozen=True, kw_only=True):
    """Something whose time has come, for this person."""

    on: Setting
    person: PersonRow
    given: Mapping[str, str]
    post: Post


Lister = Callable[[Ask], Sequence[Entry]]
Viewer = Callable[[Ask], Mapping[str, str] | None]
Doer = Callable[[Deed], None]
Timed = Callable[[Due], None]


class Part(Struct, frozen=True, kw_only=True):
    """One part: its lists and views by the name that content uses, its deeds by their action, and what is timed.

    `leaving` is done when somebody stops or is about to be erased.
    """

    lists: Mapping[str, Lister] = {}
    views: Mapping[str, Viewer] = {}
    deeds: Mapping[str, Doer] = {}
    timed: Mapping[str, Timed] = {}
    leaving: tuple[Doer, ...] = ()
