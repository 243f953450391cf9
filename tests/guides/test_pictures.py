"""The pictures and links of the guides: each is there, each says what it shows, and none lies about unused."""

from pathlib import Path

import pytest
from PIL import Image

from tests.guides.easel import SHARP
from tests.guides.guide import GUIDES, Guide

NAMES = sorted(path.stem for path in GUIDES.glob("*.md"))
HEAVY = 300_000
"""Bytes: a guide must also open on a slow line."""


def test_there_are_three_guides() -> None:
    assert NAMES == ["koppelen", "slack", "telegram"]


@pytest.mark.parametrize("name", NAMES)
def test_each_picture_is_there_is_light_and_says_what_it_shows(name: str) -> None:
    pictures = Guide(name).pictures
    assert len(pictures) >= 4
    for one in pictures:
        assert len(one.words) > 25, one
        path = GUIDES / one.file
        assert path.stat().st_size < HEAVY, one
        with Image.open(path) as image:
            assert image.width == SHARP * one.width, one
            assert len(image.convert("RGB").getcolors(2**24) or []) > 10, f"{one} shows nothing"


@pytest.mark.parametrize("name", NAMES)
def test_each_link_within_the_project_leads_somewhere(name: str) -> None:
    for link in Guide(name).links:
        file, _, heading = link.partition("#")
        if "://" in file:
            continue
        target = GUIDES / file if file else Guide(name).path
        assert target.exists(), link
        anchors = {_anchor(line) for line in target.read_text("utf-8").splitlines() if line.startswith("#")}
        assert not heading or heading in anchors, link


def test_no_picture_lies_about_that_no_guide_shows() -> None:
    shown = {Path(one.file).name for name in NAMES for one in Guide(name).pictures}
    assert {path.name for path in (GUIDES / "pictures").iterdir()} == shown


def _anchor(heading: str) -> str:
    return heading.lstrip("#").strip().lower().replace(" ", "-")
