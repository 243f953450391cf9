"""The content of the benchmark: the house's own words, with a welcome that says exactly what the benchmark expects."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import yaml

from bot.bootstrap import CONTENT

FILM = "maat"
"""The film of which the benchmark knows the id on its platform."""
TAKEN = ("signals", "flows/words.yaml", "plain-words.yaml", "aloud.yaml")
"""What the benchmark takes from the house as it is: above all every rule that looks at free text."""


def make_content(folder: Path, script: dict[str, Any]) -> Path:
    """Fills a folder with content. `script` is the course of the benchmark (`course.json`)."""
    (folder / "flows").mkdir(parents=True)
    for name in TAKEN:
        source = CONTENT / name
        if source.is_dir():
            shutil.copytree(source, folder / name)
        elif source.exists():
            shutil.copy(source, folder / name)
    _film(folder)
    words = folder / "flows/words.yaml"
    watched = re.sub(r"(?m)^  watched: .*$", f"  watched: {script['read_button'][0]}", words.read_text("utf-8"))
    words.write_text(watched, "utf-8")
    for name, written in (("welkom", _welcome(script)), ("menu", _menu()), ("crisis", _crisis())):
        (folder / f"flows/{name}.yaml").write_text(yaml.safe_dump(written, allow_unicode=True), "utf-8")
    return folder


def _menu() -> dict[str, Any]:
    step = {"id": "kies", "kind": "say", "text": "Menu.", "simpler": "-", "button": "Verder"}
    return {"id": "menu", "kind": "flow", "title": "Menu", "start": "home", "steps": [step]}


def _crisis() -> dict[str, Any]:
    step = {"id": "bel", "kind": "say", "text": "Bel 112.", "simpler": "-", "button": "Goed"}
    return {"id": "crisis", "kind": "flow", "title": "Crisis", "duty": "crisis", "steps": [step]}


def _film(folder: Path) -> None:
    """A film of which only the name matters: the platform has it already."""
    films = folder / "media/films"
    films.mkdir(parents=True)
    (folder / "films").mkdir()
    (folder / f"films/{FILM}.yaml").write_text(f"id: {FILM}\n", "utf-8")
    (films / f"{FILM}.mp4").write_bytes(b"film")
    (films / f"{FILM}.webp").write_bytes(b"picture")
    (films / f"{FILM}.vtt").write_text("WEBVTT\n\n00:00.000 --> 00:01.500\nDag.\n", "utf-8")
    (films / f"{FILM}.json").write_text(json.dumps({"seconds": 1.5}), "utf-8")


def _welcome(script: dict[str, Any]) -> dict[str, Any]:
    def asked(id: str, text: str, labels: list[str], **more: Any) -> dict[str, Any]:
        options = [{"label": label, "value": label.lower()} for label in labels]
        return {"id": id, "kind": "choice", "text": text, "simpler": "-", "options": options, "required": True, **more}

    def typed(id: str, text: str, key: str) -> dict[str, Any]:
        return {"id": id, "kind": "text", "text": text, "simpler": "-", "save": key, "required": True}

    steps = [
        asked("welkom", script["welcome"], [label for label, _ in script["consent_buttons"]]),
        {"id": "akkoord", "kind": "do", "action": "agree"},
        typed("succes", script["success"], "succes"),
        {"id": "lees", "kind": "say", "text": script["read"], "simpler": "-"},
        {"id": "film", "kind": "video", "film": FILM, "text": script["video_caption"], "simpler": "-"},
        asked("keuze", script["mc"], [label for label, _ in script["mc_buttons"]], save="keuze"),
        typed("vrij", script["open"], "vrij"),
        {"id": "verder", "kind": "say", "text": script["go"], "simpler": "-", "button": script["go_button"][0]},
        typed("terugblik", script["reflect"], "terugblik"),
        {"id": "klaar", "kind": "say", "text": script["done"], "simpler": "-"},
        {"id": "rust", "kind": "do", "action": "rest"},
    ]
    return {"id": "welkom", "kind": "flow", "title": "Maat", "start": "welcome", "steps": steps}
