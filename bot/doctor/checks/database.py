"""Whether the database can be reached, can be written, and has the tables that this program needs."""

from collections.abc import Sequence

from sqlalchemy import Connection, text

from bot.doctor.checks.opened import is_new, looked
from bot.doctor.finding import Finding, good, look, wrong
from bot.doctor.patient import Patient
from bot.doctor.threads import aside
from bot.errors import OpstapError, SchemaUnknownError
from bot.settings import Settings
from bot.storage.schema import HEAD, MIGRATIONS, found_version

ABOUT = "database"


async def database(patient: Patient) -> Sequence[Finding]:
    """Asked aside: a server that is away answers late."""
    return [await aside(lambda: _database(patient.settings))]


def _database(settings: Settings) -> Finding:
    try:
        if is_new(settings):
            return good(ABOUT, "There is none yet; the first start makes a SQLite file.")
        return looked(settings, _state)
    except OpstapError as error:
        return wrong(ABOUT, error.sentence())
    except ModuleNotFoundError:
        return wrong(ABOUT, "The driver of PostgreSQL is missing; run: pip install 'opstap[postgres]'")


def _state(connection: Connection) -> Finding:
    kind = "PostgreSQL" if connection.dialect.name == "postgresql" else "SQLite"
    if kind == "PostgreSQL" and connection.execute(text("SELECT pg_is_in_recovery()")).scalar():
        return wrong(ABOUT, "This PostgreSQL only copies another one; set OPSTAP_DATABASE_URL to the one it copies.")
    version = found_version(connection)
    if version is None:
        return good(ABOUT, f"{kind} answers and is empty; the first start makes the tables.")
    if version == HEAD:
        return good(ABOUT, f"{kind} answers and is at the newest version ({HEAD}).")
    if not any((MIGRATIONS / "versions").glob(f"{version}_*.py")):
        return wrong(ABOUT, SchemaUnknownError(found=version).sentence())
    said = f"{kind} is at version {version} and the newest is {HEAD}; make a backup, then `opstap run` brings it there."
    return look(ABOUT, said)
