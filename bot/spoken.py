"""What a person's own line looks like in the store: the words that they see back in their conversation."""

from msgspec import Struct, json

from bot.messages import Inbound


class Spoken(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The line as it reads (`text`), the button that was pressed, the sound that was kept."""

    text: str = ""
    data: str = ""
    media: str | None = None


_encoder = json.Encoder()
_decoder = json.Decoder(Spoken)


def dump(inbound: Inbound, shown: str) -> bytes:
    """The line of an inbound message, to be sealed."""
    data = inbound.data if inbound.kind in ("press", "command") else ""
    return _encoder.encode(Spoken(text=shown, data=data, media=inbound.media))


def parse(body: bytes) -> Spoken:
    """The line back from `dump`."""
    return _decoder.decode(body)
