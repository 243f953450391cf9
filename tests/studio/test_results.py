"""What was rendered and committed fits what it was made from, and what people can read and load."""

import json
import re
import subprocess
from pathlib import Path

import pytest
import skia

from bot.content.models.film import Still, Storyboard
from bot.studio.build import Workshop
from bot.studio.captions import webvtt
from bot.studio.commands import problems
from bot.studio.frames import BAND
from bot.studio.read import read_cast, read_film, read_still

SHOP = Workshop()
CAST = read_cast(SHOP.cast)
FILMS = [read_film(path, CAST) for path in SHOP.films()]
PICTURES = [read_still(path, CAST) for path in SHOP.pictures()]
FILM_IDS, PICTURE_IDS = [film.id for film in FILMS], [picture.id for picture in PICTURES]
MEDIA = SHOP.media


def probe(path: Path) -> dict[str, str]:
    command = ["ffprobe", "-v", "error", "-show_entries", "stream=width,height,avg_frame_rate,pix_fmt:format=duration",
               "-of", "default=noprint_wrappers=1", str(path)]  # fmt: skip
    found = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return dict(line.split("=", 1) for line in found.splitlines())


def test_everything_committed_was_rendered_from_what_stands_here_now() -> None:
    assert problems() == []


def test_there_is_a_film_and_every_picture_of_the_first_course() -> None:
    assert "uitgangspunten" in {film.id for film in FILMS}
    wanted = {"cover-uitgangspunten", "drie-uitgangspunten", "zorgen-voor-jezelf", "contact-houden", "eerste-koffie",
              "ander-werk", "welkom", "succes", "coach"}  # fmt: skip
    assert wanted <= {picture.id for picture in PICTURES}


@pytest.mark.parametrize("film", FILMS, ids=FILM_IDS)
def test_a_film_has_the_size_and_length_of_its_storyboard(film: Storyboard) -> None:
    facts = probe(MEDIA / "films" / f"{film.id}.mp4")
    assert (int(facts["width"]), int(facts["height"])) == film.size
    assert abs(float(facts["duration"]) - film.seconds) < 0.2
    assert facts["pix_fmt"] == "yuv420p"
    assert facts["avg_frame_rate"] == "25/1"


@pytest.mark.parametrize("film", FILMS, ids=FILM_IDS)
def test_a_film_is_short_and_small(film: Storyboard) -> None:
    assert 20 <= film.seconds <= 60
    assert (MEDIA / "films" / f"{film.id}.mp4").stat().st_size < 1_500_000


@pytest.mark.parametrize("film", FILMS, ids=FILM_IDS)
def test_a_film_starts_to_play_before_it_is_loaded(film: Storyboard) -> None:
    data = (MEDIA / "films" / f"{film.id}.mp4").read_bytes()
    assert data.index(b"moov") < data.index(b"mdat")


@pytest.mark.parametrize("film", FILMS, ids=FILM_IDS)
def test_the_captions_on_disk_are_those_of_the_storyboard(film: Storyboard) -> None:
    assert (MEDIA / "films" / f"{film.id}.vtt").read_text("utf-8") == webvtt(film)


@pytest.mark.parametrize("film", FILMS, ids=FILM_IDS)
def test_captions_can_be_read_slowly_and_never_overlap(film: Storyboard) -> None:
    text = (MEDIA / "films" / f"{film.id}.vtt").read_text("utf-8")
    last = 0.0
    for block in text.split("\n\n")[1:]:
        lines = block.strip().split("\n")
        start, end = (seconds(found) for found in re.findall(r"[\d:.]{12}", lines[1]))
        said = lines[2:]
        assert 1 <= len(said) <= 2
        assert all(len(line) <= 32 for line in said)
        assert sum(map(len, said)) / (end - start) <= 14
        assert sum(len(line.split()) for line in said) <= 12
        assert start >= last
        last = end
    assert last <= film.seconds


@pytest.mark.parametrize("film", [FILMS[0], *(pytest.param(one, marks=pytest.mark.long) for one in FILMS[1:])])
def test_a_caption_is_read_in_the_film_itself_also_where_it_is_sent_as_a_file(film: Storyboard, tmp_path: Path) -> None:
    cut = film.scenes[0].seconds
    shown, between, last = (_white(film, place, tmp_path / "frame.png") for place in (cut / 2, cut, -0.2))
    assert shown > 500
    assert between == 0
    assert last > 500, "the chat goes on with the last question"


def _white(film: Storyboard, second: float, out: Path) -> int:
    """How many pixels of the band are white in the film as it was rendered; below 0 is counted from its end."""
    start = "-ss" if second >= 0 else "-sseof"
    command = ["ffmpeg", "-v", "error", start, f"{second:.2f}", "-i", str(MEDIA / "films" / f"{film.id}.mp4")]
    subprocess.run([*command, "-frames:v", "1", "-y", str(out)], check=True)
    pixels = skia.Image.open(str(out)).toarray()[:, :, :3]
    return int((pixels[round(film.size[1] * (1 - BAND)) + 4 :] > 200).all(axis=2).sum())


@pytest.mark.parametrize("picture", PICTURES, ids=PICTURE_IDS)
def test_a_picture_is_light_and_says_what_it_shows(picture: Still) -> None:
    path = MEDIA / "pictures" / f"{picture.id}.webp"
    assert path.stat().st_size < 60_000
    image = skia.Image.open(str(path))
    assert (image.width(), image.height()) == picture.size
    assert len(picture.alt.split()) >= 6


def test_the_icon_fills_its_field_and_keeps_its_meaning_within_the_safe_circle() -> None:
    for size in (192, 512):
        image = skia.Image.open(str(MEDIA / "icon" / f"icon-{size}.png"))
        assert (image.width(), image.height()) == (size, size)
        pixels = image.toarray()
        middle = size / 2
        green = tuple(int(value) for value in pixels[2, 2])
        for y in range(0, size, 4):
            for x in range(0, size, 4):
                if (x - middle) ** 2 + (y - middle) ** 2 > (size * 0.4) ** 2:
                    assert tuple(int(value) for value in pixels[y, x]) == green
    assert (MEDIA / "icon" / "icon.svg").read_text("utf-8").startswith("<svg")


def test_every_manifest_tells_of_a_storyboard_that_exists() -> None:
    boards = {path.stem for path in (*SHOP.films(), *SHOP.pictures())}
    told = [json.loads(path.read_text("utf-8"))["id"] for path in MEDIA.rglob("*.json")]
    assert sorted(told) == sorted(boards)


def seconds(stamp: str) -> float:
    hours, minutes, rest = stamp.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(rest)
