"""Which file reads which kind of step."""

from types import ModuleType

from bot.flows.steps import call, checklist, choice, do, pick, picture, say, scale, share, sort, text, video

KINDS: dict[str, ModuleType] = {
    "say": say,
    "picture": picture,
    "video": video,
    "choice": choice,
    "text": text,
    "scale": scale,
    "checklist": checklist,
    "sort": sort,
    "share": share,
    "pick": pick,
    "call": call,
    "do": do,
}
