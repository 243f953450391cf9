"""The web chat: Opstap's own channel, with its pages, its stream and its guards."""
