"""The words that this channel says outside a conversation; the content has them, under `slack:`."""

from collections.abc import Mapping

from bot.errors import ChannelWordsMissingError

NEEDED = frozenset(
    {
        "how_in",
        "enter_wrong",
        "enter_too_often",
        "scale",
        "done",
        "open_link",
        "link_ready",
        "type_there",
        "type_elsewhere",
        "read_there",
        "answered_in_chat",
        "watch",
        "home_title",
        "home_text",
        "home_stranger",
    }
)


def check_words(words: Mapping[str, str]) -> None:
    """Raises ChannelWordsMissingError, before anybody gets half a sentence."""
    missing = NEEDED - words.keys()
    if missing:
        raise ChannelWordsMissingError(channel="slack", missing=", ".join(sorted(missing)))
