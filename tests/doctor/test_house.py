"""The doctor on the content, the films and the voice."""

import shutil
from pathlib import Path

import pytest

from bot.bootstrap import CONTENT
from bot.content.loader import load
from bot.content.models.library import Library
from bot.doctor.checks.content import content
from bot.doctor.checks.media import media
from bot.doctor.checks.voice import voice
from tests.doctor.conftest import Make, rows


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A copy of the content, for words of one's own."""
    return Path(shutil.copytree(CONTENT, tmp_path / "content", ignore=shutil.ignore_patterns("*.py", "__pycache__")))


async def test_the_content_and_the_films_that_come_with_the_program_are_good(make: Make) -> None:
    found = rows(await content(make()))
    library = load(CONTENT)
    assert found == [("good", "content", f"{len(library.flows)} courses and conversations are good.")]
    said = f"All {len(library.films)} films and {len(library.pictures)} pictures are there."
    assert rows(await media(make())) == [("good", "films", said)]


async def test_content_with_a_fault_is_wrong_and_the_films_are_not_looked_for(make: Make, own: Path) -> None:
    (own / "flows" / "menu.yaml").write_text("id: menu\n", "utf-8")
    (found,) = rows(await content(make(content=str(own))))
    assert found[:2] == ("wrong", "content")
    assert found[2].startswith("It has ")
    assert found[2].endswith(f"; run `opstap content check --quick --folder {own}` to see what.")
    said = "They could not be looked for, because the content is not good."
    assert rows(await media(make(content=str(own)))) == [("look", "films", said)]


async def test_a_rule_that_misses_its_own_example_is_wrong(make: Make, own: Path) -> None:
    file = next(path for path in sorted((own / "signals").glob("*.yaml")) if "    yes:" in path.read_text("utf-8"))
    kept = file.read_text("utf-8")
    file.write_text(kept.replace("    yes:\n", "    yes:\n      - Een zin over niets.\n", 1), "utf-8")
    said = f"It has 1 problem; run `opstap content check --quick --folder {own}` to see what."
    assert rows(await content(make(content=str(own)))) == [("wrong", "content", said)]


async def test_a_film_or_picture_that_is_missing_or_empty_is_wrong(make: Make, own: Path, library: Library) -> None:
    film = next(iter(library.films.values())).file
    (own / "media" / film).write_bytes(b"")
    said = f"1 file is missing in {own}/media ({film}); put back that folder as it came."
    assert rows(await media(make(content=str(own)))) == [("wrong", "films", said)]
    picture = next(iter(library.pictures.values())).file
    (own / "media" / picture).unlink()
    said = f"2 files are missing in {own}/media ({picture}); put back that folder as it came."
    assert rows(await media(make(content=str(own)))) == [("wrong", "films", said)]


async def test_without_a_voice_the_phones_read_aloud(make: Make) -> None:
    said = "None is set; the phone of each person reads aloud with its own."
    assert rows(await voice(make())) == [("good", "voice", said)]


async def test_a_voice_is_good_when_it_made_a_sound(make: Make) -> None:
    (found,) = rows(await voice(make(voice="espeak-ng")))
    assert found[:2] == ("good", "voice")
    assert found[2].startswith("espeak-ng speaks (one word became ")


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        (
            "stem",
            "The setting OPSTAP_VOICE is not usable: 'stem' is not espeak-ng and not a Piper model (a file on .onnx).",
        ),
        (
            "/nergens/nl.onnx",
            "The voice /nergens/nl.onnx cannot be used (it is not there); put a Dutch Piper model there (the .onnx "
            "file with its .onnx.json), or change OPSTAP_VOICE.",
        ),
    ],
)
async def test_a_voice_that_is_not_there_is_wrong(setting: str, said: str, make: Make) -> None:
    assert rows(await voice(make(voice=setting))) == [("wrong", "voice", said)]


async def test_a_voice_without_its_program_is_wrong(
    make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    said = "The program espeak-ng is missing; install it with: apt-get install espeak-ng."
    assert rows(await voice(make(voice="espeak-ng"))) == [("wrong", "voice", said)]
    (tmp_path / "espeak-ng").symlink_to("/bin/true")
    said = "The program ffmpeg is missing; install it with: apt-get install ffmpeg."
    assert rows(await voice(make(voice="espeak-ng"))) == [("wrong", "voice", said)]
    (tmp_path / "ffmpeg").symlink_to("/bin/true")
    said = "The voice gave no sound: espeak-ng failed (it ended with 0)."
    assert rows(await voice(make(voice="espeak-ng"))) == [("wrong", "voice", said)]
