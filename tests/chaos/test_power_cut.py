"""The power goes, again and again, while people answer: what was acknowledged is there, and nothing comes twice."""

import asyncio
import random
from collections.abc import Sequence

from bot.content.models.library import Library
from tests.chaos.people import Crowd, assert_all_answers_kept, assert_in_order
from tests.serving import Server
from tests.walker import Walker

PEOPLE = 20
SEED = 20261122


async def until_said(people: Sequence[Walker], walking: Sequence[asyncio.Task[None]], count: int) -> None:
    """Until so many answers were acknowledged in all; whoever fell over meanwhile says so."""
    while sum(len(one.did) for one in people) < count:
        done, _ = await asyncio.wait(walking, timeout=0.002, return_when=asyncio.FIRST_EXCEPTION)
        for task in done:
            task.result()


async def test_three_power_cuts_cost_nobody_an_answer_and_give_nobody_a_bubble_twice(
    library: Library, server: Server, crowd: Crowd
) -> None:
    server.start()
    people = await crowd.invited(server, [f"Loper{at}" for at in range(PEOPLE)])
    walking = [asyncio.create_task(one.walk()) for one in people]
    moment = random.Random(SEED)
    for part in (8, 22, 36):
        await until_said(people, walking, PEOPLE * part + moment.randrange(4 * PEOPLE))
        server.kill()
        await asyncio.to_thread(server.start)
    assert not any(task.done() for task in walking), "the last cut came when everybody was ready"
    await asyncio.gather(*walking)
    await assert_in_order(library, people)
    await crowd.close()
    await asyncio.to_thread(assert_all_answers_kept, server, people)


async def test_closing_under_load_finishes_what_was_taken_and_loses_nothing(
    library: Library, server: Server, crowd: Crowd
) -> None:
    server.start()
    people = await crowd.invited(server, [f"Loper{at}" for at in range(PEOPLE)])
    walking = [asyncio.create_task(one.walk()) for one in people]
    await until_said(people, walking, PEOPLE * 15)
    assert await asyncio.to_thread(server.stop) == 0
    acknowledged = [len(one.did) for one in people]
    await asyncio.to_thread(server.start)
    await asyncio.gather(*walking)
    assert all(len(one.did) > before for one, before in zip(people, acknowledged, strict=True))
    await assert_in_order(library, people)
    await crowd.close()
    await asyncio.to_thread(assert_all_answers_kept, server, people)
    assert "Traceback" not in server.log()
