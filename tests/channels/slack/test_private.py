"""Slack is the employer's: what an employee types there is no answer and is kept nowhere; danger is still seen."""

import json
from pathlib import Path

import pytest

from bot.flows.session import dump
from tests.channels.slack.home import SlackHome, eventually
from tests.channels.slack.talks import SECRET, SLACK
from tests.fakes.telegram.faults import Fault

CANARY = "geheim-kanarie-7731"


async def test_typed_words_are_no_answer_and_lead_to_the_private_chat(any_home: SlackHome) -> None:
    phone, person = await any_home.agreed()
    phone.presses("Words")
    asked = await phone.reads("A word?")
    assert asked.labels == ["Sun", "Skip", "Type elsewhere"]
    phone.says("my answer")
    told = await phone.reads(SLACK["type_elsewhere"])
    assert told.only == phone.member.id
    assert "/k/" in next(one["url"] for one in told.elements)
    session = await any_home.where(person)
    assert "welkom/word" not in session.answers
    assert session.asked is not None
    assert session.asked.step == "woord"
    phone.presses("Type elsewhere", asked)
    await phone.reads(SLACK["link_ready"])
    phone.presses("Sun", asked)
    await phone.reads("Which door?")
    assert (await any_home.where(person)).answers["welkom/word"].value == "Sun"


async def test_what_an_employee_types_stands_in_no_table_no_session_and_no_log(
    home: SlackHome, sqlite_url: str, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    phone, person = await home.agreed()
    phone.presses("Words")
    await phone.reads("A word?")
    phone.says(CANARY)
    await phone.reads(SLACK["type_elsewhere"])
    phone.edits(phone.says(f"{CANARY} again"), f"{CANARY} changed")
    phone.says(CANARY, subtype="file_share", files=[{"id": "F9", "mimetype": "audio/mp4"}])
    phone.commands("/opstap", CANARY)
    await phone.reads(SLACK["type_elsewhere"])
    await home.quiet()
    assert CANARY not in dump(await home.where(person)).decode()
    assert CANARY not in " ".join(await home.heard(person))
    assert CANARY not in json.dumps(await home.database.read(lambda unit: str(unit.lines.after(person, 0, 1000))))
    files = [one for one in Path(sqlite_url.removeprefix("sqlite:///")).parent.glob("*") if one.is_file()]
    assert any(person.encode() in one.read_bytes() for one in files), "the database is not among these files"
    for path in files:
        assert CANARY.encode() not in path.read_bytes(), path
    said = capfd.readouterr()
    assert CANARY not in said.out + said.err + caplog.text


async def test_words_of_danger_bring_help_first_and_are_kept_nowhere(any_home: SlackHome) -> None:
    phone, person = await any_home.agreed()
    phone.presses("Words")
    await phone.reads("A word?")
    phone.says("i will end my life")
    await phone.reads("Call 112.")
    await phone.reads("Is someone there?")
    assert SLACK["type_elsewhere"] not in phone.texts
    assert "i will end my life" not in dump(await any_home.where(person)).decode()
    assert "i will end my life" not in await any_home.heard(person)
    phone.presses("No")
    await any_home.quiet()
    session = await any_home.where(person)
    assert not session.frames or session.frames[-1].flow != "crisis"


async def test_danger_is_seen_over_several_messages_in_an_edit_and_after_a_slash(home: SlackHome) -> None:
    for way in ("spread", "edit", "slash", "file"):
        phone, _ = await home.agreed(way)
        if way == "spread":
            phone.says("i will end")
            await phone.reads(SLACK["type_elsewhere"])
            phone.says("my life")
        elif way == "edit":
            phone.edits(phone.says("i will end it well"), "i will end my life")
        elif way == "slash":
            phone.commands("/opstap", "i will end my life")
        else:
            phone.says("i will end my life", subtype="file_share", files=[{"id": "F9", "mimetype": "image/png"}])
        await phone.reads("Call 112.")


async def test_a_doubtful_word_asks_once_and_in_that_talk_brings_nothing_new(home: SlackHome) -> None:
    phone, _ = await home.agreed()
    phone.says("all is dark")
    await phone.reads("Are you safe?")
    phone.says("all is dark")
    await phone.reads(SLACK["type_elsewhere"])
    phone.says("i will end my life")
    await phone.reads("Call 112.")


async def test_a_typed_command_is_done_also_by_who_may_not_type_answers(home: SlackHome) -> None:
    phone, person = await home.agreed()
    phone.says("stop")
    await phone.reads("Stop?")
    phone.presses("Stop now")
    await home.quiet()
    assert (await home.where(person)).state == "stopped"
    second, _ = await home.agreed("Ruud")
    second.commands("/opstap", "help")
    await second.reads("Help.")
    assert SLACK["answered_in_chat"] in second.texts


async def test_of_a_coach_typed_words_are_answers_as_everywhere(any_home: SlackHome) -> None:
    person, code = await any_home.invite("Anja", "coach")
    phone = any_home.phone("Anja")
    phone.commands("/opstap", f"koppel {code}")
    await phone.until(lambda one: bool(one.said))
    await any_home.quiet()
    before = len(phone.said)
    phone.says("Yes")
    await phone.until(lambda one: len(one.said) > before)
    assert "Yes" in await any_home.heard(person)
    assert SLACK["type_elsewhere"] not in phone.texts


async def test_who_may_not_type_here_cannot_be_made_a_coach_by_a_name(home: SlackHome) -> None:
    phone, person = await home.agreed("Anja de coach")
    phone.says("I am a coach, show me my people")
    await phone.reads(SLACK["type_elsewhere"])
    assert await home.desk.role(phone.member.id) == "employee"
    assert (await home.where(person)).facts.get("role", "employee") == "employee"


async def test_what_was_typed_in_the_private_chat_is_not_said_back_where_the_employer_reads_along(
    home: SlackHome,
) -> None:
    phone, person = await home.agreed()
    handle = await home.database.read(lambda unit: unit.people.by_ids([person])[person].handle)
    phone.presses("Words")
    await phone.reads("A word?")
    web = home.inbound(SECRET, handle, channel="web", address=handle, external_id="w1")
    result = await home.turns.submit(web)
    assert [one.outbound.text for one in result.parcels] == [f"You said {SECRET}. Is that so?"]
    phone.says("resume")
    told = await phone.reads(SLACK["read_there"])
    assert told.labels == ["Open"]
    assert SECRET not in " ".join(phone.texts)
    phone.presses("Open", told)
    await phone.reads(SLACK["link_ready"])
    again = home.inbound("So it is", handle, channel="web", address=handle, external_id="w2")
    assert [one.outbound.text for one in (await home.turns.submit(again)).parcels] == ["Which door?"]


async def test_where_a_whisper_is_refused_a_button_that_holds_no_key_takes_its_place(home: SlackHome) -> None:
    phone, _ = await home.agreed()
    home.fake.faults.add(Fault(kind="broken", method="chat.postEphemeral"))
    phone.says("my answer")
    told = await phone.reads(SLACK["type_elsewhere"])
    assert not told.only
    assert not [one for one in told.elements if "url" in one]
    phone.presses("Open", told)
    link = await phone.reads(SLACK["link_ready"])
    assert link.only == phone.member.id


async def test_after_typing_elsewhere_the_talk_says_so_and_leads_to_what_is_next(any_home: SlackHome) -> None:
    phone, person = await any_home.agreed()
    handle = await any_home.database.read(lambda unit: unit.people.by_ids([person])[person].handle)
    phone.opens()
    phone.presses("Words")
    asked = await phone.reads("A word?")
    phone.presses("Type elsewhere", asked)
    link = await phone.reads(SLACK["link_ready"])
    code = next(one["url"] for one in link.elements).rpartition("/k/")[2]
    assert await any_home.database.write(lambda unit: unit.invites.claim(code, any_home.clock())) is not None
    web = any_home.inbound("Moon", handle, channel="web", address=handle, external_id="w1")
    result = await any_home.turns.submit(web)
    assert [one.outbound.text for one in result.parcels] == ["Which door?"]
    await eventually(lambda: asked.labels == ["Go on here"])
    assert asked.shown.endswith(SLACK["talks_elsewhere"])
    await phone.until(lambda one: SLACK["home_elsewhere"] in one.at_home.shown)
    phone.presses("Go on here", asked)
    await phone.reads("Which door?")
    await eventually(lambda: asked.labels == [])
    await phone.until(lambda one: SLACK["home_elsewhere"] not in one.at_home.shown)
    assert "Moon" not in " ".join([*phone.texts, phone.at_home.shown])
    assert (await any_home.where(person)).answers["welkom/word"].value == "Moon"


async def test_a_way_to_the_private_chat_is_good_for_a_quarter_of_an_hour(home: SlackHome) -> None:
    phone, _ = await home.agreed()
    phone.says("my answer")
    told = await phone.reads(SLACK["type_elsewhere"])
    code = next(one["url"] for one in told.elements).rpartition("/k/")[2]
    home.clock.move(minutes=16)
    assert await home.database.write(lambda unit: unit.invites.claim(code, home.clock())) is None


async def test_who_gets_a_way_and_goes_on_here_leaves_the_question_as_it_is(home: SlackHome) -> None:
    phone, _ = await home.agreed()
    phone.presses("Words")
    asked = await phone.reads("A word?")
    phone.says("my answer")
    await phone.reads(SLACK["type_elsewhere"])
    phone.presses("Sun", asked)
    await phone.reads("Which door?")
    await home.quiet()
    assert SLACK["talks_elsewhere"] not in " ".join(phone.texts)
