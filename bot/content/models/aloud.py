"""How a text is written out before a voice reads it: rules with the examples that prove them."""

import re
from typing import Self

from pydantic import Field, model_validator

from bot.content.models.base import Frozen, Slug


class AloudRule(Frozen):
    """What `find` (a regular expression) catches is said as `say`, in which \\1 is the first group.

    The groups named in `spell` are said sign by sign. `examples` maps a text to how the rule alone must leave it.
    """

    id: Slug
    find: str
    say: str
    spell: tuple[int, ...] = ()
    examples: dict[str, str] = Field(min_length=1)

    @model_validator(mode="after")
    def _fits(self) -> Self:
        """A pattern that cannot be read, or a group that is not in it, is found when the file is read."""
        try:
            groups = re.compile(self.find).groups
        except re.error as error:
            raise ValueError(f"find is not a pattern: {error.msg}") from error
        named = {*self.spell, *(int(number) for number in re.findall(r"\\(\d)", self.say))}
        if any(not 0 < number <= groups for number in named):
            raise ValueError(f"rule {self.id} names a group that its pattern does not have")
        return self


class Aloud(Frozen):
    """All rules, in the order in which they are used."""

    rules: tuple[AloudRule, ...]
