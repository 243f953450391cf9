"""The terminal: bubbles as lines that fit, and a number for everything that can be pressed."""

from io import StringIO

from bot.channels.terminal import WIDTH, Terminal
from bot.messages import Ask, Button, Outbound


def shown(*bubbles: Outbound) -> str:
    out = StringIO()
    Terminal(out).show(bubbles)
    return out.getvalue()


def test_a_bubble_is_wrapped_and_keeps_its_lines() -> None:
    text = shown(Outbound(text="word " * 40 + "\nnext"))
    lines = text.splitlines()
    assert max(map(len, lines)) <= WIDTH
    assert lines[-2:] == ["  next", ""]
    assert text.split() == ["word"] * 40 + ["next"]


def test_each_bubble_ends_with_an_empty_line() -> None:
    assert shown(Outbound(text="one"), Outbound(text="two")) == "  one\n\n  two\n\n"


def test_buttons_have_numbers_from_one() -> None:
    ask = Ask(seq=1, buttons=(Button("On", "1:0"), Button("Skip", "1:1", "skip")))
    assert shown(Outbound(text="Go on?", ask=ask)).splitlines()[1:] == ["     1. On", "     2. Skip", ""]


def test_a_scale_says_what_its_ends_mean() -> None:
    buttons = tuple(Button(str(at), f"1:{at - 1}") for at in range(1, 6))
    ask = Ask(seq=1, shape="scale", buttons=buttons, low="hard", high="easy")
    assert "     1 = hard, 5 = easy" in shown(Outbound(text="How?", ask=ask)).splitlines()


def test_a_checklist_says_how_to_tick() -> None:
    ask = Ask(seq=1, shape="checklist", buttons=(Button("A", "1:0"), Button("B", "1:1")), done="Ready")
    assert "     ( 1 3 = Ready)" in shown(Outbound(text="Which?", ask=ask)).splitlines()


def test_a_picture_a_film_and_a_quote_say_what_they_are() -> None:
    assert shown(Outbound(kind="picture", text="See", media="sun", alt="A sun")) == "  [A sun]\n  See\n\n"
    assert shown(Outbound(kind="video", text="Look", media="film")) == "  [film.mp4]\n  Look\n\n"
    assert shown(Outbound(kind="quote", text="mine")) == "  |\n  mine\n\n"


def test_what_a_person_typed_cannot_run_the_terminal() -> None:
    text = shown(Outbound(kind="quote", text="a\x1b[2Jb\x07c"))
    assert "\x1b" not in text
    assert "\x07" not in text
    assert "b" in text


def test_a_human_is_named_above_what_they_say() -> None:
    assert shown(Outbound(text="Hi there", who="An\x1b[31mja")).splitlines()[:2] == ["  An[31mja:", "  Hi there"]
