"""A path of progress that could not be drawn."""

from collections import Counter
from collections.abc import Iterator

from bot.content.checks.draft import PATH_FILE, Draft, at
from bot.content.checks.problem import Problem
from bot.content.models.steps import PathStep

_STEM = PATH_FILE.removesuffix(".yaml")


def incomplete_path(draft: Draft) -> Iterator[Problem]:
    """A path step needs a path, of two known pictures, on which each course has one place."""
    if draft.path is None:
        for flow, step in draft.steps():
            if isinstance(step, PathStep) and _STEM not in draft.unread:
                yield at(flow, step, f"there is no {PATH_FILE} to draw the path from")
        return
    for picture in (draft.path.quiet, draft.path.lively):
        if picture not in draft.pictures.keys() | draft.unread:
            yield Problem(PATH_FILE, None, f"picture '{picture}' does not exist")
    for number, times in sorted(Counter(place.number for place in draft.path.places).items()):
        if times > 1:
            yield Problem(PATH_FILE, None, f"number {number} has {times} places")
