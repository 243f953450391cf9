"""The checks of the app on Slack: its tokens, its rights, and how it hears."""
