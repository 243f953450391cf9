"""Turns the steps of a course into what stands on paper: never a second copy of the words."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.content.checks.keys import PLACEHOLDER
from bot.content.models.flow import Course
from bot.content.models.library import Library
from bot.content.models.step_base import AskingStep, SpokenStep
from bot.content.models.steps import (
    CallStep,
    ChecklistStep,
    ChoiceStep,
    DateStep,
    DoStep,
    KeepStep,
    PathStep,
    PictureStep,
    SayStep,
    ScaleStep,
    SortStep,
    Step,
    TextStep,
    VideoStep,
)
from bot.flows.moving import AFTER
from bot.flows.steps.path import EMPTY
from bot.workbook.branching import Branches

MOST = 3
"""Lines to write on under one head."""
NAMES = {"coach", "organisation"}
"""What a label may hold on paper; any other place is for an answer, and gets a line to write on."""
ASKS = "open_case"
"""A dialogue that does this arranges with the chat how and when somebody calls: on paper it is no use."""
TOLD = {"want_talk": "paper_tell", "want_group": "paper_tell", "want_help": "paper_tell_help"}
"""What the chat passes on to a coach and then tells. Paper cannot: there people are asked to say it themselves."""


@dataclass(frozen=True, kw_only=True)
class Block:
    """One thing on paper. `chose` are the answers after which it is meant; `kind` picks how it is drawn."""

    kind: str
    id: str
    text: str = ""
    chose: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    cards: tuple[str, ...] = ()
    low: str = ""
    high: str = ""
    media: str = ""
    alt: str = ""
    skip: str = ""
    lines: int = 0
    rows: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class Part:
    """A lesson on paper."""

    title: str
    minutes: int
    blocks: tuple[Block, ...]


def parts(library: Library, course: Course) -> tuple[Part, ...]:
    """The lessons of a course, in the order of the chat, and at the end what comes there after each course."""
    chose = Branches(course).meant()
    after = library.flows.get(AFTER)
    closing = tuple(_printed(library, after.steps, Branches(after).meant())) if after else ()
    return tuple(
        Part(
            lesson.title,
            lesson.minutes,
            (*_printed(library, lesson.steps, chose), *(closing if lesson is course.lessons[-1] else ())),
        )
        for lesson in course.lessons
    )


def _printed(library: Library, steps: Sequence[Step], chose: dict[str, tuple[str, ...]]) -> Iterator[Block]:
    for before, step in zip((None, *steps), steps, strict=False):
        if not (isinstance(step, SayStep) and isinstance(before, DoStep) and before.action in TOLD):
            yield from _blocks(library, step, chose)


def _blocks(library: Library, step: Step, chose: dict[str, tuple[str, ...]]) -> Iterator[Block]:
    meant = chose.get(step.id, ())
    if isinstance(step, CallStep):
        called = library.flows[step.flow]
        if any(isinstance(one, DoStep) and one.action == ASKS for one in called.steps):
            return
        yield from _printed(library, called.steps, Branches(called).meant())
    elif isinstance(step, DoStep):
        if step.action in TOLD:
            yield Block(kind="tell", id=step.id, text=library.words.web[TOLD[step.action]], chose=meant)
    elif isinstance(step, KeepStep):
        yield from _paper(step)
    elif isinstance(step, SayStep | PictureStep | PathStep | VideoStep):
        yield _told(library, step, meant)
    elif isinstance(step, AskingStep):
        yield _asked(step, meant)


def _told(library: Library, step: SayStep | PictureStep | PathStep | VideoStep, chose: tuple[str, ...]) -> Block:
    match step:
        case PictureStep():
            picture = library.pictures.get(step.picture)
            return _block("picture", step, chose, media=step.picture, alt=picture.alt if picture else "")
        case PathStep():
            # On paper it is a path to colour in.
            return _block("path", step, chose, media=EMPTY, alt=library.words.path.alt)
        case VideoStep():
            film = library.films.get(step.film)
            return _block("film", step, chose, media=step.film, alt=film.transcript if film else "")
        case _:
            return _block("say", step, chose)


def _asked(step: AskingStep, chose: tuple[str, ...]) -> Block:
    match step:
        case ChoiceStep():
            labels = tuple(one.label for one in step.options if set(PLACEHOLDER.findall(one.label)) <= NAMES)
            return _block("choice", step, chose, options=labels, skip=_way_out(step), lines=0 if labels else 1)
        case TextStep() | DateStep():
            lines = 3 if isinstance(step, TextStep) else 1
            return _block("text", step, chose, options=step.ideas, skip=_way_out(step), lines=lines)
        case ScaleStep():
            return _block("scale", step, chose, low=step.low, high=step.high, skip=_way_out(step))
        case ChecklistStep():
            items = tuple(item.label for item in step.items)
            return _block("checklist", step, chose, options=items, skip=_way_out(step))
        case SortStep():
            cards = tuple(card.label for card in step.cards)
            return _block("sort", step, chose, options=tuple(pile.label for pile in step.piles), cards=cards)
        case _:
            return _block("text", step, chose, lines=3)


def _way_out(step: AskingStep) -> str:
    """The way out is an answer on paper only where it leads somewhere of its own."""
    leads = step.skip_to is not None or isinstance(step, ScaleStep)
    return step.skip if step.skip and leads else ""


def _paper(step: KeepStep) -> Iterator[Block]:
    """A plan with room to write: what is filled in by the chat is a line here, and as many lines as it can have."""
    heads = (line.text.partition("{")[0].strip() for line in step.lines if "{" in line.text)
    rows = tuple((head, min(count, MOST)) for head, count in Counter(head for head in heads if head).items())
    yield Block(kind="paper", id=step.id, text=step.title, rows=rows, lines=len(step.tasks))


def _block(kind: str, step: SpokenStep, chose: tuple[str, ...], **more: object) -> Block:
    return Block(kind=kind, id=step.id, text=step.text, chose=chose, **more)  # type: ignore[arg-type]
