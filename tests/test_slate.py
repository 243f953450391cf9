"""The slate: after a process was killed it is known what surely never left; after a power cut nothing is believed."""

import errno
import subprocess
import sys
from pathlib import Path

import pytest

from bot import slate
from bot.slate import FULL, Slate

KILLED = """
import os, signal, sys
from pathlib import Path
from bot.slate import Slate
one = Slate(Path(sys.argv[1]))
one.open()
for id in range(1, 101):
    one.begun(id)
one.undone(7)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_the_first_slate_knows_nothing_and_the_next_one_what_was_begun(tmp_path: Path) -> None:
    first = Slate(tmp_path / "deep" / "slate", "boot")
    assert first.open() is None
    first.begun(3)
    first.begun(5)
    first.close()
    second = Slate(tmp_path / "deep" / "slate", "boot")
    assert second.open() == frozenset({3, 5})
    second.close()
    assert Slate(tmp_path / "deep" / "slate", "boot").open() == frozenset({3, 5}), "nobody said that it was over"


def test_what_was_written_outlives_a_process_that_is_killed(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", KILLED, str(tmp_path / "slate")], check=False)
    assert Slate(tmp_path / "slate").open() == frozenset(range(1, 101)) - {7}


def test_after_the_machine_was_restarted_nothing_is_believed(tmp_path: Path) -> None:
    one = Slate(tmp_path / "slate", "boot 1")
    one.open()
    one.begun(3)
    one.close()
    assert Slate(tmp_path / "slate", "boot 2").open() is None


def test_a_machine_without_a_name_for_its_life_is_never_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slate, "BOOT", tmp_path / "none")
    one = Slate(tmp_path / "slate")
    one.open()
    one.close()
    monkeypatch.setattr("os.getpid", lambda: 999_999_999)
    assert Slate(tmp_path / "slate").open() is None


@pytest.mark.parametrize("rest", [b"", b"\x01", b"\x01" * 7])
def test_a_number_that_was_cut_off_is_passed_over(tmp_path: Path, rest: bytes) -> None:
    one = Slate(tmp_path / "slate", "boot")
    one.open()
    one.begun(3)
    one.close()
    with (tmp_path / "slate").open("ab") as file:
        file.write(rest)
    assert Slate(tmp_path / "slate", "boot").open() == frozenset({3})


@pytest.mark.parametrize("content", [b"", b"nonsense", b"boot"])
def test_something_else_in_its_place_is_not_believed(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "slate").write_bytes(content)
    assert Slate(tmp_path / "slate", "boot").open() is None


def test_a_full_slate_begins_anew_with_what_is_still_on_its_way(tmp_path: Path) -> None:
    one = Slate(tmp_path / "slate", "boot")
    one.open()
    one.begun(1)
    for id in range(2, FULL // 8 + 10):
        one.begun(id)
        one.over([id])
    one.close()
    found = Slate(tmp_path / "slate", "boot").open()
    assert found is not None
    assert 1 in found
    assert len(found) < 100, "what was over is gone"


def test_a_disk_without_room_says_so_when_the_slate_begins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(file: int, start: int, size: int) -> None:
        raise OSError(errno.ENOSPC, "no room")

    monkeypatch.setattr("os.posix_fallocate", full)
    with pytest.raises(OSError, match="no room"):
        Slate(tmp_path / "slate", "boot").open()


def test_a_closed_slate_takes_nothing_and_breaks_nothing(tmp_path: Path) -> None:
    one = Slate(tmp_path / "slate", "boot")
    one.begun(1)
    one.undone(1)
    one.close()
    assert not (tmp_path / "slate").exists()
