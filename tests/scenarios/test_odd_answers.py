"""Answers that are no answer: each gets a kind reply and the same question; the second time the person is believed."""

import pytest

from bot.content.models.library import Library
from bot.content.models.steps import DateStep, TextStep
from bot.flows.effects import Saved
from tests.scenarios.chat import Chat, newcomer
from tests.scenarios.test_courses import COURSES, every_course
from tests.scenarios.walking import at_each

ODD = {
    "one letter": ("k", "too_short"),
    "a question mark": ("?", "is_question"),
    "a question": ("wat bedoel je hiermee?", "is_question"),
    "a worry": ("Is dit verplicht?", "is_question"),
    "swearing": ("kut bot!!", "rude"),
    "English": ("I don't know what to say", "other_language"),
    "Turkish": ("bugün çok yorgunum", "other_language"),
    "Polish": ("nie wiem co powiedzieć", "other_language"),
    "Arabic": ("لا أفهم", "other_language"),
    "only emoji": ("😀👍", "emoji_only"),
}
ANSWERS = [
    "ja", "ok", "nee", "5", "niks", "zus", "kutdag gehad", "wil je mij helpen?", "Heb je even?", "ik voel me klote",
    "Koffie met Ali en Joyce", "mam is dom", "Wanneer kom je terug?", "the voice kijken", "ééntje 😀", "3 x",
    "Ik weet het niet zo goed. " * 115,
]  # fmt: skip


def kept(chat: Chat) -> list[str]:
    return [str(one.answer.value) for one in chat.effects if isinstance(one, Saved)]


@every_course
@pytest.mark.parametrize("what", ODD)
def test_it_is_asked_again_kindly_and_the_second_time_taken_as_it_was_typed(
    library: Library, course: str, what: str
) -> None:
    text, reply = ODD[what]
    tried = 0
    for chat in at_each(library, course, TextStep):
        here, labels = chat.step, chat.labels
        chat.says(text)
        words = getattr(library.words.replies, reply)
        assert chat.heard[0] == (words.simpler if reply == "is_question" else words.text)
        assert (chat.step, chat.labels, kept(chat)) == (here, labels, [])
        chat.says(text)
        step = library.graph[course, here.partition("/")[2]]
        assert chat.step != here
        assert kept(chat) == ([text] if isinstance(step, TextStep) and step.save else [])
        tried += 1
    assert tried > 2


@every_course
@pytest.mark.parametrize("text", ANSWERS, ids=lambda text: text[:20])
def test_short_rude_and_long_words_that_are_an_answer_are_taken_at_once(
    library: Library, course: str, text: str
) -> None:
    for chat in at_each(library, course, TextStep):
        here = chat.step
        step = library.graph[course, here.partition("/")[2]]
        chat.says(text)
        assert chat.step != here, chat.heard
        assert kept(chat) == ([text.strip()] if isinstance(step, TextStep) and step.save else [])


@every_course
def test_a_question_about_the_question_gets_it_in_other_words(library: Library, course: str) -> None:
    for chat in at_each(library, course, TextStep):
        before = chat.bubble.text
        chat.says("wat bedoel je hiermee?")
        assert chat.bubble.text != before
        step = library.graph[course, chat.step.partition("/")[2]]
        assert chat.bubble.text.split()[-1] == (getattr(step, "simpler", "") or "").split()[-1]


@every_course
def test_an_empty_answer_is_never_kept(library: Library, course: str) -> None:
    for chat in at_each(library, course, TextStep):
        here = chat.step
        for _ in range(3):
            chat.says("  ")
            assert (chat.heard[0], chat.step, kept(chat)) == (chat.reply("empty"), here, [])


@every_course
def test_what_is_shown_or_spoken_is_kept_where_that_was_asked_and_else_answered(library: Library, course: str) -> None:
    for chat in at_each(library, course, TextStep):
        here, labels = chat.step, chat.labels
        for kind in ("photo", "video", "file"):
            chat.take(chat.input(kind=kind, media="m1"))
            assert (chat.heard[0], chat.step, chat.labels) == (chat.reply("file_instead"), here, labels)
        may_speak = chat.asked.voice
        chat.take(chat.input(kind="voice", media="m2"))
        if may_speak:
            assert chat.step != here
        else:
            assert (chat.heard[0], chat.step, chat.labels) == (chat.reply("voice_instead"), here, labels)


@pytest.mark.parametrize(
    ("typed", "reply"),
    [
        ("gisteren", "date_past"),
        ("1-1-2020", "date_past"),
        ("31-2", "date_impossible"),
        ("na de vakantie", "date_unclear"),
        ("als ik weer beter ben", "date_unclear"),
        ("wat bedoel je hiermee?", "date_unclear"),
        ("k", "date_unclear"),
        ("😀", "date_unclear"),
        ("1-1-2090", "date_far"),
    ],
)
def test_a_day_that_cannot_be_is_asked_again_with_days_to_press(library: Library, typed: str, reply: str) -> None:
    tried = 0
    for course in COURSES:
        for chat in at_each(library, course, DateStep):
            here, labels = chat.step, chat.labels
            chat.says(typed)
            assert (chat.heard[0], chat.step, chat.labels, kept(chat)) == (chat.reply(reply), here, labels, [])
            assert len([one for one in chat.ask.buttons if one.role == "idea"]) >= 2
            chat.presses(labels[0])
            assert chat.step != here
            tried += 1
    assert tried >= 2


@pytest.mark.parametrize("typed", ["volgende week dinsdag", "dinsdag volgende week", "10 maart", "10-3"])
def test_a_day_is_understood_as_people_say_it(library: Library, typed: str) -> None:
    for course in COURSES:
        for chat in at_each(library, course, DateStep):
            chat.says(typed)
            assert kept(chat) == ["2026-03-10"]


@pytest.mark.parametrize("name", ["J", "Bo", "Ng", "Thomas de Wit", "The", "Ayşe", "محمد", "Q.", "Jan-Piet"])
def test_a_name_may_be_short_or_foreign(library: Library, name: str) -> None:
    chat = newcomer(library).until("welkom/naam").says(name)
    assert chat.session.facts["name"] == name
