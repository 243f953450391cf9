"""Nobody gets stuck: everything that can be said is reached, and from every state there is a way on."""

import dataclasses
import re

import pytest

from bot import alarm
from bot.bootstrap import CONTENT
from bot.content.models.flow import Flow
from bot.content.models.library import Library
from bot.conversation import CRISIS, DOUBT
from bot.flows import tools
from bot.flows.moving import AFTER, HOME, WELCOME
from tests.flows import small
from tests.scenarios.explorer import Explorer

COURSES = sorted(path.stem for path in (CONTENT / "courses").glob("*.yaml"))

_explored: dict[str, Explorer] = {}


NAMED = {
    text
    for path in CONTENT.parent.rglob("*.py")
    for text in re.findall(r'"([a-z][a-z-]+)"', path.read_text("utf-8"))
}  # fmt: skip
"""What stands as a word in the code: among it the flows that the house opens by itself."""


def explored(library: Library) -> Explorer:
    explorer = Explorer(library, told=NAMED - {HOME, WELCOME, AFTER, *tools.FLOWS.values()})
    explorer.explore()
    return explorer


def with_one(library: Library, course: str) -> Explorer:
    """Everything that can be reached when this is the only course, walked once for all tests of this module."""
    if course not in _explored:
        flows = {id: flow for id, flow in library.flows.items() if isinstance(flow, Flow) or id == course}
        _explored[course] = explored(dataclasses.replace(library, flows=flows))
    return _explored[course]


@pytest.mark.parametrize("course", COURSES)
def test_no_way_ends_in_silence_or_a_fault(library: Library, course: str) -> None:
    explorer = with_one(library, course)
    assert explorer.faults == []
    assert explorer.states > len(explorer.reached), "fewer states than steps: it did not go everywhere"


@pytest.mark.parametrize("course", COURSES)
def test_every_step_of_a_course_is_reached(library: Library, course: str) -> None:
    assert [step for step in with_one(library, course).unreached if step.startswith(f"{course}/")] == []


def test_every_step_of_the_house_is_reached_with_one_course_or_another(library: Library) -> None:
    unreached = [set(with_one(library, course).unreached) for course in COURSES]
    assert set.intersection(*unreached) == set()


def test_the_explorer_names_a_step_that_nobody_can_come_to() -> None:
    steps = [small.say("a", "One.", button="On", next="end"), small.say("lost", "Never said.", button="On")]
    assert "k/lost" in explored(small.library(small.course("k", steps))).unreached


def test_the_explorer_names_a_way_that_goes_round_without_a_question() -> None:
    steps = [
        small.choice("a", "Round?", {"label": "Round", "next": "b"}, skip="Skip", skip_to="end"),
        small.say("b", "Round we go.", next="c"),
        small.say("c", "And round.", next="b"),
    ]
    faults = explored(small.library(small.course("k", steps))).faults
    assert any(fault.startswith("FlowLoopError") and "press" in fault for fault in faults)


def test_every_flow_that_the_house_starts_by_itself_is_in_the_content(library: Library) -> None:
    wanted = {HOME, WELCOME, CRISIS, DOUBT, *alarm.FLOWS.values()}
    wanted |= {flow for name, flow in tools.FLOWS.items() if name in library.words.commands}
    if any(step.tasks for _, step in library.papers.values()):
        wanted.add(alarm.REMINDER)
    assert wanted - set(library.flows) == set()
