"""A question that someone cannot leave unanswered."""

from collections.abc import Iterator

from bot.content.checks.draft import Draft, at
from bot.content.checks.problem import Problem
from bot.content.models.step_base import AskingStep


def no_way_out(draft: Draft) -> Iterator[Problem]:
    """A question has a `skip` or says that it is `required`, and never both."""
    for flow, step in draft.steps():
        if not isinstance(step, AskingStep):
            continue
        if step.skip is None and not step.required:
            yield at(flow, step, "no way out: give it 'skip', or 'required: true'")
        if step.skip is not None and step.required:
            yield at(flow, step, "has both 'skip' and 'required'")
        if step.skip is None and step.skip_to is not None:
            yield at(flow, step, "has 'skip_to' but no 'skip'")
