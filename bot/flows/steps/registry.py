"""Which file reads which kind of step."""

from types import ModuleType

from bot.flows.steps import (
    call,
    checklist,
    choice,
    date,
    do,
    keep,
    pick,
    picture,
    say,
    scale,
    share,
    show,
    sort,
    text,
    video,
)

KINDS: dict[str, ModuleType] = {
    "say": say,
    "picture": picture,
    "video": video,
    "choice": choice,
    "text": text,
    "scale": scale,
    "checklist": checklist,
    "sort": sort,
    "date": date,
    "keep": keep,
    "show": show,
    "share": share,
    "pick": pick,
    "call": call,
    "do": do,
}
