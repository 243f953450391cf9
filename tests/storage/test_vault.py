"""The vault: what is sealed opens only for the same person, the same field and the same keys."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import MasterKeyError, SealBrokenError
from bot.storage.vault import OPENED_KEYS, Vault
from tests.storage.cast import FATIMA, JAN

VAULT = Vault(bytes(range(32)))
WRAPPED = VAULT.new_key(JAN)
KEY = VAULT.open_key(JAN, WRAPPED)


@given(st.binary(), st.text())
def test_what_was_sealed_reads_back(plaintext: bytes, field: str) -> None:
    assert VAULT.unseal(KEY, JAN, field, VAULT.seal(KEY, JAN, field, plaintext)) == plaintext


@given(st.binary(min_size=8))
def test_a_seal_never_shows_the_text(plaintext: bytes) -> None:
    assert plaintext not in VAULT.seal(KEY, JAN, "in 1", plaintext)


def test_the_same_text_is_never_sealed_alike() -> None:
    assert len({VAULT.seal(KEY, JAN, "in 1", b"the same") for _ in range(100)}) == 100


@pytest.mark.parametrize(("person", "field"), [(FATIMA, "in 1"), (JAN, "in 2"), (JAN, "out 1"), ("", JAN + "in 1")])
def test_a_seal_of_another_person_or_field_is_refused(person: str, field: str) -> None:
    sealed = VAULT.seal(KEY, JAN, "in 1", b"text")
    with pytest.raises(SealBrokenError):
        VAULT.unseal(KEY, person, field, sealed)


@pytest.mark.parametrize("place", [0, 11, 12, -17, -1])
def test_one_changed_bit_is_refused(place: int) -> None:
    sealed = bytearray(VAULT.seal(KEY, JAN, "in 1", b"text"))
    sealed[place] ^= 1
    with pytest.raises(SealBrokenError):
        VAULT.unseal(KEY, JAN, "in 1", bytes(sealed))


@pytest.mark.parametrize("length", [0, 5, 12, 20])
def test_a_cut_off_seal_is_refused(length: int) -> None:
    sealed = VAULT.seal(KEY, JAN, "in 1", b"text")
    with pytest.raises(SealBrokenError):
        VAULT.unseal(KEY, JAN, "in 1", sealed[:length])


def test_the_key_of_one_person_does_not_open_for_another() -> None:
    with pytest.raises(SealBrokenError):
        Vault(bytes(range(32))).open_key(FATIMA, WRAPPED)


def test_another_master_key_opens_nothing() -> None:
    with pytest.raises(SealBrokenError, match=JAN):
        Vault(bytes(32)).open_key(JAN, WRAPPED)


def test_the_key_of_an_erased_person_leaves_the_memory() -> None:
    vault = Vault(bytes(range(32)))
    vault.open_key(JAN, WRAPPED)
    vault.forget(JAN)
    assert JAN not in repr(vault._opened)


def test_not_more_keys_stay_open_than_were_promised() -> None:
    vault = Vault(bytes(range(32)))
    for number in range(OPENED_KEYS + 10):
        vault.open_key(str(number), vault.new_key(str(number)))
    assert len(vault._opened) == OPENED_KEYS


def test_a_digest_is_recognised_and_depends_on_the_master_key() -> None:
    again = Vault(bytes(range(32))).digest("telegram", "1")
    assert VAULT.digest("telegram", "1") == again
    assert len({again, VAULT.digest("telegra", "m1"), Vault(bytes(32)).digest("telegram", "1")}) == 3


def test_a_made_master_key_makes_a_vault() -> None:
    text = Vault.make_master()
    vault = Vault.from_text(f" {text}\n")
    assert vault.open_key(JAN, Vault.from_text(text).new_key(JAN))


def test_a_master_key_with_its_padding_is_the_same_key() -> None:
    padded = base64.urlsafe_b64encode(bytes(range(32))).decode()
    assert Vault.from_text(padded).open_key(JAN, WRAPPED)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("  ", "it is empty"),
        ("not base64!", "it is not base64 text"),
        ("abcde", "it is not base64 text"),
        ("c2VjcmV0", "it holds 6 bytes instead of 32"),
    ],
)
def test_an_unusable_master_key_is_refused_without_repeating_it(text: str, why: str) -> None:
    with pytest.raises(MasterKeyError) as caught:
        Vault.from_text(text)
    assert f"not usable ({why})" in str(caught.value)
    assert text.strip() == "" or text not in str(caught.value)
