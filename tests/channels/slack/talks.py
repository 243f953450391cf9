"""The library with a door to every kind of bubble and question, with the words of this platform."""

from bot.content.models.flow import Flow
from bot.content.models.library import Library
from bot.content.models.words import Words
from tests.channels.telegram.talks import HARD, LONG
from tests.channels.telegram.talks import talks as doors
from tests.flows.small import choice, flow, say

__all__ = ["HARD", "LONG", "SLACK", "talks"]

SECRET = "my secret story"
MENUS = {"employee": {"menu": "The menu", "help": "Help"}}

SLACK = {
    "how_in": "Ask your coach for a code.",
    "enter_wrong": "That code does not work.",
    "enter_too_often": "Too often.",
    "scale": "1 = {low}, 5 = {high}",
    "done": "Done",
    "open_link": "Open",
    "link_ready": "Here is the way.",
    "open_page": "Open it",
    "page_ready": "Here is the page.",
    "type_there": "Type elsewhere",
    "type_elsewhere": "I do nothing with words here.",
    "read_there": "Your own words are elsewhere.",
    "answered_in_chat": "See our chat.",
    "watch": "Watch",
    "home_title": "Opstap",
    "home_text": "What would you like?",
    "home_stranger": "You need a code.",
    "home_begin": "Begin there.",
    "home_course": "You are in {course}.",
    "home_question": "A question is open.",
    "home_elsewhere": "You talk elsewhere.",
    "home_paused": "You rest.",
    "home_stopped": "You stopped.",
    "home_waits": "Who waits: {who}",
    "home_nobody_waits": "Nobody waits.",
    "home_card": "Send a card.",
    "talks_elsewhere": "We talk elsewhere now.",
    "go_on_here": "Go on here",
    "card_title": "A card",
    "card_send": "Send",
    "card_close": "Rather not",
    "card_choose": "Choose",
    "card_who": "For whom?",
    "card_design": "Which picture?",
    "card_ready": "Which words?",
    "card_own": "Or your own",
    "card_own_hint": "A few words.",
    "card_when": "It comes at a calm moment.",
    "card_drawing": "Here it comes.",
    "card_missing": "Not drawn: {missing}",
    "card_who_first": "For whom first.",
    "card_words_first": "Words first.",
    "card_late": "Too late. Once more.",
    "card_try_again": "Try again later.",
}


def talks() -> Library:
    """The doors."""
    found = doors()
    first = flow(
        "slack-eerst",
        say("van-wie", "Slack is not yours."),
        choice("kies", "Where?", {"label": "Here", "next": "end"}, {"label": "Own chat", "next": "web"}, required=True),
        {"id": "web", "kind": "do", "action": "web_link"},
        say("daar", "It is above.", button="Here after all"),
        roles=["employee"],
    )
    welcome = found.flows["welkom"].model_dump(by_alias=True, exclude_unset=True)
    steps = [{**step, "next": "zei"} if step["id"] == "woord" else step for step in welcome["steps"]]
    said = choice("zei", "You said {word}. Is that so?", "So it is", skip="Pass", when={"key": "word", "is": [SECRET]})
    doors_at = next(at for at, step in enumerate(steps) if step["id"] == "deur")
    told = Flow.model_validate({**welcome, "steps": [*steps[:doors_at], said, *steps[doors_at:]]})
    words = found.words.model_dump(by_alias=True) | {"slack": SLACK, "menus": MENUS}
    return Library(
        flows={**found.flows, "welkom": told, "slack-eerst": first},
        words=Words.model_validate(words), signals=found.signals,
        pictures=found.pictures, films=found.films, revision=found.revision,
    )  # fmt: skip
