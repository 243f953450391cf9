"""What people send and may have: recordings, the copy of what is kept, and the files of the studio."""

import pytest

from bot.errors import PersonGoneError
from tests.webdesk.house import Desk


async def test_a_recording_is_sealed_and_only_its_speaker_gets_it_back(both: Desk) -> None:
    sam, _ = await both.come_in("Sam")
    mo, _ = await both.come_in("Mo")
    kept = await both.desk.keep_media(sam, "audio/ogg", b"OggS my voice", both.clock())
    assert await both.desk.media(sam, kept) == ("audio/ogg", b"OggS my voice")
    assert await both.desk.media(mo, kept) is None
    assert await both.desk.media(sam, "unknown") is None
    [path] = (both.home.folder / "media").iterdir()
    assert b"my voice" not in path.read_bytes()


async def test_a_recording_of_someone_who_is_gone_leaves_no_file(desk: Desk) -> None:
    visit, _ = await desk.come_in("Sam")
    await desk.home.eraser.erase(visit.person, desk.clock())
    with pytest.raises(PersonGoneError):
        await desk.desk.keep_media(visit, "audio/ogg", b"OggS", desk.clock())
    assert not list((desk.home.folder).glob("media/*"))


async def test_a_recording_whose_file_is_gone_gives_nothing(desk: Desk) -> None:
    visit, _ = await desk.come_in("Sam")
    kept = await desk.desk.keep_media(visit, "audio/ogg", b"OggS", desk.clock())
    for path in (desk.home.folder / "media").iterdir():
        path.unlink()
    assert await desk.desk.media(visit, kept) is None


async def test_the_copy_of_a_person_is_theirs_alone(desk: Desk) -> None:
    sam, _ = await desk.come_in("Sam")
    mo, _ = await desk.come_in("Mo")
    for visit, words in ((sam, "sun"), (mo, "moon")):
        await desk.desk.lines(visit, 0, 99)
        await desk.say(visit, "Yes")
        await desk.say(visit, words)
    copy = str(await desk.desk.export(sam))
    assert "sun" in copy
    assert "moon" not in copy
    assert mo.person not in copy


def test_pictures_films_and_icons_come_from_the_studio_and_nothing_else_does(desk: Desk) -> None:
    studio = desk.home.folder / "studio"
    assert desk.desk.picture("sun") == (studio / "sun.webp", "A sun")
    assert desk.desk.picture("../master.key") is None
    assert desk.desk.film("film") == (studio / "f.mp4", studio / "f.webp", "What is told.")
    assert desk.desk.film("sun") is None
    assert desk.desk.icon(192) is None
