"""The only reader of the environment: every setting, with what it means."""

from pathlib import Path
from urllib.parse import quote

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.errors import SettingError

LONGEST_DAYS = 3650


class Settings(BaseSettings):
    """All settings start with OPSTAP_ in the environment."""

    model_config = SettingsConfigDict(env_prefix="OPSTAP_", frozen=True, extra="ignore", env_ignore_empty=True)

    data: Path = Field(default=Path("data"), description="Folder for the SQLite file, the keys and media.")
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
