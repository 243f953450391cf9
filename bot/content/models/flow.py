"""A flow (a dialogue) and a course (a flow in lessons)."""

from functools import cached_property
from typing import Literal

from pydantic import Field

from bot.content.models.base import Frozen, Key, Label, Slug, Text
from bot.content.models.step_base import Factor
from bot.content.models.steps import Step

Role = Literal["employee", "coach", "colleague", "lead"]


class Flow(Frozen):
    """A dialogue: the steps in the order in which they are walked.

    `roles` may walk it. `start` makes it what a role sees first (`welcome`), always comes back to (`home`), or has
    open while a human talks here (`talk`).
    `command` opens it for who types the words of that command. `about` is the answer under which a standing button
    or a reminder puts the id that it is about. The answers of a `fresh` flow are handed to what it does, kept nowhere,
    and forgotten when it opens again.
    """

    id: Slug
    kind: Literal["flow"]
    title: Label
    duty: Literal["course", "crisis"] = "course"
    roles: tuple[Role, ...] = ("employee",)
    start: Literal["welcome", "home", "talk"] | None = None
    command: Key | None = None
    about: Key | None = None
    fresh: bool = False
    steps: tuple[Step, ...] = Field(min_length=1)

    @cached_property
    def lesson_of(self) -> dict[str, int]:
        """A plain flow has no lessons."""
        return {}


class Lesson(Frozen):
    """A part of a course of 3 to 5 minutes."""

    id: Slug
    title: Label
    minutes: int = Field(ge=1, le=10)
    steps: tuple[Step, ...] = Field(min_length=1)


class Course(Frozen):
    """One of the seven courses: `number` is its place in the advised order, `short` its name on a button."""

    id: Slug
    kind: Literal["course"]
    number: int = Field(ge=1, le=7)
    title: Label
    short: Label
    about: Text
    factor: Factor
    cover: Slug
    lessons: tuple[Lesson, ...] = Field(min_length=1)

    @property
    def duty(self) -> Literal["course", "crisis"]:
        """A course is never urgent."""
        return "course"

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """All steps of all lessons, in order."""
        return tuple(step for lesson in self.lessons for step in lesson.steps)

    @cached_property
    def lesson_of(self) -> dict[str, int]:
        """Step id -> the lesson (from 0) in which it stands."""
        return {step.id: at for at, lesson in enumerate(self.lessons) for step in lesson.steps}
