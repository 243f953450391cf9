"""Opstap on Telegram."""
