"""The form of a card: how it is built within the limits of the platform, and how it is read back."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.channels.slack import blocks
from bot.channels.slack.blocks import Block, plain, unescape
from bot.channels.slack.desk import CardForm, CardSent, CardWish, Option

CALLBACK = "kaartje"
WHO, DESIGN, READY, OWN = "who", "design", "ready", "own"
"""The fields, each by the id of its block and of what is in it."""
MOST = 100
"""Options in a menu, or in one part of it."""
PARTS = 10
LONGEST = 300
"""Characters that fit on a card."""
TITLE, NAME, HINT = 24, 75, 150
"""Characters of a title or a button of a form, of an option, and of the words in an empty field."""

Words = Mapping[str, str]
View = dict[str, Any]


def first_wish(form: CardForm) -> CardWish:
    """What is filled in when the form opens: there is something to see at once."""
    return CardWish(design=form.designs[0].id if form.designs else "")


def build(form: CardForm, words: Words, *, file: str = "", alt: str = "", missing: str = "") -> View:
    """The form. `file` is the picture of the card so far; what was filled in stays, as the ids of the fields do."""
    shown = [blocks.picture(file, alt)] if file else [blocks.note(words["card_drawing"])]
    left_out = [blocks.note(words["card_missing"].format(missing=missing))] if missing else []
    own = {
        "type": "plain_text_input", "action_id": OWN, "multiline": True, "max_length": LONGEST,
        "dispatch_action_config": {"trigger_actions_on": ["on_character_entered"]},
    }  # fmt: skip
    return {
        "type": "modal",
        "callback_id": CALLBACK,
        "notify_on_close": True,
        "private_metadata": file,
        "title": plain(words["card_title"], TITLE),
        "submit": plain(words["card_send"], TITLE),
        "close": plain(words["card_close"], TITLE),
        "blocks": [
            *shown,
            *left_out,
            _field(WHO, words["card_who"], _menu(WHO, form.people, words)),
            _field(DESIGN, words["card_design"], _menu(DESIGN, form.designs, words, first=True), live=True),
            _field(READY, words["card_ready"], _menu(READY, form.texts, words), live=True, optional=True),
            _field(OWN, words["card_own"], own, live=True, optional=True, hint=words["card_own_hint"]),
            blocks.note(words["card_when"]),
        ],
    }


def told(texts: Sequence[str], words: Words) -> View:
    """Words in the place of the form."""
    shown = [one for text in texts for one in blocks.sections(text)]
    return {"type": "modal", "title": plain(words["home_title"], TITLE), "blocks": shown[: 2 * blocks.MOST]}


def answer(sent: CardSent, words: Words) -> View | None:
    """How the platform is answered when the form was sent in; None closes it."""
    if sent.outcome == "crisis":
        return {"response_action": "update", "view": told(sent.help, words)}
    if sent.outcome == "refused":
        return {"response_action": "errors", "errors": {sent.field: sent.refused}}
    return None


def wish_of(values: Mapping[str, Any]) -> CardWish:
    """What was filled in, from the state of a view."""
    return CardWish(
        who=_chosen(values, WHO), design=_chosen(values, DESIGN), ready=_chosen(values, READY), text=_typed(values)
    )  # fmt: skip


def _chosen(values: Mapping[str, Any], name: str) -> str:
    option = ((values.get(name) or {}).get(name) or {}).get("selected_option") or {}
    return str(option.get("value") or "")


def _typed(values: Mapping[str, Any]) -> str:
    return unescape(str(((values.get(OWN) or {}).get(OWN) or {}).get("value") or "")).strip()


def _field(
    name: str, label: str, element: Block, *, live: bool = False, optional: bool = False, hint: str = ""
) -> Block:
    field = {
        "type": "input", "block_id": name, "label": plain(label, 2000), "element": element, "optional": optional,
        "dispatch_action": live,
    }  # fmt: skip
    return {**field, "hint": plain(hint, 2000)} if hint else field


def _menu(name: str, options: Sequence[Option], words: Words, *, first: bool = False) -> Block:
    """A menu; in parts when there are headings, or too many."""
    found: Block = {"type": "static_select", "action_id": name, "placeholder": plain(words["card_choose"], HINT)}
    listed = {one.id: _option(one) for one in options[: MOST * PARTS]}
    if first and options:
        found["initial_option"] = listed[options[0].id]
    groups = _groups(options[: MOST * PARTS])
    if groups is None:
        return {**found, "options": list(listed.values())}
    shown = [{"label": plain(head, NAME), "options": [listed[one.id] for one in some]} for head, some in groups]
    return {**found, "option_groups": shown}


def _groups(options: Sequence[Option]) -> list[tuple[str, list[Option]]] | None:
    """The options under their headings, or as first to last; None when they fit in one list."""
    if any(one.group for one in options):
        heads = dict.fromkeys(one.group for one in options)
        return [(head, [one for one in options if one.group == head][:MOST]) for head in heads]
    if len(options) <= MOST:
        return None
    pages = [list(options[at : at + MOST]) for at in range(0, len(options), MOST)]
    return [(f"{page[0].label[:30]} - {page[-1].label[:30]}", page) for page in pages]


def _option(one: Option) -> Block:
    """A long sentence is cut where its words end."""
    label, room = one.label, NAME - 5
    if len(label) > room:
        label = f"{label[:room].rsplit(' ', 1)[0]}\N{HORIZONTAL ELLIPSIS}"
    return {"text": plain(label, NAME), "value": one.id}
