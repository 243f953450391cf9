"""Two answers that cannot be told apart."""

from collections import Counter
from collections.abc import Iterable, Iterator

from bot.content.checks.draft import Draft, at
from bot.content.checks.labels import labels
from bot.content.checks.problem import Problem
from bot.content.models.steps import ChecklistStep, ChoiceStep, SortStep, Step


def double_option(draft: Draft) -> Iterator[Problem]:
    """What can be pressed in one step has different labels and different values."""
    for flow, step in draft.steps():
        for label in _twice(label.lower() for _, label in labels(step)):
            yield at(flow, step, f"two buttons say '{label}'")
        for group in _values(step):
            for value in _twice(group):
                yield at(flow, step, f"two answers have the value '{value}'")


def _twice(names: Iterable[str]) -> list[str]:
    return [name for name, times in Counter(names).items() if times > 1]


def _values(step: Step) -> Iterator[list[str]]:
    match step:
        case ChoiceStep():
            # Two options may save the same when one of them is offered instead of the other.
            labelled = Counter(option.label.lower() for option in step.options)
            always = [option for option in step.options if option.when is None]
            yield [option.saved for option in always if labelled[option.label.lower()] == 1]
        case ChecklistStep():
            yield [item.value for item in step.items]
        case SortStep():
            yield [card.value for card in step.cards]
            yield [pile.value for pile in step.piles]
        case _:
            pass
