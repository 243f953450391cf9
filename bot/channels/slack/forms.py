"""The form of a card, from the press that opens it to the answer when it is sent in."""

from typing import Any

import structlog

from bot.channels.slack import blocks, cardform
from bot.channels.slack.client import Api
from bot.channels.slack.desk import CardForm, CardSent, Desk
from bot.channels.slack.meanings import CardView, Closed, Form, Submitted
from bot.channels.slack.previews import Previews
from bot.channels.slack.reading import CARD
from bot.channels.slack.sender import SlackChannel
from bot.channels.slack.settle import Settler
from bot.channels.slack.trouble import TROUBLES, code_of
from bot.errors import OpstapError

log = structlog.get_logger(__name__)

Answer = dict[str, Any] | None


class Forms:
    """Opens forms, and takes what comes of them."""

    def __init__(
        self, api: Api, desk: Desk, channel: SlackChannel, *, settler: Settler, previews: Previews
    ) -> None:  # fmt: skip
        self._api = api
        self._desk = desk
        self._channel = channel
        self._settler = settler
        self.previews = previews

    async def open(self, asked: Form) -> bool:
        """Opens the form; False for who makes no card here now, so that the chat says why."""
        form = await self._desk.cards.form(asked.inbound.address)
        if form is not None:
            self._settler.run(self._show(asked, form))
        return form is not None

    async def submit(self, sent: Submitted) -> Answer:
        """The answer to the platform: nothing closes the form, and errors stand at their fields."""
        try:
            result = await self._desk.cards.send(sent.inbound, sent.view.wish)
        except OpstapError as error:
            # The platform brings a form only once: who sent it hears that they can try again.
            log.warning("slack.not_taken", error=type(error).__name__)
            result = self._not_now(sent)
        if result.outcome != "refused":
            self.previews.closed(sent.view)
        return cardform.answer(result, self._desk.words)

    def closed(self, closed: Closed) -> None:
        """Somebody closed it without sending."""
        self.previews.closed(closed.view)

    def _not_now(self, sent: Submitted) -> CardSent:
        """Words of danger are answered also when nothing can be stored."""
        help = self._desk.help(sent.view.wish.text)
        if help:
            return CardSent(outcome="crisis", help=help)
        return CardSent(outcome="refused", refused=self._desk.words["card_try_again"])

    async def _show(self, asked: Form, form: CardForm) -> None:
        view = cardform.build(form, self._desk.words)
        try:
            opened = await self._api.call("views.open", {"trigger_id": asked.trigger, "view": view})
        except TROUBLES as error:
            log.info("slack.form_not_opened", error=type(error).__name__, code=code_of(error))
            await self._too_late(asked)
            return
        found = opened.get("view") or {}
        wish = cardform.first_wish(form)
        shown = CardView(id=str(found.get("id", "")), hash=str(found.get("hash", "")), wish=wish)
        self.previews.wanted(asked.inbound.address, shown)

    async def _too_late(self, asked: Form) -> None:
        """A form can be opened for three seconds after the press; a new press is all it takes."""
        words, address = self._desk.words, asked.inbound.address
        again = blocks.row(blocks.button(words["card_title"], f"{blocks.COMMAND}:{CARD}", CARD))
        fields = {"text": blocks.escape(words["card_late"]), "blocks": [*blocks.sections(words["card_late"]), again]}
        if asked.reply:
            self._settler.answer(asked.reply, "", address, fields)
        else:
            channel = await self._channel.place(address)
            await self._api.call("chat.postMessage", {"channel": channel, **fields})
