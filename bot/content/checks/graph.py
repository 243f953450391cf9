"""The roads between the steps of a flow, as the engine walks them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from bot.content.models.circle_steps import ListStep, LookStep
from bot.content.models.flow import Course, Flow
from bot.content.models.step_base import END, AskingStep
from bot.content.models.steps import (
    CallStep,
    ChoiceStep,
    DoStep,
    PathStep,
    PickStep,
    PictureStep,
    SayStep,
    ScaleStep,
    ShareStep,
    ShowStep,
    Step,
    VideoStep,
)

HIGHEST = 5
LEAVING = ("decline", "stop", "erase", "home", "rest", "hush")
"""Actions after which nothing of the flow is left."""


@dataclass(frozen=True)
class Road:
    """From one step to the next. `how` tells whether the step was answered, gone through, or passed over."""

    start: str
    to: str
    how: Literal["answered", "through", "passed"]


def waits(step: Step) -> bool:
    """Whether the dialogue stops here until the person does something."""
    if isinstance(step, SayStep | PictureStep | PathStep | LookStep):
        return step.button is not None
    return isinstance(step, AskingStep | ShareStep | PickStep | VideoStep)


def may_pass(step: Step) -> bool:
    """Whether a step that waits is passed over when the person has nothing to share or to choose from."""
    if isinstance(step, ChoiceStep):
        return all(option.when is not None for option in step.options)
    return isinstance(step, ShareStep | PickStep | ListStep | LookStep)


def roads_from(step: Step, then: str) -> Iterator[Road]:
    """All roads out of a step; `then` is the step that stands after it in the file."""
    onward = step.next or then
    if step.when is not None:
        yield Road(step.id, then, "passed")
    for target in _answered(step, onward):
        yield Road(step.id, target, "answered")
    if isinstance(step, AskingStep | PickStep):
        if step.skip is not None or may_pass(step):
            yield Road(step.id, step.skip_to or onward, "through")
        if isinstance(step, ListStep) and step.empty_to is not None:
            yield Road(step.id, step.empty_to, "through")
    elif isinstance(step, DoStep) and step.action in LEAVING:
        yield Road(step.id, END, "through")
        if step.once:
            yield Road(step.id, onward, "through")
    else:
        if isinstance(step, ShowStep | LookStep) and step.empty_to is not None:
            yield Road(step.id, step.empty_to, "through")
        yield Road(step.id, onward, "through")


def _answered(step: Step, onward: str) -> Iterator[str]:
    """Where an answer leads; a picked course leaves the flow, a picked answer comes back to the question."""
    match step:
        case ChoiceStep():
            yield from (option.next or onward for option in step.options)
        case ScaleStep():
            yield from (band.next for band in step.bands)
            if not any(band.up_to == HIGHEST for band in step.bands):
                yield onward
        case AskingStep():
            yield onward
        case PickStep():
            yield {"courses": END, "answers": step.id}.get(step.source, onward)
        case _:
            pass


class Map:
    """All roads of one flow. It is not `whole` when a road to a step that does not exist was left out."""

    def __init__(self, flow: Flow | Course) -> None:
        self.first = flow.steps[0].id
        self.steps = {step.id: step for step in reversed(flow.steps)}
        after = [*(step.id for step in flow.steps[1:]), END]
        self.out: dict[str, list[Road]] = {step.id: [] for step in flow.steps}
        self.whole = True
        for step, then in zip(flow.steps, after, strict=True):
            roads = list(roads_from(step, then))
            known = [road for road in roads if road.to == END or road.to in self.steps]
            self.out[step.id].extend(known)
            self.whole = self.whole and len(known) == len(roads)

    @cached_property
    def reached(self) -> set[str]:
        """The steps to which a road leads from the first."""
        seen: set[str] = set()
        ahead = [self.first]
        while ahead:
            here = ahead.pop()
            if here not in seen and here != END:
                seen.add(here)
                ahead.extend(road.to for road in self.out[here])
        return seen

    @cached_property
    def ending(self) -> set[str]:
        """The steps from which the end can be reached."""
        back: dict[str, list[str]] = {}
        for start, roads in self.out.items():
            for road in roads:
                back.setdefault(road.to, []).append(start)
        ahead = [END]
        seen: set[str] = set()
        while ahead:
            here = ahead.pop()
            if here not in seen:
                seen.add(here)
                ahead.extend(back.get(here, ()))
        return seen


def silent(start: Map, flows: dict[str, Map], *, inside: frozenset[str] = frozenset()) -> bool:
    """Whether a flow can be walked from its first step to its end without waiting for the person."""
    seen: set[str] = set()
    ahead = [start.first]
    while ahead:
        here = ahead.pop()
        if here == END:
            return True
        if here in seen:
            continue
        seen.add(here)
        ahead.extend(road.to for road in quiet_roads(start.steps[here], start, flows=flows, inside=inside))
    return False


def quiet_roads(step: Step, at: Map, *, flows: dict[str, Map], inside: frozenset[str] = frozenset()) -> Iterator[Road]:
    """The roads out of a step that the dialogue takes by itself."""
    stays = waits(step) and not may_pass(step)
    if isinstance(step, CallStep) and step.flow in flows:
        inner = flows[step.flow]
        stays = step.flow in inside or not silent(inner, flows, inside=inside | {step.flow})
    for road in at.out[step.id]:
        if road.how == "passed" or (not stays and road.how == "through"):
            yield road
