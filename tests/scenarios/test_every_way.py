"""Nobody gets stuck: everything that can be said is reached, and from every state there is a way on."""

from bot import alarm
from bot.content.models.library import Library
from bot.conversation import CRISIS, DOUBT
from bot.flows import tools
from bot.flows.moving import HOME, WELCOME
from tests.flows import small
from tests.scenarios.explorer import Explorer


def explored(library: Library) -> Explorer:
    explorer = Explorer(library)
    explorer.explore()
    return explorer


def test_every_step_is_reached_and_no_way_ends_in_silence_or_a_fault(library: Library) -> None:
    explorer = explored(library)
    assert explorer.faults == []
    assert explorer.unreached == []
    assert explorer.states > len(explorer.reached), "fewer states than steps: it did not go everywhere"


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
