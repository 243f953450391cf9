"""A pile of bubbles that comes all at once."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.content.checks.draft import Draft, at
from bot.content.checks.graph import Map, waits
from bot.content.checks.keys import Question, saved
from bot.content.checks.problem import Problem
from bot.content.models.step_base import END, SpokenStep, When
from bot.content.models.steps import CallStep, ChoiceStep, ScaleStep, ShowStep, Step, TextStep

MOST = 3


def many_bubbles(draft: Draft) -> Iterator[Problem]:
    """At most 3 bubbles come in a row before a button or a question."""
    for flow in draft.flows.values():
        talk = _Talk(draft.maps[flow.id], {key for key, by in saved(flow).items() if all(map(_single, by))})
        for step in flow.steps:
            if _bubbles(step) and talk.longest(step.id, met=(), left=MOST) > MOST:
                yield at(flow, step, f"more than {MOST} bubbles in a row without a button or a question")
                break


def _bubbles(step: Step) -> int:
    """How many come by themselves; a paper that is shown has a line of text before it."""
    if waits(step) or not isinstance(step, SpokenStep):
        return 0
    return 2 if isinstance(step, ShowStep) else 1


def _single(step: Question) -> bool:
    """Whether one value is saved, so that two conditions on other values cannot both hold."""
    return isinstance(step, ChoiceStep | ScaleStep | TextStep)


@dataclass(frozen=True)
class _Talk:
    roads: Map
    single: set[str]

    def longest(self, name: str, *, met: tuple[When, ...], left: int, past: frozenset[str] = frozenset()) -> int:
        """The most bubbles that can come in a row from here, counted no further than one too many."""
        if name == END or left < 0 or name in past:
            return 0
        step = self.roads.steps[name]
        own, best, past = _bubbles(step), 0, past | {name}
        for road in self.roads.out[name]:
            if road.how == "passed":
                best = max(best, self.longest(road.to, met=met, left=left, past=past))
            elif not waits(step) and not isinstance(step, CallStep) and self._fits(step.when, met):
                now = (*met, step.when) if step.when is not None else met
                more = self.longest(road.to, met=now, left=left - own, past=past)
                best = max(best, own + more)
        return best

    def _fits(self, when: When | None, met: tuple[When, ...]) -> bool:
        """Whether `when` can be true together with the conditions that were met on the way."""
        if when is None or when.key not in self.single:
            return True
        known = [other for other in met if other.key == when.key and other.is_]
        if when.is_:
            return all(set(when.is_) & set(other.is_) for other in known)
        return all(set(other.is_) - set(when.not_) for other in known)
