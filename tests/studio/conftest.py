"""A workshop in a temporary folder, with the real cast and a film of two short scenes."""

import shutil
from pathlib import Path

import pytest

from bot.studio.build import CONTENT, Workshop

BOARD = """
id: kort
title: Kort
course: uitgangspunten
size: [144, 256]
scenes:
  - id: een
    seconds: 3
    place: coach-room
    caption: [Dit is Henk.]
    actors: [{who: henk, at: chair-left, pose: sit, actions: [{do: wave, at: 0.5, for: 2}]}]
  - id: twee
    seconds: 3
    place: park
    caption: ["Ga je mee?"]
    actors: [{who: tim, at: path-left, actions: [{do: walk-to, at: 0, for: 2, to: path-right}]}]
"""


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    """A workshop with one film and one picture."""
    shutil.copy(CONTENT / "cast.yaml", tmp_path / "cast.yaml")
    for folder in ("films", "pictures"):
        (tmp_path / folder).mkdir()
    (tmp_path / "films" / "kort.yaml").write_text(BOARD, "utf-8")
    shutil.copy(CONTENT / "pictures" / "coach.yaml", tmp_path / "pictures" / "coach.yaml")
    return Workshop(tmp_path)
