"""Turns frames into a film: raw pictures piped to ffmpeg, scenes side by side in processes, joined without loss."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path

import numpy as np
import skia

from bot.content.models.film import Cast, Storyboard
from bot.errors import ProgramMissingError
from bot.studio.frames import FPS, SceneFrames

CRF = 29.5
Progress = Callable[[str, float], None]
"""Is told the name of what is rendered and the share (0-1) that is done."""


def encode(film: Storyboard, cast: Cast, out: Path, *, narration: Path | None, progress: Progress) -> None:
    """Renders a film to `out` (mp4, H.264). Takes as many processes as there are cores."""
    ffmpeg = program("ffmpeg", "apt-get install ffmpeg")
    with tempfile.TemporaryDirectory() as folder:
        parts = [Path(folder) / f"{index:02d}.mp4" for index in range(len(film.scenes))]
        with ProcessPoolExecutor(max_workers=max(1, os.cpu_count() or 1)) as pool:
            jobs = [pool.submit(_scene, film, index, cast, part, ffmpeg) for index, part in enumerate(parts)]
            for done, job in enumerate(as_completed(jobs), 1):
                job.result()
                progress(film.id, done / len(jobs))
        listing = Path(folder) / "parts.txt"
        listing.write_text("".join(f"file '{part}'\n" for part in parts), "utf-8")
        sound = ["-i", str(narration), "-c:a", "aac", "-b:a", "64k"] if narration else ["-an"]
        command = [ffmpeg, "-y", "-loglevel", "error", "-f", "concat", "-safe", "0", "-i", str(listing), *sound,
                   "-c:v", "copy", "-map_metadata", "-1", "-fflags", "+bitexact",
                   "-movflags", "+faststart", str(out)]  # fmt: skip
        subprocess.run(command, check=True)  # noqa: S603  # our own list of arguments, no shell


def program(name: str, remedy: str) -> str:
    """The full path of a program, or the error that says how to get it."""
    path = shutil.which(name)
    if path is None:
        raise ProgramMissingError(program=name, remedy=remedy)
    return path


def _scene(film: Storyboard, index: int, cast: Cast, out: Path, ffmpeg: str) -> None:
    frames = SceneFrames(film, film.scenes[index], cast)
    wide, high = film.size
    command = [ffmpeg, "-y", "-loglevel", "error", "-f", "rawvideo", "-pix_fmt", "rgba", "-s", f"{wide}x{high}",
               "-r", str(FPS), "-i", "-", "-c:v", "libx264", "-crf", str(CRF), "-preset", "slow",
               "-tune", "animation", "-pix_fmt", "yuv420p", "-threads", "1", "-video_track_timescale", "12800",
               "-g", "150", "-fflags", "+bitexact", str(out)]  # fmt: skip
    surface = skia.Surface(wide, high)
    pixels = np.empty((high, wide, 4), dtype=np.uint8)
    info = skia.ImageInfo.Make(wide, high, skia.kRGBA_8888_ColorType, skia.kOpaque_AlphaType)
    with subprocess.Popen(command, stdin=subprocess.PIPE) as pipe:  # noqa: S603  # our own arguments, no shell
        assert pipe.stdin is not None  # noqa: S101  # asked for above
        for number in range(frames.count):
            frames.paint(surface.getCanvas(), number / FPS)
            surface.readPixels(info, pixels, wide * 4)
            pipe.stdin.write(pixels.tobytes())
        pipe.stdin.close()
    if pipe.returncode:
        raise subprocess.CalledProcessError(pipe.returncode, command)
