"""A guide as a test reads it: its blocks to type, its files to make, its pictures and its links."""

import re
from dataclasses import dataclass
from pathlib import Path

GUIDES = Path(__file__).parents[2] / "docs/guides"
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^#{2,3} (.+)$", re.MULTILINE)
_PICTURE = re.compile(r'<img src="([^"]+)" width="(\d+)" alt="([^"]*)">')
_LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)]+)\)")


@dataclass(frozen=True)
class Block:
    """`kind` is sh for what is typed in a terminal, and ini for a file, whose name stands in its first line."""

    kind: str
    text: str
    section: str


LOOK_AGAIN = Block("sh", "set -a; . ./opstap.env; set +a\nopstap doctor\n", "")


@dataclass(frozen=True)
class Picture:
    """`width` is how wide it is shown, in pixels; `words` say what it shows."""

    file: str
    width: int
    words: str


class Guide:
    """One page of docs/guides."""

    def __init__(self, name: str) -> None:
        self.path = GUIDES / f"{name}.md"
        self.text = self.path.read_text("utf-8")

    @property
    def blocks(self) -> list[Block]:
        """All blocks in order, each with the heading under which it stands."""
        headings = [(one.start(), one[1]) for one in _HEADING.finditer(self.text)]
        found = []
        for one in _BLOCK.finditer(self.text):
            above = [title for at, title in headings if at < one.start()]
            found.append(Block(one[1], one[2], above[-1] if above else ""))
        return found

    @property
    def pictures(self) -> list[Picture]:
        """All pictures in order."""
        return [Picture(file, int(width), words) for file, width, words in _PICTURE.findall(self.text)]

    @property
    def links(self) -> list[str]:
        """Where its links go."""
        return _LINK.findall(self.text)
