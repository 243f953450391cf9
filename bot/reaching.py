"""Where a person is reached: by the channel that they used last, and what waited for another comes along."""

from typing import TYPE_CHECKING

from bot.lanes import along
from bot.storage.ways import WEB

if TYPE_CHECKING:
    from bot.keeping import Keeping


def reach(keeping: "Keeping", person: str, here: tuple[str, str]) -> None:
    """From now on this (channel, address) is where this person hears us.

    What still waits for the one before goes there too. The web chat keeps nobody waiting: it shows the conversation
    as it is stored.
    """
    session = keeping.moved[person].session
    before, session.reached = session.reached, here
    if before != here and before[0] not in ("", WEB):
        left = keeping.unit.outbox.bring_along(person, before, here, keeping.now)
        keeping.along += [along(one) for one in left]
