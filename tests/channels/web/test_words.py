"""The pages say nothing that the content does not give them."""

import re

import pytest

from bot.channels.web.app import HERE
from bot.channels.web.words import BUTTONS, WORDS, check_words
from bot.errors import PageWordsMissingError
from tests.channels.web.room import content_words

PAGES = "\n".join(path.read_text("utf-8") for path in HERE.rglob("pages/*.html"))
SCRIPTS = "\n".join(path.read_text("utf-8") for path in HERE.rglob("static/**/*.js"))
CODE = "\n".join(path.read_text("utf-8") for path in HERE.glob("*.py") if path.name != "words.py")


def used() -> set[str]:
    """Every word key that a page, a script or an answer names."""
    asked = re.findall(r"\b(?:t|point)\(([^()]*?)[,)]", SCRIPTS)
    in_scripts = {key for call in asked for key in re.findall(r"'(\w+)'", call)}
    in_pages = set(re.findall(r"\bw\.(\w+)", PAGES))
    named = {word for word in WORDS if f'"{word}"' in CODE}
    return in_scripts | in_pages | named


def test_the_list_of_words_is_exactly_what_the_pages_use() -> None:
    assert used() == WORDS


def test_the_list_of_buttons_is_exactly_what_the_chat_page_uses() -> None:
    assert set(re.findall(r"\bb\.(\w+)", PAGES)) == BUTTONS


def test_the_content_has_all_of_them() -> None:
    check_words(*content_words())


def test_missing_words_are_all_named() -> None:
    words, _ = content_words()
    words = {key: text for key, text in words.items() if key not in {"send", "yes"}}
    with pytest.raises(PageWordsMissingError) as caught:
        check_words(words, {})
    assert "send, yes, buttons.back, buttons.easier" in str(caught.value)


def test_no_template_goes_around_the_escaping() -> None:
    assert "|safe" not in PAGES.replace(" ", "")
    assert "innerHTML" not in SCRIPTS
    assert "insertAdjacentHTML" not in SCRIPTS


def test_no_script_or_style_stands_in_a_page_itself() -> None:
    assert not re.search(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)", PAGES)
    assert not re.search(r"<style|\sstyle=|\son\w+=", PAGES)


def test_pages_ask_nothing_of_another_site() -> None:
    styles = "\n".join(path.read_text("utf-8") for path in HERE.rglob("static/**/*.css"))
    assert "//" not in re.sub(r"https?://www\.w3\.org/\S+", "", styles)
    assert not re.search(r"(src|href)=\"(https?:)?//", PAGES)
