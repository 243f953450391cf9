"""The home page of the app: what goes on, what someone can ask for, and how far they are."""

from collections.abc import Mapping
from typing import Any

from bot.channels.slack import blocks
from bot.channels.slack.blocks import Block, button, plain, row
from bot.channels.slack.desk import HomePage

IN_A_ROW = 3
RESUME = "resume"


def view(page: HomePage | None, words: Mapping[str, str], file: str | None = None) -> dict[str, Any]:
    """The view as it is published. `file` is the picture of the path; who is not in sees how to come in."""
    head: list[Block] = [{"type": "header", "text": plain(words["home_title"], 150)}]
    if page is None:
        return {"type": "home", "blocks": [*head, *blocks.sections(words["home_stranger"])]}
    buttons = [button(label, f"{blocks.COMMAND}:{name}", name) for label, name in page.commands]
    rows = [row(*buttons[at : at + IN_A_ROW]) for at in range(0, len(buttons), IN_A_ROW)]
    path = [blocks.picture(file, page.progress)] if file else blocks.sections(page.progress)
    shown = [*head, *_now(page), *path, *blocks.sections(words["home_text"]), *rows]
    return {"type": "home", "blocks": shown[: 2 * blocks.MOST]}


def _now(page: HomePage) -> list[Block]:
    """Where this person is, with the way to go on there."""
    waits = [row(button(label, f"{blocks.PRESS}:{data}"[:255], data)) for label, data in page.waits]
    go_on = [row(button(page.on, f"{blocks.COMMAND}:{RESUME}", RESUME))] if page.on else []
    return [*blocks.sections(page.now), *go_on, *waits]
