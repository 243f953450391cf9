"""One suite for all ways in: what a person experiences is the same on the web, on Telegram and on Slack."""
