"""What a person may know and change of what others see of them: who looked, and what was shared."""

from collections.abc import Mapping, Sequence

from bot.circle import saying
from bot.circle.parts import Ask, Deed, Part
from bot.flows.around import Entry
from bot.storage.circle import Look

SHOWN = 5


def _looks(ask: Ask) -> Mapping[str, str] | None:
    """Who looked at this person's card of late, and who tried to and was refused. None when nobody did."""
    found = ask.on.unit.circle.looks_at(ask.me.id)
    if not found:
        return None
    refused = [one for one in found if not one.allowed][:SHOWN]
    allowed = [one for one in found if one.allowed][:SHOWN]
    facts = {"looked": _listed(ask, allowed), "refused": _listed(ask, refused)}
    return {key: fact for key, fact in facts.items() if fact}


def _listed(ask: Ask, looks: Sequence[Look]) -> str:
    """Names with their last day; one who looked at several things is named once."""
    names, form = ask.on.unit.people.names([one.by_id for one in looks]), ask.on.library.words.circle.coach.looked
    last: dict[str, Look] = {}
    for one in looks:
        last.setdefault(one.by_id, one)
    said = [form.format(name=names[id], day=saying.on_day(ask.on, one.at)) for id, one in last.items() if id in names]
    return saying.listed(ask.on, said)


def _coach(ask: Ask) -> Mapping[str, str] | None:
    """Who the coach is now, and whether something was shared with one before, who was somebody else."""
    coach = ask.on.unit.circle.coach_of(ask.me.id)
    names = ask.on.unit.people.names([coach]) if coach else {}
    if coach is None or coach not in names:
        return None
    since = ask.on.unit.circle.bond_since(ask.me.id, coach)
    before = (one for one in ask.on.unit.shares.seen_by("coach", [ask.me.id]) if since and one.shared_at < since)
    return {"name_of_coach": names[coach], "earlier": "yes" if any(before) else "no"}


def _shares(ask: Ask) -> Sequence[Entry]:
    """What this person shared and did not take back, the newest first."""
    own = [one for one in reversed(ask.on.unit.shares.of(ask.me.id)) if one.taken_back_at is None]
    return [Entry(str(one.id), saying.share_label(ask.on, one)) for one in own]


def _share(ask: Ask) -> Mapping[str, str] | None:
    one = next((one for one in ask.on.unit.shares.of(ask.me.id) if str(one.id) == ask.about), None)
    return {"shared_text": one.text} if one is not None and one.taken_back_at is None else None


def _take_back(deed: Deed) -> None:
    share = deed.id("share")
    if share.isdecimal():
        deed.on.unit.shares.take_back(deed.me.id, int(share), deed.on.now)


PART = Part(
    lists={"my-shares": _shares},
    views={"my-looks": _looks, "my-share": _share, "my-coach": _coach},
    deeds={"take_back": _take_back},
)
