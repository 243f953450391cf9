"""A picture that the studio does not know."""

from collections.abc import Iterator

from bot.content.checks.draft import CARDS_FILE, PATH_FILE, Draft, at, file_of
from bot.content.checks.problem import Problem
from bot.content.models.flow import Course
from bot.content.models.steps import PathStep, PictureStep

PATH_STEM = "path"


def unknown_picture(draft: Draft) -> Iterator[Problem]:
    """A picture step, the cover of a course, the path and a card must name a picture; a path step needs a path."""
    known = draft.pictures.keys() | draft.unread
    for flow in draft.flows.values():
        if isinstance(flow, Course) and flow.cover not in known:
            yield Problem(file_of(flow), None, f"cover '{flow.cover}' is no picture")
    for flow, step in draft.steps():
        if isinstance(step, PictureStep) and step.picture not in known:
            yield at(flow, step, f"picture '{step.picture}' does not exist")
        if isinstance(step, PathStep) and draft.path is None and PATH_STEM not in draft.unread:
            yield at(flow, step, f"there is no {PATH_FILE} to draw it from")
    for picture in (draft.path.quiet, draft.path.lively) if draft.path else ():
        if picture not in known:
            yield Problem(PATH_FILE, None, f"picture '{picture}' does not exist")
    for design in draft.cards.designs:
        if design.picture not in known:
            yield Problem(CARDS_FILE, design.id, f"picture '{design.picture}' does not exist")
