"""One file for each kind of step: how it is said, and how an answer to it is read."""
