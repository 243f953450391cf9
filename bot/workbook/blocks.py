"""Turns the steps of a course into what stands on paper: never a second copy of the words."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.content.models.flow import Course, Flow
from bot.content.models.library import Library
from bot.content.models.step_base import AskingStep, SpokenStep
from bot.content.models.steps import (
    CallStep,
    ChecklistStep,
    ChoiceStep,
    DateStep,
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


@dataclass(frozen=True)
class Part:
    """A lesson on paper."""

    title: str
    minutes: int
    blocks: tuple[Block, ...]


def parts(library: Library, course: Course) -> tuple[Part, ...]:
    """The lessons of a course, in the order of the chat."""
    chose = _chosen(course)
    return tuple(
        Part(
            lesson.title,
            lesson.minutes,
            tuple(block for step in lesson.steps for block in _blocks(library, step, chose.get(step.id, ()))),
        )
        for lesson in course.lessons
    )


def _chosen(flow: Flow | Course) -> dict[str, tuple[str, ...]]:
    """Step -> the labels of the answers that lead to it, when nothing else does."""
    found: dict[str, list[str]] = {}
    falls_to = {after.id for before, after in zip(flow.steps, flow.steps[1:], strict=False) if _falls(before)}
    for step in flow.steps:
        if isinstance(step, ChoiceStep):
            for option in step.options:
                if option.next:
                    found.setdefault(option.next, []).append(option.label)
        if isinstance(step, AskingStep) and step.skip and step.skip_to:
            found.setdefault(step.skip_to, []).append(step.skip)
    others = {step.next for step in flow.steps if step.next}
    return {at: tuple(labels) for at, labels in found.items() if at not in falls_to and at not in others}


def _falls(step: Step) -> bool:
    """Whether the dialogue goes from this step to the one below it in the file."""
    if step.next is not None:
        return False
    return not isinstance(step, ChoiceStep) or any(option.next is None for option in step.options)


def _blocks(library: Library, step: Step, chose: tuple[str, ...]) -> Iterator[Block]:
    if isinstance(step, CallStep):
        called = library.flows[step.flow]
        inner = _chosen(called)
        for one in called.steps:
            yield from _blocks(library, one, inner.get(one.id, ()))
    elif isinstance(step, KeepStep):
        yield from _paper(step)
    elif isinstance(step, SayStep | PictureStep | PathStep | VideoStep):
        yield _told(library, step, chose)
    elif isinstance(step, AskingStep):
        yield _asked(step, chose)


def _told(library: Library, step: SayStep | PictureStep | PathStep | VideoStep, chose: tuple[str, ...]) -> Block:
    match step:
        case PictureStep():
            picture = library.pictures.get(step.picture)
            return _block("picture", step, chose, media=step.picture, alt=picture.alt if picture else "")
        case PathStep():
            # On paper it is a path to colour in.
            quiet = library.pictures.get(library.path.quiet) if library.path else None
            return _block("path", step, chose, media=quiet.id if quiet else "", alt=quiet.alt if quiet else "")
        case VideoStep():
            film = library.films.get(step.film)
            return _block("film", step, chose, media=step.film, alt=film.transcript if film else "")
        case _:
            return _block("say", step, chose)


def _asked(step: AskingStep, chose: tuple[str, ...]) -> Block:
    match step:
        case ChoiceStep():
            labels = tuple(one.label for one in step.options if "{" not in one.label)
            return _block("choice", step, chose, options=labels, skip=_way_out(step), lines=0 if labels else 1)
        case TextStep() | DateStep():
            lines = 3 if isinstance(step, TextStep) else 1
            return _block("text", step, chose, options=step.ideas, skip=_way_out(step), lines=lines)
        case ScaleStep():
            return _block("scale", step, chose, low=step.low, high=step.high)
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
    return step.skip if step.skip and step.skip_to else ""


def _paper(step: KeepStep) -> Iterator[Block]:
    """A plan with room to write: what is filled in by the chat is a line here."""
    options = tuple(line.text.partition("{")[0].strip() for line in step.lines if "{" in line.text)
    yield Block(kind="paper", id=step.id, text=step.title, options=tuple(filter(None, options)), lines=len(step.tasks))


def _block(kind: str, step: SpokenStep, chose: tuple[str, ...], **more: object) -> Block:
    return Block(kind=kind, id=step.id, text=step.text, chose=chose, **more)  # type: ignore[arg-type]
