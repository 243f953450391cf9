"""A library with a door to every kind of bubble and question."""

from bot.content.models.library import Library
from bot.content.models.words import Words
from tests.flows.small import choice, flow, say
from tests.household import library_of

TELEGRAM = {
    "how_in": "Ask your coach for a code.",
    "enter_wrong": "That code does not work.",
    "enter_too_often": "Too often.",
    "no_groups": "I talk with one person at a time.",
    "scale": "1 = {low}, 5 = {high}",
    "open_link": "Open",
    "offer_removal": "About health. Take it away?",
    "remove": "Take away",
    "removed": "Gone.",
    "too_old_to_remove": "Too old.",
}
MENUS = {"employee": {"menu": "The menu", "hulp": "Help"}, "coach": {"mensen": "My people"}}
HARD = "a < b & c > d <b>bold</b> *_`[x](y) <!channel>"
LONG = " ".join(f"This is sentence number {at}, and it says a little." for at in range(120))


def talks() -> Library:
    """The doors."""
    back = {"next": "deur"}
    doors = choice(
        "deur",
        "Which door?",
        {"label": "Words", "next": "woord"},
        {"label": "Ticks", "next": "vink"},
        {"label": "Numbers", "next": "cijfer"},
        {"label": "Shown", "next": "zon"},
        skip="Odd",
        skip_to="raar",
    )
    found = library_of(
        flow(
            "telegram-eerst",
            say("van-wie", "Telegram is not ours."),
            choice("kies", "Where?", {"label": "Here", "next": "end"}, {"label": "Web", "next": "web"}, required=True),
            {"id": "web", "kind": "do", "action": "web_link"},
            say("daar", "It is above.", button="Here after all"),
        ),
        flow(
            "welkom",
            choice("mag", "May I?", {"label": "Yes"}, {"label": "No", "next": "nee"}, required=True),
            {"id": "ja", "kind": "do", "action": "agree"},
            doors,
            {
                "id": "woord", "kind": "text", "text": "A word?", "simpler": "One word?", "save": "word",
                "ideas": ["Sun"], "voice": True, "skip": "Skip", "skip_to": "deur", **back,
            },
            {
                "id": "vink", "kind": "checklist", "text": "What fits?", "simpler": "What?", "save": "fits",
                "items": [{"label": one, "value": one.lower()} for one in ("One", "Two", "Three")],
                "done": "Done", "skip": "None", "skip_to": "deur", **back,
            },
            {
                "id": "cijfer", "kind": "scale", "text": "How much?", "simpler": "Much?", "save": "much",
                "low": "little", "high": "a lot", "skip": "Skip", "skip_to": "deur", **back,
            },
            {"id": "zon", "kind": "picture", "picture": "sun", "text": "A picture.", "simpler": "A sun."},
            {"id": "film", "kind": "video", "film": "film", "text": "A film.", "simpler": "Look.", **back},
            say("raar", HARD),
            say("lang", LONG, next="gegevens"),
            {"id": "gegevens", "kind": "do", "action": "export", **back},
            say("nee", "Fine."),
            {"id": "weg", "kind": "do", "action": "decline"},
        ),
    )  # fmt: skip
    words = found.words.model_dump(by_alias=True) | {"telegram": TELEGRAM, "menus": MENUS}
    words["web"] = {**words["web"], "link_open": "The web chat"}
    return Library(
        flows=found.flows, words=Words.model_validate(words), signals=found.signals,
        pictures=found.pictures, films=found.films, revision=found.revision,
    )  # fmt: skip
