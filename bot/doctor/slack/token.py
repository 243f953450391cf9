"""Whether the bot token opens the door, which workspace it is of, and whether the app has the rights that it needs."""

from collections.abc import Sequence

from bot.doctor.asking import Answer, AwayError
from bot.doctor.finding import Finding, good, wrong
from bot.doctor.patient import Patient
from bot.doctor.slack.app import call, code_of

ABOUT = "Slack token"
SCOPES = ("chat:write", "commands", "files:write", "im:history", "im:write")
"""What the manifest asks for; a test keeps them equal."""
UNKNOWN = ("invalid_auth", "not_authed", "token_expired", "not_allowed_token_type")
GONE = ("token_revoked", "account_inactive")
BUSY = ("ratelimited", "rate_limited")


async def token(patient: Patient) -> Sequence[Finding]:
    """A token that was mistyped, one that was revoked and a platform that is away are three things."""
    api = patient.settings.slack_api
    try:
        answer = await call(patient, "auth.test", patient.settings.slack_bot_token)
    except AwayError as away:
        return [wrong(ABOUT, f"{api} cannot be reached: {away.why}; look at the network and the firewall.")]
    code = code_of(answer)
    if code:
        return [wrong(ABOUT, _refused(code, api, patient.settings.slack_bot_token))]
    name, user = answer.told.get("team", ""), answer.told.get("user", "")
    return [good(ABOUT, f"It is of the app @{user} in the workspace {name}."), *_rights(answer)]


def _refused(code: str, api: str, text: str) -> str:
    if not text.startswith("xoxb-"):
        return "OPSTAP_SLACK_BOT_TOKEN must begin with xoxb-; copy it from the app: OAuth & Permissions."
    if code in UNKNOWN:
        return f"Slack does not know this token ({code}); copy OPSTAP_SLACK_BOT_TOKEN again: OAuth & Permissions."
    if code in GONE:
        return f"The app was taken out of the workspace ({code}); install it again and set OPSTAP_SLACK_BOT_TOKEN."
    if code in BUSY:
        return "Slack was asked too often; wait a minute and look again."
    return f"{api} answers {code}; when it stays so, look at the app at api.slack.com/apps."


def _rights(answer: Answer) -> list[Finding]:
    """Which rights the app was given stands in a header of each answer."""
    given = {one.strip() for one in answer.headers.get("x-oauth-scopes", "").split(",")}
    missing = [one for one in SCOPES if one not in given]
    if not missing:
        return [good("Slack rights", "The app has all rights that it needs.")]
    said = "take the manifest again, and press Reinstall to Workspace."
    return [wrong("Slack rights", f"The app misses {', '.join(missing)}; {said}")]
