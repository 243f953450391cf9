"""A server that speaks the wire format of Slack, and refuses what Slack refuses."""
