"""Codes that a person types over from paper: how they are made, read forgivingly, and hashed."""

import hashlib
import unicodedata
from collections.abc import Callable

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""32 signs: I, L, O and U are left out, because they look like others (or spell words)."""

LENGTH = 10
BITS = 50
_GROUPS = ((0, 4), (4, 8), (8, 10))
_ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})


def make_code(randbits: Callable[[int], int]) -> str:
    """A new code of 50 random bits, such as ABCD-EFGH-JK; `randbits` is `secrets.randbits` outside tests."""
    bits = randbits(BITS)
    signs = "".join(ALPHABET[bits >> (5 * at) & 31] for at in range(LENGTH))
    return "-".join(signs[start:end] for start, end in _GROUPS)


def normal_code(typed: str) -> str:
    """The bare signs of a code, whatever the case, the spaces, the dashes, and O for 0 or I and L for 1."""
    upper = unicodedata.normalize("NFKC", typed).upper()
    return "".join(sign for sign in upper if sign.isalnum()).translate(_ALIKE)


def code_hash(typed: str) -> str:
    """What is stored of a code: 50 random bits need no salt."""
    return hashlib.sha256(normal_code(typed).encode()).hexdigest()


def token_hash(token: str) -> str:
    """What is stored of a web session's token, which is compared sign by sign."""
    return hashlib.sha256(token.encode()).hexdigest()
