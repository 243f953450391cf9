"""How fast the web chat is: people who walk the first course over its own interface, and what that costs the server."""

import argparse
import asyncio
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from bot.bootstrap import CONTENT
from bot.content.loader import load
from tests.chaos.people import Crowd
from tests.serving import Server
from tests.walker import Walker


class Measured(Struct, frozen=True, kw_only=True):
    """What was found. Times of one turn are in milliseconds, as the client saw them."""

    people: int
    at_once: int
    turns: int
    wall: float
    cpu: float
    waits: tuple[float, ...]
    waits_alone: tuple[float, ...]
    memory_before: float
    memory_after: float
    start_up: float


async def measure(server: Server, people: int, at_once: int) -> Measured:
    """Lets so many people walk, so many of them at the same time."""
    crowd = Crowd(load(CONTENT))
    try:
        first, *others = await crowd.invited(server, [f"Loper{at}" for at in range(people + 1)])
        await first.walk()
        return await walked(server, first, others, at_once=at_once)
    finally:
        await crowd.close()


async def walked(server: Server, alone: Walker, people: Sequence[Walker], *, at_once: int) -> Measured:
    """Lets everybody walk after the one who walked alone, and looks at the server before and after."""
    room = asyncio.Semaphore(at_once)

    async def walk(one: Walker) -> None:
        async with room:
            await one.walk()

    memory, cpu, began = server.memory_mb(), server.cpu_seconds(), time.perf_counter()
    await asyncio.gather(*(walk(one) for one in people))
    return Measured(
        people=len(people),
        at_once=at_once,
        turns=sum(len(one.did) for one in people),
        wall=time.perf_counter() - began,
        cpu=server.cpu_seconds() - cpu,
        waits=tuple(wait * 1000 for one in people for wait in one.waits),
        waits_alone=tuple(wait * 1000 for wait in alone.waits),
        memory_before=memory,
        memory_after=server.memory_mb(),
        start_up=server.seconds_to_start,
    )


def table(found: Measured) -> str:
    """One line for each figure."""
    marks = statistics.quantiles(found.waits, n=100)
    rows = [
        ("people", f"{found.people}, {found.at_once} at the same time"),
        ("turns", f"{found.turns}"),
        ("turns per second", f"{found.turns / found.wall:.0f}"),
        ("server processor time per turn", f"{found.cpu / found.turns * 1000:.2f} ms"),
        ("answer to one person alone, p50", f"{statistics.median(found.waits_alone):.1f} ms"),
        ("answer while all walk, p50", f"{marks[49]:.1f} ms"),
        ("answer while all walk, p95", f"{marks[94]:.1f} ms"),
        ("answer while all walk, p99", f"{marks[98]:.1f} ms"),
        ("memory of the server, before and after", f"{found.memory_before:.0f} MB, {found.memory_after:.0f} MB"),
        ("start-up, empty database", f"{found.start_up:.1f} s"),
        ("processors of this machine", f"{os.cpu_count()}"),
    ]
    width = max(len(name) for name, _ in rows)
    return "\n".join(f"{name:<{width}}  {value}" for name, value in rows)


def main() -> None:
    """Measures once, and prints the table."""
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--people", type=int, default=200)
    wanted.add_argument("--at-once", type=int, default=50)
    chosen = wanted.parse_args()
    with tempfile.TemporaryDirectory(prefix="opstap-bench-") as folder, Server(Path(folder)) as server:
        server.start()
        found = asyncio.run(measure(server, chosen.people, chosen.at_once))
        sys.stdout.write(table(found) + "\n")


if __name__ == "__main__":
    main()
