"""A picture that the studio does not know."""

from collections.abc import Iterator

from bot.content.checks.draft import CARDS_FILE, Draft, at, file_of
from bot.content.checks.problem import Problem
from bot.content.models.flow import Course
from bot.content.models.steps import PictureStep


def unknown_picture(draft: Draft) -> Iterator[Problem]:
    """A picture step, the cover of a course and a card must name a picture."""
    known = draft.pictures.keys() | draft.unread
    for flow in draft.flows.values():
        if isinstance(flow, Course) and flow.cover not in known:
            yield Problem(file_of(flow), None, f"cover '{flow.cover}' is no picture")
    for flow, step in draft.steps():
        if isinstance(step, PictureStep) and step.picture not in known:
            yield at(flow, step, f"picture '{step.picture}' does not exist")
    for design in draft.cards.designs:
        if design.picture not in known:
            yield Problem(CARDS_FILE, design.id, f"picture '{design.picture}' does not exist")
