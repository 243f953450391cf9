"""The web chat serves the path of a person, from whole files that no name can lead out of their folder."""

from collections.abc import AsyncIterator
from io import BytesIO
from pathlib import Path

import httpx
import pytest
from PIL import Image

from bot.bootstrap import House
from bot.settings import Settings


@pytest.fixture
async def web(tmp_path: Path) -> AsyncIterator[httpx.AsyncClient]:
    """The web chat of a house; pictures ask for no session."""
    house = House(Settings(data=tmp_path, database_url="", master_key="", public_url=""))
    transport = httpx.ASGITransport(app=house.app())
    async with httpx.AsyncClient(transport=transport, base_url="http://opstap") as client:
        yield client


async def test_a_path_is_a_picture_like_any_other(web: httpx.AsyncClient, tmp_path: Path) -> None:
    answer = await web.get("/picture/pad-2100000")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/webp")
    with Image.open(BytesIO(answer.content)) as image:
        assert image.size == (720, 1080)
    assert len(list((tmp_path / "drawn").iterdir())) == 1
    assert (await web.get("/picture/pad-2100000")).content == answer.content


@pytest.mark.parametrize(
    "id", ["pad-210000", "pad-2100003", "pad-21000000", "pad-2100000.webp", "pad-2100000%0a", "..%2fpad-2100000",
           "pad-2100000%00", "%2e%2e%2fmaster.key", "pad-%d9%a2100000"],
)  # fmt: skip
async def test_no_other_name_gives_a_file_or_leaves_one(web: httpx.AsyncClient, tmp_path: Path, id: str) -> None:
    answer = await web.get(f"/picture/{id}")
    assert answer.status_code == 404
    assert not (tmp_path / "drawn").exists()
