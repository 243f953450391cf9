"""The rules of the house that a reader could break without noticing: who imports whom, and where words live."""

import ast
import re
import tokenize
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


def imports_of(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            found |= {node.module} | {f"{node.module}.{one.name}" for one in node.names}
        elif isinstance(node, ast.Import):
            found |= {one.name for one in node.names}
    return {name for name in found if name.split(".")[0] in ("bot", "scheduler", "tests")}


def within(name: str, prefix: str) -> bool:
    return name == prefix or name.startswith(f"{prefix}.")


def rule_for(module: str) -> str:
    return max((prefix for prefix in MAY_IMPORT if within(module, prefix)), key=len)


@pytest.mark.parametrize("path", PYTHON, ids=module_of)
def test_a_module_imports_only_what_its_folder_may(path: Path) -> None:
    rule = rule_for(module_of(path))
    allowed = MAY_IMPORT[rule]
    parents = {".".join(one.split(".")[:at]) for one in allowed for at in range(1, one.count(".") + 1)}
    for name in imports_of(path):
        assert any(within(name, one) for one in allowed) or name in parents, f"{module_of(path)} may not import {name}"
        banned = () if rule == "bot.__main__" else NOT_EVEN_THEN.get(rule, ())
        assert not any(within(name, one) for one in banned), f"{module_of(path)} may not import {name}"


def test_flows_know_no_clock_no_waiting_and_no_files() -> None:
    for path in (ROOT / "bot/flows").rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        named = {node.names[0].name.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.Import)}
        named |= {(node.module or "").split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        assert not named & {"asyncio", "time", "os", "pathlib", "random", "secrets", "sqlalchemy"}, path
        assert not any(isinstance(node, ast.AsyncFunctionDef | ast.Await) for node in ast.walk(tree)), path
        calls = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
        assert not {call for call in calls if re.search(r"(^|\.)(now|utcnow|today|open)$", call)}, path


def strings_of(path: Path) -> list[tuple[int, str]]:
    with path.open("rb") as file:
        return [(one.start[0], one.string) for one in tokenize.tokenize(file.readline) if one.type == tokenize.STRING]


@pytest.mark.parametrize("path", PYTHON, ids=module_of)
def test_no_dutch_sentence_stands_in_code(path: Path) -> None:
    if "bot/content/plain" in path.as_posix() or "bot/content/checks/language" in path.as_posix():
        return  # These hold the word lists of the plain-Dutch rules: words, not sentences that are said.
    for line, text in strings_of(path):
        words = re.findall(r"[a-zé]+", text.lower())
        dutch = [word for word in words if word in DUTCH]
        assert len(dutch) < 3, f"{path.relative_to(ROOT)}:{line} says {text[:60]}"


@pytest.mark.parametrize(
    "path",
    [*sorted((ROOT / "bot/channels/web").rglob("*.html")), *sorted((ROOT / "bot/channels/web").rglob("*.js"))],
    ids=lambda path: path.name,
)
def test_no_dutch_sentence_stands_in_a_page(path: Path) -> None:
    words = re.findall(r"[a-zé]+", re.sub(r"{{.*?}}|{%.*?%}", " ", path.read_text("utf-8").lower()))
    assert not {"je", "jij", "jouw", "niet", "hebt", "bent"} & set(words), path


@pytest.mark.parametrize("path", PYTHON, ids=module_of)
def test_a_module_says_what_lives_there_and_stays_short(path: Path) -> None:
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= 300, f"{path.relative_to(ROOT)} holds more than one thought"
    if text.strip():
        assert ast.get_docstring(ast.parse(text)), f"{path.relative_to(ROOT)} opens without a sentence"


@pytest.mark.parametrize("path", TESTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_test_module_says_what_it_claims_and_holds_one_theme(path: Path) -> None:
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= 350, f"{path.relative_to(ROOT)} holds more than one theme"
    if text.strip():
        assert ast.get_docstring(ast.parse(text)), f"{path.relative_to(ROOT)} opens without a sentence"


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
