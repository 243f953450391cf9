"""The guides for people: tried from the first line to the last, and their pictures made anew."""
