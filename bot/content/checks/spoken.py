"""Everything that is ever said: each message once, with the file and the step in which it stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, Protocol

from bot.content.checks.draft import CARDS_FILE, PREPARE_FILE, TALK_CARDS_FILE, WORDS_FILE, file_of
from bot.content.checks.labels import labels
from bot.content.checks.problem import Problem, Severity
from bot.content.models.cards import Cards
from bot.content.models.circle_steps import ListStep, LookStep
from bot.content.models.flow import Course, Flow
from bot.content.models.library import Film, Picture
from bot.content.models.prepare import Prepare
from bot.content.models.step_base import SpokenStep
from bot.content.models.steps import KeepStep, PickStep, ShowStep, SortStep, Step
from bot.content.models.talk_cards import TalkCards
from bot.content.models.words import Words

Kind = Literal["bubble", "beside", "label"]


@dataclass(frozen=True)
class Message:
    """A text and its simpler version. A bubble is said in the chat; other texts stand beside it."""

    file: str
    step: str
    text: str
    simpler: str | None = None
    kind: Kind = "bubble"


@dataclass(frozen=True)
class Part:
    """One text, to be checked by itself."""

    file: str
    step: str
    text: str
    simpler: bool
    kind: Kind

    def problem(self, fact: str, severity: Severity = "fail") -> Problem:
        """A problem of this text."""
        return Problem(self.file, self.step, fact, severity, self.simpler)


class Said(Protocol):
    """What both a draft and a library have."""

    @property
    def flows(self) -> dict[str, Flow | Course]: ...
    @property
    def words(self) -> Words | None: ...
    @property
    def pictures(self) -> dict[str, Picture]: ...
    @property
    def films(self) -> dict[str, Film]: ...
    @property
    def cards(self) -> Cards: ...
    @property
    def prepare(self) -> Prepare | None: ...
    @property
    def talk_cards(self) -> TalkCards: ...


def spoken(said: Said) -> Iterator[Message]:
    """Each message once, in the order of the files; the texts of pages are not among them."""
    for flow in said.flows.values():
        file = file_of(flow)
        if isinstance(flow, Course):
            yield Message(file, "about", flow.about, kind="beside")
        for step in flow.steps:
            yield from _of_step(file, step)
    yield from _beside_flows(said)


def _beside_flows(said: Said) -> Iterator[Message]:
    """What is said outside the flows, or stands beside them."""
    if said.words is not None:
        for name, reply in said.words.replies:
            yield Message(WORDS_FILE, f"replies.{name}", reply.text, reply.simpler)
    for picture in said.pictures.values():
        if picture.alt:
            yield Message(f"pictures/{picture.id}.yaml", "alt", picture.alt, kind="beside")
    for film in said.films.values():
        for at, caption in enumerate(film.transcript.splitlines(), start=1):
            yield Message(f"films/{film.id}.yaml", f"caption-{at}", caption, kind="beside")
    yield from (Message(CARDS_FILE, ready.id, ready.text, kind="beside") for ready in said.cards.texts)
    if said.prepare is not None:
        yield from (Message(PREPARE_FILE, name, text, kind="beside") for name, text in said.prepare.texts)
    yield from (Message(TALK_CARDS_FILE, card.id, card.text) for card in said.talk_cards.cards)


def parts(said: Said) -> Iterator[Part]:
    """Each text of each message."""
    for message in spoken(said):
        yield Part(message.file, message.step, message.text, simpler=False, kind=message.kind)
        if message.simpler is not None:
            yield Part(message.file, message.step, message.simpler, simpler=True, kind=message.kind)


def beside(said: Said) -> Iterator[Part]:
    """What is read but never said: buttons, titles and the texts of pages."""
    for flow in said.flows.values():
        file = file_of(flow)
        titles = [flow.title, *(lesson.title for lesson in flow.lessons)] if isinstance(flow, Course) else []
        yield from (Part(file, "title", title, simpler=False, kind="label") for title in titles)
        for step in flow.steps:
            for _, label in labels(step):
                yield Part(file, f"{step.id}#{label}", label, simpler=False, kind="label")
    if said.words is not None:
        yield from _beside_words(said.words)
    yield from (
        Part(CARDS_FILE, f"{name}#title", title, simpler=False, kind="label") for name, title in said.cards.titles
    )
    for need in said.prepare.needs if said.prepare is not None else ():
        yield Part(PREPARE_FILE, f"{need.id}#title", need.title, simpler=False, kind="label")


def _beside_words(words: Words) -> Iterator[Part]:
    for name, label in words.buttons:
        yield Part(WORDS_FILE, f"buttons.{name}", label, simpler=False, kind="label")
    for name, sentence in words.path:
        yield Part(WORDS_FILE, f"path.{name}", sentence, simpler=False, kind="beside")
    for name, text in words.web.items():
        kind: Kind = "beside" if text[-1] in ".!?" else "label"
        yield Part(WORDS_FILE, f"web.{name}", text, simpler=False, kind=kind)
    for channel, said in (("telegram", words.telegram), ("slack", words.slack)):
        for name, text in said.items():
            kind = "beside" if text[-1] in ".!?" else "label"
            yield Part(WORDS_FILE, f"{channel}.{name}", text, simpler=False, kind=kind)
    for role, menu in words.menus.items():
        for name, label in menu.items():
            yield Part(WORDS_FILE, f"menus.{role}.{name}", label, simpler=False, kind="label")


def _of_step(file: str, step: Step) -> Iterator[Message]:
    if isinstance(step, KeepStep | LookStep):
        for at, line in enumerate(step.lines, start=1):
            yield Message(file, f"{step.id}+line-{at}", line.text, kind="beside")
    if not isinstance(step, SpokenStep):
        return
    yield Message(file, step.id, step.text, step.simpler)
    if step.more is not None:
        yield Message(file, f"{step.id}+more", step.more)
    if isinstance(step, PickStep | ShowStep | ListStep | LookStep):
        yield Message(file, f"{step.id}+empty", step.empty)
    if isinstance(step, SortStep):
        for card in step.cards:
            yield Message(file, f"{step.id}+{card.value}", card.label)
