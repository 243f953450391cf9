"""The card on a form, drawn anew while it is filled in; nothing of it stays on the platform."""

from collections import OrderedDict
from collections.abc import Awaitable, Callable
from functools import partial

import structlog
from msgspec import Struct

from bot.channels.slack import cardform
from bot.channels.slack.client import Api
from bot.channels.slack.desk import CardDrawn, CardForm, CardWish, Desk
from bot.channels.slack.errands import Errands
from bot.channels.slack.files import Files, patiently, unready
from bot.channels.slack.meanings import CardView
from bot.channels.slack.trouble import TROUBLES, code_of
from bot.errors import OpstapError

log = structlog.get_logger(__name__)

PAUSE = 0.4
"""Seconds in which more letters may come: a card is not drawn for each of them."""
REMEMBERED = 1_000
CONFLICT, CLOSED = "hash_conflict", "not_found"


class _Draft(Struct, kw_only=True):
    """An open form: what is wanted now and what is shown. `hash` is the state after our last change, `told` the state
    in which it was filled in."""

    address: str
    wish: CardWish
    hash: str = ""
    told: str = ""
    shown: CardWish | None = None
    file: str = ""
    busy: bool = False
    closed: bool = False


class Previews:
    """Keeps the picture of each open form up to date."""

    def __init__(
        self, api: Api, desk: Desk, files: Files, errands: Errands, *, sleep: Callable[[float], Awaitable[None]]
    ) -> None:
        self._api = api
        self._desk = desk
        self._files = files
        self._errands = errands
        self._sleep = sleep
        self._drafts: OrderedDict[str, _Draft] = OrderedDict()

    def wanted(self, address: str, view: CardView) -> None:
        """Draws this on the form, as soon as nothing more comes."""
        draft = self._drafts.setdefault(view.id, _Draft(address=address, wish=view.wish, file=view.file))
        self._drafts.move_to_end(view.id)
        draft.wish, draft.told = view.wish, view.hash
        if len(self._drafts) > REMEMBERED:
            self._drafts.popitem(last=False)
        if not draft.busy:
            draft.busy = True
            self._errands.run(self._draw(view.id, draft))

    def closed(self, view: CardView) -> None:
        """The form is gone: nothing is drawn on it any more, and its picture goes too."""
        draft = self._drafts.pop(view.id, None)
        file = view.file
        if draft is not None:
            draft.closed = True
            file = draft.file
        if file:
            self._errands.run(self._files.remove(file))

    async def _draw(self, id: str, draft: _Draft) -> None:
        try:
            while not draft.closed and _seen(draft.shown) != _seen(draft.wish):
                await self._sleep(PAUSE)
                wish = draft.wish
                await self._show(id, draft, wish)
                draft.shown = wish
        except TROUBLES as error:
            if code_of(error) == CLOSED:
                self._drafts.pop(id, None)
            else:
                log.warning("slack.no_preview", error=type(error).__name__, code=code_of(error))
        except OpstapError as error:  # The database is away: what is drawn is only not new.
            log.warning("slack.no_preview", error=type(error).__name__)
        finally:
            draft.busy = False

    async def _show(self, id: str, draft: _Draft, wish: CardWish) -> None:
        drawn = await self._desk.cards.drawn(draft.address, wish)
        form = await self._desk.cards.form(draft.address)
        if drawn is None or form is None:
            return
        file = await self._files.bring(drawn.content, "card.jpg", drawn.alt)
        stands = False
        try:
            stands = not draft.closed and await self._update(id, draft, form, file, drawn)
        finally:
            # Of a form that was closed meanwhile the one before is gone already, and this one must go too.
            gone = file
            if stands and not draft.closed:
                gone, draft.file = draft.file, file
            if gone:
                self._errands.run(self._files.remove(gone))

    async def _update(self, id: str, draft: _Draft, form: CardForm, file: str, drawn: CardDrawn) -> bool:
        """Changes the view; False when it changed meanwhile, and what comes next will draw it."""
        view = cardform.build(form, self._desk.words, file=file, alt=drawn.alt, missing=drawn.missing)

        # What was filled in before our last change came in carries an older state, so ours is tried first.
        for hash in dict.fromkeys(one for one in (draft.hash, draft.told) if one):
            fields = {"view_id": id, "hash": hash, "view": view}
            try:
                answer = await patiently(partial(self._api.call, "views.update", fields), unready, self._sleep)
            except TROUBLES as error:
                if code_of(error) != CONFLICT:
                    raise
            else:
                draft.hash = str((answer.get("view") or {}).get("hash", ""))
                return True
        draft.hash = ""
        return False


def _seen(wish: CardWish | None) -> tuple[str, str, str] | None:
    """What can be seen of a wish: for whom the card is does not stand on it."""
    return (wish.design, wish.ready, wish.text) if wish is not None else None
