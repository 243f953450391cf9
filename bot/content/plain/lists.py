"""The word lists of plain Dutch, kept beside the content in `plain-words.yaml` where a trainer can edit them."""

import re
from functools import cache, cached_property
from pathlib import Path

from pydantic import Field

from bot.content.models.base import Frozen, Label
from bot.content.reading import read_yaml

HOUSE = Path(__file__).parent.parent / "plain-words.yaml"


class Participles(Frozen):
    """With what a participle starts, after a little word or without one, and with what it ends."""

    starts: frozenset[Label]
    ends: frozenset[Label]


class Embedding(Frozen):
    """Three words in a row by which a clause within an article and its noun is recognised."""

    opens: frozenset[Label]
    between: frozenset[Label]
    begins: frozenset[Label]


class Nominals(Frozen):
    """How a noun that was a verb ends, and the words that stand around it."""

    ends: tuple[Label, ...]
    neuter: frozenset[Label]
    of: frozenset[Label]


class Denying(Frozen):
    """The words that deny what starts with `prefix`, and the beginnings in which that prefix denies nothing."""

    words: frozenset[Label]
    prefix: Label
    except_: tuple[Label, ...] = Field(alias="except")


class Forms(Frozen):
    """How words are built: pairs of an ending and what stands in its place, what joins two words, what is no half."""

    endings: tuple[tuple[str, str], ...]
    joints: tuple[str, ...]
    no_halves: frozenset[Label]


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
    separable: tuple[Label, ...]
    participles: Participles
    infinitive_ends: tuple[Label, ...]
    asked: frozenset[Label]
    articles: frozenset[Label]
    conditional: frozenset[Label]
    comparing: frozenset[Label]
    whether: frozenset[Label]
    relative: frozenset[Label]
    embedding: Embedding
    nominals: Nominals
    denying: Denying
    forms: Forms

    @cached_property
    def participle(self) -> re.Pattern[str]:
        """A word in the form of a participle."""
        before, starts, ends = (
            "|".join(group) for group in (self.separable, self.participles.starts, self.participles.ends)
        )
        return re.compile(rf"(?:{before})?(?:{starts})[a-z]{{2,}}(?:{ends})")

    @cached_property
    def parted(self) -> re.Pattern[str]:
        """A verb with a little word before it: `afgevinkt` gives `af` and `vinkt`."""
        return re.compile(rf"({'|'.join(self.separable)})(?:ge|te)?([a-z]{{4,}})")


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
