"""Joins APScheduler to the jobs: when each runs, and that one never overlaps itself."""

from zoneinfo import ZoneInfo

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.bootstrap import House
from scheduler.jobs import purge, tick

HERE = ZoneInfo("Europe/Amsterdam")
TICK_SECONDS = 5


def build(house: House) -> AsyncIOScheduler:
    """A scheduler that is not started yet. After downtime each job runs once, however often it was missed."""
    # However late a run is, it runs: a loop that was busy for a second would else miss tick after tick.
    defaults = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
    scheduler = AsyncIOScheduler(timezone=HERE, job_defaults=defaults)
    scheduler.add_job(tick.run, "interval", seconds=TICK_SECONDS, args=[house], id="tick")
    scheduler.add_job(purge.run, "cron", hour=3, minute=30, args=[house], id="purge")
    return scheduler
