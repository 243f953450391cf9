"""All content together, prepared so that a turn only looks things up."""

from dataclasses import dataclass, field
from functools import cached_property

from bot.content.models.cards import Cards
from bot.content.models.circle_steps import NoticeStep
from bot.content.models.flow import Course, Flow
from bot.content.models.prepare import Prepare
from bot.content.models.progress import PathSheet
from bot.content.models.signals import Signal
from bot.content.models.steps import KeepStep, Step
from bot.content.models.talk_cards import TalkCards
from bot.content.models.words import Words


@dataclass(frozen=True)
class Picture:
    """A still of the studio: where its file lies within the media folder, and what it shows in words."""

    id: str
    file: str
    alt: str


@dataclass(frozen=True)
class Film:
    """A film of the studio: files within the media folder, its length, and its spoken text to read instead."""

    id: str
    file: str
    captions: str
    poster: str
    seconds: float
    transcript: str


@dataclass(frozen=True)
class Library:
    """The content that was read at start-up. `revision` changes when any word changes."""

    flows: dict[str, Flow | Course]
    words: Words
    signals: tuple[Signal, ...] = ()
    pictures: dict[str, Picture] = field(default_factory=dict)
    films: dict[str, Film] = field(default_factory=dict)
    path: PathSheet | None = None
    cards: Cards = field(default_factory=Cards)
    prepare: Prepare | None = None
    talk_cards: TalkCards = field(default_factory=TalkCards)
    revision: str = ""

    @cached_property
    def courses(self) -> tuple[Course, ...]:
        """The courses in the advised order."""
        found = (flow for flow in self.flows.values() if isinstance(flow, Course))
        return tuple(sorted(found, key=lambda course: course.number))

    @cached_property
    def papers(self) -> dict[str, tuple[str, KeepStep]]:
        """Paper -> the flow in which it is made, and the step that makes it."""
        return {
            step.paper: (flow.id, step)
            for flow in self.flows.values()
            for step in flow.steps
            if isinstance(step, KeepStep)
        }

    @cached_property
    def starts(self) -> dict[tuple[str, str], str]:
        """(role, `welcome` or `home`) -> the flow."""
        return {
            (role, flow.start): flow.id
            for flow in self.flows.values()
            if isinstance(flow, Flow) and flow.start is not None
            for role in flow.roles
        }

    @cached_property
    def opened_by(self) -> dict[tuple[str, str], str]:
        """(role, command) -> the flow that says it opens by it."""
        return {
            (role, flow.command): flow.id
            for flow in self.flows.values()
            if isinstance(flow, Flow) and flow.command is not None
            for role in flow.roles
        }

    @cached_property
    def stood(self) -> frozenset[str]:
        """The flows that standing buttons open: who walks away from one finds the button where it was."""
        steps = (step for flow in self.flows.values() for step in flow.steps if isinstance(step, NoticeStep))
        return frozenset(button.flow for step in steps for button in step.buttons)

    @cached_property
    def graph(self) -> dict[tuple[str, str], Step]:
        """(flow, step) -> step, also under the ids of the steps that it replaces."""
        known: dict[tuple[str, str], Step] = {}
        for flow in self.flows.values():
            for step in flow.steps:
                known[flow.id, step.id] = step
                for old in step.replaces:
                    known.setdefault((flow.id, old), step)
        return known

    @cached_property
    def following(self) -> dict[tuple[str, str], str | None]:
        """(flow, step) -> the step that stands after it in the file; None for the last."""
        after: dict[tuple[str, str], str | None] = {}
        for flow in self.flows.values():
            ids: list[str | None] = [*(step.id for step in flow.steps[1:]), None]
            for step, then in zip(flow.steps, ids, strict=True):
                after[flow.id, step.id] = then
        return after
