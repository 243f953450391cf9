"""One walk through the content: the mutable work of a single turn, given to the step kinds."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from zoneinfo import ZoneInfo

from msgspec import structs

from bot.content.models.flow import Course, Flow
from bot.content.models.library import Library
from bot.content.models.step_base import SpokenStep, When
from bot.content.models.steps import Step
from bot.content.models.words import Reply
from bot.flows.around import NOBODY, Around
from bot.flows.effects import Acted, Effect, Said, Saved, Unsaid
from bot.flows.outcomes import Heard
from bot.flows.placing import place
from bot.flows.session import Answer, Asked, Choice, Frame, Session, Value
from bot.messages import Ask, Button, Outbound, OutboundKind, Shape

HERE = ZoneInfo("Europe/Amsterdam")
NAME = "name"
"""The answer that becomes a fact: how the person wants to be called."""
_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_FILLED = re.compile(_PLACEHOLDER.pattern + r"(\.?)")
ENDS = (".", "!", "?", "…")


def holds(when: When, values: set[str]) -> bool:
    """Whether a condition holds for these values."""
    if when.is_:
        return bool(values & set(when.is_))
    if when.not_:
        return not values & set(when.not_)
    return bool(values)


class Walk:
    """The session under change and the effects so far."""

    def __init__(self, library: Library, session: Session, now: datetime, around: Around = NOBODY) -> None:
        self.library = library
        self.session = session.copy()
        self.now = now
        self.around = around
        self.floor = 0
        self.effects: list[Effect] = []
        self.simpler = False
        self._seen: Mapping[str, str] = {}

    def local_day(self) -> date:
        """The day on the wall where the person lives."""
        return self.now.astimezone(HERE).date()

    def frame(self) -> Frame:
        """The frame that is being walked; only called while there is one."""
        return self.session.frames[-1]

    @property
    def role(self) -> str:
        """What this person is in the house; who is more than one thing is here what they do for others."""
        return self.session.facts.get("role") or "employee"

    def duty(self) -> bool:
        """Whether the flow that is being walked is urgent."""
        top = self.session.top
        flow = self.library.flows.get(top.flow) if top else None
        return flow is not None and flow.duty == "crisis"

    # Saying

    def wording(self, step: SpokenStep) -> str:
        """The words of the step at this person's level, with the answers filled in."""
        level = -1 if self.simpler else self.session.level
        text = step.text
        if level < 0 and step.simpler:
            text = step.simpler
        elif level > 0 and step.more:
            text = step.more
        said = self.fill(text)
        # A day or a name that opens a sentence begins with a capital like any other word.
        return said[:1].upper() + said[1:] if text.startswith("{") else said

    def fill(self, text: str) -> str:
        """Puts answers and facts in the place of {key}; what is unknown leaves nothing behind."""
        return _FILLED.sub(self._put, text) if "{" in text else text

    def _put(self, found: re.Match[str]) -> str:
        """The answer, with the full stop of our sentence unless the person's own words already end theirs."""
        words, stop = self.known(found[1]), found[2]
        return words if words.endswith(ENDS) else words + stop

    def known(self, key: str) -> str:
        """How an answer of this flow, or a fact about the person, reads."""
        answer = self.answer(key)
        if answer is not None:
            return answer.shown
        return self._seen.get(key) or self.session.facts.get(key, "")

    def complete(self, text: str) -> bool:
        """Whether everything between braces is known."""
        return all(self.known(key) for key in _PLACEHOLDER.findall(text))

    @contextmanager
    def seeing(self, facts: Mapping[str, str]) -> Iterator[None]:
        """Within this, facts of something outside the conversation can be said; afterwards they are forgotten."""
        self._seen = facts
        try:
            yield
        finally:
            self._seen = {}

    def id_of(self, key: str | None) -> str:
        """The id that was chosen or given under this key; nothing when there is none."""
        found = self.answer(key) if key else None
        return found.value if found is not None and isinstance(found.value, str) else ""

    def page(self, step: str) -> int:
        """How far the list of this step was turned."""
        return self.session.pages.get(f"{self.frame().flow}/{step}", 0)

    def turn_page(self, step: str) -> None:
        """One page further; after the last comes the first."""
        self.session.pages[f"{self.frame().flow}/{step}"] = self.page(step) + 1

    def forget(self, flow: str) -> None:
        """The answers that a `fresh` flow got an earlier time, except the id that it was opened with."""
        opened = self.library.flows[flow]
        if not isinstance(opened, Flow) or not opened.fresh:
            return
        kept = f"{flow}/{opened.about}"
        for key in [key for key in self.session.answers if key.startswith(f"{flow}/") and key != kept]:
            del self.session.answers[key]
        for key in [key for key in self.session.pages if key.startswith(f"{flow}/")]:
            del self.session.pages[key]

    def forget_about(self, flow: str) -> None:
        """The id that a `fresh` flow was opened with an earlier time: now it is opened about nothing."""
        opened = self.library.flows[flow]
        if isinstance(opened, Flow) and opened.fresh and opened.about is not None:
            self.session.answers.pop(f"{flow}/{opened.about}", None)

    def fresh(self) -> bool:
        """Whether the answers of the flow that is walked are handed on and not kept."""
        flow = self.library.flows.get(self.frame().flow)
        return isinstance(flow, Flow) and flow.fresh

    def answer(self, key: str) -> Answer | None:
        """The answer under this key in the flow that is being walked."""
        top = self.session.top
        return self.session.answers.get(f"{top.flow}/{key}") if top else None

    def say(
        self,
        text: str,
        *,
        kind: OutboundKind = "text",
        media: str | None = None,
        alt: str | None = None,
        ask: Ask | None = None,
        step: str = "",
    ) -> None:
        """Adds a bubble."""
        self.session.n += 1
        bubble = Outbound(
            kind=kind,
            text=text,
            media=media,
            alt=alt,
            ask=ask,
            place=place(self.library, self.session),
            duty="crisis" if self.duty() else "course",
            step=step,
        )
        self.effects.append(Said(self.session.n, bubble))

    def reply(self, name: str, ask: Ask | None = None) -> None:
        """Adds a reply of the house."""
        words: Reply = getattr(self.library.words.replies, name)
        simple = self.simpler or self.session.level < 0
        self.say(self.fill(words.simpler if simple else words.text), ask=ask)

    def fits(self, when: When | None) -> bool:
        """Whether a condition holds; answers of this flow first, then facts about the person."""
        if when is None:
            return True
        found = self.answer(when.key)
        if found is not None:
            return holds(when, {found.value} if isinstance(found.value, str) else set(found.value))
        fact = self._seen.get(when.key) or self._fact(when.key)
        return holds(when, {fact} if fact else set())

    def _fact(self, key: str) -> str:
        """What is known without an answer: facts, the channel, the course that lies open below, `has_` with a paper."""
        if key == "channel":
            return self.session.reached[0]
        if key == "in_course":
            return self.course_below()
        if key == "has_papers":
            return "yes" if self.session.papers else ""
        paper = key.removeprefix("has_")
        return paper if paper in self.session.papers else self.session.facts.get(key, "")

    def course_below(self) -> str:
        """The course that lies open under the flow that is being walked."""
        below = self.session.frames[:-1]
        return next((one.flow for one in below if isinstance(self.library.flows.get(one.flow), Course)), "")

    # Asking

    def ask(
        self,
        choices: Sequence[Choice],
        *,
        shape: Shape = "buttons",
        done: str | None = None,
        low: str | None = None,
        high: str | None = None,
        free: bool = False,
        voice: bool = False,
        house: bool = False,
    ) -> Ask:
        """Opens a question (of the house itself, or of the step that is walked) and gives what the bubble carries."""
        self.session.seq += 1
        seq = self.session.seq
        top = None if house else self.session.top
        self.session.asked = Asked(
            seq=seq,
            flow=top.flow if top else "",
            step=top.step if top else "",
            shape=shape,
            choices=tuple(choices),
            free=free,
            voice=voice,
        )
        buttons = tuple(Button(one.label, f"{seq}:{at}", one.role) for at, one in enumerate(choices))
        return Ask(seq=seq, shape=shape, buttons=buttons, done=done, low=low, high=high, free=free, voice=voice)

    # Keeping

    def set_aside(self, key: str) -> None:
        """Gives the answer that stands under this key a number of its own, so that a new one can take its place."""
        top, old = self.frame(), self.answer(key)
        if old is None or top.lone:
            return
        number = next(at for at in range(1, len(self.session.answers) + 2) if self.answer(f"{key}_{at}") is None)
        self.session.answers[f"{top.flow}/{key}_{number}"] = old
        self.effects.append(Saved(top.flow, f"{key}_{number}", old))

    def save(self, key: str | None, value: Value, shown: str, heard: Heard | None = None) -> None:
        """Keeps an answer, unless the step saves nothing."""
        if key is None:
            return
        top = self.frame()
        answer = Answer(
            value=value,
            shown=shown,
            step=top.step,
            at=self.now,
            marks=heard.marks if heard else (),
            media=heard.media if heard else None,
        )
        self.session.answers[f"{top.flow}/{key}"] = answer
        if key == NAME:
            self.session.facts[NAME] = shown
        if not self.fresh():
            self.effects.append(Saved(top.flow, key, answer))

    def unsay(self, flow: str, key: str) -> None:
        """Takes an answer away for good."""
        if self.session.answers.pop(f"{flow}/{key}", None) is not None:
            self.effects.append(Unsaid(flow, key))

    def act(self, action: str, gives: Sequence[str] = ()) -> None:
        """Asks the house to do something with these answers."""
        given = {key: found for key in gives if (found := self.answer(key)) is not None}
        self.effects.append(Acted(action, self.frame().flow, given))

    # Moving

    def at(self, step: str) -> None:
        """Puts the top frame at this step."""
        top = structs.replace(self.frame(), step=step)
        self.session.frames = (*self.session.frames[:-1], top)

    def step_here(self) -> Step | None:
        """The step that the top frame stands at, or its successor; None when the content has neither."""
        top = self.frame()
        return self.library.graph.get((top.flow, top.step))

    def bookmark(self) -> None:
        """Remembers where each course on the stack was left."""
        for frame in self.session.frames:
            if isinstance(self.library.flows.get(frame.flow), Course) and not frame.lone:
                self.session.bookmarks[frame.flow] = frame.step
