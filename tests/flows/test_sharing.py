"""What a person wrote goes to someone else only as they saw it, and only after a yes."""

from bot.flows.effects import Shared
from tests.flows.people import in_course
from tests.flows.small import say
from tests.talk import Talk


def sharing(text: str, *marks: str) -> Talk:
    """A person who wrote this and now stands at the question whether it may be shared."""
    return in_course(
        {"id": "t", "kind": "text", "text": "Tell.", "simpler": "Tell me.", "save": "t", "skip": "Skip"},
        {"id": "d", "kind": "share", "text": "Share?", "simpler": "Share it?", "keys": ["t"], "whom": "coach"},
        say("z", "On.", button="On"),
    ).says(text, *marks)


def test_only_a_yes_for_the_very_text_shares_it() -> None:
    talk = sharing("I like gardens")
    assert [bubble.kind for bubble in talk.bubbles] == ["quote", "text"]
    assert talk.heard == ["I like gardens", "Share?"]
    assert not any(isinstance(effect, Shared) for effect in talk.effects)
    talk.presses("[share_yes]")
    assert Shared("k", "coach", "I like gardens") in talk.effects


def test_a_no_shares_nothing() -> None:
    talk = sharing("I like gardens").presses("[share_no]")
    assert not any(isinstance(effect, Shared) for effect in talk.effects)
    assert talk.heard == ["<not_shared>", "On."]


def test_medical_words_have_no_route_and_can_be_written_again() -> None:
    talk = sharing("my back hurts", "medical")
    assert talk.heard == ["<medical_stays_yours>"]
    assert talk.labels == ["[reword]", "[share_no]"]
    assert talk.presses("[reword]").heard == ["Tell."]
    assert talk.says("I want to sit more").heard == ["I want to sit more", "Share?"]
    talk.presses("[share_yes]")
    assert Shared("k", "coach", "I want to sit more") in talk.effects


def test_nothing_written_means_nothing_to_share() -> None:
    talk = in_course(
        {"id": "t", "kind": "text", "text": "Tell.", "simpler": "Tell me.", "save": "t", "skip": "Skip"},
        {"id": "d", "kind": "share", "text": "Share?", "simpler": "Share it?", "keys": ["t"], "whom": "coach"},
        say("z", "On.", button="On"),
    )
    assert talk.presses("Skip").heard == ["On."]
