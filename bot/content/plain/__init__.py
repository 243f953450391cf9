"""Measures how plain a Dutch text is."""
