"""Whether the port is free, or is Opstap's own already."""

import errno
import socket
from collections.abc import Sequence

from bot.doctor.finding import Finding, good, wrong
from bot.doctor.here import runs_here
from bot.doctor.patient import Patient
from bot.doctor.threads import aside
from bot.errors import PortTakenError, SettingError

ABOUT = "port"


async def port(patient: Patient) -> Sequence[Finding]:
    """Asks who is there, and takes the port for a moment when nobody is."""
    try:
        host, number = patient.settings.host, patient.settings.port
    except SettingError:
        return []  # It was told among the settings.
    if await runs_here(patient):
        return [good(ABOUT, f"Opstap runs and answers at {patient.settings.listen}.")]
    return [await aside(lambda: _free(host, number))]


def _free(host: str, number: int) -> Finding:
    try:
        family = socket.getaddrinfo(host, number, type=socket.SOCK_STREAM)[0][0]
        with socket.socket(family, socket.SOCK_STREAM) as one:
            one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            one.bind((host, number))
            one.listen(1)
    except (socket.gaierror, UnicodeError):
        return wrong(ABOUT, SettingError(name="OPSTAP_LISTEN", why=f"the host '{host}' is not known").sentence())
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            return wrong(ABOUT, PortTakenError(host=host, port=number).sentence())
        why = f"{host}:{number} cannot be used ({error.strerror})"
        return wrong(ABOUT, SettingError(name="OPSTAP_LISTEN", why=why).sentence())
    return good(ABOUT, f"{host}:{number} is free; Opstap does not run now.")
