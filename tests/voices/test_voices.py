"""The voices: real sound out of a text, chosen by a setting, and one plain sentence when that cannot be."""

import os
import stat
from pathlib import Path

import pytest

from bot.errors import ProgramMissingError, SettingError, VoiceFailedError, VoiceModelError
from bot.voices.choice import chosen
from bot.voices.engine import Engine, program
from bot.voices.recording import record
from tests.voices.sound import HERE, loudest, model, seconds

TEXT = "Goedemorgen. Zin in koffie?"


@pytest.fixture
def with_piper(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that has a piper."""
    monkeypatch.setenv("PATH", f"{HERE}{os.pathsep}{os.environ['PATH']}")


def ffmpeg() -> str:
    return program("ffmpeg", "")


def voice(setting: str) -> Engine:
    found = chosen(setting)
    assert found is not None
    return found


def test_without_a_setting_there_is_no_voice() -> None:
    assert chosen("") is None


def test_espeak_ng_says_a_text_in_dutch_and_a_longer_text_takes_longer() -> None:
    engine = voice("espeak-ng")
    short, long = (record(engine, ffmpeg(), text) for text in (TEXT, TEXT * 3))
    assert short.startswith(b"OggS")
    assert b"OpusHead" in short[:100]
    assert 1 < seconds(short) < 6
    assert seconds(long) > 2 * seconds(short)
    assert loudest(short) > 3000
    assert engine.command[1:3] == ("-v", "nl")


@pytest.mark.usefixtures("with_piper")
def test_a_piper_model_speaks_at_its_own_rate(tmp_path: Path) -> None:
    slow, fast = (record(voice(str(model(tmp_path, rate))), ffmpeg(), TEXT) for rate in (16000, 22050))
    assert seconds(slow) == pytest.approx(seconds(fast), abs=0.1)
    assert 1 < seconds(slow) < 4
    assert loudest(slow) > 3000


def test_a_setting_that_names_no_voice_is_refused() -> None:
    with pytest.raises(SettingError, match="OPSTAP_VOICE is not usable: 'espeak' is not espeak-ng"):
        chosen("espeak")


@pytest.mark.parametrize(
    ("setting", "remedy"), [("espeak-ng", "apt-get install espeak-ng"), ("model", "pip install piper-tts")]
)
def test_a_program_that_is_missing_is_named_with_its_remedy(
    setting: str, remedy: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = str(model(tmp_path)) if setting == "model" else setting
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ProgramMissingError, match="is missing; install it with: " + remedy):
        chosen(name)


@pytest.mark.usefixtures("with_piper")
def test_a_model_that_is_not_there_or_not_whole_is_named(tmp_path: Path) -> None:
    with pytest.raises(VoiceModelError, match=r"nobody\.onnx cannot be used \(it is not there\)"):
        chosen(str(tmp_path / "nobody.onnx"))
    found = model(tmp_path)
    told = found.with_name("nl-test.onnx.json")
    for broken in ("", "{}", '{"audio": {"sample_rate": "fast"}}', '{"audio": {"sample_rate": 3}}', "[]"):
        told.write_text(broken, "utf-8")
        with pytest.raises(VoiceModelError, match=r"nl-test\.onnx\.json does not tell its sample rate"):
            chosen(str(found))
    told.unlink()
    with pytest.raises(VoiceModelError, match=r"nl-test\.onnx\.json cannot be read beside it"):
        chosen(str(found))


def script(folder: Path, text: str) -> Engine:
    """A voice that is a shell script."""
    path = folder / "voice"
    path.write_text(f"#!/bin/sh\n{text}\n", "utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return Engine(name="script", command=(str(path),), reads=("-f", "s16le", "-ar", "8000", "-ac", "1"))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("cat >&2; exit 3", "voice failed (it ended with 3)"),
        ("cat >/dev/null", "voice failed (it ended with 0)"),
        ("exec sleep 20", "voice failed (it took longer than 0.5 seconds)"),
    ],
)
def test_a_voice_that_fails_says_so_without_the_text(text: str, why: str, tmp_path: Path) -> None:
    with pytest.raises(VoiceFailedError) as failed:
        record(script(tmp_path, text), ffmpeg(), "mijn geheim", seconds=0.5)
    assert why in str(failed.value)
    assert "geheim" not in repr(failed.value)
    assert failed.value.__cause__ is None


def test_sound_that_is_no_sound_fails_too(tmp_path: Path) -> None:
    engine = Engine(name="words", command=("/bin/cat",), reads=("-f", "wav"))
    with pytest.raises(VoiceFailedError, match="ffmpeg failed"):
        record(engine, ffmpeg(), "no sound at all")


def test_a_program_gets_the_text_on_its_input_and_nothing_of_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPSTAP_MASTER_KEY", "very secret")
    seen = tmp_path / "seen"
    engine = script(tmp_path, f'env >"{seen}"; echo "$@" >>"{seen}"; cat /proc/$$/cmdline >>"{seen}"; cat')
    record(engine, ffmpeg(), "mijn geheim " * 2000)
    told = seen.read_text("utf-8")
    assert "secret" not in told
    assert "geheim" not in told
    assert "PATH=" in told
