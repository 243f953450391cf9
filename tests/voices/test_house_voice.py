"""The voice in the whole house: a person hears their own conversation, and nobody else's."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
from structlog.testing import capture_logs

from bot.bootstrap import House
from bot.channels.web.desk import Line, Visit
from bot.errors import SettingError
from bot.messages import Inbound
from bot.newcomers import Newcomer, add_organisation, add_person, make_invite
from bot.settings import Settings
from bot.storage.unit import Unit
from tests.voices.sound import loudest, seconds

NOW = datetime(2026, 3, 4, 10, 0, tzinfo=UTC)


@asynccontextmanager
async def home(data: Path, voice: str) -> AsyncIterator[House]:
    """A house with a voice, as `opstap run` makes it."""
    house = House(Settings(data=data, voice=voice, database_url="", master_key=""), clock=lambda: NOW)
    await house.start()
    try:
        yield house
    finally:
        await house.stop()


class Guest:
    """Somebody in their own chat."""

    def __init__(self, house: House, visit: Visit, token: str) -> None:
        self.house = house
        self.visit = visit
        cookie = {"cookie": f"opstap={token}"}
        site = httpx.ASGITransport(app=house.app())
        self.web = httpx.AsyncClient(base_url=f"http://home/c/{visit.handle}", headers=cookie, transport=site)

    async def lines(self) -> list[Line]:
        """All that was said so far."""
        return await self.house.desk.lines(self.visit, 0, 50)

    async def presses_on_until(self, word: str) -> list[Line]:
        """All lines, as soon as one of ours holds the word; until then the first answer is pressed each time."""
        for at in range(20):
            lines = await self.lines()
            if any(word in line.text for line in lines if line.out):
                return lines
            asked = next(line.out.ask for line in reversed(lines) if line.out and line.out.ask)
            press = Inbound(
                channel="web", address=self.visit.handle, external_id=f"a-press-of-test-{at}", kind="press", at=NOW,
                data=asked.buttons[0].data,
            )  # fmt: skip
            await self.house.desk.take(self.visit, press)
        pytest.fail(f"nothing that was said holds {word}")

    async def hears(self, n: int, part: str = "line", **headers: str) -> httpx.Response:
        """The sound of line n."""
        return await self.web.get(f"/aloud/{n}/{part}.ogg", headers=headers)


async def guest(house: House, name: str) -> Guest:
    def add(unit: Unit) -> str:
        where = add_organisation(unit, "De Werkplaats", NOW)
        facts = {"organisation": "De Werkplaats", "coach": "Anja"}
        person, _ = add_person(unit, Newcomer(organisation_id=where, name=name, facts=facts), NOW)
        return make_invite(unit, person, NOW)

    entered = await house.desk.enter(await house.database.write(add), "phone", NOW)
    assert not isinstance(entered, str)
    return Guest(house, *entered)


async def test_a_person_hears_each_bubble_and_the_answers_below_it(tmp_path: Path) -> None:
    async with home(tmp_path, "espeak-ng") as house:
        marjan = await guest(house, "Marjan")
        lines = await marjan.lines()
        asking = next(line for line in lines if line.out and line.out.ask)
        bubble, answers = await marjan.hears(asking.n), await marjan.hears(asking.n, "answers")
        part = await marjan.hears(asking.n, range="bytes=0-99")
    for one in (bubble, answers):
        assert (one.status_code, one.headers["content-type"], one.headers["cache-control"]) == (
            200, "audio/ogg", "no-store",
        )  # fmt: skip
        assert seconds(one.content) > 0.4
        assert loudest(one.content) > 2000
    assert bubble.content != answers.content
    assert (part.status_code, part.content) == (206, bubble.content[:100])


async def test_nobody_hears_a_line_that_is_not_theirs_or_not_there(tmp_path: Path) -> None:
    async with home(tmp_path, "espeak-ng") as house:
        marjan, ruud = await guest(house, "Marjan"), await guest(house, "Ruud")
        await marjan.lines()
        await ruud.lines()
        last = (await marjan.lines())[-1].n
        for n, part in ((last + 1, "line"), (0, "line"), (2**40, "line"), (1, "both")):
            assert (await marjan.hears(n, part)).status_code == 404, (n, part)
        ruud.web.base_url = marjan.web.base_url
        assert (await ruud.hears(1)).status_code == 401
        ruud.web.headers.pop("cookie")
        assert (await ruud.hears(1)).status_code == 401


async def test_only_sentences_of_the_content_stay_on_the_disk(tmp_path: Path) -> None:
    async with home(tmp_path, "espeak-ng") as house:
        marjan = await guest(house, "Marjan")
        lines = await marjan.presses_on_until("Anja")
        for line in lines[:3]:
            assert line.out is None or (await marjan.hears(line.n)).status_code == 200
        kept = list((tmp_path / "voice").rglob("*.*"))
        assert 0 < len(kept) <= 3
        named = next(line for line in lines if "Anja" in line.text)
        assert seconds((await marjan.hears(named.n)).content) > 0.4
        assert list((tmp_path / "voice").rglob("*.*")) == kept


@pytest.mark.parametrize(
    ("voice", "why"),
    [
        ("espeak-ng", "The program espeak-ng is missing; install it with: apt-get install espeak-ng."),
        ("nobody.onnx", "The voice nobody.onnx cannot be used (nobody.onnx.json cannot be read beside it); put"),
    ],
)
async def test_a_voice_that_cannot_speak_is_told_at_the_start_and_the_phone_reads(
    voice: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "nobody.onnx").write_bytes(b"")
    with capture_logs() as logged:
        async with home(tmp_path / "data", voice) as house:
            assert not house.desk.has_voice
            marjan = await guest(house, "Marjan")
            line = (await marjan.lines())[0]
            assert (await marjan.hears(line.n)).status_code == 404
            assert '"voice": false' in (await marjan.web.get("/")).text.replace('"voice":false', '"voice": false')
    [told] = [one for one in logged if one["event"] == "voice.off"]
    assert str(told["why"]).startswith(why)
    assert told["log_level"] == "warning"


def test_a_setting_that_names_no_voice_stops_the_start(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match="OPSTAP_VOICE"):
        House(Settings(data=tmp_path, voice="alexa", database_url="", master_key=""))
