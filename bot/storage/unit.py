"""The unit of work: everything that can be done within one transaction."""

from functools import cached_property

from sqlalchemy import Connection

from bot.storage.answers import Answers
from bot.storage.attention import Attention
from bot.storage.cards import Cards
from bot.storage.cases import Cases
from bot.storage.circle import Circle
from bot.storage.erasures import Erasures
from bot.storage.export import Copy, export
from bot.storage.inbox import Inbox
from bot.storage.intakes import Intakes
from bot.storage.invites import Invites
from bot.storage.lines import Lines
from bot.storage.media import MediaRows
from bot.storage.meetings import Meetings
from bot.storage.organisations import Organisations
from bot.storage.outbox import Outbox
from bot.storage.pairs import Pairs
from bot.storage.people import People
from bot.storage.progress import Progress
from bot.storage.quarantine import Quarantine
from bot.storage.repository import KeyRing
from bot.storage.requests import Requests
from bot.storage.retention import Retention
from bot.storage.sessions import Sessions
from bot.storage.shares import Shares
from bot.storage.slack import SlackRows
from bot.storage.talks import Talks
from bot.storage.telegram import TelegramRows
from bot.storage.timers import Timers
from bot.storage.vault import Vault
from bot.storage.ways import Ways
from bot.storage.web_sessions import WebSessions


class Unit:
    """One of each repository, over one connection; it lives as long as its transaction."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self.connection = connection
        self.keys = KeyRing(connection, vault)

    @cached_property
    def organisations(self) -> Organisations:
        """Organisations."""
        return Organisations(self.connection, self.keys)

    @cached_property
    def people(self) -> People:
        """People and their addresses."""
        return People(self.connection, self.keys)

    @cached_property
    def circle(self) -> Circle:
        """Roles, teams, who coaches whom."""
        return Circle(self.connection, self.keys)

    @cached_property
    def cards(self) -> Cards:
        """Cards of colleagues."""
        return Cards(self.connection, self.keys)

    @cached_property
    def cases(self) -> Cases:
        """Hulpvragen."""
        return Cases(self.connection, self.keys)

    @cached_property
    def invites(self) -> Invites:
        """Codes that let someone in once."""
        return Invites(self.connection, self.keys)

    @cached_property
    def web_sessions(self) -> WebSessions:
        """Logins of the web chat."""
        return WebSessions(self.connection, self.keys)

    @cached_property
    def ways(self) -> Ways:
        """By which accounts and devices people come in."""
        return Ways(self.connection, self.keys)

    @cached_property
    def inbox(self) -> Inbox:
        """What people sent."""
        return Inbox(self.connection, self.keys)

    @cached_property
    def outbox(self) -> Outbox:
        """What must be sent."""
        return Outbox(self.connection, self.keys)

    @cached_property
    def lines(self) -> Lines:
        """Both sides of a conversation."""
        return Lines(self.connection, self.keys, self.inbox, self.outbox)

    @cached_property
    def sessions(self) -> Sessions:
        """Where people stand."""
        return Sessions(self.connection, self.keys)

    @cached_property
    def answers(self) -> Answers:
        """What people answered."""
        return Answers(self.connection, self.keys)

    @cached_property
    def shares(self) -> Shares:
        """What people let others read."""
        return Shares(self.connection, self.keys)

    @cached_property
    def meetings(self) -> Meetings:
        """What is planned with others."""
        return Meetings(self.connection, self.keys)

    @cached_property
    def attention(self) -> Attention:
        """What asks for a coach's attention."""
        return Attention(self.connection, self.keys)

    @cached_property
    def talks(self) -> Talks:
        """What coaches noted of talks."""
        return Talks(self.connection, self.keys)

    @cached_property
    def intakes(self) -> Intakes:
        """What coaches and employees wrote down together."""
        return Intakes(self.connection, self.keys)

    @cached_property
    def pairs(self) -> Pairs:
        """Buddies, and what they may know of each other."""
        return Pairs(self.connection, self.keys)

    @cached_property
    def requests(self) -> Requests:
        """What people asked the house for."""
        return Requests(self.connection, self.keys)

    @cached_property
    def progress(self) -> Progress:
        """What people finished."""
        return Progress(self.connection, self.keys)

    @cached_property
    def telegram(self) -> TelegramRows:
        """What is remembered of Telegram."""
        return TelegramRows(self.connection, self.keys)

    @cached_property
    def slack(self) -> SlackRows:
        """What is remembered of Slack."""
        return SlackRows(self.connection, self.keys)

    @cached_property
    def timers(self) -> Timers:
        """What must happen later."""
        return Timers(self.connection, self.keys)

    @cached_property
    def media(self) -> MediaRows:
        """Files that people sent."""
        return MediaRows(self.connection, self.keys)

    @cached_property
    def quarantine(self) -> Quarantine:
        """Messages that could not be handled."""
        return Quarantine(self.connection, self.keys)

    @cached_property
    def erasures(self) -> Erasures:
        """Taking people away."""
        return Erasures(self.connection, self.keys)

    @cached_property
    def retention(self) -> Retention:
        """Throwing away what is old."""
        return Retention(self.connection, self.keys)

    def export(self, person_id: str) -> Copy:
        """A readable copy of everything that is stored of a person."""
        return export(self, person_id)
