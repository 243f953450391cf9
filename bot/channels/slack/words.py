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
        "open_page",
        "page_ready",
        "type_there",
        "type_elsewhere",
        "read_there",
        "answered_in_chat",
        "watch",
        "home_title",
        "home_text",
        "home_stranger",
        "home_begin",
        "home_course",
        "home_question",
        "home_elsewhere",
        "home_paused",
        "home_stopped",
        "home_waits",
        "home_nobody_waits",
        "home_card",
        "talks_elsewhere",
        "go_on_here",
        "card_title",
        "card_send",
        "card_close",
        "card_choose",
        "card_who",
        "card_design",
        "card_ready",
        "card_own",
        "card_own_hint",
        "card_when",
        "card_drawing",
        "card_missing",
        "card_who_first",
        "card_words_first",
        "card_late",
        "card_try_again",
    }
)


def check_words(words: Mapping[str, str]) -> None:
    """Raises ChannelWordsMissingError, before anybody gets half a sentence."""
    missing = NEEDED - words.keys()
    if missing:
        raise ChannelWordsMissingError(channel="slack", missing=", ".join(sorted(missing)))
