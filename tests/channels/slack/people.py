"""People of the real house who are on Slack already: they agreed, and their chat is quiet."""

from pathlib import Path

from bot.bootstrap import CONTENT
from bot.content.models.library import Library
from bot.drawing.path import PathPictures
from bot.newcomers import Newcomer, add_organisation, add_person
from bot.slackarrival import CHANNEL
from bot.storage.cards import Card
from bot.storage.unit import Unit
from tests.agreed import agree
from tests.channels.slack.home import SlackHome
from tests.fakes.slack.phone import Phone


class Drawn:
    """The pictures and films that the studio left, and the path as it is drawn."""

    def __init__(self, library: Library, folder: Path) -> None:
        self.library = library
        self.paths = PathPictures(library, CONTENT / "media", folder)

    def picture(self, id: str) -> tuple[Path, str] | None:
        path = self.paths.find(id)
        if path is not None:
            return path, ""
        found = self.library.pictures.get(id)
        return (CONTENT / "media" / found.file, found.alt) if found else None

    def film(self, id: str) -> tuple[Path, Path, str] | None:
        film = self.library.films.get(id)
        folder = CONTENT / "media"
        return (folder / film.file, folder / film.poster, film.transcript) if film else None


async def settled(home: SlackHome, name: str, role: str = "employee", *, coach: str | None = None) -> tuple[Phone, str]:
    """Someone with this role, and their phone."""
    phone, now = home.phone(name), home.clock()

    def settle(unit: Unit) -> str:
        where = add_organisation(unit, "De Werkplaats", now)
        newcomer = Newcomer(
            organisation_id=where, name=name, facts={"organisation": "De Werkplaats"}, role=role, coach=coach
        )
        person, _ = add_person(unit, newcomer, now)
        unit.people.link(CHANNEL, phone.member.id, person)
        agree(unit, person, (CHANNEL, phone.member.id), now)
        return person

    return phone, await home.database.write(settle)


async def opens_to_cards(home: SlackHome, person: str) -> None:
    """Says yes to cards."""
    await home.database.write(lambda unit: unit.circle.allow(person, "cards", home.clock()))


async def cards_for(home: SlackHome, person: str) -> list[Card]:
    """What is on its way to this person."""
    return await home.database.read(lambda unit: unit.cards.under_way(person, "draft", "waiting"))
