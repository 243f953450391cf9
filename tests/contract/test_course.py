"""A whole course, from the letter to the path, with its film."""

from io import BytesIO

from PIL import Image

from bot.bootstrap import CONTENT
from tests.contract.stage import Stage
from tests.contract.theatre import on_every_way

COURSE = "uitgangspunten"
MENU = "Dit is het menu"


@on_every_way
async def test_someone_walks_a_whole_course_from_the_letter_to_the_path(stage: Stage) -> None:
    anja = await stage.settles("Anja", "coach", way="web")
    karin, code = await stage.invites("Karin", coach=anja)
    assert "Ik ben Opstap" in " ".join(await karin.enters(code))
    await karin.walks(to=MENU)
    library = stage.house.library
    film = next(one for one in karin.read if one.kind == "film")
    assert await karin.phone.opens(film) == (CONTENT / "media" / library.films[COURSE].file).read_bytes()
    said = await karin.says("mijn pad")
    assert "Dit is jouw pad." in said[0]
    path = next(one for one in reversed(karin.read) if one.kind == "picture")
    with Image.open(BytesIO(await karin.phone.opens(path))) as picture:
        assert min(picture.size) > 300
