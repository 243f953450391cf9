"""Strict YAML: only true and false are truth values, clock times stay text, and no key may stand twice."""

import re
from collections.abc import Hashable

import yaml

_PLAIN = {
    "tag:yaml.org,2002:bool": (r"^(?:true|false)$", "tf"),
    "tag:yaml.org,2002:null": (r"^(?:null|~|)$", ["n", "~", ""]),
    "tag:yaml.org,2002:int": (r"^[-+]?(?:0|[1-9][0-9]*)$", "-+0123456789"),
    "tag:yaml.org,2002:float": (r"^[-+]?[0-9]+\.[0-9]+$", "-+0123456789"),
}

_FACTS = {
    "mapping values are not allowed": "a colon where none can be, or a line too far to the right; put a text that "
    "holds a colon between quotes, and count the spaces",
    "tab": "a tab; use spaces",
    "expected key": "this line does not fit under the one above it; count the spaces and put a text that holds "
    "quotes between other quotes as a whole",
    "expected '-' indicator": "this line does not fit in the list above it; count the spaces before the dash, and "
    "put a text that holds quotes between other quotes as a whole",
    "expected ',' or": "a quote or a bracket is opened and never closed",
    "block sequence entries are not allowed": "a dash where none can be; a list begins on a line of its own",
    "could not find expected ':'": "a line without a colon, or one that begins too far to the left; count the spaces",
    "unexpected end of stream": "a quote or a bracket is opened and never closed",
    "cannot start any token": "a line or a text may not begin with this sign; use spaces for a tab, and put a text "
    "between quotes",
    "alphabetic or numeric character": "a text may not begin with * or &; put the text between quotes",
    "undefined alias": "a text may not begin with *; put the text between quotes",
}
"""What the YAML reader calls a problem -> how we say it to who edits the file."""


class NotReadableError(ValueError):
    """A file is not YAML; `fact` says what and `line` where, counted from 1."""

    def __init__(self, fact: str, line: int) -> None:
        self.fact = fact
        self.line = line
        super().__init__(f"line {line}: {fact}")


class _Loader(yaml.CSafeLoader):
    """YAML 1.1 reads `no` as false and 9:30 as 570; a writer of Dutch dialogue means neither."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - PyYAML's own name

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, object]:
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise NotReadableError(f"'{key.value}' stands twice in one block", key.start_mark.line + 1)
            seen.add(key.value)
        return super().construct_mapping(node, deep=deep)


for _tag, (_pattern, _first) in _PLAIN.items():
    _Loader.add_implicit_resolver(_tag, re.compile(_pattern), list(_first))


def read_yaml(text: str) -> object:
    """The value that a YAML text stands for; raises NotReadableError."""
    try:
        return yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader, made stricter
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise NotReadableError(_plain(error), mark.line + 1 if mark else 1) from error
    except yaml.reader.ReaderError as error:
        line = text[: error.position].count("\n") + 1
        raise NotReadableError("a character that may not stand in a text file", line) from error


def _plain(error: yaml.MarkedYAMLError) -> str:
    """The problem in words that tell what to do."""
    told = error.problem or "not YAML"
    return next((fact for part, fact in _FACTS.items() if part in told), told)
