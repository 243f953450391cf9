"""An answer that may be empty at the moment that it is filled in."""

from collections.abc import Iterator
from typing import TypeGuard

from bot.content.checks.draft import Draft, at
from bot.content.checks.graph import Map
from bot.content.checks.keys import ALWAYS, PLACEHOLDER, placeholders, saved
from bot.content.checks.problem import Problem
from bot.content.models.circle_steps import FetchStep, ListStep, LookStep, NoticeStep
from bot.content.models.flow import Course, Flow
from bot.content.models.step_base import END, When
from bot.content.models.steps import ChoiceStep, DateStep, ScaleStep, SortStep, Step, TextStep, TimeStep

Sure = ChoiceStep | ScaleStep | TextStep | DateStep | TimeStep | SortStep | ListStep
"""What is answered, or is passed over."""


def unsure_placeholder(draft: Draft) -> Iterator[Problem]:
    """A placeholder needs a `when` on its key, or an answer on every road that leads to it."""
    for flow in draft.flows.values():
        if not any(_filled(step) for step in flow.steps):
            continue
        sure, known = _sure(flow, draft.maps[flow.id]), saved(flow).keys()
        for step in flow.steps:
            for key, own in _filled(step):
                if key in known and key not in ALWAYS | own | sure[step.id]:
                    yield at(flow, step, f"'{key}' may not be answered here; add a 'when' on it")


def _filled(step: Step) -> list[tuple[str, frozenset[str]]]:
    """The keys in the texts and options of a step, with what is known because an option has a `when`."""
    found = [] if isinstance(step, LookStep | NoticeStep) else [(key, frozenset[str]()) for key in placeholders(step)]
    for option in step.options if isinstance(step, ChoiceStep) else ():
        found += [(key, _known(option.when)) for key in PLACEHOLDER.findall(option.label)]
    return found


def _sure(flow: Flow | Course, roads: Map) -> dict[str, frozenset[str]]:
    """For each step the keys that were answered on whatever road someone came."""
    everything = frozenset(saved(flow))
    before = {step.id: everything for step in flow.steps} | {END: everything}
    before[roads.first] = frozenset()
    ahead = [roads.first, *roads.out]
    while ahead:
        here = ahead.pop()
        step = roads.steps[here]
        for road in roads.out[here]:
            left = before[road.to] & _after(step, road.how, before[here])
            if left != before[road.to]:
                before[road.to] = left
                if road.to != END:
                    ahead.append(road.to)
    return {name: keys | _own(roads.steps[name]) for name, keys in before.items() if name != END}


def _after(step: Step, how: str, keys: frozenset[str]) -> frozenset[str]:
    if how == "passed":
        return keys
    if how == "answered" and _always_saves(step):
        keys |= {step.save or ""}
    return keys | _own(step)


def _always_saves(step: Step) -> TypeGuard[Sure]:
    """Ticking nothing, or passing over every card, leaves nothing to save."""
    if isinstance(step, SortStep):
        return step.save is not None and step.skip is None
    return isinstance(step, Sure) and step.save is not None


def _own(step: Step) -> frozenset[str]:
    """The keys that are known as long as the step is not passed over; a fetch always saves something."""
    fetched = {step.save} if isinstance(step, FetchStep) else set()
    return _known(step.when) | fetched


def _known(when: When | None) -> frozenset[str]:
    """The key that was answered when the condition holds; a `not` alone also fits no answer."""
    return frozenset({when.key}) if when is not None and (when.is_ or not when.not_) else frozenset()
