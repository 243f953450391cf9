"""What a coach reads before a talk, when a card is missing, or when it is too much for a minute."""

from collections import Counter
from collections.abc import Iterator

from bot.content.checks.draft import PREPARE_FILE, Draft
from bot.content.checks.problem import Problem
from bot.content.models.flow import Course
from bot.content.models.prepare import Prepare

WORDS = {"question": 12, "technique": 25, "balance": 20}
"""Words of each, at most: with what was shared and agreed it must be read in a minute."""
TITLE = 24


def incomplete_prepare(draft: Draft) -> Iterator[Problem]:
    """Each factor that a course strengthens has one card, every talk has one, and all of it is short."""
    found = draft.prepare
    if found is None:
        return
    have = Counter(card.factor for card in found.cards)
    for factor in dict.fromkeys(flow.factor for flow in draft.flows.values() if isinstance(flow, Course)):
        if factor not in have:
            yield Problem(PREPARE_FILE, factor, "a course strengthens it, and it has no card")
    if None not in have:
        yield Problem(PREPARE_FILE, None, "there is no card without 'factor', for every talk")
    for one, times in have.items():
        if times > 1:
            yield Problem(PREPARE_FILE, one, f"{times} cards are for this factor")
    for need, times in Counter(one.id for one in found.needs).items():
        if times > 1:
            yield Problem(PREPARE_FILE, need, f"{times} needs have this id")
    yield from _too_long(found)


def _too_long(found: Prepare) -> Iterator[Problem]:
    for name, text in found.texts:
        most = next((most for part, most in WORDS.items() if part in name), None)
        if most is not None and len(text.split()) > most:
            yield Problem(PREPARE_FILE, name, f"{len(text.split())} words, at most {most}")
    for need in found.needs:
        title, length = need.title, len(need.title)
        if length > TITLE:
            yield Problem(PREPARE_FILE, need.id, f"title '{title}' has {length} characters, at most {TITLE}")
