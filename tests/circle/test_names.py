"""The content and the circle speak of the same things: every list, view and deed that a flow names is there."""

from bot.bootstrap import CONTENT
from bot.circle.registry import DEEDS, LISTS, PARTS, VIEWS
from bot.content.loader import load
from bot.content.models.circle_steps import FetchStep, ListStep, LookStep, NoticeStep
from bot.content.models.steps import DoStep
from bot.flows.steps.do import INSIDE

LIBRARY = load(CONTENT)
STEPS = [(flow.id, step) for flow in LIBRARY.flows.values() for step in flow.steps]


def test_every_list_that_a_flow_names_is_there() -> None:
    named = {step.of for _, step in STEPS if isinstance(step, ListStep)}
    assert named <= set(LISTS)


def test_every_view_that_a_flow_names_is_there() -> None:
    named = {step.of for _, step in STEPS if isinstance(step, LookStep | FetchStep | NoticeStep)}
    assert named <= set(VIEWS)


def test_every_action_that_a_flow_names_is_done_by_someone() -> None:
    named = {step.action for _, step in STEPS if isinstance(step, DoStep)}
    assert named <= INSIDE | set(DEEDS)


def test_no_two_parts_use_the_same_name() -> None:
    for kind in ("lists", "views", "deeds", "timed"):
        names = [name for part in PARTS for name in getattr(part, kind)]
        assert len(names) == len(set(names)), kind
