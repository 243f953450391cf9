"""Meaning to payload: one row for each kind of bubble, and each of them is what the platform accepts."""

from collections.abc import Sequence
from typing import Any, get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from bot.channels.telegram.splitting import CAPTION, TEXT, parts, units
from bot.channels.telegram.writing import Media, Request, write
from bot.messages import Ask, Button, Outbound, OutboundKind, Role, Shape
from tests.channels.telegram.talks import HARD, TELEGRAM
from tests.fakes.telegram import entities, keyboards

NOT_SHOWN = {"place", "duty", "step"}
"""Fields of a bubble that change nothing in a chat: where it stands in a lesson, and how it is delivered."""
QUIET = {"link_preview_options": {"is_disabled": True}}
YES_NO = (Button("Yes", "4:0"), Button("No", "4:1"), Button("Skip", "4:2", "skip"))
PASS = Button("Skip", "4:5", "skip")
NUMBERS = tuple(Button(str(at), f"4:{at - 1}") for at in range(1, 6))
HOURS = tuple(Button(f"{at + 8} h", f"4:{at}", "idea") for at in range(5))
LONG = " ".join(f"Sentence {at} is here." for at in range(300))


def under(*rows: list[tuple[str, str]]) -> dict[str, Any]:
    keys = [[{"text": text, "callback_data": data} for text, data in row] for row in rows]
    return {"reply_markup": {"inline_keyboard": keys}}


def words(text: str, **more: Any) -> Request:
    return Request(method="sendMessage", fields={"text": text, **QUIET, **more})


TABLE: list[tuple[str, Outbound, list[Request]]] = [
    ("words", Outbound(text="Hallo"), [words("Hallo")]),
    ("odd signs", Outbound(text=HARD), [words(HARD)]),
    ("a human says it", Outbound(text="Hallo", who="Anja"), [words("Anja:\nHallo")]),
    (
        "a question",
        Outbound(text="Well?", ask=Ask(seq=4, buttons=YES_NO)),
        [words("Well?", **under([("Yes", "4:0")], [("No", "4:1")], [("Skip", "4:2")]))],
    ),
    ("own words are asked", Outbound(text="What?", ask=Ask(seq=4, free=True)), [words("What?")]),
    (
        "ideas",
        Outbound(text="What?", ask=Ask(seq=4, free=True, voice=True, buttons=(Button("Sun", "4:0", "idea"),))),
        [words("What?", **under([("Sun", "4:0")]))],
    ),
    (
        "many short answers",
        Outbound(text="What time?", ask=Ask(seq=4, free=True, buttons=(*HOURS, PASS))),
        [
            words(
                "What time?",
                **under(
                    [("8 h", "4:0"), ("9 h", "4:1")],
                    [("10 h", "4:2"), ("11 h", "4:3")],
                    [("12 h", "4:4")],
                    [("Skip", "4:5")],
                ),
            )
        ],
    ),
    (
        "a scale",
        Outbound(
            text="How much?",
            ask=Ask(
                seq=4, shape="scale", low="little", high="a lot", buttons=(*NUMBERS, Button("Skip", "4:5", "skip"))
            ),
        ),
        [
            words(
                "How much?\n\n1 = little, 5 = a lot",
                **under([(str(at), f"4:{at - 1}") for at in range(1, 6)], [("Skip", "4:5")]),
            )
        ],
    ),
    (
        "a list",
        Outbound(text="What fits?", ask=Ask(seq=4, shape="checklist", done="Done", buttons=YES_NO)),
        [words("What fits?", **under([("☐ Yes", "~4:0")], [("☐ No", "~4:1")], [("Done", "4:=")], [("Skip", "4:2")]))],
    ),
    (
        "a quote",
        Outbound(kind="quote", text=HARD),
        [
            words(
                "<blockquote>a &lt; b &amp; c &gt; d &lt;b&gt;bold&lt;/b&gt; *_`[x](y) &lt;!channel&gt;</blockquote>",
                parse_mode="HTML",
            )
        ],
    ),
    (
        "a picture",
        Outbound(kind="picture", text="Look.", media="sun", alt="A sun"),
        [
            Request(
                method="sendPhoto",
                fields={"caption": "Look."},
                media=Media("photo", "picture", "sun"),
                instead="Look.\n\nA sun",
            )
        ],
    ),
    (
        "a picture without words",
        Outbound(kind="picture", media="sun", alt="A sun"),
        [Request(method="sendPhoto", fields={}, media=Media("photo", "picture", "sun"), instead="A sun")],
    ),
    (
        "a card",
        Outbound(kind="card", text="For you.", media="12", alt="A dog"),
        [
            Request(
                method="sendPhoto",
                fields={"caption": "For you."},
                media=Media("photo", "card", "12"),
                instead="For you.\n\nA dog",
            )
        ],
    ),
    (
        "a film",
        Outbound(kind="video", text="Look.", media="film", alt="Told", ask=Ask(seq=4, buttons=YES_NO[:1])),
        [
            Request(
                method="sendVideo",
                fields={"caption": "Look.", "supports_streaming": True, **under([("Yes", "4:0")])},
                media=Media("video", "video", "film"),
                instead="Look.\n\nTold",
            )
        ],
    ),
    (
        "a link",
        Outbound(kind="link", text="All of it"),
        [words("All of it", reply_markup={"inline_keyboard": [[{"text": "Open", "url": "https://x.nl/k/1"}]]})],
    ),
    (
        "standing buttons",
        Outbound(text="A card.", ask=Ask(seq=0, buttons=(Button("Look", "@kaart:a1"),))),
        [words("A card.", **under([("Look", "@kaart:a1")]))],
    ),
]


@pytest.mark.parametrize(("bubble", "requests"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_each_bubble_is_written_so(bubble: Outbound, requests: list[Request]) -> None:
    assert write(bubble, TELEGRAM, "https://x.nl/k/1") == requests


def test_the_table_has_every_kind_and_every_shape() -> None:
    assert {bubble.kind for _, bubble, _ in TABLE} == set(get_args(OutboundKind))
    asks = [bubble.ask for _, bubble, _ in TABLE if bubble.ask]
    assert {ask.shape for ask in asks} == set(get_args(Shape))
    assert {button.role for ask in asks for button in ask.buttons} == set(get_args(Role))


def test_the_table_has_a_row_for_every_field_that_a_bubble_can_have() -> None:
    bubbles = [bubble for _, bubble, _ in TABLE]
    assert _told(Outbound, bubbles) == NOT_SHOWN
    assert _told(Ask, [bubble.ask for bubble in bubbles if bubble.ask]) == set()


def _told(kind: type[Struct], rows: Sequence[Struct]) -> set[str]:
    """The fields that have their default in every row."""
    fields = msgspec.structs.fields(kind)
    return {one.name for one in fields if all(getattr(row, one.name) == one.default for row in rows)}


@pytest.mark.parametrize("kind", get_args(OutboundKind))
def test_a_long_text_stays_within_the_limits_and_the_buttons_stand_under_its_end(kind: OutboundKind) -> None:
    bubble = Outbound(kind=kind, text=LONG, media="sun", ask=Ask(seq=4, buttons=YES_NO))
    requests = write(bubble, TELEGRAM)
    assert len(requests) > 1
    for at, request in enumerate(requests):
        text, mode = request.fields.get("text") or request.fields["caption"], request.fields.get("parse_mode")
        shown, _ = entities.read(text, mode)
        assert entities.length(shown) <= (CAPTION if "caption" in request.fields else TEXT)
        assert shown.endswith("is here.")
        assert bool(request.rows) == (at == len(requests) - 1)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300), st.sampled_from(["text", "quote"]))
def test_whatever_a_person_typed_is_shown_as_typed(text: str, kind: OutboundKind) -> None:
    shown = []
    for request in write(Outbound(kind=kind, text=text), TELEGRAM):
        found, marks = entities.read(request.fields["text"], request.fields.get("parse_mode"))
        assert [one["type"] for one in marks] == (["blockquote"] if kind == "quote" else [])
        shown.append(found)
    assert "".join(shown) == text.strip()


@given(st.text(alphabet=st.sampled_from("ab .!\n😀é"), max_size=400), st.integers(4, 60), st.integers(4, 60))
def test_a_cut_text_loses_only_the_space_at_the_cuts(text: str, first: int, rest: int) -> None:
    found = parts(text, first, rest)
    assert "".join("".join(found).split()) == "".join(text.split())
    assert all(units(one) <= (first if at == 0 else rest) for at, one in enumerate(found))


def test_four_thousand_emoji_are_counted_as_the_platform_does() -> None:
    found = parts("😀" * 4096)
    assert [units(one) for one in found] == [4096, 4096]
    assert "".join(found) == "😀" * 4096


def test_every_keyboard_of_the_table_is_one_that_the_platform_takes() -> None:
    taken = [keyboards.read(one.fields.get("reply_markup")) for _, _, requests in TABLE for one in requests]
    assert sum(one is not None for one in taken) == 8
