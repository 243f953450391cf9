"""Measures what storage costs one turn: `python -m tests.storage.measure [database address]` (a fresh database).

A turn here claims a message, finds the person, loads and saves a session of 1.2 kB, keeps an answer and the person's
own line, and queues one bubble; then a sender claims the bubbles and marks them as sent.
"""

import asyncio
import sys
import time
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.storage.answers import NewAnswer
from bot.storage.database import Database
from bot.storage.sessions import SessionDraft
from bot.storage.unit import Unit
from bot.storage.vault import Vault
from tests.storage.cast import NOW, bubble, settle_in, settled, typed

PEOPLE = 500
TURNS = 2000
BLOB = b"{" + b"x" * 1200 + b"}"
GROUPS = (1, 10, 50)


def group(unit: Unit, start: int, size: int) -> None:
    """One turn of each of `size` people."""
    arrivals = [typed(f"message {at}", person=name(at)) for at in range(start, start + size)]
    unit.inbox.claim(arrivals)
    people = unit.people.by_addresses([(one.channel, one.address) for one in arrivals])
    loaded = unit.sessions.load(person.id for person in people.values())
    unit.sessions.save([saved(person.id, loaded.get(person.id, (b"", 0))[1]) for person in people.values()])
    unit.answers.save([answered(person.id) for person in people.values()])
    places = [(at, 2 * (at // PEOPLE)) for at in range(start, start + size)]
    unit.inbox.settle([settled(f"message {at}", n, person=name(at)) for at, n in places])
    unit.outbox.add([bubble(n + 1, person=name(at), body=b"x" * 200) for at, n in places])


def saved(person: str, version: int) -> SessionDraft:
    """A session of a usual size."""
    return SessionDraft(
        person_id=person,
        flow="course",
        step="step",
        status="active",
        revision="r1",
        version=version,
        blob=BLOB,
        updated_at=NOW,
    )


def answered(person: str) -> NewAnswer:
    """An answer of a usual size."""
    return NewAnswer(person_id=person, flow="course", key="k", step="step", value=b"x" * 60, answered_at=NOW)


def name(at: int) -> str:
    """The person whose turn it is."""
    return f"{at % PEOPLE:04d}person{at % PEOPLE:06d}"


def send(unit: Unit, sent: list[int]) -> list[int]:
    """What a sender does between two rounds: note what went out, take what is next."""
    unit.outbox.mark_sent(sent, NOW)
    return [one.id for one in unit.outbox.claim(NOW, 50, channels=["telegram"])]


async def measure(url: str) -> None:
    """Prints the processor time and the time on the clock of one turn, and of one bubble, in microseconds."""
    database = Database(url, Vault(bytes(32)))
    database.migrate()
    await database.write(lambda unit: settle_in(unit, *map(name, range(PEOPLE))))
    done = 0
    for size in GROUPS:
        cpu, clock = time.process_time(), time.perf_counter()
        for start in range(done, done + TURNS, size):
            await database.write(partial(group, start=start, size=size))
        cpu, clock = time.process_time() - cpu, time.perf_counter() - clock
        done += TURNS
        print(f"turns by {size:3}: {cpu / TURNS * 1e6:6.0f} us processor, {clock / TURNS * 1e6:6.0f} us clock a turn")  # noqa: T201
    cpu, sent, count = time.process_time(), [-1], 0
    while sent:
        sent = await database.write(partial(send, sent=sent))
        count += len(sent)
    print(f"bubbles by 50: {(time.process_time() - cpu) / count * 1e6:6.0f} us processor a bubble")  # noqa: T201
    database.close()


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        asyncio.run(measure(sys.argv[1] if len(sys.argv) > 1 else f"sqlite:///{Path(folder) / 'x.sqlite3'}"))
