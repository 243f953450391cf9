"""The words that the pages cannot do without; a test keeps this list equal to what the pages use."""

from collections.abc import Mapping

from bot.errors import PageWordsMissingError

WORDS = frozenset(
    [
        "back_online", "back_to_chat", "been_here", "been_here_go", "cancel_recording",
        "chars_left", "chosen", "close", "coach_name", "connecting", "conversation", "course_progress",
        "dark", "data_file", "data_title", "demo_intro", "demo_note", "demo_reset", "demo_story", "demo_story_done",
        "demo_story_stuck", "demo_title", "enter_button",
        "enter_code_hint", "enter_code_label", "enter_explain", "enter_title", "enter_too_often",
        "enter_wrong", "farewell_text", "farewell_title", "film", "first_time", "help", "home", "install", "light",
        "light_dark", "link_open", "listen_back", "log_out", "more_below", "more_tools", "my_data",
        "new_messages", "no", "no_microphone", "no_script", "not_sent", "offline", "older",
        "page_not_found", "picture", "play_video", "print_card", "print_title", "progress", "question", "read_aloud",
        "record", "send", "send_recording", "sending", "session_over", "size_1", "size_2", "size_3",
        "skip_wait", "still_asked", "stop_reading", "stop_recording", "talking_with", "text_size", "too_long",
        "tools_label", "transcript", "try_again", "two_tabs", "type_here", "voice_message", "went_wrong", "yes", "you",
    ]
)  # fmt: skip
BUTTONS = frozenset(["back", "easier", "explain", "harder", "menu", "pause", "skip"])


def check_words(words: Mapping[str, str], buttons: Mapping[str, str]) -> None:
    """Raises PageWordsMissingError, with all their names, when words are missing."""
    missing = sorted(WORDS - words.keys()) + sorted(f"buttons.{name}" for name in BUTTONS - buttons.keys())
    if missing:
        raise PageWordsMissingError(missing=", ".join(missing))
