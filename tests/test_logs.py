"""Log lines: what a person typed is in none of them, whatever went wrong and however much is logged."""

import asyncio
import logging
import re
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
import structlog

from bot import logs
from bot.batch import Result
from bot.commands.serve import _fault
from bot.errors import ChannelError
from bot.storage.database import Database
from bot.storage.vault import Vault
from tests.household import FATIMA, JAN, WIRE, Household, chatter
from tests.turns.posting import spoil

CANARY = "kanariegeel"


@pytest.fixture
def written() -> Iterator[StringIO]:
    """All that is logged, by everybody, at the level that tells most."""
    stream = StringIO()
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    structlog_was = structlog.get_config()
    logs.set_up(stream, logging.DEBUG)
    root.setLevel(logging.DEBUG)
    logging.getLogger("sqlalchemy").setLevel(logging.DEBUG)
    yield stream
    logging.getLogger("sqlalchemy").setLevel(logging.WARNING)
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.configure(**structlog_was)


def torn(result: Result) -> None:
    """A page that cannot be told."""
    raise KeyError(CANARY)


async def test_a_conversation_with_everything_in_it_logs_no_word_of_it(
    written: StringIO, sqlite_url: str, vault: Vault, tmp_path: Path
) -> None:
    asyncio.get_running_loop().set_debug(True)
    database = Database(sqlite_url, vault)
    async with await Household(database, tmp_path, chatter()).settle(JAN, FATIMA) as home:
        home.wire.faults[JAN].extend([ChannelError(channel=WIRE, why="busy"), KeyError(CANARY)])
        await home.says_all([CANARY, "Yes", CANARY, f"my pills {CANARY}", f"I will end my life {CANARY}", CANARY])
        await home.says_all(["hello", "Yes", "Doors", "Round", CANARY], FATIMA)
        await home.says(CANARY, "nobody0000000000")
        await spoil(home, FATIMA)
        await home.says(CANARY, FATIMA)
        home.turns.announce = torn
        await home.says(CANARY)
        await home.says_all(["stop", "Stop now"])
    database.close()
    lines = written.getvalue()
    for event in ("turns.failed", "turns.group_failed", "delivery.fault", "turns.announce_failed"):
        assert event in lines
    assert "INSERT INTO inbox" in lines, "the database did not log, so this proves nothing"
    assert CANARY not in lines


def raised() -> Exception:
    try:
        int(CANARY)
    except ValueError as error:
        return error
    raise AssertionError


def test_a_fault_of_ours_tells_its_kind_and_its_place_and_not_what_it_said(written: StringIO) -> None:
    log = structlog.get_logger("test")
    log.error("it.failed", exc_info=raised())
    try:
        int(CANARY)
    except ValueError:
        log.exception("it.failed.too")
    lines = written.getvalue().splitlines()
    assert len(lines) == 2
    for line in lines:
        assert "error='ValueError'" in line
        assert "tests/test_logs.py:" in line
        assert CANARY not in line


def test_a_fault_in_a_library_tells_its_kind_and_its_place_and_not_what_it_said(written: StringIO) -> None:
    error = raised()
    logging.getLogger("uvicorn.error").error("Exception in ASGI application", exc_info=error)
    line = written.getvalue()
    assert line.startswith("ERROR uvicorn.error Exception in ASGI application\nValueError at tests/test_logs.py:")
    assert CANARY not in line


async def test_a_fault_that_nobody_waited_for_says_no_words_either(written: StringIO) -> None:
    _fault(asyncio.get_running_loop(), {"message": "Task exception was never retrieved", "exception": raised()})
    _fault(asyncio.get_running_loop(), {"message": CANARY})
    assert "loop.fault" in written.getvalue()
    assert "error='ValueError'" in written.getvalue()
    assert CANARY not in written.getvalue()


def test_libraries_are_quiet_until_something_is_wrong() -> None:
    stream = StringIO()
    root = logging.getLogger()
    handlers, level, structlog_was = root.handlers[:], root.level, structlog.get_config()
    try:
        logs.set_up(stream)
        logging.getLogger("apscheduler").info("a job ran")
        structlog.get_logger("test").debug("detail")
        assert stream.getvalue() == ""
        logging.getLogger("apscheduler").warning("a job was late")
        structlog.get_logger("test").info("fact", count=1)
    finally:
        root.handlers[:] = handlers
        root.setLevel(level)
        structlog.configure(**structlog_was)
    first, second = stream.getvalue().splitlines()
    assert first == "WARNING apscheduler a job was late"
    assert second.endswith("level='info' event='fact' count=1")


def test_where_tells_the_innermost_places_only() -> None:
    def deep(left: int) -> None:
        if left:
            deep(left - 1)
        raise ValueError(CANARY)

    with pytest.raises(ValueError, match=CANARY) as caught:
        deep(50)
    told = logs.where(caught.value)
    assert told.count(" > ") == logs.INNERMOST - 1
    assert CANARY not in told


def test_the_runbook_explains_every_event_and_no_other() -> None:
    root = Path(__file__).parent.parent
    code = "\n".join(path.read_text("utf-8") for top in ("bot", "scheduler") for path in (root / top).rglob("*.py"))
    logged = set(re.findall(r'\blog\.(?:info|warning|error)\(\s*"([a-z_.]+)"', code))
    assert len(logged) > 10
    table = (root / "deploy/runbook.md").read_text("utf-8").partition("## What the log says")[2]
    told = {name for row in re.findall(r"^\| (`.+?) \|", table, re.MULTILINE) for name in re.findall(r"`([^`]+)`", row)}
    assert told == logged
