"""The web chat as one ASGI application."""

from pathlib import Path
from zoneinfo import ZoneInfo

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Route

from bot.channels.web.agenda import Agenda
from bot.channels.web.assets import Assets
from bot.channels.web.cards import Cards
from bot.channels.web.chat import Chat
from bot.channels.web.demo import Demo
from bot.channels.web.desk import AgendaDesk, CardDesk, DemoDesk, Desk
from bot.channels.web.entrance import Entrance
from bot.channels.web.headers import SafeHeaders
from bot.channels.web.house import Clock, House
from bot.channels.web.hub import Hub
from bot.channels.web.library import Library
from bot.channels.web.own_data import OwnData
from bot.channels.web.paper import Paper
from bot.channels.web.stream import Stream
from bot.channels.web.trouble import Trouble
from bot.channels.web.voice import Voice
from bot.channels.web.words import check_words
from bot.errors import OpstapError

HERE = Path(__file__).parent
ZONE = ZoneInfo("Europe/Amsterdam")
TWO_WEEKS = 14 * 24 * 3600


def build(
    desk: Desk,
    hub: Hub,
    *,
    clock: Clock,
    demo: DemoDesk | None = None,
    cards: CardDesk | None = None,
    agenda: AgendaDesk | None = None,
    cookie_seconds: int = TWO_WEEKS,
    heartbeat_seconds: float = 20,
) -> Starlette:
    """The application; raises ContentInvalidError when the content lacks a word that a page needs.

    `cookie_seconds` is how long a phone stays logged in (the desk may end it sooner).
    """
    check_words(desk.words, desk.buttons)
    assets = Assets(HERE / "static")
    house = House(
        desk=desk, hub=hub, clock=clock, assets=assets, zone=ZONE, demo=demo, cards=cards, agenda=agenda,
        paper=Paper(HERE / "pages", assets=assets, words=desk.words, zone=ZONE),
        cookie_seconds=cookie_seconds, heartbeat_seconds=heartbeat_seconds,
    )  # fmt: skip
    trouble = Trouble(house)
    return Starlette(
        routes=_routes(house),
        middleware=[Middleware(SafeHeaders)],
        exception_handlers={
            HTTPException: trouble.refused,
            OpstapError: trouble.unreachable,
            Exception: trouble.broken,
        },
    )


def _routes(house: House) -> list[BaseRoute]:
    rooms = (Entrance(house), Chat(house), Stream(house), Voice(house), OwnData(house), Library(house))
    demo = Demo(house, house.demo).routes() if house.demo else []
    cards = Cards(house, house.cards).routes() if house.cards else []
    static = Route("/static/{version}/{name:path}", house.assets.serve, methods=["GET"])
    agenda = Agenda(house, house.agenda).routes() if house.agenda else []
    return [*demo, *cards, *agenda, *(route for room in rooms for route in room.routes()), static]
