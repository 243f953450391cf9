"""Reads a content folder: every file, every problem, and a library that was found good."""

import hashlib
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from bot.content.checks.draft import CARDS_FILE, PATH_FILE, PREPARE_FILE, TALK_CARDS_FILE, WORDS_FILE, Draft
from bot.content.checks.problem import Problem
from bot.content.checks.shape import facts
from bot.content.checks.structure import structure
from bot.content.models.cards import Cards
from bot.content.models.flow import Course, Flow
from bot.content.models.library import Film, Library, Picture
from bot.content.models.prepare import Prepare
from bot.content.models.progress import PathSheet
from bot.content.models.signals import Signal, Signals
from bot.content.models.talk_cards import TalkCards
from bot.content.models.words import Words
from bot.content.reading import NotReadableError, read_yaml
from bot.errors import ContentInvalidError

_FLOW = TypeAdapter[Flow](Flow)
_COURSE = TypeAdapter[Course](Course)
_WORDS = TypeAdapter[Words](Words)
_SIGNALS = TypeAdapter[Signals](Signals)
_PATH = TypeAdapter[PathSheet](PathSheet)
_CARDS = TypeAdapter[Cards](Cards)
_PREPARE = TypeAdapter[Prepare](Prepare)
_TALK_CARDS = TypeAdapter[TalkCards](TalkCards)
_SAID = ("courses/*.yaml", "flows/*.yaml", "signals/*.yaml", "pictures/*.yaml", "films/*.yaml", PATH_FILE,
         CARDS_FILE, PREPARE_FILE, TALK_CARDS_FILE)  # fmt: skip
_SHOWN = ("media/films/*.vtt", "media/films/*.json")

_ENDS = re.compile(r"--> (?:(\d+):)?(\d+):(\d+\.\d+)")

_found_good: dict[Path, Library] = {}


def load(folder: Path) -> Library:
    """The library of a folder without a problem; raises ContentInvalidError. Unchanged files are read once."""
    folder = folder.resolve()
    known = _found_good.get(folder)
    if known is not None and known.revision == _revision(_files(folder)):
        return known
    library, problems = inspect(folder)
    failing = [problem for problem in problems if problem.severity == "fail"]
    if library is None or failing:
        raise ContentInvalidError(count=len(failing))
    _found_good[folder] = library
    return library


def inspect(folder: Path) -> tuple[Library | None, list[Problem]]:
    """The library, or None when a file could not be understood, and all problems sorted by file."""
    draft, problems, revision = read(folder)
    whole = not problems and draft.words is not None
    problems.extend(structure(draft))
    problems.sort(key=lambda problem: problem.file)
    if not whole or draft.words is None:
        return None, problems
    library = Library(
        flows=draft.flows, words=draft.words, signals=draft.signals,
        pictures=draft.pictures, films=draft.films, path=draft.path, cards=draft.cards,
        prepare=draft.prepare, talk_cards=draft.talk_cards, revision=revision,
    )  # fmt: skip
    return library, problems


def read(folder: Path) -> tuple[Draft, list[Problem], str]:
    """What could be read, why the rest could not, and the revision of it all."""
    files = _files(folder)
    reader = _Reader(files)
    reader.read_all()
    draft = Draft(
        folder=folder, flows=reader.flows, words=reader.words, signals=tuple(reader.signals),
        pictures=reader.pictures, films=dict(_films(files)), path=reader.path, cards=reader.cards,
        prepare=reader.prepare, talk_cards=reader.talk_cards, unread=frozenset(reader.unread),
    )  # fmt: skip
    return draft, reader.problems, _revision(files)


def _files(folder: Path) -> dict[str, bytes]:
    found = (path for pattern in (*_SAID, *_SHOWN) for path in sorted(folder.glob(pattern)))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def _revision(files: dict[str, bytes]) -> str:
    total = hashlib.sha256()
    for name, data in files.items():
        total.update(f"{name}\0{len(data)}\0".encode() + data)
    return total.hexdigest()[:12]


@dataclass
class _Reader:
    """Reads file by file and goes on after a bad one, so that a writer sees all problems at once."""

    files: dict[str, bytes]
    problems: list[Problem] = field(default_factory=list)
    flows: dict[str, Flow | Course] = field(default_factory=dict)
    words: Words | None = None
    signals: list[Signal] = field(default_factory=list)
    pictures: dict[str, Picture] = field(default_factory=dict)
    path: PathSheet | None = None
    cards: Cards = field(default_factory=Cards)
    prepare: Prepare | None = None
    talk_cards: TalkCards = field(default_factory=TalkCards)
    unread: set[str] = field(default_factory=set)

    def read_all(self) -> None:
        if WORDS_FILE not in self.files:
            self.problems.append(Problem(WORDS_FILE, None, "the file is missing"))
        kinds: dict[str, Callable[[str, object], None]] = {
            "courses": self._course, "flows": self._flow, "signals": self._signals, "pictures": self._picture,
            PATH_FILE: self._path, CARDS_FILE: self._cards, PREPARE_FILE: self._prepare,
            TALK_CARDS_FILE: self._talk_cards,
        }  # fmt: skip
        for file in self.files:
            take = kinds.get(file.partition("/")[0])
            if take is not None:
                self._one(file, take)

    def _one(self, file: str, take: Callable[[str, object], None]) -> None:
        self.unread.add(Path(file).stem)
        raw: object = None
        try:
            raw = read_yaml(self.files[file].decode())
            take(file, raw)
        except UnicodeDecodeError:
            self.problems.append(Problem(file, None, "not UTF-8 text"))
        except NotReadableError as error:
            self.problems.append(Problem(file, None, str(error)))
        except ValidationError as error:
            self.problems.extend(facts(file, raw, error))
        else:
            self.unread.discard(Path(file).stem)

    def _course(self, file: str, raw: object) -> None:
        self._keep(file, _COURSE.validate_python(raw))

    def _flow(self, file: str, raw: object) -> None:
        if file == WORDS_FILE:
            self.words = _WORDS.validate_python(raw)
        else:
            self._keep(file, _FLOW.validate_python(raw))

    def _keep(self, file: str, flow: Flow | Course) -> None:
        if flow.id != Path(file).stem:
            self.problems.append(Problem(file, None, f"its id is '{flow.id}'; name the file {flow.id}.yaml"))
        elif flow.id in self.flows:
            self.problems.append(Problem(file, None, f"a course already has the id '{flow.id}'"))
        else:
            self.flows[flow.id] = flow

    def _signals(self, file: str, raw: object) -> None:
        ids = {signal.id for signal in self.signals}
        for signal in _SIGNALS.validate_python(raw).signals:
            if signal.id in ids:
                self.problems.append(Problem(file, None, f"two signals have the id '{signal.id}'"))
            ids.add(signal.id)
            self.signals.append(signal)

    def _path(self, _: str, raw: object) -> None:
        self.path = _PATH.validate_python(raw)

    def _cards(self, _: str, raw: object) -> None:
        self.cards = _CARDS.validate_python(raw)

    def _prepare(self, _: str, raw: object) -> None:
        self.prepare = _PREPARE.validate_python(raw)

    def _talk_cards(self, _: str, raw: object) -> None:
        self.talk_cards = _TALK_CARDS.validate_python(raw)

    def _picture(self, file: str, raw: object) -> None:
        """Only the alt text is said; how a picture is drawn is the studio's to check."""
        name = Path(file).stem
        fields = raw if isinstance(raw, dict) else {}
        if fields.get("id") != name:
            self.problems.append(Problem(file, None, f"its id is '{fields.get('id')}'; it must be '{name}'"))
        alt = fields.get("alt")
        self.pictures[name] = Picture(
            id=name, file=f"pictures/{name}.webp", alt=alt.strip() if isinstance(alt, str) else ""
        )


def _films(files: dict[str, bytes]) -> Iterator[tuple[str, Film]]:
    """A film is known by its storyboard; its words and length come from what was rendered."""
    for file in files:
        if not file.startswith("films/"):
            continue
        name = Path(file).stem
        captions = files.get(f"media/films/{name}.vtt", b"").decode(errors="replace")
        yield name, Film(
            id=name, file=f"films/{name}.mp4", captions=f"films/{name}.vtt", poster=f"films/{name}.webp",
            seconds=_seconds(files.get(f"media/films/{name}.json", b"")) or _last_end(captions),
            transcript="\n".join(_cues(captions)),
        )  # fmt: skip


def _cues(captions: str) -> Iterator[str]:
    """The text of each WebVTT cue, its lines joined."""
    for block in captions.replace("\r\n", "\n").split("\n\n"):
        lines = block.strip().split("\n")
        times = next((at for at, line in enumerate(lines) if "-->" in line), None)
        if times is not None and lines[times + 1 :]:
            yield " ".join(line.strip() for line in lines[times + 1 :])


def _seconds(manifest: bytes) -> float:
    """The length that the manifest of a film tells, or 0."""
    try:
        seconds = json.loads(manifest)["seconds"]
    except (ValueError, KeyError, TypeError):
        return 0.0
    return float(seconds) if isinstance(seconds, int | float) else 0.0


def _last_end(captions: str) -> float:
    """When the last caption ends, or 0."""
    ends = _ENDS.findall(captions)
    return max((int(hours or 0) * 3600 + int(minutes) * 60 + float(rest) for hours, minutes, rest in ends), default=0.0)
