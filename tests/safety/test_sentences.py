"""What people type is seen for what it is, and what they say in passing is left alone."""

from pathlib import Path

import pytest

from bot.content.models.signals import Signal
from bot.content.reading import read_yaml
from bot.safety.examples import wrong_examples
from tests.safety.rules import signals, watch


def sentences() -> dict[str, list[str]]:
    raw = read_yaml((Path(__file__).parent / "sentences.yaml").read_text())
    assert isinstance(raw, dict)
    return raw


SENTENCES = sentences()


def test_every_rule_catches_its_own_examples_and_leaves_the_others() -> None:
    assert list(wrong_examples(signals())) == []


def test_there_are_enough_sentences_to_mean_something() -> None:
    yes = [text for rule in signals() for text in rule.yes]
    no = [text for rule in signals() for text in rule.no]
    assert len(yes) + len(SENTENCES["certain"] + SENTENCES["doubtful"] + SENTENCES["medical"]) >= 240
    assert len(no) + len(SENTENCES["none"] + SENTENCES["not-medical"]) >= 240


@pytest.mark.parametrize("text", SENTENCES["certain"])
def test_certain_words_of_crisis_are_certain(text: str) -> None:
    assert watch().look(text).crisis == "certain"


@pytest.mark.parametrize("text", SENTENCES["doubtful"])
def test_doubtful_words_are_doubtful_and_never_passed_over(text: str) -> None:
    assert watch().look(text).crisis == "doubtful"


@pytest.mark.parametrize("text", SENTENCES["none"])
def test_daily_words_are_no_crisis(text: str) -> None:
    assert watch().look(text).crisis is None


@pytest.mark.parametrize("text", SENTENCES["medical"])
def test_words_about_health_are_seen(text: str) -> None:
    assert watch().look(text).medical


@pytest.mark.parametrize("text", SENTENCES["not-medical"])
def test_words_about_work_and_home_are_not_medical(text: str) -> None:
    seen = watch().look(text)
    assert not seen.medical
    assert seen.crisis is None


@pytest.mark.parametrize("rule", signals(), ids=lambda rule: rule.id)
def test_what_a_rule_must_not_catch_makes_no_certain_crisis(rule: Signal) -> None:
    assert [text for text in rule.no if watch().look(text).crisis == "certain"] == []
