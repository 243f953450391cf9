"""The form of a card on Slack: what can be chosen, how the card would look, and putting it on its way once."""

from collections.abc import Callable
from datetime import datetime

import msgspec

from bot.cardroom import CardRoom
from bot.channels.base import Parcel
from bot.channels.slack.desk import CardDrawn, CardForm, CardSent, CardWish, Field, Option
from bot.circle import card_form
from bot.circle.card_rights import SENDERS
from bot.circle.parts import Setting
from bot.circle.roles import facts_of
from bot.content.models.cards import MOST_CHARACTERS
from bot.content.models.library import Library
from bot.conversation import Conversation
from bot.drawing.card import left_out
from bot.flows.session import Session
from bot.keeping import Keeping
from bot.lookups import person_at, session_of
from bot.messages import Inbound
from bot.reaching import reach
from bot.safety.look import Crisis
from bot.slackarrival import CHANNEL, EMPLOYEE, Alarmed, helping
from bot.storage.database import Database
from bot.storage.people import PersonRow
from bot.storage.unit import Unit
from bot.turns import Turns

WHO: Field = "who"
OWN: Field = "own"


class SlackCards:
    """Implements the CardDesk protocol of Slack."""

    def __init__(
        self,
        database: Database,
        turns: Turns,
        conversation: Conversation,
        *,
        cards: CardRoom,
        clock: Callable[[], datetime],
    ) -> None:
        self._database = database
        self._turns = turns
        self._conversation = conversation
        self._cards = cards
        self._clock = clock

    @property
    def _library(self) -> Library:
        return self._conversation.engine.library

    async def form(self, address: str) -> CardForm | None:
        """What this person can choose now; None for who sends no cards, and when there is nobody to send one to."""
        found = await self._database.read(lambda unit: self._choices(unit, address))
        if found is None or not found.people or not found.designs:
            return None
        return CardForm(
            people=tuple(Option(one.value, one.label) for one in found.people),
            designs=tuple(Option(one.value, one.label) for one in found.designs),
            texts=tuple(Option(one.value, one.text or one.label, one.label) for one in found.texts),
        )

    def _choices(self, unit: Unit, address: str) -> card_form.Choices | None:
        person = person_at(unit, CHANNEL, address)
        session = session_of(unit, person.id) if person is not None else None
        if person is None or session is None or _role(person) not in SENDERS or not self._may(session):
            return None
        return card_form.choices(self._setting(unit), person)

    def _may(self, session: Session) -> bool:
        """Whether the command for a card leads this person to a card: who is in danger is not asked for one."""
        flows = (self._library.flows.get(frame.flow) for frame in session.frames)
        quiet = not any(flow is not None and flow.duty == "crisis" for flow in flows)
        return quiet and session.consent is not None and session.state in ("active", "paused")

    def _setting(self, unit: Unit) -> Setting:
        talk = self._conversation
        return Setting(unit=unit, library=self._library, terms=talk.terms, now=self._clock(), url=talk.url)

    # How it would look

    async def drawn(self, address: str, wish: CardWish) -> CardDrawn | None:
        """The card so far, with the name of its maker."""
        name = await self._database.read(lambda unit: _name(unit, address))
        design = self._library.cards.design(wish.design)
        text = self._text(wish)[:MOST_CHARACTERS]
        content = await self._cards.preview(wish.design, text, [name]) if name else None
        if content is None or design is None:
            return None
        picture = self._library.pictures[design.picture]
        alt = self._library.words.circle.cards.alt.format(
            title=design.title, shown=picture.alt, text=text, names=name
        )  # fmt: skip
        return CardDrawn(content=content, alt=alt, missing=" ".join(left_out(text)))

    def _text(self, wish: CardWish) -> str:
        ready = next((one.text for one in self._library.cards.texts if one.id == wish.ready), "")
        return wish.text or ready

    # Sending

    async def send(self, inbound: Inbound, wish: CardWish) -> CardSent:
        """Puts it on its way, once for each form; words of danger bring help instead."""
        seen = self._conversation.watch.look(wish.text)
        if seen.crisis is not None:
            await self._turns.run(Alarmed(self._conversation, inbound, seen.crisis, self._clock()))
            return CardSent(outcome="crisis", help=self._help(seen.crisis))
        marks = tuple(name for name, on in (("medical", seen.medical), ("number", seen.number)) if on)
        sending = _Sending(self._conversation, inbound, wish, marks, self._clock())
        try:
            return await self._turns.run(sending)
        except _Refused as refused:
            return refused.told

    def _help(self, crisis: Crisis) -> tuple[str, ...]:
        """In the place of the form; the talk itself is in the chat."""
        first = helping(self._library) if crisis == "certain" else ()
        return (*first, self._library.words.slack["answered_in_chat"])


class _Refused(Exception):  # noqa: N818  # no error: it takes back what the transaction did
    """The card does not go; `told` says why."""

    def __init__(self, told: CardSent) -> None:
        super().__init__()
        self.told = told


class _Sending:
    """One form in one transaction. `run` may run again."""

    def __init__(
        self, conversation: Conversation, inbound: Inbound, wish: CardWish, marks: tuple[str, ...], now: datetime
    ) -> None:
        self._conversation = conversation
        self._inbound = inbound
        self._wish = wish
        self._marks = marks
        self._now = now
        self.parcels: list[Parcel] = []

    def run(self, unit: Unit) -> CardSent:
        """Work of a unit. A form that is refused leaves no trace, so that it can be sent in again."""
        self.parcels = []
        if not unit.inbox.claim([self._inbound]):
            return CardSent(outcome="repeat")
        person = person_at(unit, CHANNEL, self._inbound.address)
        words = self._conversation.engine.library.words.slack
        if person is None:
            raise _Refused(CardSent(outcome="refused", field=WHO, refused=words["card_try_again"]))
        keeping = Keeping(unit, self._now, self._conversation)
        keeping.load([person])
        self._met(keeping, person)
        self._check(person)
        why = card_form.send(keeping.setting(), person, card_form.Wish(**_fields(self._wish)), keeping.post)
        if why:
            told = card_form.why_not(self._conversation.engine.library, why)
            raise _Refused(CardSent(outcome="refused", field=WHO, refused=told or words["card_try_again"]))
        keeping.write()
        self.parcels = [*keeping.along, *keeping.parcels]
        return CardSent(outcome="sent")

    def _met(self, keeping: Keeping, person: PersonRow) -> None:
        """What follows is said where this person was seen last."""
        reach(keeping, person.id, (CHANNEL, self._inbound.address))
        keeping.moved[person.id].session.seen = self._now
        if person.unreachable_at is not None:
            keeping.unit.people.set_unreachable(person.id, None)

    def _check(self, person: PersonRow) -> None:
        """What the chat asks about each answer. Who makes no cards is told so by the deed."""
        library, wish = self._conversation.engine.library, self._wish
        role = _role(person)
        if not wish.who:
            raise _Refused(CardSent(outcome="refused", field=WHO, refused=library.words.slack["card_who_first"]))
        if not wish.text and not wish.ready:
            raise _Refused(CardSent(outcome="refused", refused=library.words.slack["card_words_first"]))
        reply = card_form.refusal(library, role, wish.text, self._marks) if wish.text and role in SENDERS else None
        if reply is not None:
            raise _Refused(CardSent(outcome="refused", refused=getattr(library.words.replies, reply).text))


def _fields(wish: CardWish) -> dict[str, str]:
    return msgspec.structs.asdict(wish)


def _role(person: PersonRow) -> str:
    return facts_of(person).get("role") or EMPLOYEE


def _name(unit: Unit, address: str) -> str:
    person = person_at(unit, CHANNEL, address)
    return unit.people.names([person.id]).get(person.id, "") if person is not None else ""
