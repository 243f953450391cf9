"""The words that this channel says outside a conversation; the content has them, under `telegram:`."""

from collections.abc import Mapping

from bot.errors import ChannelWordsMissingError

NEEDED = frozenset(
    {
        "how_in",
        "enter_wrong",
        "enter_too_often",
        "no_groups",
        "scale",
        "open_link",
        "offer_removal",
        "remove",
        "removed",
        "too_old_to_remove",
    }
)


def check_words(words: Mapping[str, str]) -> None:
    """Raises ChannelWordsMissingError, before anybody gets half a sentence."""
    missing = NEEDED - words.keys()
    if missing:
        raise ChannelWordsMissingError(channel="telegram", missing=", ".join(sorted(missing)))
