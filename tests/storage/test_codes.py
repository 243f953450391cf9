"""Codes: made with 50 random bits, and read back however someone types them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.storage.codes import ALPHABET, code_hash, make_code, normal_code

BITS = st.integers(min_value=0, max_value=2**50 - 1)


def test_a_code_looks_like_a_code() -> None:
    assert make_code(lambda bits: int("2" * 15, 16) % 2**bits) == "2H84-2H84-2H"


@given(BITS, BITS)
def test_other_bits_make_another_code(one: int, other: int) -> None:
    first, second = make_code(lambda _: one), make_code(lambda _: other)
    assert (normal_code(first) == normal_code(second)) == (one == other)


def test_fifty_bits_are_asked_for() -> None:
    make_code(lambda bits: {50: 0}[bits])


def test_no_sign_looks_like_another() -> None:
    assert len(set(ALPHABET)) == 32
    assert not set("ILOU") & set(ALPHABET)


@given(BITS)
def test_a_code_is_read_in_small_letters_without_dashes(bits: int) -> None:
    code = make_code(lambda _: bits)
    assert code_hash(code.lower().replace("-", "")) == code_hash(code)


@pytest.mark.parametrize(
    "typed",
    [
        "10AB-CD10-10",
        "ioab-cdlo-io",
        "1 0 A B C D 1 0 1 0",
        " lOaB.cD1o/Io ",
        "\uff11\uff10ABCD10\uff110",
        "10AB\u2014CD10\u201310",
    ],
)
def test_a_code_is_read_however_it_is_typed(typed: str) -> None:
    assert normal_code(typed) == "10ABCD1010"


@pytest.mark.parametrize("typed", ["10AB-CD10-1", "10AB-CD10-11", "01AB-CD10-10", ""])
def test_another_code_stays_another_code(typed: str) -> None:
    assert code_hash(typed) != code_hash("10AB-CD10-10")
