"""Answers what a walk asks about others, within this transaction and with the rights of this person."""

from collections.abc import Mapping, Sequence

import structlog

from bot.circle.parts import Ask, Setting
from bot.circle.registry import LISTS, VIEWS
from bot.flows.around import Entry
from bot.storage.people import PersonRow

log = structlog.get_logger(__name__)


class CircleAround:
    """What `me` may know of others. A name that no part knows gives nothing, and is logged."""

    def __init__(self, on: Setting, me: PersonRow) -> None:
        self._on = on
        self._me = me

    def options(self, of: str, about: str) -> Sequence[Entry]:
        """What can be chosen."""
        lister = LISTS.get(of)
        if lister is None:
            log.error("circle.unknown_list", list=of)
            return ()
        return lister(Ask(on=self._on, me=self._me, about=about))

    def facts(self, of: str, about: str) -> Mapping[str, str] | None:
        """What can be said of it."""
        viewer = VIEWS.get(of)
        if viewer is None:
            log.error("circle.unknown_view", view=of)
            return None
        return viewer(Ask(on=self._on, me=self._me, about=about))
