"""Checks the rules for reading aloud, for who edits them."""

from pathlib import Path

from pydantic import ValidationError

from bot.content.checks.shape import facts
from bot.content.models.aloud import Aloud
from bot.content.reading import NotReadableError, read_yaml
from bot.voices.wording import RULES, wrong_examples


def wrong_rules(folder: Path) -> list[str]:
    """One line for each fault in the rules of a content folder; a folder without rules has none."""
    path = folder / RULES
    if not path.exists():
        return []
    raw: object = None
    try:
        raw = read_yaml(path.read_text("utf-8"))
        return [f"{RULES}: {one}" for one in wrong_examples(Aloud.model_validate(raw))]
    except NotReadableError as error:
        return [f"{RULES}: {error}"]
    except ValidationError as error:
        return [problem.line() for problem in facts(RULES, raw, error)]
