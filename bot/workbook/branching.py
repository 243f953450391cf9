"""Finds after which answers a step is meant: in the chat the others never see it, on paper it must say so."""

from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass

from bot.content.models.flow import Course, Flow
from bot.content.models.step_base import END, AskingStep, When
from bot.content.models.steps import ChecklistStep, ChoiceStep, ScaleStep, Step, TextStep

HIGHEST = 5
NAMED = 4
"""Answers that are named, at most; what is meant for more than so many is meant for nearly everybody."""

Known = Callable[[When], bool | None]
"""Whether a condition holds, as far as that is known."""


@dataclass(frozen=True)
class Way:
    """One answer, the value that it saves (None: nothing), and where it leads. Own words have no label."""

    label: str
    value: str | None
    to: str
    skips: bool = False


class Branches:
    """The branches of one flow."""

    def __init__(self, flow: Flow | Course) -> None:
        self._flow = flow
        self._steps = {step.id: step for step in flow.steps}
        self._place = {step.id: at for at, step in enumerate(flow.steps)}
        after = [*(step.id for step in flow.steps[1:]), END]
        self._after = dict(zip(self._steps, after, strict=True))
        self._ways = {step.id: list(_ways(step, self._after[step.id])) for step in flow.steps}
        self._anyhow = {step.id: self._without(step.id) for step in flow.steps}

    def meant(self) -> dict[str, tuple[str, ...]]:
        """Step -> the answers after which it is meant, each once; nothing for a step that is meant for everybody."""
        found: dict[str, tuple[int, tuple[str, ...]]] = {}
        for decider, at in self._place.items():
            when = self._steps[decider].when
            asked = self._asked(when) if when else None
            if asked is not None and asked[0] >= found.get(decider, (-1, ()))[0]:
                found[decider] = asked
            for step, labels in self._decided(decider, found.get(decider, (at, ()))[1]):
                found[step] = (at, labels)
        return {step: labels for step, (_, labels) in found.items()}

    def _decided(self, decider: str, own: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The steps of the same lesson that nobody sees who was not here, with the answers that lead to them.

        A step to which all answers lead is meant for whom this one is meant for: `own`.
        """
        ways = self._ways[decider]
        reach = {way: self._reached({way.to}, without={decider}, known=self._knowing(decider, way)) for way in ways}
        back = {way: self._leads_back(decider, way.to) for way in ways}
        lesson = self._flow.lesson_of
        for step in self._place:
            if step == decider or lesson.get(step) != lesson.get(decider):
                continue
            others = self._passing(decider, step) if step in self._anyhow[decider] else ()
            if others is None:
                continue
            here = [way for way in ways if step in reach[way]]
            # Who comes back to the question chooses again, and so comes by in the end.
            never = [way for way in ways if way not in here and not back[way]]
            everybody = all(way in here for way in ways if not way.skips)
            if here and never and not everybody and all(way.label for way in here):
                yield step, tuple(dict.fromkeys((*others, *(way.label for way in here))))
            elif here and own and step not in self._anyhow[decider]:
                yield step, own

    def _passing(self, decider: str, step: str) -> tuple[str, ...] | None:
        """The answers (that can be named) with which `decider` is passed over; None when there is yet another road."""
        when = self._steps[decider].when
        if when is None or step in self._reached({self._flow.steps[0].id}, without={decider}):
            return None
        turned = When.model_validate({"key": when.key, "is": when.not_, "not": when.is_})
        asked = self._asked(turned)
        return asked[1] if asked else ()

    def _leads_back(self, decider: str, to: str) -> bool:
        """Whether the question is asked again after going to `to`, other than by way of a question before it."""
        before = {one for one in self._place if decider not in self._anyhow[one]}
        return any(decider in self._roads(step) for step in self._reached({to}, without=before))

    def _without(self, step: str) -> set[str]:
        """What can be shown to someone to whom this step is not: nobody came by, or its condition did not hold."""
        first = {self._flow.steps[0].id}
        own = self._steps[step].when
        around = self._reached(first, without={step})
        return (
            around if own is None else around | self._reached(first, known=lambda when: False if when == own else None)
        )

    def _knowing(self, decider: str, way: Way) -> Known:
        """What is known of conditions once this answer was given."""
        own, step = self._steps[decider].when, self._steps[decider]
        key = step.save if isinstance(step, AskingStep) and len(self._asking(step.save)) == 1 else None

        def known(when: When) -> bool | None:
            if when == own:
                return True
            if key is None or when.key != key:
                return None
            if not when.is_ and not when.not_:
                return not way.skips
            return _fits(when, way.value) if way.skips or way.label else None

        return known

    def _asking(self, key: str | None) -> list[AskingStep]:
        return [step for step in self._flow.steps if isinstance(step, AskingStep) and step.save == key]

    def _reached(
        self, starts: set[str], *, without: Set[str] = frozenset(), known: Known = lambda when: None
    ) -> set[str]:
        """The steps that can be shown from here on, on roads that do not go through `without`."""
        shown: set[str] = set()
        ahead, came = list(starts), {END, *without}
        while ahead:
            here = ahead.pop()
            if here in came:
                continue
            came.add(here)
            when = self._steps[here].when
            holds = known(when) if when is not None else True
            if not holds:
                ahead.append(self._after[here])
            if holds is not False:
                shown.add(here)
                ahead.extend(self._roads(here))
        return shown

    def _roads(self, step: str) -> set[str]:
        return {way.to for way in self._ways[step]}

    def _asked(self, when: When) -> tuple[int, tuple[str, ...]] | None:
        """The question that a condition is about and the answers that fit; None where there is nothing to name."""
        asking = self._asking(when.key)
        if not asking or not (when.is_ or (when.not_ and len(asking) == 1)):
            return None
        ways = [way for step in asking for way in self._answers(step)]
        fit = tuple(dict.fromkeys(way.label for way in ways if _fits(when, way.value)))
        if not all(fit) or not 0 < len(fit) <= min(NAMED, len(ways) - 1):
            return None
        return self._place[asking[-1].id], fit

    def _answers(self, step: AskingStep) -> list[Way]:
        """The answers that can be named, also those of a list and the ideas beside own words."""
        named = [way for way in self._ways[step.id] if way.label]
        if isinstance(step, ChecklistStep):
            return [*(Way(item.label, item.value, "") for item in step.items), *named]
        if isinstance(step, TextStep):
            return [*(Way(idea, idea, "") for idea in step.ideas), *named]
        return named


def _fits(when: When, value: str | None) -> bool:
    if when.is_:
        return value in when.is_
    return value not in when.not_


def _ways(step: Step, then: str) -> Iterator[Way]:
    """Where a step leads: for a question each answer, for the rest one way without a name."""
    onward = step.next or then
    if isinstance(step, ChoiceStep):
        for option in step.options:
            yield Way(option.label, option.saved, option.next or onward)
    elif isinstance(step, ScaleStep):
        for number in range(1, HIGHEST + 1):
            bands = sorted((band for band in step.bands if number <= band.up_to), key=lambda band: band.up_to)
            yield Way(str(number), str(number), bands[0].next if bands else onward)
    else:
        yield Way("", "", onward)
    if isinstance(step, AskingStep) and step.skip:
        yield Way(step.skip, None, step.skip_to or onward, skips=True)
