"""A coach lets a new person in from the chat: a link, a code, and a picture of the code to scan."""

from bot.circle.parts import Deed, Part
from bot.circle.people import is_a, standing
from bot.circle.roles import facts_of
from bot.messages import Outbound
from bot.newcomers import Newcomer, add_person, make_invite, renew_invite
from bot.storage.ways import WEB

NAME_MOST = 40


def _invite(deed: Deed) -> None:
    """Adds the person with this coach, and gives what is needed to come in."""
    name = " ".join(deed.words("first_name").split())
    if not is_a(deed.on, deed.me, "coach") or not 0 < len(name) <= NAME_MOST:
        return
    newcomer = Newcomer(
        organisation_id=deed.me.organisation_id,
        name=name,
        facts={"organisation": facts_of(deed.me).get("organisation", "")},
        team=deed.on.unit.circle.roles_of(deed.me.id)["coach"],
        coach=deed.me.id,
    )
    person, _ = add_person(deed.on.unit, newcomer, deed.on.now)
    _give(deed, make_invite(deed.on.unit, person, deed.on.now))


def _renew(deed: Deed) -> None:
    """A new code for someone who cannot get in any more; what they had before no longer works."""
    who = deed.id("who")
    if standing(deed.on, deed.me, who) == "own":
        person = deed.on.unit.people.by_ids([who])[who]
        code = renew_invite(deed.on.unit, who, deed.on.now)
        deed.post.reach(who, (WEB, person.handle))
        deed.post.shut_out(who)
        _give(deed, code)


def _give(deed: Deed, code: str) -> None:
    words = deed.on.library.words.circle.coach
    deed.post.say(deed.me.id, Outbound(text=words.link.format(link=f"{deed.on.url}/k/{code}")))
    deed.post.say(deed.me.id, Outbound(text=words.code.format(code=code)))
    deed.post.say(deed.me.id, Outbound(kind="picture", text=words.scan, media=f"qr-{code}", alt=words.scan_alt))


PART = Part(deeds={"invite": _invite, "renew_invite": _renew})
