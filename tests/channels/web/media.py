"""Small real files for the tests: a picture and a film."""

import struct
import subprocess
import zlib
from pathlib import Path


def make_media(folder: Path) -> Path:
    """Fill a folder with plaat.png and film.mp4."""
    (folder / "plaat.png").write_bytes(png(96, 72))
    command = [
        "/usr/bin/ffmpeg", "-loglevel", "error", "-y", "-f", "lavfi", "-i", "color=0x2F7D5B:s=180x320:d=2:r=10",
        "-pix_fmt", "yuv420p", "-movflags", "+faststart", str(folder / "film.mp4"),
    ]  # fmt: skip
    subprocess.run(command, check=True)
    return folder


def png(width: int, height: int) -> bytes:
    """A green picture with a sun-coloured corner."""
    rows = b"".join(
        b"\0" + b"".join(b"\xf2\xb3\x3d" if x < width // 3 > y else b"\x8f\xbf\xa6" for x in range(width))
        for y in range(height)
    )
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks
    )
