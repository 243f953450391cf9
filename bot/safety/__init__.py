"""Looks at free text before anything else does."""
