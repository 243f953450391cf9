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


def ending(*after: dict[str, Any]) -> Talk:
    """Someone in a course that calls a flow at its end, with the path after each course."""
    talking = flow("praten", choice("q", "Talk?", "Yes", skip="No"), PATH)
    house = library(
        talking, flow("na-cursus", {**PATH, "text": "Done!", "button": "On"}),
        course("een", [say("a", "A.", button="On"), {"id": "praten", "kind": "call", "flow": "praten"}, *after]),
    )  # fmt: skip
    talk = Talk(house, Session(person="p1", state="active", consent=START))
    talk.keep(talk.engine.fire(talk.session, "een", START))
    return talk.presses("On")


def test_a_course_that_lies_open_under_the_path_is_begun() -> None:
    talk = ending(say("b", "B.", button="On")).presses("Yes")
    assert (talk.heard, picture(talk).media) == (["Look.", "B."], "pad-1000000")


def test_after_each_course_the_path_comes_once_and_shows_it_done_and_then_comes_the_menu() -> None:
    talk = ending(say("b", "B.", button="On")).presses("Yes").presses("On")
    assert (talk.heard, picture(talk).media, talk.labels) == (["Done!"], "pad-2000000", ["On"])
    assert "een" in talk.session.finished
    assert talk.presses("On").step.startswith("menu/")
    assert [one.text for one in talk.all].count("Done!") == 1


def test_who_walks_away_from_the_path_has_finished_the_course_all_the_same() -> None:
    talk = ending().presses("Yes").tool("menu")
    assert "een" in talk.session.finished
    assert not talk.session.bookmarks


def test_leaving_in_the_middle_brings_no_path() -> None:
    talk = ending().tool("menu")
    assert not [one for one in talk.all if one.kind == "picture"]
