"""Places where scenes happen, one module each."""
