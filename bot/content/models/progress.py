"""The picture of a person's progress: a path with seven places, and where in the picture each of them lies."""

from pydantic import Field

from bot.content.models.base import Frozen, Slug

Spot = tuple[int, int]
"""A point of the picture, in its own pixels from the top left corner."""
COURSES = 7


class PathPlace(Frozen):
    """The place of one course: the `area` that comes to life when it is done, and its name with `label` as middle."""

    number: int = Field(ge=1, le=COURSES)
    area: tuple[Spot, ...] = Field(min_length=3)
    label: Spot


class PathSheet(Frozen):
    """The path: the same landscape as two pictures, one `quiet` and one `lively`, and its places."""

    quiet: Slug
    lively: Slug
    places: tuple[PathPlace, ...] = Field(min_length=COURSES, max_length=COURSES)
