"""Meaning to payload: one row for each kind of bubble, and each of them is what the platform accepts."""

from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.slack.blocks import escape, settled
from bot.channels.slack.splitting import parts
from bot.channels.slack.writing import Post, write
from bot.messages import Ask, Button, Outbound, OutboundKind, Role, Shape
from tests.channels.slack.talks import HARD, SLACK
from tests.fakes.slack import rules
from tests.fakes.slack.workspace import unescaped

YES_NO = (Button("Yes", "4:0"), Button("No", "4:1"), Button("Skip", "4:2", "skip"))
NUMBERS = tuple(Button(str(at), f"4:{at - 1}") for at in range(1, 6))
PASS = Button("Skip", "4:5", "skip")
LONG = " ".join(f"Sentence {at} is here." for at in range(300))
FILM = "https://x.nl/film/film"
THERE = {"type": "actions", "elements": [
    {"type": "button", "text": {"type": "plain_text", "text": "Type elsewhere", "emoji": False}, "action_id": "link"}
]}  # fmt: skip


def words(text: str) -> dict[str, Any]:
    return {"type": "section", "text": {"type": "plain_text", "text": text, "emoji": False}}


def button(label: str, data: str) -> dict[str, Any]:
    return {"type": "button", "text": {"type": "plain_text", "text": label, "emoji": False},
            "action_id": f"press:{data}", "value": data}  # fmt: skip


def row(*buttons: tuple[str, str]) -> dict[str, Any]:
    return {"type": "actions", "elements": [button(*one) for one in buttons]}


def other(label: str, action: str, **more: Any) -> dict[str, Any]:
    text = {"type": "plain_text", "text": label, "emoji": False}
    return {"type": "actions", "elements": [{"type": "button", "text": text, "action_id": action, **more}]}


def post(text: str, *blocks: dict[str, Any], **more: Any) -> Post:
    return Post(text=text, blocks=blocks, **more)


def option(label: str, data: str) -> dict[str, Any]:
    return {"text": {"type": "plain_text", "text": label, "emoji": False}, "value": data}


BOXES = {"type": "actions", "block_id": "ticks", "elements": [
    {"type": "checkboxes", "action_id": "ticks", "options": [option("Yes", "4:0"), option("No", "4:1")]}
]}  # fmt: skip
SAFE = "a &lt; b &amp; c &gt; d &lt;b&gt;bold&lt;/b&gt; *_`[x](y) &lt;!channel&gt;"

# What it is, the bubble, and the message for an employee (who only presses buttons here).
TABLE: list[tuple[str, Outbound, Post]] = [
    ("words", Outbound(text="Hallo"), post("Hallo", words("Hallo"))),
    ("odd signs", Outbound(text=HARD), post(SAFE, words(SAFE))),
    ("a human says it", Outbound(text="Hi", who="Anja"), post("Anja:\nHi", words("Anja:\nHi"), THERE)),
    (
        "a question",
        Outbound(text="Well?", ask=Ask(seq=4, buttons=YES_NO)),
        post("Well?", words("Well?"), row(("Yes", "4:0")), row(("No", "4:1")), row(("Skip", "4:2"))),
    ),
    ("own words are asked", Outbound(text="What?", ask=Ask(seq=4, free=True)), post("What?", words("What?"), THERE)),
    (
        "ideas",
        Outbound(text="What?", ask=Ask(seq=4, free=True, voice=True, buttons=(Button("Sun", "4:0", "idea"),))),
        post("What?", words("What?"), row(("Sun", "4:0")), THERE),
    ),
    (
        "a scale",
        Outbound(
            text="How much?", ask=Ask(seq=4, shape="scale", low="little", high="a lot", buttons=(*NUMBERS, PASS))
        ),
        post(
            "How much?\n\n1 = little, 5 = a lot",
            words("How much?\n\n1 = little, 5 = a lot"),
            row(*((str(at), f"4:{at - 1}") for at in range(1, 6))),
            row(("Skip", "4:5")),
        ),
    ),
    (
        "a list",
        Outbound(text="What fits?", ask=Ask(seq=4, shape="checklist", done="Ready", buttons=YES_NO)),
        post("What fits?", words("What fits?"), BOXES, other("Ready", "done", value="4:="), row(("Skip", "4:2"))),
    ),
    (
        "a quote",
        Outbound(kind="quote", text="My own words"),
        post(SLACK["read_there"], words(SLACK["read_there"]), other("Open", "link")),
    ),
    (
        "a picture",
        Outbound(kind="picture", text="Look.", media="sun", alt="A sun"),
        post("Look.", words("Look."), picture=("picture", "sun"), alt="A sun"),
    ),
    (
        "a picture without words",
        Outbound(kind="picture", media="sun", alt="A sun"),
        post("A sun", picture=("picture", "sun"), alt="A sun"),
    ),
    (
        "a card",
        Outbound(kind="card", text="For you.", media="12", alt="A card"),
        post("For you.", words("For you."), picture=("card", "12"), alt="A card"),
    ),
    (
        "a film",
        Outbound(kind="video", text="Look.", media="film", alt="Told", ask=Ask(seq=4, buttons=YES_NO[:1])),
        post(
            "Look.", words("Look."), other("Watch", "lead", url=FILM), row(("Yes", "4:0")),
            picture=("video", "film"), alt="Told",
        ),
    ),
    ("a link", Outbound(kind="link", text="All", media="data"), post("All", words("All"), other("Open it", "link",
                                                                                              value="data"))),
    (
        "standing buttons",
        Outbound(text="A card.", ask=Ask(seq=0, buttons=(Button("Look", "@kaart:a1"),))),
        post("A card.", words("A card."), row(("Look", "@kaart:a1"))),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("bubble", "message"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_each_bubble_is_written_so(bubble: Outbound, message: Post) -> None:
    assert write(bubble, SLACK, private=True, film=FILM) == message


@pytest.mark.parametrize("private", [True, False])
@pytest.mark.parametrize("bubble", [row[1] for row in TABLE], ids=[row[0] for row in TABLE])
def test_the_platform_accepts_each_with_its_picture_and_without(bubble: Outbound, private: bool) -> None:
    message = write(bubble, SLACK, private=private, film=FILM)
    for file in (None, "F1"):
        rules.message(message.fields(file), lambda id: id == "F1")


def test_the_table_has_every_kind_and_every_shape() -> None:
    assert {bubble.kind for _, bubble, _ in TABLE} == set(get_args(OutboundKind))
    asks = [bubble.ask for _, bubble, _ in TABLE if bubble.ask]
    assert {ask.shape for ask in asks} == set(get_args(Shape))
    assert {one.role for ask in asks for one in ask.buttons} == set(get_args(Role))


def test_who_types_here_gets_no_way_elsewhere_and_reads_a_quote() -> None:
    quote = write(Outbound(kind="quote", text=HARD), SLACK, private=False)
    assert quote.text == f"\N{LEFT SINGLE QUOTATION MARK}{SAFE}\N{RIGHT SINGLE QUOTATION MARK}"
    for bubble in (Outbound(text="What?", ask=Ask(seq=4, free=True)), Outbound(text="Hi", who="Fatima")):
        assert [one["type"] for one in write(bubble, SLACK, private=False).blocks] == ["section"]


def test_a_picture_that_is_not_there_becomes_what_it_shows() -> None:
    message = write(Outbound(kind="picture", text="Look.", media="sun", alt="A sun"), SLACK, private=True)
    assert message.fields()["blocks"] == [words("A sun"), words("Look.")]
    assert message.fields("F1")["blocks"][0] == {"type": "image", "slack_file": {"id": "F1"}, "alt_text": "A sun"}


def test_a_list_too_long_for_boxes_becomes_a_menu() -> None:
    buttons = tuple(Button(f"Line {at}", f"4:{at}") for at in range(12))
    ask = Ask(seq=4, shape="checklist", done="Ready", buttons=buttons)
    message = write(Outbound(text="What?", ask=ask), SLACK, private=True)
    rules.message(message.fields(), lambda _: False)
    assert message.blocks[1]["elements"][0]["type"] == "multi_static_select"


@pytest.mark.parametrize("kind", get_args(OutboundKind))
def test_a_long_text_stays_within_the_limits(kind: OutboundKind) -> None:
    bubble = Outbound(kind=kind, text=LONG, media="sun", alt=LONG, ask=Ask(seq=4, buttons=YES_NO))
    message = write(bubble, SLACK, private=False)
    for file in (None, "F1"):
        rules.message(message.fields(file), lambda id: id == "F1")
    shown = [block["text"]["text"] for block in message.blocks if block["type"] == "section"]
    assert LONG in " ".join(shown)
    assert len(shown) == 3


@given(st.text(min_size=1), st.text(min_size=1, max_size=24), st.booleans())
def test_any_text_is_accepted_and_reads_back_as_it_was_typed(text: str, label: str, private: bool) -> None:
    bubble = Outbound(text=text, ask=Ask(seq=4, buttons=(Button(label, "4:0"),)))
    fields = write(bubble, SLACK, private=private).fields()
    rules.message({**fields, "text": fields["text"] if fields["text"].strip() else "-"}, lambda _: False)
    shown = "".join(block["text"]["text"] for block in fields["blocks"] if block["type"] == "section")
    assert unescaped(shown) == text.strip()
    assert "<" not in shown + fields["text"]


@given(st.text(alphabet="&<> ab.\n"), st.integers(8, 40))
def test_every_part_fits_and_nothing_but_the_pauses_is_lost(text: str, most: int) -> None:
    found = parts(text, most)
    assert all(len(escape(part)) <= most for part in found)
    assert "".join("".join(found).split()) == "".join(text.split())


def test_what_is_left_of_an_answered_question_cannot_be_pressed_and_shows_the_choice() -> None:
    message = write(Outbound(text="What?", ask=Ask(seq=4, buttons=YES_NO)), SLACK, private=True)
    left = settled(message.blocks, "a < b")
    assert [block["type"] for block in left] == ["section", "context"]
    assert left[1]["elements"][0]["text"] == "✓ a &lt; b"
    assert settled(message.blocks, "") == [words("What?")]
