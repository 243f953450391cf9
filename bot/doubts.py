"""Doubts of delivery: to whom the last bubble may not have arrived, so that they may wait for nothing."""

from collections.abc import Iterable

Place = tuple[str, str]
"""A channel and an address."""


class Doubts:
    """`unsure`: the platform did not say. `likely`: it left, and the process was killed in that moment."""

    def __init__(self) -> None:
        self.unsure: set[Place] = set()
        self.likely: set[Place] = set()

    def __contains__(self, place: Place) -> bool:
        """Whether there is any doubt."""
        return place in self.unsure or place in self.likely

    def arrived(self, place: Place) -> None:
        """Something arrived: what was before it was seen, or no longer matters."""
        self.unsure.discard(place)
        self.likely.discard(place)

    def after_a_fall(self, lost: Iterable[tuple[str, str, str]], *, told: bool) -> None:
        """What the last process left in doubt: (channel, address, error). `told`: a slate says what had left."""
        for channel, address, error in lost:
            known = told and error == "SenderLost"
            (self.likely if known else self.unsure).add((channel, address))
