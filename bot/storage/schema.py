"""Bringing a database to the newest schema, and making sure that the master key belongs to it."""

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, select, text

from bot.errors import MasterKeyError, SchemaUnknownError
from bot.storage.bulk import BulkInsert
from bot.storage.tables import house
from bot.storage.vault import Vault

HEAD = "0006"
"""The newest migration. A test keeps it equal to what stands in `migrations/versions`."""

MIGRATIONS = Path(__file__).parent / "migrations"
_MIGRATE_LOCK = 0x6D696772
_KEY_CHECK = "key-check"
_NOTE = BulkInsert(house, "name", "value", finish=lambda insert: insert.on_conflict_do_nothing())


def migrate(engine: Engine, vault: Vault) -> None:
    """Bring the database up to date; quick when it already is, and safe when two processes do it at once."""
    with engine.connect() as connection:
        current = found_version(connection)
        connection.rollback()
    if current != HEAD:
        _upgrade(engine, current)
    with engine.begin() as connection:
        _check_key(connection, vault)


def found_version(connection: Connection) -> str | None:
    """The migration that the database is at; None for a new one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _upgrade(engine: Engine, current: str | None) -> None:
    # Alembic takes longer to import than a start-up may last, and is not needed on most days.
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if current is not None and current not in known:
        raise SchemaUnknownError(found=current)
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _MIGRATE_LOCK})
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        if connection.dialect.name == "sqlite":
            _check_references(connection)


def _check_references(connection: Connection) -> None:
    """SQLite migrates with foreign keys off, because it rebuilds tables: look afterwards, before the commit."""
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if broken is not None:
        raise RuntimeError(f"the migration left a row of {broken[0]} that refers to nothing")


def has_key(connection: Connection) -> bool:
    """Whether the database is bound to a master key; it is from its first start on."""
    return _kept_digest(connection) is not None


def key_fits(connection: Connection, vault: Vault) -> bool:
    """Whether this master key is the one to which the database is bound."""
    return _kept_digest(connection) == vault.digest("house", _KEY_CHECK)


def _kept_digest(connection: Connection) -> str | None:
    return connection.execute(select(house.c.value).where(house.c.name == _KEY_CHECK)).scalar()


def _check_key(connection: Connection, vault: Vault) -> None:
    """Remember a digest of the first master key; another one is refused before it can do harm."""
    if not has_key(connection):
        _NOTE.run(connection, [(_KEY_CHECK, vault.digest("house", _KEY_CHECK))])
    if not key_fits(connection, vault):
        raise MasterKeyError(why="the database was made with another key")
