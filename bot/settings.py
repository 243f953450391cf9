"""The only reader of the environment: every setting, with what it means."""

import os
from pathlib import Path
from typing import Literal, Self
from urllib.parse import quote, urlsplit

from pydantic import Field, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.errors import SettingError

LONGEST_DAYS = 3650
LONGEST_WAIT = 10_000
"""Minutes: a week."""


class Settings(BaseSettings):
    """All settings start with OPSTAP_ in the environment."""

    model_config = SettingsConfigDict(env_prefix="OPSTAP_", frozen=True, extra="ignore", env_ignore_empty=True)

    data: Path = Field(default=Path("data"), description="Folder for the SQLite file, the keys and media.")
    content: str = Field(
        default="", description="Folder with all words, pictures and films; without it those of the program."
    )
    database_url: str = Field(
        default="", description="sqlite:///... or postgresql://...; without it a SQLite file in OPSTAP_DATA."
    )
    listen: str = Field(default="127.0.0.1:8000", description="host:port of the web chat.")
    master_key: str = Field(
        default="", description="Unlocks the keys of all people; without it one is made in OPSTAP_DATA."
    )
    public_url: str = Field(
        default="", description="The address that people type, such as https://opstap.example.nl; in links."
    )

    keep_messages_days: int = Field(
        default=90, ge=1, le=LONGEST_DAYS, description="Days after which messages are thrown away."
    )
    keep_answers_days: int = Field(
        default=183,
        ge=1,
        le=LONGEST_DAYS,
        description="Days after the end of a journey when answers are thrown away.",
    )

    voice: str = Field(
        default="",
        description="Reads aloud: espeak-ng, or the path of a Piper model (.onnx); without it the phone's own voice.",
    )

    remind_after: int = Field(
        default=120, ge=1, le=LONGEST_WAIT, description="Working minutes after which a coach is asked again."
    )
    next_coach_after: int = Field(
        default=240, ge=1, le=LONGEST_WAIT, description="Working minutes after which another coach is asked too."
    )
    lead_after: int = Field(
        default=480, ge=1, le=LONGEST_WAIT, description="Working minutes after which the project lead is asked."
    )
    urgent_next_after: int = Field(
        default=5,
        ge=1,
        le=LONGEST_WAIT,
        description="Minutes after which another coach is asked too, when it is urgent.",
    )
    urgent_lead_after: int = Field(
        default=15,
        ge=1,
        le=LONGEST_WAIT,
        description="Minutes after which the project lead is asked, when it is urgent.",
    )
    talk_ends_after: int = Field(
        default=60, ge=1, le=LONGEST_WAIT, description="Minutes of silence after which a talk with a coach is over."
    )
    office_from: int = Field(default=9, ge=0, le=23, description="The hour at which coaches begin, Monday to Friday.")
    office_to: int = Field(default=17, ge=1, le=24, description="The hour at which coaches end.")

    telegram_token: str = Field(
        default="", description="The token that BotFather gave; without it there is no Telegram."
    )
    telegram_api: str = Field(
        default="https://api.telegram.org", description="Base address of the Bot API, such as a server of your own."
    )
    telegram_mode: Literal["polling", "webhook"] = Field(
        default="polling", description="polling asks for messages; webhook lets Telegram bring them."
    )
    telegram_webhook_url: str = Field(
        default="", description="Where Telegram brings messages: an https address that leads to OPSTAP_LISTEN."
    )
    telegram_webhook_secret: str = Field(
        default="", description="What Telegram says to prove itself there; without it one follows from the master key."
    )

    slack_bot_token: str = Field(
        default="", description="The token of the app in the workspace (xoxb-...); without it there is no Slack."
    )
    slack_signing_secret: str = Field(
        default="", description="By which Slack proves itself when it brings messages to /slack of OPSTAP_LISTEN."
    )
    slack_app_token: str = Field(
        default="", description="With an app token (xapp-...) Opstap fetches messages, and needs no public address."
    )
    slack_api: str = Field(default="https://slack.com", description="Base address of Slack; /api/METHOD follows it.")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        """Who waits is asked for by more and more people, and a working day has a length."""
        for first, then in (
            ("remind_after", "next_coach_after"),
            ("next_coach_after", "lead_after"),
            ("urgent_next_after", "urgent_lead_after"),
            ("office_from", "office_to"),
        ):
            if getattr(self, first) >= getattr(self, then):
                raise SettingError(name=f"OPSTAP_{then.upper()}", why=f"it is not more than OPSTAP_{first.upper()}")
        return self

    @property
    def webhook(self) -> str:
        """Where Telegram brings messages; raises SettingError when it must and there is no usable address."""
        if self.telegram_mode == "polling":
            return ""
        found = urlsplit(self.telegram_webhook_url)
        if found.scheme not in ("http", "https") or not found.netloc or found.path in ("", "/"):
            why = f"'{self.telegram_webhook_url}' is no address with a path, such as https://opstap.example.nl/telegram"
            raise SettingError(name="OPSTAP_TELEGRAM_WEBHOOK_URL", why=why)
        return self.telegram_webhook_url

    @property
    def webhook_path(self) -> str:
        """The path of that address."""
        return urlsplit(self.webhook).path

    @property
    def slack_path(self) -> str:
        """Where Slack brings messages; raises SettingError when it could not prove itself there."""
        if not self.slack_app_token and not self.slack_signing_secret:
            why = "set it, or set OPSTAP_SLACK_APP_TOKEN; without one of them nobody can be heard"
            raise SettingError(name="OPSTAP_SLACK_SIGNING_SECRET", why=why)
        return "/slack"

    @property
    def database(self) -> str:
        """The database address, also when none was set."""
        return self.database_url or f"sqlite:///{quote(str(self.data.resolve() / 'opstap.sqlite3'))}"

    @property
    def host(self) -> str:
        """The host part of `listen`."""
        return self.listen.rpartition(":")[0].strip("[]")

    @property
    def port(self) -> int:
        """The port part of `listen`; raises SettingError when it is no port."""
        port = self.listen.rpartition(":")[2]
        if not self.host or not port.isdecimal() or not 0 <= int(port) <= 65535:
            raise SettingError(name="OPSTAP_LISTEN", why=f"'{self.listen}' is not host:port, such as 127.0.0.1:8000")
        return int(port)

    @property
    def url(self) -> str:
        """Where people find the web chat, without a slash at the end."""
        return (self.public_url or f"http://{self.listen}").rstrip("/")

    def url_at(self, port: int) -> str:
        """The same, when the system chose the port."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return (self.public_url or f"http://{host}:{port}").rstrip("/")


def read_settings() -> Settings:
    """The settings of this process; raises SettingError for the first that is unusable."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = "OPSTAP_" + "_".join(str(part) for part in first["loc"]).upper()
        raise SettingError(name=name, why=first["msg"]) from error


def strangers() -> tuple[str, ...]:
    """Names in the environment that begin like a setting and are none: often one that was mistyped."""
    known = {f"OPSTAP_{name.upper()}" for name in Settings.model_fields}
    return tuple(
        sorted(name for name in os.environ if name.upper().startswith("OPSTAP_") and name.upper() not in known)
    )
