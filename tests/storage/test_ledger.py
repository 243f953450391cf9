"""The ledger of erasures: a line for each, readable whatever happened to the one before."""

from pathlib import Path

import pytest

from bot.storage.ledger import Entry, Ledger
from tests.storage.cast import DAY, NOW
from tests.storage.house import PERSON


def test_the_ledger_reads_back_in_order_and_once(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "new" / "erasures.txt")
    assert ledger.entries() == []
    for person, at in (("a", NOW), ("b", NOW + DAY), ("a", NOW + DAY)):
        ledger.append(person, at)
    assert ledger.entries() == [Entry("a", NOW), Entry("b", NOW + DAY)]


@pytest.mark.parametrize("torn", ["b", "b 2026-", "\x00\x00\x00", "b 2026-03-02T09:30:00+00:0"])
def test_a_torn_line_in_the_ledger_spoils_no_other(tmp_path: Path, torn: str) -> None:
    path = tmp_path / "erasures.txt"
    ledger = Ledger(path)
    ledger.append("a", NOW)
    path.write_bytes(path.read_bytes() + torn.encode())
    ledger.append("c", NOW)
    assert [entry.person_id for entry in ledger.entries()] == ["a", "c"]


def test_who_looks_in_the_ledger_finds_no_name(tmp_path: Path) -> None:
    Ledger(tmp_path / "erasures.txt").append(PERSON, NOW)
    assert (tmp_path / "erasures.txt").read_text() == f"{PERSON} 2026-03-02T09:30:00+00:00\n"
