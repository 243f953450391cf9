"""Only messages that our own page could send are read; everything else is refused with a word."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.web.wire import TEXT_MOST, MalformedError, read_say

ID = "0123456789abcdef"


def packed(**fields: object) -> bytes:
    return msgspec.json.encode({"id": ID, **fields})


@pytest.mark.parametrize(
    ("fields", "carried"),
    [
        ({"kind": "text", "text": "hallo"}, ""),
        ({"kind": "press", "data": "12:0"}, "12:0"),
        ({"kind": "press", "data": "12:=0,3"}, "12:=0,3"),
        ({"kind": "press", "data": "12:="}, "12:="),
        ({"kind": "command", "command": "explain"}, "explain"),
        ({"kind": "voice", "media": "sound-1"}, ""),
    ],
)
def test_each_kind_is_read_and_carries_its_own(fields: dict[str, object], carried: str) -> None:
    said = read_say(packed(**fields))
    assert (said.kind, said.carried) == (fields["kind"], carried)


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "dance"},
        {"kind": "text"},
        {"kind": "text", "text": "  \n "},
        {"kind": "text", "text": "hallo", "data": "12:0"},
        {"kind": "press", "text": "12:0"},
        {"kind": "press", "data": "9" * 201},
        {"kind": "command", "command": "erase everything"},
        {"kind": "command", "command": "explain", "text": "hallo"},
        {"kind": "voice"},
        {"kind": "text", "text": "hallo", "admin": True},
        {"kind": "text", "text": 5},
    ],
)
def test_a_message_that_no_page_sends_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(MalformedError) as caught:
        read_say(packed(**fields))
    assert caught.value.word == "not_sent"


@pytest.mark.parametrize("id", ["", "short", "x" * 65, "0123456789abcde/", "0123456789abcdef\n", 7, None])
def test_an_id_that_is_not_long_and_plain_is_refused(id: object) -> None:
    with pytest.raises(MalformedError):
        read_say(msgspec.json.encode({"id": id, "kind": "text", "text": "hallo"}))


@pytest.mark.parametrize("body", [b"", b"[]", b"null", b"{", b"\xff\xfe", b'{"id":', b"[" * 20_000])
def test_bytes_that_are_no_message_are_refused(body: bytes) -> None:
    with pytest.raises(MalformedError):
        read_say(body)


def test_length_is_counted_in_characters_and_not_in_bytes() -> None:
    longest = "\N{GRINNING FACE}" * TEXT_MOST
    assert read_say(packed(kind="text", text=longest)).text == longest
    with pytest.raises(MalformedError) as caught:
        read_say(packed(kind="text", text=longest + "a"))
    assert caught.value.word == "too_long"


def test_the_null_character_disappears_because_no_database_keeps_it() -> None:
    assert read_say(packed(kind="text", text="a\x00b")).text == "ab"


@given(st.text(min_size=1, max_size=200).filter(lambda text: text.strip() and "\x00" not in text))
def test_what_was_typed_comes_through_unchanged(text: str) -> None:
    assert read_say(packed(kind="text", text=text)).text == text


@given(st.binary(max_size=300))
def test_no_bytes_make_it_fail_in_another_way(body: bytes) -> None:
    with pytest.raises(MalformedError):
        read_say(body)
