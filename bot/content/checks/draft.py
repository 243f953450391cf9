"""Content that was read but not yet found good: what the checks look at."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from bot.content.checks.graph import Map
from bot.content.checks.problem import Problem, Severity
from bot.content.models.cards import Cards
from bot.content.models.flow import Course, Flow
from bot.content.models.library import Film, Picture
from bot.content.models.prepare import Prepare
from bot.content.models.progress import PathSheet
from bot.content.models.signals import Signal
from bot.content.models.steps import Step
from bot.content.models.talk_cards import TalkCards
from bot.content.models.words import Words

WORDS_FILE = "flows/words.yaml"
PATH_FILE = "path.yaml"
CARDS_FILE = "cards.yaml"
PREPARE_FILE = "prepare.yaml"
TALK_CARDS_FILE = "buddy-cards.yaml"


@dataclass(frozen=True)
class Draft:
    """`unread` holds the ids of flows and pictures whose own file has a problem: they are known to exist."""

    folder: Path
    flows: dict[str, Flow | Course]
    words: Words | None = None
    signals: tuple[Signal, ...] = ()
    pictures: dict[str, Picture] = field(default_factory=dict)
    films: dict[str, Film] = field(default_factory=dict)
    path: PathSheet | None = None
    cards: Cards = field(default_factory=Cards)
    prepare: Prepare | None = None
    talk_cards: TalkCards = field(default_factory=TalkCards)
    unread: frozenset[str] = frozenset()

    @cached_property
    def maps(self) -> dict[str, Map]:
        """Flow -> its roads."""
        return {flow.id: Map(flow) for flow in self.flows.values()}

    def steps(self) -> Iterator[tuple[Flow | Course, Step]]:
        """Every step of every flow, in the order of the files."""
        for flow in self.flows.values():
            for step in flow.steps:
                yield flow, step


def file_of(flow: Flow | Course) -> str:
    """The file in which a flow stands: a file has the name of its id."""
    return f"{'courses' if isinstance(flow, Course) else 'flows'}/{flow.id}.yaml"


def at(flow: Flow | Course, step: Step, fact: str, severity: Severity = "fail") -> Problem:
    """A problem of one step."""
    return Problem(file_of(flow), step.id, fact, severity)
