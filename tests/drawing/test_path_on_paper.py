"""The path on paper: after each course an empty one, with the names of the courses, to colour in."""

import re
from base64 import b64decode
from io import BytesIO

import pytest
from PIL import Image

from bot.bootstrap import CONTENT
from bot.content.loader import inspect
from bot.content.models.library import Library
from bot.workbook.blocks import parts
from bot.workbook.printing import Printing, html


@pytest.fixture(scope="module")
def library() -> Library:
    """The content of the house."""
    found, _ = inspect(CONTENT)
    assert found is not None
    return found


def test_it_stands_once_at_the_very_end_of_each_course(library: Library) -> None:
    for course in library.courses:
        blocks = [block for part in parts(library, course) for block in part.blocks]
        assert [block.kind for block in blocks].count("path") == 1
        assert blocks[-1].kind == "path"
        assert blocks[-1].alt.startswith(library.words.path.alt)


def test_the_page_holds_the_empty_path_as_a_whole_picture(library: Library) -> None:
    page = html(Printing(library=library, media=CONTENT / "media", url="https://opstap.example"), library.courses[:1])
    found = re.findall(r'src="data:image/jpeg;base64,([A-Za-z0-9+/=]+)"', page)
    assert len(found) == 1
    with Image.open(BytesIO(b64decode(found[0]))) as image:
        assert image.size == (720, 1080)
    assert library.words.web["paper_colour"] in page
