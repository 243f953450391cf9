"""People and moments that the storage tests share."""

from datetime import UTC, datetime, timedelta

from bot.messages import Duty, Inbound
from bot.storage.inbox import Settled
from bot.storage.organisations import Organisation
from bot.storage.outbox import NewBubble
from bot.storage.people import NewPerson
from bot.storage.unit import Unit

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)

JAN = "jan0000000000000"
FATIMA = "fatima0000000000"


def settle_in(unit: Unit, *people: str) -> None:
    """Add the people to one organisation, each reachable on Telegram under their own id."""
    if not unit.organisations.all():
        unit.organisations.add(Organisation(id="works", name="Works", demo=True, created_at=NOW))
    for person in people:
        unit.people.add(
            NewPerson(
                id=person,
                organisation_id="works",
                handle=person[:4] + person[-6:],
                status="active",
                created_at=NOW,
                name=f"{person} by name",
                facts=b'{"coach": "Mo"}',
            )
        )
        unit.people.link("telegram", person, person)


def typed(external_id: str, *, person: str = JAN, text: str = "hello") -> Inbound:
    """A text message from Telegram."""
    return Inbound(channel="telegram", address=person, external_id=external_id, kind="text", at=NOW, text=text)


def settled(external_id: str, n: int, *, person: str = JAN, body: bytes = b'"hello"') -> Settled:
    """What is kept of that message."""
    return Settled(channel="telegram", external_id=external_id, person_id=person, n=n, body=body)


def bubble(
    n: int, *, person: str = JAN, body: bytes = b'"hi"', due_at: datetime = NOW, duty: Duty = "course"
) -> NewBubble:
    """Something to say on Telegram."""
    return NewBubble(person_id=person, channel="telegram", address=person, n=n, body=body, due_at=due_at, duty=duty)
