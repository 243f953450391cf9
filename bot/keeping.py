"""Keeps what turns want done: gathers the rows of a whole group, and writes each kind in one statement."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec
from msgspec import Struct

from bot import later
from bot.channels.base import Parcel
from bot.circle.around import CircleAround
from bot.circle.parts import Deed, Doer, Setting
from bot.circle.registry import DEEDS, LEAVING
from bot.conversation import Conversation
from bot.errors import UnknownActionError, UnknownEffectError
from bot.flows.effects import Acted, Effect, Kept, Progressed, Relayed, Said, Saved, Shared, Unsaid
from bot.flows.session import Answer, Session, parse
from bot.messages import Outbound
from bot.posting import Posting, overtaken, split
from bot.rows import answer_row, session_row, share_row
from bot.storage.answers import NewAnswer
from bot.storage.erasures import Unfinished
from bot.storage.inbox import Settled
from bot.storage.outbox import NewBubble
from bot.storage.people import PersonRow, Status
from bot.storage.progress import Finished
from bot.storage.requests import NewRequest
from bot.storage.shares import NewShare
from bot.storage.timers import NewTimer
from bot.storage.unit import Unit

HERE = ZoneInfo("Europe/Amsterdam")
SOON = timedelta(minutes=15)
MORNING = 10
"""The hour, by the clock on the wall, at which is asked how it goes the day after a crisis."""

OWN_FACTS = ("name", "task")
"""Facts that the conversation itself keeps: how the person wants to be called, and what a reminder asked about."""

CHECK_INS = ("crisis-soon", "crisis-next-day")
"""What is asked after a crisis, by the purpose of its timer. Who stops afterwards is asked nothing."""

_encode = msgspec.json.Encoder().encode

IGNORED = frozenset({"home", "rest", "hush", "export", "web_link", "signalled", "tick"})
"""Actions that the session itself already carries, or that must leave no trace (a signal is nobody's business)."""


class Moved(Struct, kw_only=True):
    """A session that was changed in this group, and the version that it was loaded with."""

    session: Session
    version: int


class Keeping:
    """The rows of one group of turns. `write` puts them down; `parcels` are then ready to be sent.

    Before them goes what is `along`: it waited elsewhere for somebody who went on in another channel. `shut_out` are
    people of whom a login has ended.
    """

    def __init__(self, unit: Unit, now: datetime, conversation: Conversation) -> None:
        self.unit = unit
        self.now = now
        self.conversation = conversation
        self.moved: dict[str, Moved] = {}
        self.post = Posting(self)
        self._rows: dict[str, PersonRow] = {}
        self.erased: set[str] = set()
        self.unfinished: list[Unfinished] = []
        self.parcels: list[Parcel] = []
        self.along: list[Parcel] = []
        self.shut_out: set[str] = set()
        self._bubbles: list[NewBubble] = []
        self._settled: list[Settled] = []
        self._answers: list[NewAnswer] = []
        self._timers: list[NewTimer] = []
        self._shares: list[NewShare] = []
        self._requests: list[NewRequest] = []
        self._finished: list[Finished] = []
        self._status: dict[str, Status] = {}
        self._silenced: set[str] = set()

    # Who is in this group

    def load(self, people: Iterable[PersonRow]) -> None:
        """Brings in where these people stand."""
        rows = {row.id: row for row in people}
        stored = self.unit.sessions.load(rows)
        for person, row in rows.items():
            blob, version = stored.get(person, (b"", 0))
            session = parse(blob) if blob else Session(person=person, n=_last(self.unit, person))
            session.facts = {**_facts(row), **{key: session.facts[key] for key in OWN_FACTS if key in session.facts}}
            self._rows[person] = row
            self.moved[person] = Moved(session=session, version=version)

    def bring(self, person: str) -> tuple[PersonRow | None, Moved | None]:
        """Someone else, brought in when not here yet; nothing for who was erased."""
        if person not in self._rows:
            self.load(self.unit.people.by_ids([person]).values())
        return (None, None) if person in self.erased else (self._rows.get(person), self.moved.get(person))

    def around(self, me: PersonRow) -> CircleAround:
        """What this person may know of others."""
        return CircleAround(self.setting(), me)

    def setting(self) -> Setting:
        """What every part of the circle works with."""
        talk = self.conversation
        return Setting(
            unit=self.unit, library=talk.engine.library, terms=talk.terms, now=self.now, url=talk.url,
            platforms=talk.platforms,
        )  # fmt: skip

    # What is to be kept

    def plan(self, timer: NewTimer) -> None:
        """Sets a timer; one with the same person and purpose is replaced."""
        self._timers = [one for one in self._timers if (one.person_id, one.purpose) != (timer.person_id, timer.purpose)]
        self._timers.append(timer)

    def cancel(self, keys: Sequence[tuple[str, str]]) -> None:
        """Takes timers back, also those of this very group."""
        self._timers = [one for one in self._timers if (one.person_id, one.purpose) not in keys]
        self.unit.timers.cancel(keys, at=self.now, why="called off")

    def settle(self, one: Settled) -> None:
        """A person's own line."""
        self._settled.append(one)

    def effects(self, session: Session, effects: list[Effect]) -> list[Parcel]:
        """Takes over what one turn wants; gives the bubbles that are said to this person, in their order."""
        moved, asked, begun = self.moved[session.person], session.asked, len(self.parcels)
        said = [one.outbound for one in effects if isinstance(one, Said)]
        telling, asking = split(said, asked)
        moved.session.n -= len(said)
        self._say(moved, telling)
        for effect in effects:
            if not isinstance(effect, Said):
                self._take(session, effect)
        # What the deeds told comes first, so that the question stands last; unless another was asked meanwhile.
        if not overtaken(asked, moved.session.asked):
            self._say(moved, asking)
        return [one for one in self.parcels[begun:] if one.person == session.person]

    def _take(self, session: Session, effect: Effect) -> None:
        """Takes over one thing that is to be done."""
        match effect:
            case Saved():
                self._answers.append(answer_row(session.person, effect))
            case Unsaid(flow, key):
                self.unit.answers.remove(session.person, flow, key)
            case Kept(paper, days):
                self._timers += [
                    later.reminder(session.person, f"{paper}/{key}", date.fromisoformat(day), self.now)
                    for key, day in days
                ]
            case Shared():
                self._shares.append(share_row(session.person, effect, self.now))
            case Acted():
                self._act(session, effect)
            case Relayed(text):
                given = {"text": Answer(value=text, shown=text, step="", at=self.now)}
                self._do(session, Acted("relay", "", given))
            case Progressed(course, lesson):
                done = Finished(person_id=session.person, course=course, lesson=lesson, at=self.now)
                self._finished.append(done)
            case _:
                raise UnknownEffectError(effect=type(effect).__name__)

    def write(self) -> None:
        """Writes everything; erasures last, so that nothing of the person is written after them."""
        gone = self.erased
        unit = self.unit
        unit.inbox.settle([one for one in self._settled if one.person_id not in gone])
        unit.sessions.save(
            [
                session_row(one.session, one.version, self.now)
                for one in self.moved.values()
                if one.session.person not in gone
            ]
        )
        unit.answers.save([one for one in self._answers if one.person_id not in gone])
        self._queue(gone)
        silenced = [(person, purpose) for person in sorted(self._silenced - gone) for purpose in CHECK_INS]
        unit.timers.cancel(silenced, at=self.now, why="stopped")
        unit.timers.set([one for one in self._timers if one.person_id not in gone])
        unit.shares.add([one for one in self._shares if one.person_id not in gone])
        unit.requests.add([one for one in self._requests if one.person_id not in gone])
        unit.progress.add([one for one in self._finished if one.person_id not in gone])
        for person, status in self._status.items():
            unit.people.set_status(person, status)
        for person in sorted(gone):
            self.unfinished.append(unit.erasures.begin(person, self.now))

    def _queue(self, gone: set[str]) -> None:
        kept = [
            (new, parcel) for new, parcel in zip(self._bubbles, self.parcels, strict=True) if new.person_id not in gone
        ]
        ids = self.unit.outbox.add([new for new, _ in kept])
        self.parcels = [msgspec.structs.replace(parcel, id=id) for (_, parcel), id in zip(kept, ids, strict=True)]

    def _say(self, moved: Moved, bubbles: Sequence[Outbound]) -> None:
        for bubble in bubbles:
            session = moved.session
            session.n += 1
            channel, address = session.reached
            if bubble.ask is not None and bubble.ask.seq:
                session.asked_at = session.reached
            person, n = session.person, session.n
            body, duty = _encode(bubble), bubble.duty
            self._bubbles.append(
                NewBubble(
                    person_id=person, channel=channel, address=address, n=n, body=body, due_at=self.now, duty=duty
                )
            )
            self.parcels.append(Parcel(id=0, person=person, channel=channel, address=address, n=n, outbound=bubble))

    def _act(self, session: Session, acted: Acted) -> None:
        person = session.person
        match acted.action:
            case "agree" | "restart":
                self._status[person] = "active"
            case "decline" | "stop":
                self._status[person] = "stopped"
                self._silence(person)
                self._leave(session, acted)
            case "want_talk" | "want_group" | "want_help":
                asked = NewRequest(person_id=person, kind=acted.action, flow=acted.flow, asked_at=self.now)
                self._requests.append(asked)
                if acted.action in DEEDS:
                    self._do(session, acted)
            case "check_in":
                self._timers += check_ins(person, self.now)
            case "untick":
                day = (self.now + later.AGAIN).astimezone(HERE).date()
                self._timers.append(later.reminder(person, session.asked_about, day, self.now))
            case "erase":
                self._leave(session, acted)
                self.erased.add(person)
            case _ if acted.action in IGNORED:
                pass
            case _:
                self._do(session, acted)

    def _do(self, session: Session, acted: Acted) -> None:
        """What a part of the circle does. It happens at once: the next turn of this group must see it."""
        deed = DEEDS.get(acted.action)
        if deed is None:
            raise UnknownActionError(action=acted.action)
        self._let(deed, session, acted)

    def _leave(self, session: Session, acted: Acted) -> None:
        """What others must know of who stops, or goes for good."""
        for deed in LEAVING:
            self._let(deed, session, acted)

    def _let(self, deed: Doer, session: Session, acted: Acted) -> None:
        me = self.bring(session.person)[0]
        if me is not None:
            deed(Deed(on=self.setting(), me=me, given=acted.gives, post=self.post))

    def _silence(self, person: str) -> None:
        """Who stops was promised that nothing more comes; a crisis after this sets its check-ins anew."""
        self._silenced.add(person)
        self._timers = [one for one in self._timers if one.person_id != person or one.purpose not in CHECK_INS]


def check_ins(person: str, now: datetime) -> list[NewTimer]:
    """After a crisis: a quarter of an hour later, and the next day in the morning. Quiet hours do not hold these."""
    local = now.astimezone(HERE)
    tomorrow = (local + timedelta(days=1)).replace(hour=MORNING, minute=0, second=0, microsecond=0)
    return [
        NewTimer(person_id=person, purpose=CHECK_INS[0], due_at=now + SOON, planned_at=now + SOON),
        NewTimer(person_id=person, purpose=CHECK_INS[1], due_at=tomorrow, planned_at=tomorrow),
    ]


def _last(unit: Unit, person: str) -> int:
    """The place of the last line of someone without a session: a place in a conversation is never given twice."""
    return max((line.n for line in unit.lines.before(person, 1)), default=0)


def _facts(row: PersonRow) -> dict[str, str]:
    return msgspec.json.decode(row.facts, type=dict[str, str]) if row.facts else {}
