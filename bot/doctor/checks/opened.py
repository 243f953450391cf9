"""A moment in the database, in which nothing is changed."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from bot.settings import Settings
from bot.storage.engines import normal_url, open_engine, plain_error

T = TypeVar("T")


def is_new(settings: Settings) -> bool:
    """Whether there is no SQLite file yet. Raises DatabaseUnreachableError for what is no address."""
    url = normal_url(settings.database)
    file = Path(url.database or "")
    return url.get_backend_name() == "sqlite" and (not file.exists() or not file.stat().st_size)


def looked(settings: Settings, work: Callable[[Connection], T]) -> T:
    """What `work` finds, in a transaction that may write and is taken back: a database in which nobody can write
    would be found too late.

    Raises DatabaseUnreachableError or DataFolderError, and ModuleNotFoundError without the driver of PostgreSQL.
    """
    url = normal_url(settings.database)
    engine = open_engine(url, "migrate", 1)
    try:
        with engine.connect() as connection:
            found = work(connection)
            connection.rollback()
            return found
    except DBAPIError as error:
        raise plain_error(url, error, "migrate") or error from error
    finally:
        engine.dispose()
