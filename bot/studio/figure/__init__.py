"""People: how they stand, what they wear, how they look."""
