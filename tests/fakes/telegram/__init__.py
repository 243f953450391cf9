"""A Bot API server that speaks the wire format and refuses what the real one refuses."""
