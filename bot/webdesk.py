"""The desk of the web chat: lets people in, takes what they say, and gives their conversation back."""

import asyncio
import secrets
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path

import msgspec
import structlog

from bot.arriving import Arrival, Knock
from bot.batch import Result
from bot.channels.base import Parcel
from bot.channels.web.desk import Line, Part, Refusal, Taken, Visit
from bot.channels.web.hub import Hub
from bot.content.models.library import Library
from bot.doors import Doors
from bot.drawing import qr
from bot.drawing.card_sheet import CardSheets
from bot.drawing.path import PathPictures
from bot.flows.hearing import OPENED
from bot.messages import Inbound, Outbound
from bot.storage.database import Database
from bot.storage.export import export
from bot.storage.media import MediaFolder, MediaRow
from bot.storage.people import PersonRow
from bot.storage.unit import Unit
from bot.turns import Turns
from bot.webcopy import readable
from bot.weblines import lines_of, news_of, said_first, said_line, shown_lines
from bot.webvoice import WebVoice

log = structlog.get_logger(__name__)

LASTS = timedelta(days=14)
"""How long a phone stays logged in after it was last used."""
REMEMBERED = timedelta(seconds=20)
"""How long a visit is believed without looking again: access that is taken away ends within a minute."""
CHANNEL = "web"


class WebDesk:
    """Implements the Desk protocol of the web chat."""

    def __init__(
        self,
        database: Database,
        turns: Turns,
        library: Library,
        *,
        hub: Hub,
        media: Path,
        folder: MediaFolder,
        paths: PathPictures | None = None,
        sheets: CardSheets | None = None,
        voice: WebVoice | None = None,
        url: str = "",
        token: Callable[[], str] = lambda: secrets.token_urlsafe(32),
    ) -> None:
        self._database = database
        self._turns = turns
        self._library = library
        self._apart = said_first(library)
        self._hub = hub
        self._media = media
        self._folder = folder
        self._paths = paths
        self._sheets = sheets
        self._voice = voice or WebVoice(database, library, None)
        self._url = url
        self._token = token
        self._doors = Doors()
        self._seen: dict[tuple[str, str], tuple[Visit, datetime]] = {}

    @property
    def words(self) -> Mapping[str, str]:
        """The page texts."""
        return self._library.words.web

    @property
    def buttons(self) -> Mapping[str, str]:
        """The labels that return everywhere."""
        return self._library.words.buttons.model_dump()

    # Coming in and going out

    async def enter(self, code: str, visitor: str, at: datetime) -> tuple[Visit, str] | Refusal:
        """A code works once; a wrong, old or used one gives the same answer."""
        async with self._doors.one_by_one(visitor):
            if not self._doors.open_for(visitor, at):
                return "too-often"
            token = self._token()
            knock = Knock(channel=CHANNEL, code=code, token=token, lasts=LASTS)
            arrival = Arrival(self._turns.conversation, knock, at)
            if await self._turns.run(arrival) != "in" or arrival.person is None:
                self._doors.wrong(visitor, at)
                log.info("web.code_refused")
                return "wrong"
            return Visit(arrival.person.id, arrival.person.handle, arrival.name), token

    async def visit(self, handle: str, token: str, at: datetime) -> Visit | None:
        """The visit behind a cookie; looked up again every 20 seconds."""
        known = self._seen.get((handle, token))
        if known is not None and at < known[1]:
            return known[0]
        visit = await self._look_up(handle, token, at)
        if visit is None:
            self._seen.pop((handle, token), None)
            return None
        if len(self._seen) > 10_000:
            self._seen.clear()
        self._seen[handle, token] = (visit, at + REMEMBERED)
        return visit

    async def _look_up(self, handle: str, token: str, at: datetime) -> Visit | None:
        def find(unit: Unit) -> tuple[Visit, bool] | None:
            session = unit.web_sessions.find(token, at)
            person = unit.people.by_handle(handle)
            if session is None or person is None or session.person_id != person.id:
                return None
            return _visit(unit, person), session.wants_touch(at)

        found = await self._database.read(find)
        if found is None:
            return None
        if found[1]:
            await self._database.write(lambda unit: unit.web_sessions.touch(token, now=at, lasts=LASTS))
        return found[0]

    def look_again(self, person: str) -> None:
        """A login of this person has ended: nothing is believed any more, also not of pages that are open."""
        self._seen = {key: seen for key, seen in self._seen.items() if seen[0].person != person}
        self._hub.look_again(person)

    async def leave(self, visit: Visit, token: str) -> None:
        """Ends the login of this phone."""
        self._seen.pop((visit.handle, token), None)
        await self._database.write(lambda unit: unit.web_sessions.close(token))

    # Talking

    async def take(self, visit: Visit, inbound: Inbound) -> Taken:
        """Takes a message; returns after the commit."""
        own = msgspec.structs.replace(inbound, external_id=f"{visit.handle}:{inbound.external_id}")
        result = await self._turns.submit(own)
        lines = lines_of(result)
        if result.outcome == "gone":
            self._seen = {key: seen for key, seen in self._seen.items() if key[0] != visit.handle}
        outcome = result.outcome if result.outcome != "stranger" else "gone"
        return Taken(outcome, tuple(lines))

    async def lines(self, visit: Visit, after: int, limit: int) -> list[Line]:
        """The newest lines; a conversation that has none yet begins now."""
        found = await self._stored(visit, after, limit)
        if found or after > 0:
            return found
        await self._command(visit, OPENED, OPENED)
        found = await self._stored(visit, after, limit)
        if found or not await self._database.read(lambda unit: _wants_more(unit, visit)):
            return found
        # All that was said is older than is kept: an empty page would tell nobody how to go on.
        await self._command(visit, "resume", f"resume-{self._turns.now():%Y%m%d}")
        return await self._stored(visit, after, limit)

    async def _command(self, visit: Visit, name: str, id: str) -> None:
        command = Inbound(
            channel=CHANNEL,
            address=visit.handle,
            external_id=f"{visit.handle}:{id}",
            kind="command",
            at=self._turns.now(),
            data=name,
        )
        await self._turns.submit(command)

    async def _stored(self, visit: Visit, after: int, limit: int) -> list[Line]:
        rows = await self._database.read(lambda unit: unit.lines.before(visit.person, limit))
        return shown_lines(rows, after, self._apart)

    def announce(self, result: Result) -> None:
        """Shows on the person's open pages what does not come there by delivery."""
        if self._hub.reads(result.person):
            self._hub.publish(result.person, news_of(result, CHANNEL))

    # What people send and may have

    async def keep_media(self, visit: Visit, content_type: str, body: bytes, at: datetime) -> str:
        """Keeps a spoken message, sealed with the person's own key."""
        id, name = secrets.token_hex(8), secrets.token_hex(16)
        row = MediaRow(
            id=id, person_id=visit.person, content_type=content_type, size=len(body), file_name=name, created_at=at
        )

        def keep(unit: Unit) -> None:
            unit.keys.of(visit.person)  # Who was erased meanwhile gets no row.
            unit.media.add(row)

        # Outside a transaction: turns must not wait until a file is on disk.
        sealed = await self._database.read(lambda unit: unit.media.seal(visit.person, id, body))
        await asyncio.to_thread(self._folder.write, name, sealed)
        try:
            await self._database.write(keep)
        except BaseException:
            self._folder.remove([name])
            raise
        return id

    async def media(self, visit: Visit, id: str) -> tuple[str, bytes] | None:
        """Something that this person sent; the id of someone else's gives nothing."""

        def get(unit: Unit) -> tuple[str, bytes] | None:
            row = unit.media.get(visit.person, id)
            if row is None:
                return None
            return row.content_type, unit.media.unseal(visit.person, id, self._folder.read(row.file_name))

        try:
            return await self._database.read(get)
        except FileNotFoundError:
            return None  # The purge takes the file first, and then the row.

    @property
    def has_voice(self) -> bool:
        """Whether a voice was set that can speak."""
        return self._voice.ready

    async def read_aloud(self, visit: Visit, n: int, part: Part) -> bytes | None:
        """What was said at place `n`, as sound."""
        return await self._voice.sound(visit.person, n, part)

    async def export(self, visit: Visit) -> dict[str, object]:
        """Everything that is kept about this person."""
        return await self._database.read(lambda unit: export(unit, visit.person))

    async def readable(self, visit: Visit) -> dict[str, object]:
        """The same, in words."""
        copy = await self._database.read(lambda unit: export(unit, visit.person))
        return readable(copy, self._library)

    # What the studio made

    def picture(self, id: str) -> tuple[Path, str] | None:
        """A picture and what it shows; somebody's path is drawn first when it is not there yet, so ask in a thread."""
        picture = self._library.pictures.get(id)
        if picture is not None:
            return self._media / picture.file, picture.alt
        path = self._paths.find(id) if self._paths else None
        sheet = self._sheets.find(id) if self._sheets else None
        return (path, self._library.words.path.alt) if path else (sheet, "") if sheet else None

    def code(self, id: str) -> bytes | None:
        """The picture of a code to scan."""
        return qr.find(id, self._url)

    def film(self, id: str) -> tuple[Path, Path, str] | None:
        """A film, its first picture and its spoken text."""
        film = self._library.films.get(id)
        if film is None:
            return None
        return self._media / film.file, self._media / film.poster, film.transcript

    def pile(self, out: Outbound) -> tuple[int, int] | None:
        """Which card of how many it is, when it is a card to lay on a pile."""
        step = self._library.graph.get((out.place.course, out.step)) if out.place and out.ask else None
        if step is None or step.kind != "sort":
            return None
        labels = [card.label for card in step.cards]
        return (labels.index(out.text) + 1, len(labels)) if out.text in labels else None

    def icon(self, size: int) -> Path | None:
        """The app's icon."""
        path = self._media / "icon" / f"icon-{size}.png"
        return path if path.exists() else None


class WebChannel:
    """Delivery's side of the web chat: what was said goes to the pages that are open; the rest reads it later."""

    name = CHANNEL

    def __init__(self, hub: Hub, clock: Callable[[], datetime]) -> None:
        self._hub = hub
        self._clock = clock

    async def send(self, parcel: Parcel) -> None:
        """Never fails: the conversation itself is the store, and pages drop what they have by its `n`."""
        self._hub.publish(parcel.person, [said_line(parcel, self._clock())])


def _visit(unit: Unit, person: PersonRow) -> Visit:
    return Visit(person.id, person.handle, unit.people.names([person.id]).get(person.id, ""))


def _wants_more(unit: Unit, visit: Visit) -> bool:
    """Whether the person is still here, and did not stop."""
    person = unit.people.by_ids([visit.person]).get(visit.person)
    return person is not None and person.status != "stopped"
