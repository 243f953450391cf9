"""Where Opstap cannot run it says so in one plain sentence, and a start after that is a good start."""

import re
from pathlib import Path

import pytest

from tests.serving import Server


def sentence(server: Server) -> str:
    """The one line that an operator gets; never a trace."""
    said = server.refuses().strip()
    assert "Traceback" not in said
    assert len(said.splitlines()) == 1, said
    return said


@pytest.mark.long
def test_a_folder_in_the_place_of_the_database_is_named_with_what_to_do(server: Server) -> None:
    (server.data / "opstap.sqlite3").mkdir()
    said = sentence(server)
    assert str(server.data) in said
    assert "OPSTAP_" in said
    (server.data / "opstap.sqlite3").rmdir()
    assert server.start().port


@pytest.mark.parametrize(
    "rubbish", [b"this is no database, and never was one. " * 40, b"SQLite format 3\x00" + b"\xff" * 4096]
)
def test_a_file_that_is_no_database_is_left_alone_and_named(server: Server, rubbish: bytes) -> None:
    file = server.data / "opstap.sqlite3"
    file.write_bytes(rubbish)
    assert str(file) in sentence(server)
    assert file.read_bytes() == rubbish


def test_a_data_folder_that_is_a_file_is_named(server: Server, tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("not a folder")
    refused = Server(tmp_path / "logs")
    refused.data_setting = taken
    assert str(taken) in sentence(refused)


@pytest.mark.long
def test_a_port_that_is_taken_is_named(server: Server, tmp_path: Path) -> None:
    server.start()
    second = Server(tmp_path / "second")
    second.port = server.port
    assert f"127.0.0.1:{server.port}" in sentence(second)


@pytest.mark.long
def test_a_database_of_another_master_key_is_not_touched(server: Server) -> None:
    server.start()
    server.invite(["Sanne"])
    server.stop()
    key = server.data / "master.key"
    old = key.read_text()
    key.write_text("A" * 43 + "=\n")
    assert re.search(r"OPSTAP_MASTER_KEY", sentence(server))
    key.write_text(old)
    assert server.start().port


@pytest.mark.long
def test_what_was_half_written_at_start_up_is_finished_at_the_next(server: Server) -> None:
    for _ in range(3):
        process = server.launch()
        while not (server.data / "opstap.sqlite3").exists() and process.poll() is None:
            pass
        server.kill()
    server.start()
    assert server.invite(["Sanne"])
