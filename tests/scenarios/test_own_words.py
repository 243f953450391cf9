"""What a person types is theirs: medical words and secret numbers go nowhere, and sharing needs a yes for that text."""

import pytest

from bot.content.models.library import Library
from bot.content.models.steps import ShareStep, TextStep
from bot.flows.session import dump
from tests.scenarios.chat import COURSE, FAR, Chat, in_course

NUMBER = "111222333"
"""Passes the check of a citizen service number; it was never given to anybody."""
CANARY = "kanarievogel"


def at_share(library: Library, words: str) -> Chat:
    """Someone who typed `words` at the question whose answer can be shared, and stands at the share."""
    course = library.flows[COURSE]
    share = next(one for one in course.steps if isinstance(one, ShareStep) and _typed(library, one))
    asked = _typed(library, share)
    chat = in_course(library).until(f"{COURSE}/{asked}").says(words)
    return chat


def _typed(library: Library, share: ShareStep) -> str:
    steps = [one for one in library.flows[COURSE].steps if isinstance(one, TextStep) and one.save in share.keys]
    return steps[0].id if steps else ""


def test_medical_words_get_no_way_to_share_at_all(library: Library) -> None:
    for signal in library.signals:
        if signal.kind != "medical":
            continue
        for text in signal.yes:
            chat = at_share(library, text)
            assert chat.heard[-1] == chat.reply("medical_stays_yours"), text
            assert chat.library.words.buttons.share_yes not in chat.labels
            for at in range(len(chat.ask.buttons)):
                other = chat.aside()
                other.take(other.input(kind="press", data=other.ask.buttons[at].data))
                assert other.shares == []
            assert chat.says(chat.library.words.buttons.share_yes).shares == []


def test_who_says_it_in_other_words_may_share_those(library: Library) -> None:
    medical = next(one.yes[0] for one in library.signals if one.kind == "medical")
    chat = at_share(library, medical)
    chat.presses(library.words.buttons.reword).says("Ik doe het rustig aan")
    quote = [bubble.text for bubble in chat.bubbles if bubble.kind == "quote"]
    assert quote == ["Ik doe het rustig aan"]
    assert chat.presses(library.words.buttons.share_yes).shares == ["Ik doe het rustig aan"]


def test_the_preview_is_the_very_text_that_goes(library: Library) -> None:
    words = f'  {CANARY} <b>"&amp;" ‮omgekeerd 😀 '
    chat = at_share(library, words)
    quote = [bubble.text for bubble in chat.bubbles if bubble.kind == "quote"]
    assert quote == [words.strip()]
    assert chat.presses(library.words.buttons.share_yes).shares == [words.strip()]


def test_a_no_shares_nothing_and_costs_nothing(library: Library) -> None:
    yes, no = at_share(library, CANARY), at_share(library, CANARY)
    yes.presses(library.words.buttons.share_yes)
    no.presses(library.words.buttons.share_no)
    assert no.shares == []
    assert no.session.frames == yes.session.frames


@pytest.mark.parametrize(
    "words", [NUMBER, f"mijn nummer is {NUMBER}", "1112.22.333", "111 222 333", f"bsn:{NUMBER} en verder niets"]
)
def test_a_citizen_service_number_is_never_kept_nor_said_back(library: Library, words: str) -> None:
    step = next(one.id for one in library.flows[COURSE].steps if isinstance(one, TextStep))
    chat = in_course(library).until(f"{COURSE}/{step}")
    here = chat.step
    chat.says(words)
    assert chat.heard[0] == chat.reply("number_kept_out")
    assert chat.step == here
    assert chat.saved == {}
    kept = dump(chat.session).decode() + " ".join(chat.heard)
    assert NUMBER not in "".join(one for one in kept if one.isdigit() or one.isalpha())


def test_typed_words_come_back_in_no_bubble_but_the_own_preview(library: Library) -> None:
    chat, quotes, typed = in_course(library), 0, 0
    for count in range(FAR):
        if COURSE in chat.session.finished:
            break
        own = f"{CANARY}{count}"
        if chat.ask.free:
            chat.says(own)
            typed += 1
        else:
            chat.answers()
        for bubble in chat.bubbles:
            if CANARY in bubble.text:
                assert bubble.kind == "quote", bubble.text
                quotes += 1
    assert typed > 3
    assert quotes > 0
