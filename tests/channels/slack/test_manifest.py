"""The manifest asks for exactly what the app uses: its commands, its events, its rights, one address for all."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.channels.slack import reading
from bot.channels.slack.meanings import NOTHING, Form
from bot.channels.slack.reading import read
from bot.settings import Settings
from tests.channels.slack.home import SlackHome
from tests.channels.slack.test_reading import NOW, TABLE, event, slash
from tests.fakes.slack.methods import FIELDS, SCOPES

ROOT = Path(__file__).parents[3]
MANIFEST = ROOT / "deploy/slack-manifest.yaml"


@pytest.fixture(scope="module")
def manifest() -> dict[str, Any]:
    """As it goes into the form."""
    found: dict[str, Any] = yaml.safe_load(MANIFEST.read_text("utf-8"))
    return found


def test_each_command_of_the_manifest_is_understood_and_no_other_is(manifest: dict[str, Any]) -> None:
    named = {one["command"] for one in manifest["features"]["slash_commands"]}
    known = {payload["command"] for _, payload, meaning in TABLE if "command" in payload and meaning != NOTHING}
    assert named == known
    for command in named:
        assert read(slash(command), NOW) != NOTHING


def test_the_shortcut_of_the_manifest_opens_what_it_names(manifest: dict[str, Any]) -> None:
    (one,) = manifest["features"]["shortcuts"]
    assert (one["type"], len(one["name"]) <= 24, len(one["description"]) <= 150) == ("global", True, True)
    pressed = {"type": "shortcut", "callback_id": one["callback_id"], "user": {"id": "U1"}, "trigger_id": "7.7"}
    assert isinstance(read(pressed, NOW), Form)


def test_each_event_of_the_manifest_is_understood_and_nothing_else_is_asked_for(manifest: dict[str, Any]) -> None:
    wanted = set(manifest["settings"]["event_subscriptions"]["bot_events"])
    assert wanted == {"message.im", "app_home_opened", "app_uninstalled", "tokens_revoked"}
    for name in wanted - {"message.im"}:
        assert read(event(type=name, user="U1", tab="home"), NOW) != NOTHING


def test_every_method_that_the_code_names_is_known_and_its_right_is_asked_for(manifest: dict[str, Any]) -> None:
    code = "\n".join(path.read_text("utf-8") for path in (ROOT / "bot/channels/slack").glob("*.py"))
    used = set(re.findall(r'"((?:chat|views|files|conversations|users|auth|apps)\.[a-zA-Z.]+)"', code))
    assert used >= {"chat.postMessage", "views.publish", "auth.test"}
    assert used <= FIELDS.keys()
    needed = {SCOPES[method] for method in used if method in SCOPES} | {"commands", "im:history"}
    assert set(manifest["oauth_config"]["scopes"]["bot"]) == needed


async def test_a_day_of_use_needs_no_right_that_was_not_asked_for(home: SlackHome, manifest: dict[str, Any]) -> None:
    phone, _ = await home.agreed()
    phone.opens()
    phone.says("words")
    phone.presses("Shown")
    await phone.reads("A film.")
    await home.quiet()
    assert home.fake.scopes <= set(manifest["oauth_config"]["scopes"]["bot"])


def test_everything_comes_to_the_address_that_the_house_listens_at(manifest: dict[str, Any]) -> None:
    settings = manifest["settings"]
    urls = {one["url"] for one in manifest["features"]["slash_commands"]}
    urls |= {settings["event_subscriptions"]["request_url"], settings["interactivity"]["request_url"]}
    assert len(urls) == 1
    assert urls.pop().endswith(Settings(slack_signing_secret="x").slack_path)
    assert settings["interactivity"]["is_enabled"]
    assert reading.CHANNEL == "slack"


def test_people_can_type_a_code_and_find_the_home_page(manifest: dict[str, Any]) -> None:
    home = manifest["features"]["app_home"]
    assert home == {
        "home_tab_enabled": True, "messages_tab_enabled": True, "messages_tab_read_only_enabled": False,
    }  # fmt: skip
    for one in manifest["features"]["slash_commands"]:
        assert len(one["description"]) <= 2000
        assert not one["should_escape"]
    assert len(manifest["display_information"]["name"]) <= 35
    assert len(manifest["display_information"]["description"]) <= 140
