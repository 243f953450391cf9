"""A card made in one go, on a form: what can be chosen on it, and the deeds of the chat done one after another."""

from collections.abc import Mapping
from datetime import datetime

from msgspec import Struct

from bot.circle.card_rights import CARD
from bot.circle.cards import ENOUGH, LOOK, PART, SENT, SHUT
from bot.circle.parts import Ask, Deed, Post, Setting
from bot.content.models.library import Library
from bot.content.models.steps import TextStep
from bot.flows.around import Entry
from bot.flows.outcomes import Heard
from bot.flows.session import Answer, Session
from bot.flows.steps.text import unfit
from bot.messages import Outbound
from bot.storage.people import PersonRow

MAKES, SENDS = "draft_card", "send_card"


class Wish(Struct, frozen=True, kw_only=True):
    """A card as it was filled in: for whom, which picture, which ready text, or own words that come before it."""

    who: str = ""
    design: str = ""
    ready: str = ""
    text: str = ""


class Choices(Struct, frozen=True, kw_only=True):
    """What can be chosen, the same as in the chat."""

    people: tuple[Entry, ...]
    designs: tuple[Entry, ...]
    texts: tuple[Entry, ...]


def choices(on: Setting, me: PersonRow) -> Choices:
    """What this person can choose; nobody to send to means that there is no card to make."""
    ask = Ask(on=on, me=me, about="")
    people, designs, texts = (tuple(PART.lists[name](ask)) for name in ("card-people", "card-designs", "card-texts"))
    return Choices(people=people, designs=designs, texts=texts)


def refusal(library: Library, role: str, text: str, marks: tuple[str, ...]) -> str | None:
    """The reply for own words that the chat would not take for a card either; `marks` is what safety saw in them."""
    flow = library.flows[library.opened_by[role, CARD]]
    step = next(step for step in flow.steps if isinstance(step, TextStep) and step.card)
    return unfit(step, Heard(text=text, marks=marks), library)


def send(on: Setting, me: PersonRow, wish: Wish, post: Post) -> str:
    """Makes the card and puts it on its way; gives the flow that tells why not, and nothing when it went.

    What was refused must be rolled back: the draft before it is gone already.
    """
    told = _Told(me.id, post)
    given = {"who": wish.who, "design": wish.design, "ready": wish.ready, "text": wish.text}
    PART.deeds[MAKES](Deed(on=on, me=me, given=_answers(given, on.now), post=told))
    made = told.take(LOOK)
    if made is not None:
        PART.deeds[SENDS](Deed(on=on, me=me, given=_answers(made, on.now), post=told))
    sent = told.take(SENT)
    if sent is None:
        return told.last or SHUT
    post.tell(me.id, SENT, sent)
    return ""


def why_not(library: Library, flow: str) -> str:
    """What the flow says that tells why a card did not go."""
    return next((str(text) for step in library.flows[flow].steps if (text := getattr(step, "text", ""))), "")


class _Told:
    """The post of a deed, but for what its maker is told: a form answers that by itself."""

    def __init__(self, me: str, post: Post) -> None:
        self._me = me
        self._post = post
        self._flows: dict[str, Mapping[str, str]] = {}

    @property
    def last(self) -> str:
        """The flow that was to be opened last."""
        return next(reversed(self._flows), "")

    def take(self, flow: str) -> Mapping[str, str] | None:
        """With which ids this flow was to be opened."""
        return self._flows.pop(flow, None)

    def tell(self, person: str, flow: str, given: Mapping[str, str]) -> bool:
        """Remembers what the maker would be told."""
        if person == self._me and flow in (LOOK, SENT, SHUT, ENOUGH):
            self._flows[flow] = given
            return True
        return self._post.tell(person, flow, given)

    def later(self, person: str, flow: str, given: Mapping[str, str], at: datetime) -> None:
        """As it was."""
        self._post.later(person, flow, given, at)

    def do_later(self, person: str, deed: str, given: Mapping[str, str], at: datetime) -> None:
        """As it was."""
        self._post.do_later(person, deed, given, at)

    def call_off(self, person: str, name: str, id: str) -> None:
        """As it was."""
        self._post.call_off(person, name, id)

    def say(self, person: str, bubble: Outbound) -> None:
        """As it was."""
        self._post.say(person, bubble)

    def session(self, person: str) -> Session | None:
        """As it was."""
        return self._post.session(person)

    def reach(self, person: str, here: tuple[str, str]) -> None:
        """As it was."""
        self._post.reach(person, here)

    def shut_out(self, person: str) -> None:
        """As it was."""
        self._post.shut_out(person)


def _answers(given: Mapping[str, str], now: datetime) -> dict[str, Answer]:
    return {key: Answer(value=one, shown=one, step="", at=now) for key, one in given.items() if one}
