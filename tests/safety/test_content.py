"""What the house itself offers to press or type is never taken for a cry for help."""

from bot.content.checks.labels import labels
from bot.content.loader import read
from tests.content.folders import HOUSE
from tests.safety.rules import watch


def test_no_button_of_the_content_reads_as_a_crisis() -> None:
    draft, _, _ = read(HOUSE)
    pressed = {label for _, step in draft.steps() for _, label in labels(step)}
    assert len(pressed) > 50
    assert {label for label in pressed if watch().look(label).crisis is not None} == set()


def test_no_command_reads_as_a_crisis() -> None:
    draft, _, _ = read(HOUSE)
    assert draft.words is not None
    typed = {label for many in draft.words.commands.values() for label in many}
    assert len(typed) > 30
    assert {label for label in typed if watch().look(label).crisis is not None} == set()
