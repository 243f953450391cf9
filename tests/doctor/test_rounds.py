"""The round: a check that fails or hangs is a finding, the others go on, and no secret is told."""

import asyncio
import threading
from collections.abc import Sequence

import pytest

from bot.doctor import report
from bot.doctor.finding import Finding, good, look, wrong
from bot.doctor.patient import Patient
from bot.doctor.registry import CHECKS
from bot.doctor.rounds import examine
from bot.doctor.threads import aside
from tests.doctor.conftest import Make, rows


async def fine(patient: Patient) -> Sequence[Finding]:
    return [good("fine", "All is well.")]


async def test_checks_run_at_once_and_are_told_in_order(make: Make) -> None:
    met = asyncio.Event()

    async def first(patient: Patient) -> Sequence[Finding]:
        await met.wait()
        return [good("first", "It waited for the second.")]

    async def second(patient: Patient) -> Sequence[Finding]:
        met.set()
        return [look("second", "One."), look("second", "Two.")]

    found = rows(await examine(make(), {"first": first, "second": second}))
    assert [row[1] for row in found] == ["first", "second", "second"]


async def test_a_check_that_hangs_is_told_and_does_not_hold_up_the_others(make: Make) -> None:
    done = threading.Event()

    async def waits(patient: Patient) -> Sequence[Finding]:
        await aside(lambda: done.wait(60))
        return []

    found = rows(await examine(make(), {"disk": waits, "fine": fine}, limit=0.2))
    done.set()
    assert found == [
        ("wrong", "disk", "This gave no answer within 0 seconds; look why it hangs."),
        ("good", "fine", "All is well."),
    ]


async def test_a_check_that_fails_is_told_without_its_words(make: Make) -> None:
    async def falls(patient: Patient) -> Sequence[Finding]:
        raise ValueError("kanarievogel")

    (one, other) = rows(await examine(make(), {"falls": falls, "fine": fine}))
    assert one[:2] == ("wrong", "falls")
    assert one[2].startswith("The check itself failed (ValueError at ")
    assert "kanarievogel" not in one[2]
    assert other[0] == "good"


@pytest.mark.parametrize(
    "name",
    ["master_key", "telegram_token", "telegram_webhook_secret", "slack_bot_token", "slack_app_token",
     "slack_signing_secret"],
)  # fmt: skip
async def test_a_secret_that_came_into_a_sentence_is_taken_out(name: str, make: Make) -> None:
    async def tells(patient: Patient) -> Sequence[Finding]:
        return [wrong("it", f"It says {getattr(patient.settings, name)}.")]

    assert rows(await examine(make(**{name: "kanarievogel"}), {"it": tells})) == [("wrong", "it", "It says (hidden).")]


async def test_the_password_of_a_database_is_a_secret_too(make: Make) -> None:
    patient = make(database_url="postgresql://opstap:kanarievogel@db/opstap")
    assert patient.hide("see kanarievogel@db") == "see (hidden)@db"


async def test_work_aside_gives_what_it_gives_and_raises_what_it_raises() -> None:
    assert await aside(lambda: 3) == 3
    with pytest.raises(ZeroDivisionError):
        await aside(lambda: 1 // 0)


def test_the_whole_is_well_when_nothing_is_wrong() -> None:
    findings = [good("a", "Good."), look("bcd", "Look.")]
    assert report.well(findings)
    assert report.text(findings) == "good   a    Good.\nlook   bcd  Look.\n\nNothing is wrong.\n"
    findings.append(wrong("e", "Wrong."))
    assert not report.well(findings)
    assert report.text(findings).endswith("wrong  e    Wrong.\n\n1 thing is wrong.\n")
    assert report.total([*findings, wrong("f", "Too.")]) == "2 things are wrong."
    assert "\x1b[1;31mwrong\x1b[0m  e" in report.text(findings, coloured=True)


def test_every_check_has_a_name_of_its_own_and_says_what_it_is() -> None:
    assert len(set(CHECKS.values())) == len(CHECKS) > 10
    assert all(check.__doc__ for check in CHECKS.values())
