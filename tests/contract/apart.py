"""What is read on one platform alone, with the reason: whatever else differs between the ways is a fault."""

from msgspec import Struct

from bot.content.models.library import Library
from tests.contract.phone import same


class Apart(Struct, frozen=True):
    """Words that are read on one platform alone: those of a flow, or of the platform's own words; and why.

    `hidden` is the word that stands there in the place of a quote.
    """

    platform: str
    why: str
    flow: str = ""
    words: tuple[str, ...] = ()
    hidden: str = ""


APART = (
    Apart(
        "telegram", "it is another company's: who comes in hears so, and may go to the website", flow="telegram-eerst"
    ),
    Apart("telegram", "a code is refused in the chat; on the web the door does it", words=("enter_wrong",)),
    Apart("slack", "a code is refused in the chat; on the web the door does it", words=("enter_wrong",)),
    Apart("slack", "it is the employer's: who comes in hears so, and what they can do where", flow="slack-eerst"),
    Apart("slack", "the employer reads along: who is ill types elsewhere", words=("type_elsewhere",)),
    Apart("slack", "the employer reads along: of one's own words only the place is shown", hidden="read_there"),
)
"""Everything that differs between the ways."""


class Aside(Struct, frozen=True):
    """Words of one platform: those that are read there alone, and those in the place of a quote."""

    alone: frozenset[str]
    hidden: frozenset[str]


def aside(library: Library, platform: str) -> Aside:
    """The words of this platform."""
    alone, hidden = set[str](), set[str]()
    for one in APART:
        if one.platform != platform:
            continue
        own: dict[str, str] = dict(getattr(library.words, platform))
        alone |= {same(own[word]) for word in one.words}
        if one.flow:
            alone |= {same(text) for step in library.flows[one.flow].steps if (text := getattr(step, "text", ""))}
        if one.hidden:
            hidden.add(same(own[one.hidden]))
    return Aside(frozenset(alone), frozenset(hidden))
