"""Questions after they were answered: their buttons make place for the choice, and only the newest has buttons."""

from collections import OrderedDict
from typing import Any

from bot.channels.slack import blocks
from bot.channels.slack.blocks import Block
from bot.channels.slack.client import Api
from bot.channels.slack.errands import Errands
from bot.channels.slack.meanings import Press

REMEMBERED = 20_000
"""Questions that are remembered: of who talks now. The engine itself refuses an old button."""


class Settler(Errands):
    """Changes messages beside the conversation: what fails here is only how it looks."""

    def __init__(self, api: Api) -> None:
        super().__init__()
        self._api = api
        self._open: OrderedDict[str, tuple[str, str, list[Block]]] = OrderedDict()
        self._settled: OrderedDict[tuple[str, str], bool] = OrderedDict()

    def shown(self, channel: str, ts: str, text: str, shown: list[Block]) -> None:
        """A new question stands in this chat; what is left of the one before it can no longer be pressed."""
        before = self._open.pop(channel, None)
        _remember(self._open, channel, (ts, text, shown))
        if before is not None:
            self._change(channel, before, blocks.settled(before[2], ""))

    def settle(self, press: Press, *, chosen: bool) -> None:
        """Shows what was chosen; a button that no longer counted goes away with its neighbours."""
        if press.channel in self._open and self._open[press.channel][0] == press.ts:
            del self._open[press.channel]
        place = (press.channel, press.ts)
        if place in self._settled or blocks.stands(press.blocks):
            return
        if chosen:
            _remember(self._settled, place, True)
        left = {"text": press.text, "blocks": blocks.settled(press.blocks, press.label if chosen else "")}
        self.run(self._replace(press, left))

    def moved(self, channel: str, note: str, back: Block) -> None:
        """The talk goes on elsewhere: the open question says so, with the button to come back in its place."""
        here = self._open.get(channel)
        if here is not None:
            left = [*blocks.settled(here[2], ""), blocks.note(note), back]
            _remember(self._open, channel, (here[0], here[1], blocks.settled(here[2], "")))
            self._change(channel, here, left)

    def answer(self, reply: str, channel: str, user: str, fields: dict[str, Any]) -> None:
        """Says something that only this person sees, and that nothing keeps."""
        self.run(self._whisper(reply, channel, user, fields))

    def _change(self, channel: str, here: tuple[str, str, list[Block]], left: list[Block]) -> None:
        fields = {"channel": channel, "ts": here[0], "text": here[1], "blocks": left}
        self.run(self._api.call("chat.update", fields))

    async def _replace(self, press: Press, left: dict[str, Any]) -> None:
        """By the address of the press itself, for which the platform counts no limit; without it by the front door."""
        if press.url:
            await self._api.respond(press.url, {"replace_original": True, **left})
        else:
            await self._api.call("chat.update", {"channel": press.channel, "ts": press.ts, **left})

    async def _whisper(self, reply: str, channel: str, user: str, fields: dict[str, Any]) -> None:
        if reply:
            await self._api.respond(reply, {"response_type": "ephemeral", "replace_original": False, **fields})
        elif channel:
            await self._api.call("chat.postEphemeral", {"channel": channel, "user": user, **fields})


def _remember(known: OrderedDict[Any, Any], key: Any, value: Any) -> None:
    known[key] = value
    known.move_to_end(key)
    if len(known) > REMEMBERED:
        known.popitem(last=False)
