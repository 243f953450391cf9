"""Whether the master key is there, is private, and is the one of this database."""

from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import Connection

from bot.doctor.checks.opened import is_new, looked
from bot.doctor.finding import Finding, good, look, wrong
from bot.doctor.patient import Patient
from bot.doctor.threads import aside
from bot.errors import DataFolderError, MasterKeyError, OpstapError
from bot.settings import Settings
from bot.storage.schema import found_version, has_key, key_fits
from bot.storage.vault import Vault

ABOUT = "master key"
OTHER = "the database was made with another key"


async def key(patient: Patient) -> Sequence[Finding]:
    """Asked aside, as the database is."""
    return await aside(lambda: _key(patient.settings))


def _key(settings: Settings) -> list[Finding]:
    file = settings.data.absolute() / "master.key"
    try:
        text = settings.master_key or _kept(file)
        if not text:
            return [_absent(settings, file)]
        vault = Vault.from_text(text)
        fits = None if is_new(settings) else looked(settings, lambda one: _fits(one, vault))
    except MasterKeyError as error:
        return [wrong(ABOUT, error.sentence())]
    except (OpstapError, ModuleNotFoundError):
        return [look(ABOUT, "The key could not be tried on the database, because that cannot be looked into.")]
    if fits is False:
        return [wrong(ABOUT, MasterKeyError(why=OTHER).sentence())]
    said = "It opens this database." if fits else "It can be used; the first start binds the database to it."
    return [good(ABOUT, said), *_eyes(settings, file)]


def _kept(file: Path) -> str:
    """The key in the data folder; empty when there is none. Raises DataFolderError."""
    try:
        return file.read_text("ascii", errors="replace").strip() if file.exists() else ""
    except OSError as error:
        raise DataFolderError(path=file, why=error.strerror) from error


def _absent(settings: Settings, file: Path) -> Finding:
    if not is_new(settings) and looked(settings, _keyed):
        return wrong(
            ABOUT, f"The database has texts and there is no key; put it back as {file}, or in OPSTAP_MASTER_KEY."
        )
    return good(ABOUT, f"The first start makes one as {file}; copy it to another place then.")


def _keyed(connection: Connection) -> bool:
    return found_version(connection) is not None and has_key(connection)


def _fits(connection: Connection, vault: Vault) -> bool | None:
    return key_fits(connection, vault) if _keyed(connection) else None


def _eyes(settings: Settings, file: Path) -> list[Finding]:
    if not settings.master_key and file.stat().st_mode & 0o077:
        return [look(ABOUT, f"Other users of this machine can read {file}; run: chmod 600 {file}")]
    return []
