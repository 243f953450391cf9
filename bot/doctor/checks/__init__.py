"""The checks of this machine and of the settings: one file for each."""
