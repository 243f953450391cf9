"""Opstap beside other bots, in the benchmark of `../shared/bench`: the same work, in turns, and one table at the end.

Run it as `python -m tests.bench.peers` (or `make bench-peers`). The first time it makes a folder of its own, with the
other bots in it, which takes some minutes.
"""

import argparse
import json
import shutil
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.bench.telegram_bot import PROFILE

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "bench"
WORK = ROOT / "build" / "bench"
PEERS = {
    "floor-sqlite-group": "floor",
    "aiogram-sqlite": "aiogram",
    "ptb": "ptb",
}
"""Bot -> the environment in which it runs."""
PACKAGES = {
    "floor": ["aiohttp==3.14.5", "uvloop", "httptools", "orjson", "psutil"],
    "aiogram": ["aiogram==3.31.0", "uvloop", "aiosqlite", "redis"],
    "ptb": ["python-telegram-bot[webhooks]==22.8", "uvloop"],
}
COLUMNS = ("cap", "ups", "us_per_upd", "p50", "p95", "rss_peak", "ok_users", "other_pct")
OURS, WATCHED = "opstap", "opstap-watched"

Row = dict[str, Any]


def prepare() -> None:
    """A copy of the benchmark, its bots, and ours among them."""
    shutil.copytree(SHARED, WORK, dirs_exist_ok=True)
    for name in ("results", "logs", "data", "venvs"):
        (WORK / name).mkdir(exist_ok=True)
    for name, packages in PACKAGES.items():
        venv = WORK / "venvs" / name
        if not venv.exists():
            subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True)
            subprocess.run([str(venv / "bin/pip"), "-q", "install", *packages], check=True)
    starter = WORK / "opstap.sh"
    starter.write_text(f"#!/bin/sh\ncd '{ROOT}' && exec '{sys.executable}' -m tests.bench.telegram_bot\n", "utf-8")
    starter.chmod(0o755)
    bots = json.loads((WORK / "bots.json").read_text("utf-8"))
    bots[OURS] = {"cmd": [str(starter)]}
    bots[WATCHED] = {"cmd": [str(starter)], "env": {PROFILE: str(WORK / PROFILE)}}
    (WORK / "bots.json").write_text(json.dumps(bots, indent=1), "utf-8")


def measured(bot: str, *options: str) -> Row:
    """One run; raises ValueError when it gave no result."""
    command = [str(WORK / "venvs/floor/bin/python"), "harness.py", "--bot", bot, "--reps", "1", *options]
    done = subprocess.run(command, cwd=WORK, capture_output=True, text=True, check=False)
    for line in done.stdout.splitlines():
        if line.startswith("{"):
            found: Row = json.loads(line)
            return found
    raise ValueError(f"{bot} gave no result: {done.stdout[-500:]}{done.stderr[-500:]}")


def table(title: str, rows: dict[str, list[Row]], columns: tuple[str, ...]) -> str:
    """The middle of each column, as a table that can stand in a document."""
    lines = [f"\n{title}\n", "| bot | " + " | ".join(columns) + " |", "|---" * (len(columns) + 1) + "|"]
    for bot, found in rows.items():
        middle = [statistics.median(row[name] for row in found) for name in columns]
        lines.append(f"| {bot} | " + " | ".join(f"{one:g}" for one in middle) + " |")
    return "\n".join(lines)


def stages(row: Row) -> str:
    """Where the processor time of one update went, in a run of its own: the watches themselves cost some too."""
    seen = json.loads((WORK / PROFILE).read_text("utf-8"))
    updates, whole = seen["parse"][2], row["us_per_upd"]
    lines = ["\nwhere the time of an update goes\n", "| stage | µs | % | calls |", "|---|---|---|---|"]
    spent = 0.0
    for stage, (cpu, _, calls) in seen.items():
        if stage != "all":
            each = cpu / updates * 1e6
            spent += each
            lines.append(f"| {stage} | {each:.0f} | {each / whole:.0%} | {calls} |")
    lines.append(
        f"| all else: loop, web server, connections, threads | {whole - spent:.0f} | {1 - spent / whole:.0%} | |"
    )
    return "\n".join(lines)


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--users", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--quick", action="store_true", help="only the first table")
    asked = parser.parse_args()
    prepare()
    say = sys.stdout.write
    common = ("--users", str(asked.users), "--conc", "50", "--quiet-wait", "8")
    rows: dict[str, list[Row]] = {bot: [] for bot in (OURS, *PEERS)}
    for _ in range(asked.rounds):
        for bot, found in rows.items():
            found.append(measured(bot, *common))
    say(table("webhook, 50 at once", rows, COLUMNS) + "\n")
    ours = statistics.median(row["cap"] for row in rows[OURS])
    for bot in PEERS:
        say(f"{OURS} / {bot}: {ours / statistics.median(row['cap'] for row in rows[bot]):.2f}\n")
    if asked.quick:
        return
    slow = {OURS: [measured(OURS, "--users", "400", "--conc", "50", "--api-delay", "50", "--quiet-wait", "8")]}
    say(table("the platform answers after 50 ms", slow, COLUMNS) + "\n")
    polled = {OURS: [measured(OURS, *common, "--mode", "polling")]}
    say(table("polling", polled, COLUMNS) + "\n")
    killed = [
        measured(OURS, "--users", "400", "--conc", "50", "--kill-at", f"0.{at}", "--quiet-wait", "8")
        for at in (3, 5, 7)
    ]
    say(stages(measured(WATCHED, *common)) + "\n")
    worst = {name: max(row["kill"][name] for row in killed) for name in ("users_lost", "lost_updates", "users_wrong")}
    say(f"\nkill -9 in mid-course, the worst of three: {worst}, doubled {max(row['doubled'] for row in killed)}\n")


if __name__ == "__main__":
    main()
