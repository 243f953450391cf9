"""The same thing said several times at once has one effect, however it comes in."""

import asyncio

import msgspec

from bot.content.models.library import Library
from bot.conversation import Conversation
from tests.chaos.people import Crowd
from tests.serving import Server
from tests.twin import meant, seen_in
from tests.walker import Did, Walker

TIMES = 10


async def one_inside(crowd: Crowd, server: Server, name: str) -> Walker:
    """Someone who stands at a choice in the first course."""
    walker = (await crowd.invited(server, [name]))[0]
    async for _ in walker.steps():
        ask = walker.question["out"]["ask"]
        if (
            walker.question["out"]["place"]
            and ask["shape"] == "buttons"
            and not ask["free"]
            and len(ask["buttons"]) > 2
        ):
            return walker
    raise AssertionError("there was no choice in the course")


async def at_once(crowd: Crowd, walker: Walker, acts: list[Did]) -> list[str]:
    """Says all of these at the same moment, each over a connection of its own."""

    async def alone(did: Did) -> str:
        phone = crowd.add(Walker(walker.library, walker.invitee, host=walker.host, port=walker.port))
        phone.comes_in_as(walker)
        return await phone.say(did)

    return sorted(await asyncio.gather(*(alone(did) for did in acts)))


async def test_one_message_ten_times_at_once_has_one_effect(library: Library, running: Server, crowd: Crowd) -> None:
    walker = await one_inside(crowd, running, "Tien")
    did = walker.choose()
    assert await at_once(crowd, walker, [did] * TIMES) == ["done"] + ["repeat"] * (TIMES - 1)
    assert seen_in(await walker.read()) == meant(Conversation(library), [*walker.did, did])[1]


async def test_two_presses_of_one_button_count_once(library: Library, running: Server, crowd: Crowd) -> None:
    walker = await one_inside(crowd, running, "Twee")
    before = {line["n"] for line in await walker.read()}
    first = walker.choose()
    again = Did(id=first.id[::-1], kind="press", value=first.value)
    assert await at_once(crowd, walker, [first, again]) == ["done", "done"]
    fresh = [line for line in await walker.read() if line["n"] not in before]
    assert [line["who"] for line in fresh].count("me") == 1
    assert len([line for line in fresh if line["out"] and line["out"]["ask"]]) == 1


async def test_two_different_buttons_at_once_give_one_answer_and_one_kind_word(
    library: Library, running: Server, crowd: Crowd
) -> None:
    walker = await one_inside(crowd, running, "Drie")
    before = {line["n"] for line in await walker.read()}
    buttons = walker.question["out"]["ask"]["buttons"][:2]
    acts = [Did(id=f"{at}" * 32, kind="press", value=one["data"]) for at, one in enumerate(buttons)]
    await at_once(crowd, walker, acts)
    fresh = [line for line in await walker.read() if line["n"] not in before]
    assert [line["who"] for line in fresh].count("me") == 1
    stale = library.words.replies.stale_button.text
    assert [line["text"] for line in fresh].count(stale) == 1


async def test_words_and_a_press_at_once_are_both_answered(library: Library, running: Server, crowd: Crowd) -> None:
    walker = await one_inside(crowd, running, "Vier")
    press = walker.choose()
    text = Did(id="a" * 32, kind="text", value="wat een vraag zeg")
    await at_once(crowd, walker, [text, press])
    lines = seen_in(await walker.read())
    orders = [meant(Conversation(library), [*walker.did, *pair])[1] for pair in ([text, press], [press, text])]
    assert lines in orders


async def test_a_button_of_long_ago_does_nothing_but_bring_the_right_question(
    library: Library, running: Server, crowd: Crowd
) -> None:
    walker = await one_inside(crowd, running, "Vijf")
    old = next(line for _, line in sorted(walker.lines.items()) if line["out"] and line["out"]["ask"])
    open_now = walker.question["text"]
    await walker.say(Did(id="b" * 32, kind="press", value=old["out"]["ask"]["buttons"][0]["data"]))
    assert walker.question["text"] == open_now
    assert seen_in(await walker.read()) == meant(Conversation(library), walker.did)[1]


async def test_what_is_no_message_is_refused_and_the_person_goes_on(
    library: Library, running: Server, crowd: Crowd
) -> None:
    walker = await one_inside(crowd, running, "Zes")
    here = walker.question
    half = b'{"id":"aaaaaaaaaaaaaaaa","kind":"text","text":"\\ud800"}'
    for body in (
        b"",
        b"{",
        half,
        b"[]",
        b"\xff\xfe",
        b'{"id":"x","kind":"text","text":"a"}',
        msgspec.json.encode({"a": 1}),
    ):
        assert (await walker.post("api/say", body)).status == 400
    assert (await walker.post("api/say", b'{"text":"' + b"a" * 5_000_000 + b'"}')).status == 413
    assert (await walker.read())[-1]["n"] == here["n"]
    assert await walker.say(walker.choose()) == "done"
