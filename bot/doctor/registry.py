"""All checks, in the order in which they are told: first what the rest leans on."""

from bot.doctor.checks.address import address
from bot.doctor.checks.clock import clock
from bot.doctor.checks.content import content
from bot.doctor.checks.database import database
from bot.doctor.checks.folder import folder
from bot.doctor.checks.key import key
from bot.doctor.checks.media import media
from bot.doctor.checks.paper import paper
from bot.doctor.checks.port import port
from bot.doctor.checks.settings import settings
from bot.doctor.checks.voice import voice
from bot.doctor.finding import Check
from bot.doctor.slack.check import slack
from bot.doctor.telegram.check import telegram

CHECKS: dict[str, Check] = {
    "settings": settings,
    "data folder": folder,
    "database": database,
    "master key": key,
    "content": content,
    "films": media,
    "voice": voice,
    "paper": paper,
    "port": port,
    "address": address,
    "clock": clock,
    "Telegram": telegram,
    "Slack": slack,
}
