"""The doctor on Slack, asked over real HTTP of a server that answers as Slack does."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.doctor.slack.check import slack
from bot.doctor.slack.hearing import hearing
from bot.doctor.slack.token import SCOPES
from tests.doctor.conftest import Make, rows
from tests.doctor.web import Site
from tests.fakes.slack.server import APP_TOKEN, BOT_TOKEN, SECRET, FakeSlack
from tests.fakes.telegram.faults import Fault

MANIFEST = Path(__file__).parents[2] / "deploy/slack-manifest.yaml"
KNOWN = ("good", "Slack token", "It is of the app @opstap in the workspace X.")
RIGHTS = ("good", "Slack rights", "The app has all rights that it needs.")


@pytest.fixture
async def fake() -> AsyncIterator[FakeSlack]:
    """The platform, with the app made from the manifest."""
    async with FakeSlack() as one:
        yield one


def settings(fake: FakeSlack, **more: Any) -> dict[str, Any]:
    return {"slack_bot_token": BOT_TOKEN, "slack_app_token": APP_TOKEN, "slack_api": fake.url, **more}


def test_the_rights_are_those_of_the_manifest() -> None:
    assert sorted(yaml.safe_load(MANIFEST.read_text("utf-8"))["oauth_config"]["scopes"]["bot"]) == sorted(SCOPES)


async def test_without_a_token_nothing_is_asked(make: Make) -> None:
    off = "It is off: OPSTAP_SLACK_BOT_TOKEN is empty."
    assert rows(await slack(make(slack_api="http://127.0.0.1:1"))) == [("good", "Slack", off)]


async def test_an_app_that_connects_itself_and_with_which_nothing_is_the_matter(make: Make, fake: FakeSlack) -> None:
    hearing = ("good", "Slack hearing", "The app may open a connection of its own (Socket Mode).")
    assert rows(await slack(make(**settings(fake)))) == [KNOWN, RIGHTS, hearing]
    assert not fake.post.connected, "it would get what people send"
    assert set(fake.count) == {"auth.test", "apps.connections.open"}


async def test_an_app_that_is_reached_by_http(make: Make, fake: FakeSlack) -> None:
    given = settings(fake, slack_app_token="", slack_signing_secret=SECRET, public_url="https://opstap.example.nl")
    said = "Slack brings what people do to https://opstap.example.nl/slack; that must stand in its manifest."
    assert rows(await slack(make(**given))) == [KNOWN, RIGHTS, ("good", "Slack hearing", said)]


# The bot token


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("xapp-1-x", "OPSTAP_SLACK_BOT_TOKEN must begin with xoxb-; copy it from the app: OAuth & Permissions."),
        (
            "xoxb-2-other",
            "Slack does not know this token (invalid_auth); copy OPSTAP_SLACK_BOT_TOKEN again: OAuth & Permissions.",
        ),
    ],
)
async def test_a_token_that_is_not_known_is_wrong(text: str, said: str, make: Make, fake: FakeSlack) -> None:
    found = rows(await slack(make(**settings(fake, slack_bot_token=text))))
    assert found == [("wrong", "Slack token", said)]


async def test_an_app_that_was_revoked_or_taken_out_is_wrong(make: Make, fake: FakeSlack) -> None:
    fake.revoked = True
    said = "The app was taken out of the workspace (token_revoked); install it again and set OPSTAP_SLACK_BOT_TOKEN."
    assert rows(await slack(make(**settings(fake)))) == [("wrong", "Slack token", said)]
    fake.revoked, fake.installed = False, False
    said = said.replace("token_revoked", "account_inactive")
    assert rows(await slack(make(**settings(fake)))) == [("wrong", "Slack token", said)]


async def test_a_platform_that_is_away_is_not_a_wrong_token(make: Make, fake: FakeSlack) -> None:
    nowhere = "http://127.0.0.1:1"
    said = f"{nowhere} cannot be reached: connection refused; look at the network and the firewall."
    found = rows(await slack(make(**settings(fake, slack_api=nowhere))))
    assert found == [("wrong", "Slack token", said)]
    fake.down = True
    said = f"{fake.url} answers service_unavailable; when it stays so, look at the app at api.slack.com/apps."
    assert rows(await slack(make(**settings(fake)))) == [("wrong", "Slack token", said)]


async def test_a_platform_that_is_asked_too_often_says_so(make: Make, fake: FakeSlack) -> None:
    fake.faults.add(Fault(kind="busy", method="auth.test", seconds=30))
    said = "Slack was asked too often; wait a minute and look again."
    assert rows(await slack(make(**settings(fake)))) == [("wrong", "Slack token", said)]


async def test_rights_that_are_missing_are_named(make: Make, fake: FakeSlack) -> None:
    fake.granted -= {"files:write", "im:history"}
    said = "The app misses files:write, im:history; take the manifest again, and press Reinstall to Workspace."
    assert rows(await slack(make(**settings(fake))))[:2] == [KNOWN, ("wrong", "Slack rights", said)]


# How it hears


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "xoxb-1-fake-bot-token",
            "OPSTAP_SLACK_APP_TOKEN must begin with xapp-; make it at Basic Information, App-Level Tokens.",
        ),
        (
            "xapp-2-other",
            "Slack does not let the app connect (invalid_auth); turn on Socket Mode, make an App-Level Token with "
            "connections:write and set OPSTAP_SLACK_APP_TOKEN.",
        ),
    ],
)
async def test_an_app_token_that_is_not_known_is_wrong(text: str, said: str, make: Make, fake: FakeSlack) -> None:
    found = rows(await slack(make(**settings(fake, slack_app_token=text))))
    assert found == [KNOWN, RIGHTS, ("wrong", "Slack hearing", said)]


async def test_an_app_token_without_its_right_is_wrong(make: Make, fake: FakeSlack) -> None:
    fake.app_granted.clear()
    said = "The app token misses connections:write; make a new one with it and set OPSTAP_SLACK_APP_TOKEN."
    assert rows(await slack(make(**settings(fake))))[2:] == [("wrong", "Slack hearing", said)]


async def test_a_platform_that_goes_away_in_between_is_told(make: Make, fake: FakeSlack) -> None:
    fake.faults.add(Fault(kind="cut", method="apps.connections.open"))
    said = "Slack went away while it was asked (it hung up without an answer); try again."
    assert rows(await slack(make(**settings(fake))))[2:] == [("look", "Slack hearing", said)]


async def test_a_signing_secret_that_is_none_is_wrong_and_is_not_told(make: Make, fake: FakeSlack) -> None:
    given = settings(fake, slack_app_token="", slack_signing_secret="kanarievogel")
    said = (
        "OPSTAP_SLACK_SIGNING_SECRET is no signing secret; it is 32 characters of 0-9 and a-f: copy it from Basic "
        "Information, App Credentials."
    )
    assert rows(await slack(make(**given)))[2:] == [("wrong", "Slack hearing", said)]


async def test_neither_way_of_hearing_is_told_among_the_settings(make: Make, fake: FakeSlack) -> None:
    assert rows(await slack(make(**settings(fake, slack_app_token="")))) == [KNOWN, RIGHTS]


async def test_a_proxy_that_does_not_pass_slack_on_is_wrong(make: Make, fake: FakeSlack) -> None:
    async with Site(status=405) as proxy:
        patient = make(**settings(fake, slack_app_token="", slack_signing_secret=SECRET, public_url=proxy.url))
        assert [row[0] for row in rows(await hearing(patient, here=True))] == ["good"]
        proxy.status = 404
        said = f"{proxy.url}/slack answers 404; let the proxy pass it on to OPSTAP_LISTEN."
        assert rows(await hearing(patient, here=True)) == [("wrong", "Slack hearing", said)]
        proxy.mute = True
        said = (
            f"{proxy.url}/slack cannot be reached from here (it hung up without an answer); let the proxy pass it on "
            "to OPSTAP_LISTEN."
        )
        assert rows(await hearing(patient, here=True)) == [("wrong", "Slack hearing", said)]
