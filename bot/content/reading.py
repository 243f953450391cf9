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
        raise NotReadableError(error.problem or "not YAML", mark.line + 1 if mark else 1) from error
    except yaml.reader.ReaderError as error:
        line = text[: error.position].count("\n") + 1
        raise NotReadableError("a character that may not stand in a text file", line) from error
