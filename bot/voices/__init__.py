"""The voice: turns a bubble into sound with a program on this machine, so that no text leaves it."""
