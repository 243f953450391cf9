"""Which file reads which kind of step."""

from types import ModuleType

from bot.flows.steps import (
    call,
    checklist,
    choice,
    date,
    do,
    fetch,
    keep,
    list,
    look,
    notice,
    path,
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
    "path": path,
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
    "list": list,
    "look": look,
    "fetch": fetch,
    "notice": notice,
}
