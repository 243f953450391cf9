"""The checks of plain Dutch: run in CI and while writing, because they need a list of word frequencies."""

from collections import Counter
from dataclasses import replace

from bot.content.checks.language.abbreviation import abbreviation
from bot.content.checks.language.clock_time import clock_time
from bot.content.checks.language.commas import commas
from bot.content.checks.language.distant_address import distant_address
from bot.content.checks.language.double_negation import double_negation
from bot.content.checks.language.emoji_as_word import emoji_as_word
from bot.content.checks.language.figurative import figurative
from bot.content.checks.language.flesch_file import flesch_file
from bot.content.checks.language.flesch_message import flesch_message
from bot.content.checks.language.formal_word import formal_word
from bot.content.checks.language.long_word import long_word
from bot.content.checks.language.mean_sentence import mean_sentence
from bot.content.checks.language.nominalisation import nominalisation
from bot.content.checks.language.passive import passive
from bot.content.checks.language.percentage import percentage
from bot.content.checks.language.rare_word import rare_word
from bot.content.checks.language.roman_numeral import roman_numeral
from bot.content.checks.language.sentence_length import sentence_length
from bot.content.checks.language.spelled_number import spelled_number
from bot.content.checks.language.stressed_capitals import stressed_capitals
from bot.content.checks.language.subordinate_clauses import subordinate_clauses
from bot.content.checks.language.synonym import synonym
from bot.content.checks.language.tongs import tongs
from bot.content.checks.problem import Problem
from bot.content.checks.reads import Check, reads
from bot.content.checks.spoken import Said
from bot.content.plain.lists import Lists

ALL: tuple[Check, ...] = (
    abbreviation,
    clock_time,
    commas,
    distant_address,
    double_negation,
    emoji_as_word,
    figurative,
    flesch_file,
    flesch_message,
    formal_word,
    long_word,
    mean_sentence,
    nominalisation,
    passive,
    percentage,
    rare_word,
    roman_numeral,
    sentence_length,
    spelled_number,
    stressed_capitals,
    subordinate_clauses,
    synonym,
    tongs,
)


def language(said: Said, lists: Lists) -> list[Problem]:
    """What all checks of plain Dutch say."""
    read = reads(said)
    return [problem for check in ALL for problem in check(read, lists)]


def tightened(problems: list[Problem]) -> list[Problem]:
    """A message may have one warning; two in one message are as bad as a failure."""
    count = Counter(_message(problem) for problem in problems if problem.severity == "warn")
    return [
        replace(problem, severity="fail") if problem.step is not None and count[_message(problem)] > 1 else problem
        for problem in problems
    ]


def _message(problem: Problem) -> tuple[str, str | None, bool]:
    return problem.file, problem.step, problem.simpler
