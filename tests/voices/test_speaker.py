"""The speaker and its shelf: sentences of the content are made once and kept, a person's words are never on disk."""

import asyncio
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.errors import VoiceFailedError
from bot.storage.vault import Vault
from bot.voices.shelf import Shelf, keep_only
from bot.voices.speaker import AT_ONCE, WAITING, Speaker

OURS = frozenset({"Zin in koffie?", "Ja", "Nee"})


class Recorder:
    """Makes sound that is the text itself, and counts."""

    def __init__(self) -> None:
        self.made: list[str] = []

    def __call__(self, text: str) -> bytes:
        self.made.append(text)
        return text.encode()


def speaker(record: Callable[[str], bytes], folder: Path, vault: Vault) -> Speaker:
    return Speaker(record, shelf=Shelf(folder), sentences=OURS, digest=vault.digest)


async def test_a_sentence_of_the_content_is_made_once(tmp_path: Path, vault: Vault) -> None:
    record = Recorder()
    first = await speaker(record, tmp_path / "voice", vault).say(["Zin in koffie?"])
    again = await speaker(record, tmp_path / "voice", vault).say(["Zin in koffie?"])
    assert first == again == b"Zin in koffie?"
    assert record.made == ["Zin in koffie?"]
    [file] = (tmp_path / "voice").iterdir()
    assert file.suffix == ".ogg"
    assert file.stat().st_mode & 0o077 == 0


async def test_a_text_that_holds_somebodys_words_is_made_each_time_and_never_kept(tmp_path: Path, vault: Vault) -> None:
    record = Recorder()
    one = speaker(record, tmp_path / "voice", vault)
    for _ in range(2):
        assert await one.say(["Kaartje 1: mijn huur. Zin in koffie?"]) == b"Kaartje 1: mijn huur. Zin in koffie?"
        await one.say(["Ja", "mijn huur"])
    assert len(record.made) == 4
    assert not (tmp_path / "voice").exists()


async def test_answers_are_said_one_after_another(tmp_path: Path, vault: Vault) -> None:
    assert await speaker(Recorder(), tmp_path, vault).say(["Ja", "Nee"]) == b"Ja\nNee"


async def test_the_name_on_the_shelf_is_of_this_house_alone(tmp_path: Path, vault: Vault) -> None:
    other = Vault(bytes(reversed(range(32))))
    await speaker(Recorder(), tmp_path / "here", vault).say(["Ja"])
    await speaker(Recorder(), tmp_path / "there", other).say(["Ja"])
    assert [one.name for one in (tmp_path / "here").iterdir()] != [one.name for one in (tmp_path / "there").iterdir()]


async def test_without_a_folder_that_can_be_written_people_still_hear(tmp_path: Path, vault: Vault) -> None:
    (tmp_path / "file").write_text("in the way")
    record = Recorder()
    one = speaker(record, tmp_path / "file" / "voice", vault)
    assert await one.say(["Ja"]) == await one.say(["Ja"]) == b"Ja"
    assert len(record.made) == 2


async def test_at_most_a_few_sounds_are_made_at_once_and_a_crowd_is_sent_to_its_phones(
    tmp_path: Path, vault: Vault
) -> None:
    busy, most, lock, go = [0], [0], threading.Lock(), threading.Event()

    def record(text: str) -> bytes:
        with lock:
            busy[0] += 1
            most[0] = max(most[0], busy[0])
        go.wait(20)
        with lock:
            busy[0] -= 1
        return text.encode()

    one = speaker(record, tmp_path / "voice", vault)
    asked = [asyncio.create_task(one.say([f"tekst {at}"])) for at in range(WAITING)]
    await asyncio.sleep(0.1)
    with pytest.raises(VoiceFailedError, match="too many texts wait"):
        await one.say(["nog een"])
    go.set()
    assert await asyncio.gather(*asked) == [f"tekst {at}".encode() for at in range(WAITING)]
    assert most[0] == AT_ONCE
    assert await one.say(["nog een"]) == b"nog een"


async def test_a_voice_that_failed_can_be_asked_again(tmp_path: Path, vault: Vault) -> None:
    fails = [True] * (WAITING + 1)

    def record(text: str) -> bytes:
        if fails and fails.pop():
            raise VoiceFailedError(program="voice", why="it ended with 1")
        return b"sound"

    one = speaker(record, tmp_path / "voice", vault)
    for _ in range(WAITING + 1):
        with pytest.raises(VoiceFailedError):
            await one.say(["Ja"])
    assert await one.say(["Ja"]) == b"sound"


def test_a_name_can_never_be_a_path(tmp_path: Path) -> None:
    for name in ("../key", "a/b", "", "a.b"):
        with pytest.raises(ValueError, match="digest"):
            Shelf(tmp_path).put(name, b"sound")


def test_other_editions_are_thrown_away(tmp_path: Path) -> None:
    for edition in ("old", "new"):
        assert Shelf(tmp_path / edition).put("a1", b"sound")
    keep_only(tmp_path, "new")
    assert [one.name for one in tmp_path.iterdir()] == ["new"]
    assert Shelf(tmp_path / "new").get("a1") == b"sound"
    keep_only(tmp_path / "nowhere", "new")
