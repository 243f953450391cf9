"""The menu of commands behind the menu button: for everybody in private, and for who has another role."""

from typing import Any

import structlog
from telegram.error import TelegramError

from bot.channels.telegram.client import Api
from bot.channels.telegram.desk import Desk, Menu

log = structlog.get_logger(__name__)

EMPLOYEE = "employee"


class Commands:
    """Sets the menus."""

    def __init__(self, api: Api, desk: Desk) -> None:
        self._api = api
        self._desk = desk

    async def set_up(self) -> None:
        """The menu that everybody sees; raises a TelegramError."""
        menu = self._menu(EMPLOYEE)
        if menu is not None:
            await self._api.call("setMyCommands", _fields(menu, {"type": "all_private_chats"}))

    async def greet(self, address: str) -> None:
        """The menu of someone who came in, when their role has one of its own."""
        role = await self._desk.role(address)
        menu = self._menu(role) if role != EMPLOYEE else None
        if menu is None:
            return
        try:
            await self._api.call("setMyCommands", _fields(menu, {"type": "chat", "chat_id": int(address)}))
        except TelegramError as error:
            log.info("telegram.no_menu", error=type(error).__name__)

    def _menu(self, role: str) -> Menu | None:
        return next((menu for menu in self._desk.menus if menu.role == role), None)


def _fields(menu: Menu, scope: dict[str, Any]) -> dict[str, Any]:
    commands = [{"command": name, "description": words} for name, words in menu.commands]
    return {"commands": commands, "scope": scope}
