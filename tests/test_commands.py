"""What is typed after `opstap`: it does what it says, and a mistake is one plain sentence with the remedy."""

import base64
import json
import os
import re
import signal
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.bootstrap import kept_master_key
from bot.commands.serve import listen as take
from bot.errors import DataFolderError, MasterKeyError, PortTakenError, SettingError
from bot.flows.session import Session, parse
from bot.rows import session_row
from bot.settings import Settings
from bot.storage.requests import NewRequest
from bot.storage.vault import Vault
from tests.household import NOW
from tests.serving import Invitee, Server

ROOT = Path(__file__).parent.parent
OTHER_KEY = base64.urlsafe_b64encode(bytes(32)).decode()


def opstap(*words: str, data: Path, typed: bytes = b"", **settings: str | Path) -> subprocess.CompletedProcess[bytes]:
    """Runs the command to its end."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("OPSTAP_")}
    own |= {"OPSTAP_DATA": str(data), "OPSTAP_LISTEN": "127.0.0.1:0", "COLUMNS": "200", "NO_COLOR": "1"}
    own |= {f"OPSTAP_{name.upper()}": str(value) for name, value in settings.items()}
    return subprocess.run(
        [sys.executable, "-m", "bot", *words],
        cwd=ROOT,
        env=own,
        input=typed,
        capture_output=True,
        timeout=60,
        check=False,
    )


def sentence(done: subprocess.CompletedProcess[bytes]) -> str:
    """The one sentence of a command that failed."""
    said = done.stderr.decode()
    assert done.returncode == 1, (done.returncode, said)
    assert done.stdout == b""
    assert "Traceback" not in said
    [line] = said.splitlines()
    assert re.fullmatch(r"[A-Z0-9].+\.", line), line
    return line


def test_help_names_every_command(tmp_path: Path) -> None:
    done = opstap("--help", data=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    for name in ("demo", "run", "invite", "link", "requests", "play", "content"):
        assert re.search(rf"\b{name}\b", done.stdout.decode())
    assert not list(tmp_path.iterdir()), "help touches nothing"


def test_a_word_that_is_no_command_is_answered_with_what_there_is(tmp_path: Path) -> None:
    done = opstap("dance", data=tmp_path)
    assert done.returncode == 2
    assert b"No such command 'dance'" in done.stderr
    assert b"Traceback" not in done.stderr


# Mistakes in the settings


def test_a_port_that_is_taken(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        host, port = taken.getsockname()
        said = sentence(opstap("run", data=tmp_path, listen=f"{host}:{port}"))
    assert f"127.0.0.1:{port} is already in use" in said
    assert "OPSTAP_LISTEN" in said


def test_a_listen_address_that_cannot_be(tmp_path: Path) -> None:
    said = sentence(opstap("run", data=tmp_path, listen="127.0.0.1:lots"))
    assert said.startswith("The setting OPSTAP_LISTEN is not usable: '127.0.0.1:lots' is not host:port")


@pytest.mark.parametrize(
    ("listen", "why"),
    [
        ("8000", "'8000' is not host:port"),
        ("no-such-host.invalid:80", "the host 'no-such-host.invalid' is not known"),
        ("a..b:80", "the host 'a..b' is not known"),
        ("192.0.2.1:80", "192.0.2.1:80 cannot be used"),
    ],
)
def test_each_way_in_which_an_address_cannot_be_is_told_apart(listen: str, why: str) -> None:
    with pytest.raises(SettingError) as raised:
        take(Settings(listen=listen))
    assert why in str(raised.value)


def test_of_two_that_start_at_once_the_second_is_told_before_it_does_anything() -> None:
    with take(Settings(listen="127.0.0.1:0")) as first:
        address = f"127.0.0.1:{first.getsockname()[1]}"
        with pytest.raises(PortTakenError, match="already in use"):
            take(Settings(listen=address))
    take(Settings(listen=address)).close()


def test_a_data_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    said = sentence(opstap("run", data=tmp_path / "file" / "data"))
    assert str(tmp_path / "file" / "data") in said
    assert "OPSTAP_DATA" in said


def test_a_master_key_that_cannot_be(tmp_path: Path) -> None:
    said = sentence(opstap("requests", data=tmp_path, master_key="geen sleutel!"))
    assert "it is not base64" in said
    assert "geen sleutel!" not in said, "the key is never repeated"


def test_a_master_key_of_another_database(tmp_path: Path) -> None:
    Server(tmp_path).within(lambda unit: unit.organisations.all())
    said = sentence(opstap("requests", data=tmp_path, master_key=OTHER_KEY))
    assert "the database was made with another key" in said


@pytest.mark.parametrize("url", ["nonsense", "postgresql://opstap:secret@127.0.0.1:1/none"])
def test_a_database_address_that_cannot_be(tmp_path: Path, url: str) -> None:
    said = sentence(opstap("requests", data=tmp_path, database_url=url))
    assert said.startswith("The database at ")
    assert "OPSTAP_DATABASE_URL" in said
    assert "secret" not in said


def test_a_number_of_days_that_cannot_be(tmp_path: Path) -> None:
    said = sentence(opstap("run", data=tmp_path, keep_messages_days="soon"))
    assert said.startswith("The setting OPSTAP_KEEP_MESSAGES_DAYS is not usable: ")


# The master key in the data folder


def test_the_key_is_made_once_and_only_its_owner_can_read_it(tmp_path: Path) -> None:
    data = tmp_path / "new" / "data"
    key = kept_master_key(data)
    assert kept_master_key(data) == key
    assert (data / "master.key").stat().st_mode & 0o777 == 0o600
    assert data.stat().st_mode & 0o777 == 0o700
    assert [path.name for path in data.iterdir()] == ["master.key"]


def test_of_many_that_start_at_once_all_use_one_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(16) as pool:
        keys = set(pool.map(lambda _: kept_master_key(tmp_path), range(16)))
    assert len(keys) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["master.key"]


def test_a_key_file_that_is_damaged_is_named_and_not_replaced(tmp_path: Path) -> None:
    for damage in (b"", b"\xff\xfe not a key"):
        (tmp_path / "master.key").write_bytes(damage)
        with pytest.raises(MasterKeyError):
            Vault.from_text(kept_master_key(tmp_path))
        assert (tmp_path / "master.key").read_bytes() == damage


def test_a_folder_in_the_place_of_the_key_is_named(tmp_path: Path) -> None:
    (tmp_path / "master.key").mkdir()
    with pytest.raises(DataFolderError):
        kept_master_key(tmp_path)


# What the commands do


def test_content_check_finds_the_words_good(tmp_path: Path) -> None:
    done = opstap("content", "check", "--quick", data=tmp_path)
    assert (done.returncode, done.stderr) == (0, b""), done.stdout.decode()
    assert done.stdout.decode().splitlines()[-1].startswith("The content is good")
    assert not list(tmp_path.iterdir())


def test_content_check_fails_on_a_folder_without_words(tmp_path: Path) -> None:
    done = opstap("content", "check", "--quick", "--folder", str(tmp_path), data=tmp_path)
    assert done.returncode == 1
    assert b"flows/words.yaml" in done.stdout
    assert b"Traceback" not in done.stderr


def test_content_texts_prints_everything_that_can_be_said(tmp_path: Path) -> None:
    done = opstap("content", "texts", data=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    rows = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert len(rows) > 100
    assert {"file", "step", "text", "simpler"} <= set(rows[0])
    assert {"flows/crisis.yaml", "flows/welkom.yaml"} <= {row["file"] for row in rows}


def test_a_reader_that_stops_early_is_no_fault(tmp_path: Path) -> None:
    command = f"{sys.executable} -m bot content texts | head -n 1"
    done = subprocess.run(
        ["/bin/sh", "-c", command], cwd=ROOT, capture_output=True, timeout=60, check=False,
        env={**os.environ, "OPSTAP_DATA": str(tmp_path)},
    )  # fmt: skip
    assert done.stderr == b""
    assert len(done.stdout.splitlines()) == 1


def test_an_invite_prints_a_link_and_a_code_that_let_its_person_in(tmp_path: Path) -> None:
    assert opstap("org", "add", "De Werkplaats", data=tmp_path).returncode == 0
    assert opstap("invite", "Anja", "--organisation", "De Werkplaats", "--role", "coach", data=tmp_path).returncode == 0
    words = ("invite", "Samira", "--organisation", "De Werkplaats")
    done = opstap(*words, data=tmp_path, public_url="https://opstap.example.nl/")
    assert (done.returncode, done.stderr) == (0, b"")
    said = done.stdout.decode()
    found = re.search(r"\nLink: https://opstap\.example\.nl/k/(\S+)\nCode: (\S+)\nHandle: [a-z2-9]{10}\n\Z", said)
    assert found is not None, said
    assert found[1] == found[2]
    assert said.count("\u2588") > 100, "something to scan"
    with Server(tmp_path) as server:
        claimed = server.within(lambda unit: unit.invites.claim(found[2], NOW))
        assert claimed is not None
        names = server.within(lambda unit: unit.people.names([claimed.person_id]))
    assert list(names.values()) == ["Samira"]
    assert b"Samira" not in b"".join(path.read_bytes() for path in tmp_path.glob("opstap.sqlite3*"))


def reach_on_telegram(server: Server, sam: Invitee, now: datetime) -> None:
    """Lets them have been there last."""
    session = Session(person=sam.person, state="active", consent=now, reached=("telegram", "4711"))
    server.within(lambda unit: unit.sessions.save([session_row(session, 0, now)]))


def test_a_new_link_is_for_who_was_here_before_and_ends_the_old_ways_in(tmp_path: Path) -> None:
    server = Server(tmp_path)
    [sam, *_] = server.invite(["Samira", "Ruud"])
    now = datetime.now(UTC)
    server.within(lambda unit: unit.web_sessions.open("lost phone", sam.person, now=now, lasts=timedelta(days=14)))
    server.within(lambda unit: unit.people.link("telegram", "4711", sam.person))
    reach_on_telegram(server, sam, now)
    done = opstap("link", "samira", "--organisation", "De Werkplaats", data=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    assert server.within(lambda unit: unit.people.by_addresses([("telegram", "4711")])) == {}
    assert server.within(lambda unit: parse(unit.sessions.load([sam.person])[sam.person][0])).reached == (
        "web", sam.handle,
    )  # fmt: skip
    code, later = done.stdout.decode().split()[-1], datetime.now(UTC)
    assert server.within(lambda unit: unit.invites.claim(sam.code, later)) is None
    assert server.within(lambda unit: unit.web_sessions.find("lost phone", later)) is None
    claimed = server.within(lambda unit: unit.invites.claim(code, later))
    assert claimed is not None
    assert claimed.person_id == sam.person
    said = sentence(opstap("link", "Nobody", "--organisation", "De Werkplaats", data=tmp_path))
    assert said.startswith("Nobody in De Werkplaats is named Nobody;")


def test_requests_tell_who_asked_and_when_and_nothing_else(tmp_path: Path) -> None:
    done = opstap("requests", data=tmp_path)
    assert done.stdout == b"Nobody asked for anything.\n"
    server = Server(tmp_path)
    [sam] = server.invite(["Samira"])
    asked = NewRequest(person_id=sam.person, kind="want_talk", flow="praten", asked_at=NOW)
    server.within(lambda unit: unit.requests.add([asked]))
    done = opstap("requests", data=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode() == "2026-03-02 10:30  Samira  want_talk\n"


def test_play_walks_a_course_with_what_is_piped_in(tmp_path: Path) -> None:
    done = opstap("play", "uitgangspunten", data=tmp_path, typed="1\n2\nleg uit\nhallo\n\n\xff\n".encode("latin-1") * 4)
    assert done.returncode == 0, done.stderr
    assert done.stderr == b""
    said = done.stdout.decode()
    assert "     1. " in said
    assert len(said.splitlines()) > 20
    assert not list(tmp_path.iterdir()), "nothing is kept"


def test_play_knows_what_it_cannot_play(tmp_path: Path) -> None:
    assert sentence(opstap("play", "dansen", data=tmp_path)) == "The content has no flow named dansen."


# Serving


def test_a_server_that_is_told_to_stop_closes_everything_and_says_nothing(tmp_path: Path) -> None:
    with Server(tmp_path / "data") as server:
        server.start()
        assert server.stop() == 0
        assert [line for line in server.log().splitlines() if "level='info'" not in line] == []
        left = {path.name for path in (tmp_path / "data").iterdir()}
        assert "opstap.sqlite3-wal" not in left, "the database was not closed"


def test_ctrl_c_stops_a_demo_in_the_same_way(tmp_path: Path) -> None:
    with Server(tmp_path / "data", "demo") as server:
        server.start()
        assert server._end(signal.SIGINT) == 0
        assert "Traceback" not in server.log()
