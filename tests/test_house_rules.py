"""The rules of the house that a reader could break without noticing: who imports whom, and where words live."""

import ast
import re
import tokenize
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PYTHON = sorted([*ROOT.glob("bot/**/*.py"), *ROOT.glob("scheduler/**/*.py")])

TESTS = sorted(ROOT.glob("tests/**/*.py"))

# Module prefix -> the modules of ours that it may import; the longest matching prefix counts.
MAY_IMPORT: dict[str, tuple[str, ...]] = {
    "bot.errors": (),
    "bot.messages": (),
    "bot.settings": ("bot.errors",),
    "bot.content.models": ("bot.content.models",),
    "bot.content": ("bot.content", "bot.errors"),
    "bot.studio": ("bot.studio", "bot.content.models", "bot.errors"),
    "bot.drawing": ("bot.drawing", "bot.content.models", "bot.errors", "bot.messages"),
    "bot.flows": ("bot.flows", "bot.content.models", "bot.messages", "bot.errors"),
    "bot.safety": ("bot.safety", "bot.content.models", "bot.errors"),
    "bot.storage": ("bot.storage", "bot.flows.session", "bot.messages", "bot.errors"),
    "bot.circle": (
        "bot.circle",
        "bot.content.models",
        "bot.drawing.card",
        "bot.flows",
        "bot.storage",
        "bot.messages",
        "bot.errors",
        "bot.later",
        "bot.newcomers",
    ),
    "bot.channels": ("bot.channels", "bot.messages", "bot.errors", "bot.logs"),
    "bot.commands": ("bot",),
    "bot.__main__": ("bot", "scheduler"),
    "bot": ("bot",),
    "scheduler": ("scheduler", "bot"),
}
NOT_EVEN_THEN = {"bot.commands": ("scheduler",), "bot": ("scheduler", "bot.commands", "bot.__main__")}

DUTCH = {"je", "jij", "jouw", "niet", "een", "het", "wil", "hebt", "bent", "voor", "maar", "dit", "zijn", "geen", "ik"}


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imports_of(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            found |= {node.module} | {f"{node.module}.{one.name}" for one in node.names}
        elif isinstance(node, ast.Import):
            found |= {one.name for one in node.names}
    return {name for name in found if name.split(".")[0] in ("bot", "scheduler", "tests")}


def within(name: str, prefix: str) -> bool:
    return name == prefix or name.startswith(f"{prefix}.")


def rule_for(module: str) -> str:
    return max((prefix for prefix in MAY_IMPORT if within(module, prefix)), key=len)


def astray(path: Path) -> Iterator[str]:
    """What a module imports that its folder may not."""
    rule = rule_for(module_of(path))
    allowed = MAY_IMPORT[rule]
    parents = {".".join(one.split(".")[:at]) for one in allowed for at in range(1, one.count(".") + 1)}
    for name in imports_of(path):
        banned = () if rule == "bot.__main__" else NOT_EVEN_THEN.get(rule, ())
        fits = any(within(name, one) for one in allowed) or name in parents
        if not fits or any(within(name, one) for one in banned):
            yield f"{module_of(path)} may not import {name}"


def test_a_module_imports_only_what_its_folder_may() -> None:
    assert [wrong for path in PYTHON for wrong in astray(path)] == []


def test_the_rule_of_imports_sees_one_that_goes_astray(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "bot/flows/steps/say.py"
    path.parent.mkdir(parents=True)
    path.write_text("from bot.storage.unit import Unit\n", "utf-8")
    monkeypatch.setitem(globals(), "ROOT", tmp_path)
    assert set(astray(path)) == {
        "bot.flows.steps.say may not import bot.storage.unit",
        "bot.flows.steps.say may not import bot.storage.unit.Unit",
    }


def test_flows_know_no_clock_no_waiting_and_no_files() -> None:
    for path in (ROOT / "bot/flows").rglob("*.py"):
        tree = tree_of(path)
        named = {node.names[0].name.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.Import)}
        named |= {(node.module or "").split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        assert not named & {"asyncio", "time", "os", "pathlib", "random", "secrets", "sqlalchemy"}, path
        assert not any(isinstance(node, ast.AsyncFunctionDef | ast.Await) for node in ast.walk(tree)), path
        calls = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
        assert not {call for call in calls if re.search(r"(^|\.)(now|utcnow|today|open)$", call)}, path


def strings_of(path: Path) -> list[tuple[int, str]]:
    with path.open("rb") as file:
        return [(one.start[0], one.string) for one in tokenize.tokenize(file.readline) if one.type == tokenize.STRING]


def dutch_in(path: Path) -> Iterator[str]:
    """Sentences in Dutch, with where they stand."""
    for line, text in strings_of(path):
        words = re.findall(r"[a-zé]+", text.lower())
        if len([word for word in words if word in DUTCH]) >= 3:
            yield f"{path.name}:{line} says {text[:60]}"


def test_no_dutch_sentence_stands_in_code() -> None:
    assert [wrong for path in PYTHON for wrong in dutch_in(path)] == []


def test_the_rule_of_words_sees_a_dutch_sentence(tmp_path: Path) -> None:
    path = tmp_path / "hello.py"
    path.write_text('"""A module."""\nHELLO = "Fijn dat je er bent, wil je een kop koffie?"\n', "utf-8")
    assert [wrong.split(" says ")[0] for wrong in dutch_in(path)] == ["hello.py:2"]


@pytest.mark.parametrize(
    "path",
    [*sorted((ROOT / "bot/channels/web").rglob("*.html")), *sorted((ROOT / "bot/channels/web").rglob("*.js"))],
    ids=lambda path: path.name,
)
def test_no_dutch_sentence_stands_in_a_page(path: Path) -> None:
    words = re.findall(r"[a-zé]+", re.sub(r"{{.*?}}|{%.*?%}", " ", path.read_text("utf-8").lower()))
    assert not {"je", "jij", "jouw", "niet", "hebt", "bent"} & set(words), path


def too_long(path: Path, lines: int) -> bool:
    return len(path.read_text("utf-8").splitlines()) > lines


def silent(path: Path) -> bool:
    """Whether it opens without a sentence, and is not empty."""
    return bool(path.read_text("utf-8").strip()) and not ast.get_docstring(tree_of(path))


def test_a_module_says_what_lives_there_and_stays_short() -> None:
    assert [path.as_posix() for path in PYTHON if too_long(path, 300)] == [], "more than one thought"
    assert [path.as_posix() for path in PYTHON if silent(path)] == [], "opens without a sentence"


def test_a_test_module_says_what_it_claims_and_holds_one_theme() -> None:
    assert [path.as_posix() for path in TESTS if too_long(path, 350)] == [], "more than one theme"
    assert [path.as_posix() for path in TESTS if silent(path)] == [], "opens without a sentence"


def test_only_settings_reads_the_environment() -> None:
    for path in PYTHON:
        if path.name == "settings.py":
            continue
        text = path.read_text("utf-8")
        assert "os.environ" not in text, path
        assert "getenv" not in text, path


def test_lock_files_carry_hashes_and_no_address() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text("utf-8")
        packages = re.findall(r"^[a-z0-9][^\s=]*==", text, re.MULTILINE)
        assert len(packages) > 20
        assert text.count("--hash=") >= len(packages)
        assert "://" not in text
        assert "index-url" not in text
