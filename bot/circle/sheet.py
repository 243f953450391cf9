"""The sheet of an intake: its lines, how they read, how one of them is changed, and which order of courses follows."""

from collections.abc import Mapping
from typing import get_args

from msgspec.structs import replace

from bot.circle import saying
from bot.circle.parts import Setting
from bot.content.models.circle_words import IntakeWords
from bot.content.models.step_base import Factor
from bot.flows.session import Answer
from bot.storage.intakes import Sheet

FACTORS: tuple[str, ...] = get_args(Factor)
WILLING = FACTORS[:3]
"""The factors of wanting; the others are those of being able."""
LEVELS = ("low", "fair", "high")
HOWS = ("chat", "call", "visit", "any")
WHENS = ("morning", "afternoon", "any")
REST = ("helps", "how", "when", "focus", "order")
"""The lines of a sheet that are about no single factor."""


def key_of(factor: str) -> str:
    """A factor as a key of answers and facts."""
    return factor.replace("-", "_")


def changed(sheet: Sheet, given: Mapping[str, Answer], courses: tuple[str, ...]) -> Sheet:
    """The sheet with what was given: levels and words by factor, and the other lines. What cannot be is left out."""
    levels, words = dict(sheet.levels), dict(sheet.words)
    for factor in FACTORS:
        level, own = _code(given, key_of(factor)), _text(given, f"{key_of(factor)}_words")
        if level in LEVELS:
            levels[factor] = level
        if own:
            words[factor] = own
    fresh = replace(sheet, number=sheet.number + 1, levels=levels, words=words)
    return _rest(fresh, given, courses)


def _rest(sheet: Sheet, given: Mapping[str, Answer], courses: tuple[str, ...]) -> Sheet:
    how, when, helps = _code(given, "how"), _code(given, "when"), _text(given, "helps")
    sheet = replace(
        sheet,
        helps=helps or sheet.helps,
        how=how if how in HOWS else sheet.how,
        when=when if when in WHENS else sheet.when,
    )
    focus = given.get("focus")
    if focus is not None and isinstance(focus.value, list):
        sheet = replace(sheet, focus=tuple(one for one in FACTORS if one in focus.value))
    course = _code(given, "course")
    if course in courses:
        return replace(sheet, order=_put_first(sheet, course, begin=_code(given, "begin") == "yes", courses=courses))
    if _code(given, "begin"):
        return replace(sheet, order=courses)
    return sheet


def _put_first(sheet: Sheet, course: str, *, begin: bool, courses: tuple[str, ...]) -> tuple[str, ...]:
    """This course in front; with `begin` after the one with which is advised to begin."""
    front = (courses[0], course) if begin else (course,)
    return (*dict.fromkeys(front), *(one for one in sheet.order or courses if one not in front))


def without(sheet: Sheet, line: str) -> Sheet:
    """The sheet with one line empty, to be filled anew."""
    levels = {key: level for key, level in sheet.levels.items() if key != line}
    words = {key: own for key, own in sheet.words.items() if key != line}
    sheet = replace(sheet, number=sheet.number + 1, levels=levels, words=words)
    match line:
        case "helps":
            return replace(sheet, helps="")
        case "how":
            return replace(sheet, how="")
        case "when":
            return replace(sheet, when="")
        case "focus":
            return replace(sheet, focus=())
        case "order":
            return replace(sheet, order=())
        case _:
            return sheet


def filled(sheet: Sheet) -> list[str]:
    """The lines in which something stands: factors, and the rest."""
    factors = [one for one in FACTORS if one in sheet.levels or one in sheet.words]
    return [*factors, *(one for one in REST if getattr(sheet, one))]


def advised(on: Setting, sheet: Sheet) -> tuple[str, ...]:
    """All courses in the order that this sheet asks for: what they focus on, what is low, the rest.

    The first and the last course keep their place: nobody begins with going back to work.
    """
    courses = on.library.courses

    def weight(factor: str) -> int:
        if factor in sheet.focus:
            return 0
        return 1 + (LEVELS.index(sheet.levels[factor]) if factor in sheet.levels else 1)

    wanted = (*courses[:1], *sorted(courses[1:-1], key=lambda one: weight(one.factor)), *courses[1:][-1:])
    return tuple(one.id for one in wanted)


def titles(on: Setting, order: tuple[str, ...]) -> str:
    """Courses by their short names, in this order."""
    short = {course.id: course.short for course in on.library.courses}
    return saying.listed(on, [short[one] for one in order if one in short])


def name_of(on: Setting, line: str, *, own: bool) -> str:
    """What a line is called: for the coach by the name of the model, for the person (`own`) in everyday words."""
    words = on.library.words.circle.intake
    if line in words.factors:
        return words.factors[line].own if own else words.factors[line].coach
    return words.lines.get(line, "")


def told(on: Setting, sheet: Sheet, *, own: bool) -> dict[str, str]:
    """The sheet in words, under the names by which content says them; what is empty is not there."""
    words = on.library.words.circle.intake
    facts = {
        "willing": _factors(on, sheet, WILLING, own=own),
        "able": _factors(on, sheet, FACTORS[len(WILLING) :], own=own),
        "focus": saying.listed(on, [name_of(on, one, own=own) for one in sheet.focus]),
        "helps": sheet.helps,
        "how": words.hows.get(sheet.how, ""),
        "when": words.whens.get(sheet.when, ""),
        "order": titles(on, sheet.order),
    }
    return {key: fact for key, fact in facts.items() if fact}


def line_of(on: Setting, sheet: Sheet, factor: str, *, own: bool) -> str:
    """One factor: its name, how it stands, and the person's own words."""
    words = on.library.words.circle.intake
    level = _level(words, factor, sheet.levels.get(factor, ""), own=own)
    said = [words.line.format(factor=name_of(on, factor, own=own), level=level)]
    if factor in sheet.words:
        said.append(words.quote.format(words=sheet.words[factor]))
    return " ".join(said)


def _level(words: IntakeWords, factor: str, level: str, *, own: bool) -> str:
    if level not in words.levels:
        return words.unknown
    if own:
        return words.levels[level].own
    return words.factors[factor].levels.get(level, words.levels[level].coach)


def _factors(on: Setting, sheet: Sheet, factors: tuple[str, ...], *, own: bool) -> str:
    there = [one for one in factors if one in sheet.levels or one in sheet.words]
    return "\n".join(line_of(on, sheet, one, own=own) for one in there)


def _code(given: Mapping[str, Answer], key: str) -> str:
    found = given.get(key)
    return found.value if found is not None and isinstance(found.value, str) else ""


def _text(given: Mapping[str, Answer], key: str) -> str:
    found = given.get(key)
    return found.shown.strip() if found is not None else ""
