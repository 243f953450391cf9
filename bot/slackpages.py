"""The home page on Slack of each role: where somebody is, who waits for a coach, and what can be asked for."""

from collections.abc import Callable
from datetime import datetime

from bot.channels.slack.desk import HomePage
from bot.circle.coach_day import look
from bot.circle.parts import Setting
from bot.circle.roles import facts_of
from bot.content.models.flow import Course
from bot.content.models.library import Library
from bot.conversation import Conversation
from bot.flows.session import Session
from bot.flows.steps import path
from bot.flows.walk import Walk
from bot.lookups import person_at, session_of
from bot.slackarrival import CHANNEL, EMPLOYEE
from bot.storage.people import PersonRow
from bot.storage.unit import Unit

CARD = "@coach-kaart:{person}"
"""What the button of somebody who waits carries."""
SHOWN = 5
"""People who wait that have a button of their own; the list of today has them all."""


class SlackPages:
    """Makes the page of whoever is behind an address."""

    def __init__(
        self, conversation: Conversation, *, command: Callable[[str], str], clock: Callable[[], datetime]
    ) -> None:  # fmt: skip
        self._conversation = conversation
        self._command = command
        self._clock = clock

    @property
    def _library(self) -> Library:
        return self._conversation.engine.library

    def page(self, unit: Unit, address: str) -> HomePage | None:
        """Work of a unit that only reads; None for a stranger."""
        person = person_at(unit, CHANNEL, address)
        if person is None:
            return None
        session = session_of(unit, person.id) or Session(person=person.id)
        role = facts_of(person).get("role") or EMPLOYEE
        commands = self._commands(role)
        if session.consent is None or session.state == "stopped":
            now, on = self._outside(session)
            return HomePage(commands=commands, now=now, on=on)
        if role == EMPLOYEE:
            return self._employee(session, commands)
        if role == "coach":
            return self._coach(unit, person, commands)
        card = self._library.words.slack["home_card"] if role == "colleague" else ""
        return HomePage(commands=commands, now=card)

    def _commands(self, role: str) -> tuple[tuple[str, str], ...]:
        """The menu of this role."""
        words = self._library.words
        menu = words.menus.get(role) or {"menu": words.buttons.menu}
        return tuple((label, name) for typed, label in menu.items() if (name := self._command(typed)))

    def _outside(self, session: Session) -> tuple[str, str]:
        """Who did not agree yet, or stopped, can begin."""
        words = self._library.words
        return words.slack["home_stopped" if session.state == "stopped" else "home_begin"], words.buttons.resume

    def _employee(self, session: Session, commands: tuple[tuple[str, str], ...]) -> HomePage:
        walk = Walk(self._library, session, self._clock())
        state = path.progress(walk)
        now = self._now(session)
        return HomePage(
            commands=commands,
            now=now,
            on=self._library.words.buttons.resume if now else "",
            progress=path.alt(walk, state),
            picture=path.name(walk, state),
        )

    def _now(self, session: Session) -> str:
        """What this person can go on with. Of a talk about danger nothing stands on a page; nor of any answer."""
        words, flows = self._library.words.slack, [self._library.flows.get(one.flow) for one in session.frames]
        if any(flow is not None and flow.duty == "crisis" for flow in flows):
            return ""
        if session.state == "paused":
            return words["home_paused"]
        if session.asked is not None and session.reached[0] != CHANNEL:
            return words["home_elsewhere"]
        course = next((flow for flow in flows if isinstance(flow, Course)), None)
        if course is not None:
            return words["home_course"].format(course=course.short)
        return words["home_question"] if session.asked is not None else ""

    def _coach(self, unit: Unit, person: PersonRow, commands: tuple[tuple[str, str], ...]) -> HomePage:
        """Who waits for this coach, the longest first."""
        talk, words = self._conversation, self._library.words.slack
        on = Setting(unit=unit, library=self._library, terms=talk.terms, now=self._clock(), url=talk.url)
        waits = look(on, person).waits
        told = self._library.words.listed([text for text, _ in waits.values()])
        buttons = tuple((label, CARD.format(person=id)) for id, (_, label) in list(waits.items())[:SHOWN])
        now = words["home_waits"].format(who=told) if told else words["home_nobody_waits"]
        return HomePage(commands=commands, now=now, waits=buttons)
