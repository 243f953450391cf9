"""A road to a step that does not exist."""

from collections.abc import Iterator

from bot.content.checks.draft import Draft, at
from bot.content.checks.problem import Problem
from bot.content.models.circle_steps import ListStep, LookStep
from bot.content.models.step_base import END, AskingStep
from bot.content.models.steps import ChoiceStep, PickStep, ScaleStep, ShowStep, Step


def unknown_step(draft: Draft) -> Iterator[Problem]:
    """`next`, an option's or band's `next` and `skip_to` must name a step of the same flow."""
    for flow, step in draft.steps():
        known = {each.id for each in flow.steps} | {END}
        for field, target in _named(step):
            if target is not None and target not in known:
                yield at(flow, step, f"{field} goes to '{target}', which is no step of this flow")


def _named(step: Step) -> Iterator[tuple[str, str | None]]:
    yield "next", step.next
    if isinstance(step, ChoiceStep):
        yield from ((f"option '{option.label}'", option.next) for option in step.options)
    if isinstance(step, ScaleStep):
        yield from ((f"band {band.up_to}", band.next) for band in step.bands)
    if isinstance(step, ShowStep | ListStep | LookStep):
        yield "empty_to", step.empty_to
    if isinstance(step, AskingStep | PickStep):
        yield "skip_to", step.skip_to
