"""Goes through a whole course as people do: straight on, with help at every question, or passing everything over."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Literal

from msgspec import Struct, field

from bot.content.models.flow import Course
from bot.content.models.library import Library
from bot.content.models.step_base import BaseStep
from bot.messages import Outbound
from bot.player import Act
from tests.scenarios.chat import FAR, Chat, agreed

How = Literal["straight", "explain", "skip"]


class Walked(Struct):
    """What was `asked` (flow/step, in order), and every bubble that was `said`."""

    asked: list[str] = field(default_factory=list)
    said: list[Outbound] = field(default_factory=list)

    def steps(self, library: Library, course: str) -> list[str]:
        """The steps of the course that said something, each once."""
        return [one for one in dict.fromkeys(bubble.step for bubble in self.said) if (course, one) in library.graph]


def entered(library: Library, course: str) -> Chat:
    """Someone who chose this course from the list, and stands at its first question."""
    short = next(one.short for one in library.courses if one.id == course)
    return agreed(library).tool("courses").presses(short)


def lessons(library: Library, course: str) -> list[str]:
    """The marks of the lessons of a course, in order."""
    found = library.flows[course]
    assert isinstance(found, Course)
    return [f"{course}/{lesson.id}" for lesson in found.lessons]


def over(chat: Chat, course: str) -> bool:
    """Whether the course was done, and lies open no more."""
    return course in chat.session.finished and not any(one.flow == course for one in chat.session.frames)


def onward(chat: Chat, before: Counter[str], given: Mapping[str, str] | None = None) -> None:
    """Answers the open question, with what was given for its step or else the first that fits.

    Who comes at a question again chooses something else there: `before` counts, and is added to.
    """
    times, buttons = before[chat.step], chat.ask.buttons
    before[chat.step] += 1
    told = given is not None and chat.bubble.step in given
    if times and not told and chat.ask.shape == "buttons" and buttons:
        chat.acts(Act("press", buttons[times % len(buttons)].data))
    else:
        chat.answers(given)


def at_each(library: Library, course: str, kind: type[BaseStep]) -> Iterator[Chat]:
    """Someone at each question of this kind that who goes straight on is asked, to try something there."""
    chat, before = entered(library, course), Counter[str]()
    for _ in range(FAR):
        if over(chat, course):
            return
        flow, _, step = chat.step.partition("/")
        if flow == course and isinstance(library.graph[flow, step], kind):
            yield chat.aside()
        onward(chat, before)
    raise AssertionError(f"the course never ended; stands at {chat.step}")


def to_the_end(chat: Chat, course: str, how: How = "straight", given: Mapping[str, str] | None = None) -> Walked:
    """Goes on in one way until the course is over."""
    walked, before = Walked(said=list(chat.bubbles)), Counter[str]()
    for _ in range(FAR):
        if over(chat, course):
            return walked
        walked.asked.append(chat.step)
        if how == "explain":
            _asks_what_it_means(chat)
        chat.skips() if how == "skip" else onward(chat, before, given)
        walked.said += chat.bubbles
    raise AssertionError(f"the course never ended; stands at {chat.step}")


def _asks_what_it_means(chat: Chat) -> None:
    frames, labels = chat.session.frames, chat.labels
    chat.says("ik snap het niet")
    assert chat.session.frames == frames, "help moved the person"
    assert chat.labels == labels, "help took a button away"
