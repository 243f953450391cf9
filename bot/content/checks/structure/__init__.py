"""The checks of structure: cheap, run at every start-up."""

from collections.abc import Callable, Iterable

from bot.content.checks.draft import Draft
from bot.content.checks.problem import Problem
from bot.content.checks.structure.bad_placeholder import bad_placeholder
from bot.content.checks.structure.bands_out_of_order import bands_out_of_order
from bot.content.checks.structure.clashing_kinds import clashing_kinds
from bot.content.checks.structure.colliding_commands import colliding_commands
from bot.content.checks.structure.dead_end import dead_end
from bot.content.checks.structure.double_card import double_card
from bot.content.checks.structure.double_lesson import double_lesson
from bot.content.checks.structure.double_number import double_number
from bot.content.checks.structure.double_option import double_option
from bot.content.checks.structure.double_paper import double_paper
from bot.content.checks.structure.double_step import double_step
from bot.content.checks.structure.double_talk_card import double_talk_card
from bot.content.checks.structure.impossible_value import impossible_value
from bot.content.checks.structure.incomplete_path import incomplete_path
from bot.content.checks.structure.incomplete_prepare import incomplete_prepare
from bot.content.checks.structure.living_replaced import living_replaced
from bot.content.checks.structure.long_card import long_card
from bot.content.checks.structure.long_label import long_label
from bot.content.checks.structure.long_text import long_text
from bot.content.checks.structure.many_bubbles import many_bubbles
from bot.content.checks.structure.many_options import many_options
from bot.content.checks.structure.missing_alt import missing_alt
from bot.content.checks.structure.missing_captions import missing_captions
from bot.content.checks.structure.missing_file import missing_file
from bot.content.checks.structure.missing_simpler import missing_simpler
from bot.content.checks.structure.no_way_out import no_way_out
from bot.content.checks.structure.question_not_last import question_not_last
from bot.content.checks.structure.same_simpler import same_simpler
from bot.content.checks.structure.silent_loop import silent_loop
from bot.content.checks.structure.two_questions import two_questions
from bot.content.checks.structure.unkind_card import unkind_card
from bot.content.checks.structure.unkind_talk_card import unkind_talk_card
from bot.content.checks.structure.unknown_film import unknown_film
from bot.content.checks.structure.unknown_flow import unknown_flow
from bot.content.checks.structure.unknown_paper import unknown_paper
from bot.content.checks.structure.unknown_picture import unknown_picture
from bot.content.checks.structure.unknown_step import unknown_step
from bot.content.checks.structure.unreachable_step import unreachable_step
from bot.content.checks.structure.unsaved_key import unsaved_key
from bot.content.checks.structure.unsure_placeholder import unsure_placeholder

ALL: tuple[Callable[[Draft], Iterable[Problem]], ...] = (
    bad_placeholder,
    bands_out_of_order,
    clashing_kinds,
    colliding_commands,
    dead_end,
    double_card,
    double_lesson,
    double_number,
    double_option,
    double_paper,
    double_step,
    double_talk_card,
    impossible_value,
    incomplete_path,
    incomplete_prepare,
    living_replaced,
    long_card,
    long_label,
    long_text,
    many_bubbles,
    many_options,
    missing_alt,
    missing_captions,
    missing_file,
    missing_simpler,
    no_way_out,
    question_not_last,
    same_simpler,
    silent_loop,
    two_questions,
    unkind_card,
    unkind_talk_card,
    unknown_film,
    unknown_flow,
    unknown_paper,
    unknown_picture,
    unknown_step,
    unreachable_step,
    unsaved_key,
    unsure_placeholder,
)


def structure(draft: Draft) -> list[Problem]:
    """What all checks of structure say."""
    return [problem for check in ALL for problem in check(draft)]
