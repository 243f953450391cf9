"""The path shows each person their own way: what is open, what was begun, what is done."""

from typing import Any

from bot.flows.session import Frame, Session
from bot.messages import Outbound
from tests.flows.small import choice, course, flow, library, say
from tests.talk import START, Talk

PATH = {"id": "pad", "kind": "path", "text": "Look.", "simpler": "Look here."}


def picture(talk: Talk) -> Outbound:
    """The last picture that was said."""
    return next(one for one in reversed(talk.bubbles) if one.kind == "picture")


def shown(**known: Any) -> tuple[str | None, str | None]:
    """The picture that someone gets of whom this is known, in a house with courses 1, 4 and 7; and its words."""
    house = library(
        flow("pad", {**PATH, "button": "On"}), course("een", [say("a", "A.")]),
        course("vier", [say("c", "C.")], number=4), course("zeven", [say("d", "D.")], number=7),
    )  # fmt: skip
    talk = Talk(house, Session(person="p1", state="active", consent=START, **known))
    talk.keep(talk.engine.fire(talk.session, "pad", START))
    return picture(talk).media, picture(talk).alt


def test_who_has_just_begun_sees_a_path_on_which_all_is_open() -> None:
    assert shown() == ("pad-0000000", "A path. All open.")


def test_a_course_that_was_left_half_way_is_marked() -> None:
    assert shown(bookmarks={"vier": "c"}) == ("pad-0001000", "A path. Begun: vier.")
    assert shown(lessons=("een/les-0",)) == ("pad-1000000", "A path. Begun: een.")


def test_a_course_that_lies_open_under_the_path_is_marked() -> None:
    assert shown(frames=(Frame("zeven", "d"),)) == ("pad-0000001", "A path. Begun: zeven.")


def test_a_course_that_is_done_stays_done_when_it_is_begun_again() -> None:
    known = {"finished": {"een": START, "zeven": START}, "bookmarks": {"een": "a", "vier": "c"}}
    assert shown(**known) == ("pad-2001002", "A path. Done: een and zeven. Begun: vier.")


def test_a_course_that_the_content_lost_is_not_shown() -> None:
    assert shown(finished={"gone": START}, bookmarks={"lost": "x"}) == ("pad-0000000", "A path. All open.")


def test_with_a_button_it_waits_and_goes_on_when_pressed() -> None:
    house = library(flow("pad", {**PATH, "button": "On"}, choice("q", "Well?", "Yes", skip="Skip")))
    talk = Talk(house, Session(person="p1", state="active", consent=START))
    talk.keep(talk.engine.fire(talk.session, "pad", START))
    assert (talk.heard, talk.labels) == (["Look."], ["On"])
    assert talk.says("nice").heard == ["<press_please>", "Look."]
    assert talk.presses("On").heard == ["Well?"]


def test_explaining_says_it_simpler_and_shows_the_same_picture() -> None:
    house = library(flow("pad", {**PATH, "button": "On"}))
    talk = Talk(house, Session(person="p1", state="active", consent=START, finished={"x": START}))
    talk.keep(talk.engine.fire(talk.session, "pad", START))
    before = picture(talk)
    talk.tool("explain")
    assert (talk.heard, picture(talk).media) == (["Look here."], before.media)


def ending(*after: dict[str, Any], last: dict[str, Any] | None = None) -> Talk:
    """Someone at the last question of a course, which is asked in a flow that the course calls."""
    talking = flow("praten", choice("q", "Talk?", "Yes", skip="No"), PATH)
    call = {"id": "praten", "kind": "call", "flow": "praten", **(last or {})}
    house = library(talking, course("een", [say("a", "A.", button="On"), call, *after]))
    talk = Talk(house, Session(person="p1", state="active", consent=START))
    talk.keep(talk.engine.fire(talk.session, "een", START))
    return talk.presses("On")


def test_at_the_end_of_a_course_that_course_is_already_shown_as_done() -> None:
    talk = ending().presses("Yes")
    assert picture(talk).media == "pad-2000000"
    assert "een" in talk.session.finished


def test_the_path_is_shown_once_at_the_end_and_then_comes_the_menu() -> None:
    talk = ending().presses("Yes")
    assert [one.kind for one in talk.bubbles].count("picture") == 1
    assert talk.heard[0] == "Look."
    assert talk.step == "menu/kies"


def test_in_the_middle_of_a_course_that_course_is_only_begun() -> None:
    talk = ending(say("b", "B.", button="On")).presses("Yes")
    assert picture(talk).media == "pad-1000000"
    assert "een" not in talk.session.finished
