"""What the tests of the voice share: a Piper model of nothing, and a look at what sound is in a file."""

import json
import subprocess
from pathlib import Path

HERE = Path(__file__).parent


def model(folder: Path, rate: object = 16000) -> Path:
    """A model file with the description that lies beside it; only the description is read here."""
    path = folder / "nl-test.onnx"
    path.write_bytes(b"no real model")
    path.with_name("nl-test.onnx.json").write_text(json.dumps({"audio": {"sample_rate": rate}}), "utf-8")
    return path


def seconds(sound: bytes) -> float:
    """How long it lasts, decoded to the last sample by ffmpeg."""
    done = subprocess.run(
        ["ffmpeg", "-v", "error", "-i", "pipe:0", "-f", "s16le", "-ar", "16000", "-ac", "1", "pipe:1"],
        input=sound, capture_output=True, timeout=30, check=True,
    )  # fmt: skip
    assert done.stderr == b""
    return len(done.stdout) / 2 / 16000


def loudest(sound: bytes) -> int:
    """The largest sample, of 32768."""
    done = subprocess.run(
        ["ffmpeg", "-v", "error", "-i", "pipe:0", "-f", "s16le", "-ac", "1", "pipe:1"],
        input=sound, capture_output=True, timeout=30, check=True,
    )  # fmt: skip
    return max(abs(one) for one in memoryview(done.stdout).cast("h"))
