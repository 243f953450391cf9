"""Two hundred people at once: each answer is kept, and each conversation is in order."""

import asyncio

from bot.content.models.library import Library
from tests.chaos.people import Crowd, assert_all_answers_kept, assert_in_order
from tests.serving import Server

PEOPLE = 200


async def test_two_hundred_people_do_the_whole_course_at_once_and_nobody_loses_an_answer(
    library: Library, server: Server, crowd: Crowd
) -> None:
    server.start()
    people = await crowd.invited(server, [f"Loper{at}" for at in range(PEOPLE)])
    await asyncio.gather(*(one.walk() for one in people))
    await assert_in_order(library, people)
    await crowd.close()
    assert await asyncio.to_thread(server.stop) == 0
    await asyncio.to_thread(assert_all_answers_kept, server, people)
    assert min(len(one.told) for one in people) > 5
    assert "Traceback" not in server.log()
    assert "zegt iets bij" not in server.log(), "the words of a person stand in the log"
