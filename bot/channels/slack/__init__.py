"""Opstap on Slack."""
