"""The checks of the bot on Telegram: its token, how it hears, and its menu."""
