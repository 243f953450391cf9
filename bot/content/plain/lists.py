"""The word lists of plain Dutch, kept beside the content in `plain-words.yaml` where a trainer can edit them."""

from functools import cache
from pathlib import Path

from bot.content.models.base import Frozen, Label
from bot.content.reading import read_yaml

HOUSE = Path(__file__).parent.parent / "plain-words.yaml"


class Lists(Frozen):
    """`synonyms` maps the word that we use to the words that we leave alone; `never` a word to its better one."""

    glossary: frozenset[Label]
    abbreviations: frozenset[Label]
    synonyms: dict[Label, tuple[Label, ...]]
    never: dict[Label, Label]
    formal: dict[Label, Label]
    figurative: tuple[Label, ...]
    numbers: dict[Label, int]
    subordinators: frozenset[Label]
    subjects: frozenset[Label]
    relative_heads: frozenset[Label]
    auxiliaries: frozenset[Label]
    become: frozenset[Label]
    no_participles: frozenset[Label]
    no_infinitives: frozenset[Label]
    plain_nominals: frozenset[Label]
    negations: frozenset[Label]
    links: frozenset[Label]


@cache
def read_lists(path: Path = HOUSE) -> Lists:
    """The lists of a file; raises NotReadableError and pydantic's ValidationError."""
    return Lists.model_validate(read_yaml(path.read_text()))


def lists_of(folder: Path) -> Lists:
    """The lists of a content folder, or those of the house; the names of its cast are known words."""
    own = folder / HOUSE.name
    lists = read_lists(own if own.is_file() else HOUSE)
    return lists.model_copy(update={"glossary": lists.glossary | _names(folder / "cast.yaml")})


def _names(cast: Path) -> frozenset[str]:
    raw = read_yaml(cast.read_text()) if cast.is_file() else None
    people = raw.get("people") if isinstance(raw, dict) else None
    found = people.values() if isinstance(people, dict) else ()
    return frozenset(str(one["name"]).lower() for one in found if isinstance(one, dict) and "name" in one)
