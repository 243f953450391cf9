"""Settings: what the code, the README and the example file say is the same, and a mistake is one plain sentence."""

import re
from pathlib import Path

import pytest

from bot.errors import SettingError
from bot.settings import Settings, read_settings

ROOT = Path(__file__).parent.parent
DERIVED = {
    "OPSTAP_CONTENT",
    "OPSTAP_DATABASE_URL",
    "OPSTAP_MASTER_KEY",
    "OPSTAP_PUBLIC_URL",
    "OPSTAP_SLACK_APP_TOKEN",
    "OPSTAP_SLACK_BOT_TOKEN",
    "OPSTAP_SLACK_SIGNING_SECRET",
    "OPSTAP_TELEGRAM_TOKEN",
    "OPSTAP_TELEGRAM_WEBHOOK_SECRET",
    "OPSTAP_TELEGRAM_WEBHOOK_URL",
    "OPSTAP_VOICE",
}
"""Settings that are empty by themselves, and then follow from another."""


@pytest.fixture(autouse=True)
def _clean(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the environment in which the tests run."""
    for name in in_code():
        monkeypatch.delenv(name, raising=False)


def in_code() -> dict[str, str]:
    """Name and default of each setting, as the program has it."""
    return {f"OPSTAP_{name.upper()}": str(one.default) for name, one in Settings.model_fields.items()}


def in_readme() -> dict[str, str]:
    """As the README's table has it."""
    rows = re.findall(r"^\| `(OPSTAP_\w+)` \| (.+?) \|", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    return {name: "" if name in DERIVED else told.strip("`") for name, told in rows}


def in_example() -> dict[str, str]:
    """As the example file has it."""
    return dict(re.findall(r"^#(OPSTAP_\w+)=(.*)$", (ROOT / "deploy/env.example").read_text("utf-8"), re.MULTILINE))


def test_the_readme_the_example_and_the_program_name_the_same_settings_with_the_same_defaults() -> None:
    assert len(in_code()) > 5
    assert in_readme() == in_code()
    assert in_example() == in_code()


def test_what_is_deployed_names_only_settings_that_exist() -> None:
    for path in sorted((ROOT / "deploy").iterdir()):
        named = set(re.findall(r"\bOPSTAP_[A-Z_]+\b", path.read_text("utf-8")))
        assert named <= in_code().keys(), path.name


def test_every_setting_says_what_it_means() -> None:
    for name, one in Settings.model_fields.items():
        assert (one.description or "").endswith((".", "links.")), name
        assert "OPSTAP_" + name.upper() in in_example()


def test_an_empty_line_means_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in in_code():
        monkeypatch.setenv(name, "")
    assert read_settings() == Settings()
    assert read_settings().data == Path("data")


def test_the_database_follows_from_the_data_folder(tmp_path: Path) -> None:
    odd = tmp_path / "met spatie & ?teken"
    assert Settings(data=odd).database == f"sqlite:///{tmp_path}/met%20spatie%20%26%20%3Fteken/opstap.sqlite3"
    assert Settings(data=odd, database_url="postgresql://x/y").database == "postgresql://x/y"


@pytest.mark.parametrize(
    ("listen", "host", "port"),
    [("127.0.0.1:8000", "127.0.0.1", 8000), ("localhost:0", "localhost", 0), ("[::1]:80", "::1", 80)],
)
def test_a_listen_address_is_host_and_port(listen: str, host: str, port: int) -> None:
    settings = Settings(listen=listen)
    assert (settings.host, settings.port) == (host, port)


@pytest.mark.parametrize("listen", ["8000", ":8000", "127.0.0.1", "127.0.0.1:", "127.0.0.1:x", "a:65536", "a:-1"])
def test_what_is_no_listen_address_is_named(listen: str) -> None:
    with pytest.raises(SettingError, match="OPSTAP_LISTEN is not usable") as raised:
        _ = Settings(listen=listen).port
    assert listen in str(raised.value)


def test_the_address_that_people_type() -> None:
    assert Settings().url == "http://127.0.0.1:8000"
    assert Settings(public_url="https://opstap.example.nl/").url == "https://opstap.example.nl"
    assert Settings(public_url="https://opstap.example.nl/").url_at(5) == "https://opstap.example.nl"
    assert Settings(listen="127.0.0.1:0").url_at(4321) == "http://127.0.0.1:4321"
    assert Settings(listen="[::1]:0").url_at(4321) == "http://[::1]:4321"


@pytest.mark.parametrize("value", ["0", "-1", "soon", "1e9", "99999999"])
@pytest.mark.parametrize("name", ["OPSTAP_KEEP_MESSAGES_DAYS", "OPSTAP_KEEP_ANSWERS_DAYS"])
def test_a_number_of_days_that_cannot_be_is_named(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingError, match=f"The setting {name} is not usable: "):
        read_settings()


@pytest.mark.parametrize(
    "url", ["", "opstap.example.nl/hook", "https://opstap.example.nl", "https:///hook", "ftp://x/y"]
)
def test_a_webhook_needs_an_address_with_a_path(url: str) -> None:
    assert Settings(telegram_webhook_url=url).webhook == "", "polling needs none"
    with pytest.raises(SettingError, match="OPSTAP_TELEGRAM_WEBHOOK_URL is not usable"):
        _ = Settings(telegram_mode="webhook", telegram_webhook_url=url).webhook
    good = Settings(telegram_mode="webhook", telegram_webhook_url="https://opstap.example.nl/telegram")
    assert good.webhook_path == "/telegram"
