"""The strokes of a rake: where its tines are at every moment, for who rakes and for the leaves that come along."""

from dataclasses import dataclass

from bot.studio.easing import ease, lerp

FAR, NEAR = 312.0, 150.0
"""How far before the feet a stroke begins and ends, in pixels of the figure."""
HELD_AT, AWAY = 340.0, 10.0
"""How far from its tines one hand holds a rake, and how far it leans when it is put away (degrees)."""


@dataclass(frozen=True)
class Raking:
    """Somebody rakes from `start` on (seconds within the scene), one stroke in `period` seconds.

    `leans` is how far the pole leans at both ends of a stroke, `stoop` how far its owner does (degrees).
    """

    start: float
    period: float
    leans: tuple[float, float]
    stoop: float

    def stroke(self, now: float) -> tuple[int, float, float]:
        """Which stroke it is, where the tines are (pixels before the feet) and how high over the ground."""
        beats = max(0.0, (now - self.start) / self.period)
        number, gone = int(beats), beats % 1.0
        if gone < 0.6:
            return number, lerp(FAR, NEAR, ease(gone / 0.6)), 0.0
        back = ease((gone - 0.6) / 0.4)
        return number, lerp(NEAR, FAR, back), 130 * back * (1 - back)


CALM, FAST = Raking(0.5, 1.5, (41, 21), 7), Raking(1.9, 0.62, (43, 29), 20)
"""Long and even; short and in a hurry, after the phone is back in its pocket."""
