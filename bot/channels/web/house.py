"""The parts that the pages of the web chat share."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.channels.web.assets import Assets
from bot.channels.web.desk import AgendaDesk, CardDesk, DemoDesk, Desk
from bot.channels.web.hub import Hub
from bot.channels.web.paper import Paper

Clock = Callable[[], datetime]


@dataclass(frozen=True, kw_only=True)
class House:
    """Everything that a page can need. Seconds: how long a cookie lives, and how often a stream is stirred."""

    desk: Desk
    hub: Hub
    clock: Clock
    paper: Paper
    assets: Assets
    zone: ZoneInfo
    cookie_seconds: int
    heartbeat_seconds: float
    demo: DemoDesk | None = None
    cards: CardDesk | None = None
    agenda: AgendaDesk | None = None
