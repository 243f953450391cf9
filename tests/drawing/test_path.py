"""The picture of the path: what is done is in full colour, names stay readable, and only real paths are drawn."""

from concurrent.futures import ThreadPoolExecutor
from itertools import combinations
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageStat

from bot.bootstrap import CONTENT
from bot.content.loader import inspect
from bot.content.models.library import Library
from bot.content.models.progress import PathPlace, PathSheet
from bot.drawing import plates
from bot.drawing.path import PathPictures, compose

MEDIA = CONTENT / "media"
WIDE, HIGH = 720, 1080


@pytest.fixture(scope="module")
def library() -> Library:
    """The content of the house."""
    found, _ = inspect(CONTENT)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def sheet(library: Library) -> PathSheet:
    """Where the places lie."""
    assert library.path is not None
    return library.path


@pytest.fixture
def pictures(library: Library, tmp_path: Path) -> PathPictures:
    """The pictures of a house that has drawn none yet."""
    return PathPictures(library, MEDIA, tmp_path / "drawn")


def original(library: Library, id: str) -> Image.Image:
    """What the studio drew."""
    with Image.open(MEDIA / library.pictures[id].file) as image:
        return image.convert("RGB")


def heart(place: PathPlace) -> tuple[int, int, int, int]:
    """A small part of the picture that lies as far from the soft edges of a place as can be."""
    mask = Image.new("L", (WIDE, HIGH))
    ImageDraw.Draw(mask).polygon(list(place.area), fill=255)
    far = mask.filter(ImageFilter.GaussianBlur(40))
    tones = far.tobytes()
    at = tones.index(max(tones))
    x, y = min(max(at % WIDE, 20), WIDE - 20), min(max(at // WIDE, 20), HIGH - 20)
    return x - 20, y - 20, x + 20, y + 20


def apart(one: Image.Image, other: Image.Image) -> float:
    """How much two pictures differ, from 0 (the same) to 255."""
    return sum(ImageStat.Stat(ImageChops.difference(one, other)).mean) / 3


def colour(image: Image.Image) -> float:
    """How strong the colours are, from 0 to 255."""
    return ImageStat.Stat(image.convert("HSV")).mean[1]


def test_a_place_is_as_lively_as_the_course_is_done(library: Library, sheet: PathSheet) -> None:
    for place in sheet.places:
        states = ["".join(digit if at == place.number else "0" for at in range(1, 8)) for digit in "012"]
        parts = [compose(library, MEDIA, state).crop(heart(place)) for state in states]
        strong = [colour(part) for part in parts]
        assert strong[0] + 4 < strong[1] < strong[2] - 4, (place.number, strong)


def test_what_is_done_here_changes_nothing_elsewhere(library: Library, sheet: PathSheet) -> None:
    nothing = compose(library, MEDIA, "0000000")
    first = compose(library, MEDIA, "2000000")
    for place in sheet.places:
        if place.number not in (1, 2, 3):  # The neighbours have a soft edge in common.
            part = heart(place)
            assert apart(nothing.crop(part), first.crop(part)) < 1, place.number


def test_all_done_is_the_lively_picture_without_a_seam(library: Library, sheet: PathSheet) -> None:
    made, lively = compose(library, MEDIA, "2222222"), original(library, sheet.lively)
    names = {course.number: course.short for course in library.courses}
    for place in sheet.places:
        left, top, right, bottom = plates.box(names.get(place.number, ""), place)
        made.paste(lively.crop((left, top - 26, right + 26, bottom + 6)), (left, top - 26))
    assert apart(made, lively) < 0.5


def test_both_pictures_are_the_same_land(library: Library, sheet: PathSheet) -> None:
    quiet, lively = original(library, sheet.quiet), original(library, sheet.lively)
    assert quiet.size == lively.size == (WIDE, HIGH)
    assert colour(quiet) + 20 < colour(lively)


def test_no_name_covers_another_or_falls_off(library: Library, sheet: PathSheet) -> None:
    names = {course.number: course.short for course in library.courses}
    boxes = {place.number: plates.box(names[place.number], place) for place in sheet.places if place.number in names}
    for number, (left, top, right, bottom) in boxes.items():
        # The sign of a place that is done or begun sticks out above and on the right.
        assert 0 <= left < right + 21 <= WIDE, number
        assert 26 <= top < bottom <= HIGH, number
    for (one, a), (other, b) in combinations(boxes.items(), 2):
        assert a[2] < b[0] or b[2] < a[0] or a[3] < b[1] or b[3] < a[1], (one, other)


def test_names_can_be_read_on_a_small_phone() -> None:
    """A phone of 360 pixels shows the picture 290 pixels wide or more."""
    assert plates.SIZE * 290 / WIDE >= 13


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Invloed", ["Invloed"]),
        ("Hulp vragen", ["Hulp vragen"]),
        ("Meningen van anderen", ["Meningen", "van anderen"]),
        ("Arbeidsomstandigheden", ["Arbeidsomstandigheden"]),
    ],
)
def test_a_long_name_is_broken_where_that_reads_best(name: str, lines: list[str]) -> None:
    assert plates.broken(name) == lines


def test_a_picture_is_made_once_and_kept(pictures: PathPictures) -> None:
    path = pictures.find("pad-2100000")
    assert path is not None
    with Image.open(path) as image:
        assert (image.format, image.size) == ("WEBP", (WIDE, HIGH))
    assert path.stat().st_size < 90_000
    made = path.stat().st_mtime_ns
    assert pictures.find("pad-2100000") == path
    assert path.stat().st_mtime_ns == made
    assert [one.name for one in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize(
    "id",
    [
        "", "pad", "pad-", "pad-222222", "pad-22222222", "pad-3000000", "pad-210000x", "pad-2100000\n",
        "pad-2100000.webp",
        " pad-2100000", "PAD-2100000", "pad-²100000", "pad-٢100000", "pad-2100000\x00", "../pad-2100000",
        "pad-2100000/../../x", "pad-leeg", "welkom",
    ],
)  # fmt: skip
def test_a_name_that_was_tampered_with_gives_nothing_and_writes_nothing(
    pictures: PathPictures, tmp_path: Path, id: str
) -> None:
    assert pictures.find(id) is None
    assert list(tmp_path.iterdir()) == []


def test_without_a_path_in_the_content_there_is_no_picture(library: Library, tmp_path: Path) -> None:
    bare = Library(flows=library.flows, words=library.words)
    assert PathPictures(bare, MEDIA, tmp_path).find("pad-2100000") is None


def test_many_at_once_get_whole_pictures(pictures: PathPictures, tmp_path: Path) -> None:
    wanted = ["pad-2000000", "pad-0000000", "pad-2222222"] * 4
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(pictures.find, wanted))
    assert len(set(found)) == 3
    for path in set(found):
        assert path is not None
        with Image.open(path) as image:
            image.load()
    assert not list((tmp_path / "drawn").glob("*.part"))


def test_pictures_of_older_content_are_thrown_away_and_nothing_else(pictures: PathPictures, tmp_path: Path) -> None:
    folder = tmp_path / "drawn"
    folder.mkdir()
    old, other = folder / "0123456789ab-pad-2100000.webp", folder / "kaart-1.webp"
    old.touch()
    other.touch()
    path = pictures.find("pad-2100000")
    assert path is not None
    assert sorted(folder.iterdir()) == sorted([path, other])


def test_another_revision_of_the_content_makes_a_new_picture(library: Library, tmp_path: Path) -> None:
    changed = Library(
        flows=library.flows, words=library.words, pictures=library.pictures, path=library.path, revision="other"
    )
    paths = [PathPictures(one, MEDIA, tmp_path).find("pad-0000000") for one in (library, changed)]
    assert paths[0] != paths[1]
    assert [one for one in paths if one is not None and one.exists()] == [paths[1]]
