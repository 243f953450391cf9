"""A small library with every kind of step, so that engine tests do not depend on the real words."""

from functools import cache
from pathlib import Path
from typing import Any

from bot.content.models.flow import Course, Flow
from bot.content.models.library import Film, Library, Picture
from bot.content.models.words import Buttons, Replies, Words
from bot.content.reading import read_yaml

CONTENT = Path(__file__).parents[2] / "bot/content"
NAMES = ("menu", "help", "stop", "data", "success", "courses", "explain", "back", "skip", "pause", "resume")
TYPED: dict[str, tuple[str, ...]] = {name: (name,) for name in (*NAMES, "easier", "harder", "human")}


@cache
def words() -> Words:
    """House words that are their own names."""
    real: Any = read_yaml((CONTENT / "flows/words.yaml").read_text("utf-8"))
    return Words.model_validate(
        {
            "buttons": {name: f"[{name}]" for name in Buttons.model_fields},
            "replies": {name: {"text": f"<{name}>", "simpler": f"<{name} simpler>"} for name in Replies.model_fields},
            "commands": TYPED,
            "and": "and",
            "circle": real["circle"],
            "dates": real["dates"],
            "times": real["times"],
            "typed": real["typed"],
            "odd": {
                "question_starts": ["what do you mean"],
                "question_whole": ["why"],
                "swearing": ["damn"],
                "around_swearing": ["you"],
                "languages": {"tongue": ["glub", "blub"]},
                "own_language": ["the"],
            },
            "path": {"alt": "A path.", "done": "Done: {courses}.", "begun": "Begun: {courses}.", "open": "All open."},
            "web": {"voice_message": "<voice>", "data_download": "<download>"},
        }
    )


def flow(name: str, *steps: dict[str, Any], **more: Any) -> Flow:
    """A flow of these steps."""
    return Flow.model_validate({"id": name, "kind": "flow", "title": name, "steps": steps, **more})


def course(name: str, *lessons: list[dict[str, Any]], number: int = 1) -> Course:
    """A course of these lessons."""
    parts = [
        {"id": f"les-{at}", "title": f"Lesson {at}", "minutes": 3, "steps": steps} for at, steps in enumerate(lessons)
    ]
    head = {"id": name, "kind": "course", "number": number, "title": name, "short": name, "about": "about"}
    return Course.model_validate({**head, "factor": "houding", "cover": "cover", "lessons": parts})


def say(step: str, text: str, **more: Any) -> dict[str, Any]:
    """A bubble with a simpler version."""
    return {"id": step, "kind": "say", "text": text, "simpler": f"{text} (simple)", **more}


def choice(step: str, text: str, *options: dict[str, Any] | str, **more: Any) -> dict[str, Any]:
    """A question; an option in words is its own label."""
    listed = [{"label": one} if isinstance(one, str) else one for one in options]
    return {"id": step, "kind": "choice", "text": text, "simpler": f"{text} (simple)", "options": listed, **more}


def library(*flows: Flow | Course) -> Library:
    """A library with the house flows that every test needs, and these."""
    house = [
        flow(
            "welkom",
            choice("mag", "May I?", {"label": "Yes", "value": "yes"}, {"label": "No", "next": "nee"}, required=True),
            {"id": "ja", "kind": "do", "action": "agree", "next": "end"},
            say("nee", "Fine."),
            {"id": "weg", "kind": "do", "action": "decline"},
        ),
        flow(
            "menu",
            choice(
                "onderweg", "Go on?", {"label": "On", "next": "end"}, "Other", when={"key": "in_course"}, skip="Skip"
            ),
            {
                "id": "kies",
                "kind": "pick",
                "source": "courses",
                "text": "Which?",
                "simpler": "Which one?",
                "empty": "None.",
                "skip": "Not now",
                "skip_to": "klaar",
            },
            choice("klaar", "What now?", "Again", skip="Rest"),
        ),
        flow("hulp", say("zo", "Help.", button="Ok")),
        flow("succes", choice("goed", "What went well?", "All", skip="Nothing")),
        flow(
            "stoppen",
            choice("zeker", "Stop?", {"label": "Stop now"}, {"label": "Stay", "next": "end"}, required=True),
            {"id": "dag", "kind": "do", "action": "stop"},
        ),
        flow(
            "gegevens",
            {
                "id": "wissel",
                "kind": "pick",
                "source": "answers",
                "text": "Change which?",
                "simpler": "Which?",
                "empty": "Nothing yet.",
                "skip": "None",
                "skip_to": "weg",
            },
            choice("weg", "Erase all?", {"label": "Erase"}, {"label": "Keep", "next": "end"}, required=True),
            {"id": "wis", "kind": "do", "action": "erase"},
        ),
        flow(
            "crisis",
            say("nu", "Call 112."),
            choice("wie", "Is someone there?", "Yes", "No", skip="Skip"),
            {"id": "rust", "kind": "do", "action": "rest"},
            duty="crisis",
        ),
    ]
    given = {one.id: one for one in (*house, *flows)}
    return Library(
        flows=given,
        words=words(),
        pictures={"sun": Picture("sun", "sun.webp", "A sun")},
        films={"film": Film("film", "f.mp4", "f.vtt", "f.webp", 30.0, "What is told.")},
        revision="r1",
    )
