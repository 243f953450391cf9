"""A citizen service number is found however it is written, and nothing else is taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.safety.number import has_number, mask

GOOD = "123456782"


def bsn_of(eight: str) -> str | None:
    """Eight digits with the ninth that passes the eleven test, when there is one."""
    rest = sum(weight * int(digit) for weight, digit in zip(range(9, 1, -1), eight, strict=True)) % 11
    return f"{eight}{rest}" if rest < 10 else None


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        f"mijn bsn is {GOOD}.",
        f"bsn:{GOOD}",
        "123 456 782",
        "1234.56.782",
        "123-456-782",
        "1234 56 782",
        "1 2 3 4 5 6 7 8 2",
        "123\u200b456\u200b782",
        "\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff12",
        "111222333",
        f"het is {GOOD} en ik woon op nummer 4",
        f"{GOOD} 2 keer gebeld",
        f"({GOOD})",
    ],
)
def test_a_bsn_is_seen(text: str) -> None:
    assert has_number(text)
    assert not has_number(mask(text))


@pytest.mark.parametrize(
    "text",
    [
        "123456789",
        "0612345678",
        "06 12345678",
        "06-12 34 56 78",
        "+31612345678",
        "+31 6 12345678",
        "0031612345678",
        "0031 6 12345678",
        "030-1234567",
        "1234567820",
        f"9{GOOD}",
        f"{GOOD}1",
        "NL91ABNA0417164300",
        "12345678",
        "000000000",
        "bel 112 of 0800-0113",
        "22-11-2026 om 9 uur",
        "a123456782b",
    ],
)
def test_another_number_is_no_bsn(text: str) -> None:
    assert not has_number(text)
    assert mask(text) == text


def test_the_mask_hides_the_digits_and_leaves_the_rest() -> None:
    assert mask("bsn 123 456 782, bel 0612345678") == "bsn *** *** ***, bel 0612345678"
    assert mask(f"{GOOD} en 111222333") == "********* en *********"


@given(st.from_regex(r"[1-9][0-9]{7}", fullmatch=True), st.sampled_from(["", " ", ".", "-"]))
def test_every_number_that_passes_the_eleven_test_is_hidden(eight: str, between: str) -> None:
    number = bsn_of(eight)
    if number is not None:
        written = between.join((number[:3], number[3:6], number[6:]))
        assert mask(f"nr {written}!") == f"nr {between.join(('***', '***', '***'))}!"


@given(st.text(max_size=200))
def test_a_mask_never_changes_anything_but_digits(text: str) -> None:
    masked = mask(text)
    assert len(masked) == len(text)
    assert all(old == new or (old.isdigit() and new == "*") for old, new in zip(text, masked, strict=True))
