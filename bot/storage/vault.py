"""The keys: one for each person, wrapped by the master key; sealing and unsealing what a person typed."""

import base64
import binascii
import hashlib
import os
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.errors import MasterKeyError, SealBrokenError

KEY_BYTES = 32
NONCE_BYTES = 12
DIGEST_BYTES = 16
OPENED_KEYS = 4096

Entropy = Callable[[int], bytes]


class DataKey:
    """The opened key of one person. It shows nothing of itself in a log or a traceback."""

    __slots__ = ("cipher",)

    def __init__(self, raw: bytes) -> None:
        self.cipher = AESGCM(raw)


class Vault:
    """Seals with AES-GCM. The person and the field are bound to a text: moved to another row it does not open."""

    def __init__(self, master_key: bytes, *, entropy: Entropy = os.urandom) -> None:
        if len(master_key) != KEY_BYTES:
            raise MasterKeyError(why=f"it holds {len(master_key)} bytes instead of {KEY_BYTES}")
        self._entropy = entropy
        self._wrapping = AESGCM(_derived(master_key, b"wrap"))
        self._digesting = _derived(master_key, b"digest")
        self.own_key = DataKey(_derived(master_key, b"own"))
        self._opened: OrderedDict[tuple[str, bytes], DataKey] = OrderedDict()
        self._lock = Lock()

    @staticmethod
    def make_master(entropy: Entropy = os.urandom) -> str:
        """A new master key, as text for a setting."""
        return base64.urlsafe_b64encode(entropy(KEY_BYTES)).decode().rstrip("=")

    @classmethod
    def from_text(cls, text: str) -> "Vault":
        """The vault of the master key in a setting. Raises MasterKeyError, which never repeats the key."""
        stripped = text.strip()
        if not stripped:
            raise MasterKeyError(why="it is empty")
        padded = stripped + "=" * (-len(stripped) % 4)
        try:
            raw = base64.b64decode(padded, altchars=b"-_", validate=True)
        except (binascii.Error, ValueError):
            raise MasterKeyError(why="it is not base64 text") from None
        return cls(raw)

    def new_key(self, person: str) -> bytes:
        """A new data key for a person, wrapped."""
        nonce = self._entropy(NONCE_BYTES)
        return nonce + self._wrapping.encrypt(nonce, self._entropy(KEY_BYTES), person.encode())

    def open_key(self, person: str, wrapped: bytes) -> DataKey:
        """The data key of a person. Raises SealBrokenError when it was wrapped by another master or for another."""
        name = (person, wrapped)
        with self._lock:
            key = self._opened.get(name)
            if key is not None:
                self._opened.move_to_end(name)
                return key
        nonce, sealed = wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:]
        try:
            key = DataKey(self._wrapping.decrypt(nonce, sealed, person.encode()))
        except (InvalidTag, ValueError):
            raise SealBrokenError(person=person) from None
        with self._lock:
            self._opened[name] = key
            if len(self._opened) > OPENED_KEYS:
                self._opened.popitem(last=False)
        return key

    def forget(self, person: str) -> None:
        """Drop the opened key of an erased person from memory."""
        with self._lock:
            for name in [name for name in self._opened if name[0] == person]:
                del self._opened[name]

    def seal(self, key: DataKey, person: str, field: str, plaintext: bytes) -> bytes:
        """The text as it may be stored: 12 bytes of nonce, the sealed text, 16 bytes of tag."""
        nonce = self._entropy(NONCE_BYTES)
        return nonce + key.cipher.encrypt(nonce, plaintext, _bound(person, field))

    def unseal(self, key: DataKey, person: str, field: str, sealed: bytes) -> bytes:
        """The text back. Raises SealBrokenError when the key, the person or the field differ, or it was changed."""
        try:
            return key.cipher.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], _bound(person, field))
        except (InvalidTag, ValueError):
            raise SealBrokenError(person=person) from None

    def digest(self, *parts: str) -> str:
        """A name for something that must be recognised for ever without being kept: 32 hexadecimal characters."""
        text = "\x00".join(parts).encode()
        return hashlib.blake2b(text, key=self._digesting, digest_size=DIGEST_BYTES).hexdigest()


def _derived(master_key: bytes, purpose: bytes) -> bytes:
    """A key for one purpose, so that no key is used for two."""
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=b"opstap " + purpose).derive(master_key)


def _bound(person: str, field: str) -> bytes:
    return f"{person}\x00{field}".encode()
