"""Tests of the studio: storyboards, drawing, and results that hold together with what they were made from."""
