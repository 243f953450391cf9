"""The `opstap` command."""

import sys

import typer

from bot.commands import content, doctor, org, people, play, serve, studio, workbook
from bot.errors import OpstapError
from bot.settings import read_settings
from scheduler.wiring import build

app = typer.Typer(
    help="Opstap: a chat coach in plain Dutch for people on sick leave.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.add_typer(content.app, name="content")
app.add_typer(studio.app, name="studio")
app.add_typer(org.app, name="org")
app.command("invite")(people.invite)
app.command("link")(people.link)
app.command("requests")(people.requests)
app.command("doctor")(doctor.doctor)
app.command("play")(play.play)
app.command("workbook")(workbook.workbook)


@app.command()
def demo() -> None:
    """Start the demo: fictional people, and their phones side by side in your browser."""
    serve.serve(read_settings(), demo=True, schedule=build, ready=_say_ready)


@app.command()
def run() -> None:
    """Start the web chat for real people (`opstap invite` lets them in)."""
    serve.serve(read_settings(), demo=False, schedule=build, ready=_say_ready)


def _say_ready(url: str) -> None:
    sys.stdout.write(f"Opstap is ready: open {url} in your browser (stop with Ctrl+C).\n")
    sys.stdout.flush()


def main() -> None:
    """Runs the command; a known error is one plain sentence, without a traceback."""
    try:
        app()
    except OpstapError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
