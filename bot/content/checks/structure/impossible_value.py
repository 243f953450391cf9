"""A condition that can never be true."""

from collections.abc import Iterator

from bot.content.checks.draft import Draft, at
from bot.content.checks.keys import saved, values
from bot.content.checks.problem import Problem
from bot.content.models.steps import ChoiceStep


def impossible_value(draft: Draft) -> Iterator[Problem]:
    """The values in a `when` are values that a step of the flow can save."""
    for flow, step in draft.steps():
        options = step.options if isinstance(step, ChoiceStep) else ()
        for when in (step.when, *(option.when for option in options)):
            if when is None:
                continue
            given = [values(saver) for saver in saved(flow).get(when.key, [])]
            possible = {value for some in given if some is not None for value in some}
            for value in (*when.is_, *when.not_) if given and None not in given else ():
                if value not in possible:
                    yield at(flow, step, f"when: '{when.key}' is never '{value}'")
