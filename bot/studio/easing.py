"""How movement starts and stops: all curves take and give 0-1."""

import math
import zlib


def clamp(value: float, low: float = 0.0, high: float = 1.0) -> float:
    """The value, kept between low and high."""
    return max(low, min(high, value))


def ease(share: float) -> float:
    """Starts softly and stops softly (a quintic smooth step: no jerk at either end)."""
    x = clamp(share)
    return x * x * x * (x * (x * 6 - 15) + 10)


def lerp(one: float, other: float, share: float) -> float:
    """The value that lies `share` of the way."""
    return one + (other - one) * share


def pulse(now: float, start: float, length: float, edge: float = 0.45) -> float:
    """Rises softly to 1 after `start`, stays, and falls softly to 0 before `start + length` (seconds)."""
    edge = min(edge, length / 2)
    if edge <= 0:
        return 0.0
    return ease((now - start) / edge) * ease((start + length - now) / edge)


def swing(now: float, period: float, phase: float = 0.0) -> float:
    """A sine between -1 and 1 with this period in seconds; `phase` is a share of the period."""
    return math.sin((now / period + phase) * math.tau)


def seed(name: str) -> float:
    """A steady number 0-1 for a name, so that no two people blink together and every render is alike."""
    return (zlib.crc32(name.encode()) % 10007) / 10007


def blink(now: float, name: str) -> float:
    """How closed the eyes are (0 open, 1 closed): about every 3.5 seconds, for a fifth of a second."""
    own = seed(name)
    beat = now + own * 3.4 + 0.35 * math.sin((now + own * 9) * 0.7)
    return pulse(beat % 3.5, 3.1, 0.22, 0.09)
