"""All colours of drawings in one place, and how one colour becomes the three tones of an object."""

from dataclasses import dataclass

PAPER, INK, TEAL, LEAF = "#FBF7F0", "#1E2A2A", "#0F4C4A", "#2F7D5B"
SKY, SUN, NIGHT, MIST, MINT = "#CFE6E4", "#F2B33D", "#14201F", "#E8EFEA", "#7FD1B9"

PAINT: dict[str, str] = {
    "paper": PAPER, "ink": INK, "teal": TEAL, "leaf": LEAF, "sky": SKY, "sun": SUN, "night": NIGHT,
    "mist": MIST, "mint": MINT,
    "white": "#FDFBF6", "cream": "#F3E6CC", "sand": "#DFC49A", "mustard": "#D99B2B", "amber": "#C9822F",
    "clay": "#BC7A55", "brick": "#96503E", "rose": "#CF9A94", "plum": "#6E4765", "lilac": "#A48DB0",
    "navy": "#24405C", "denim": "#4C6C8C", "blue": "#7FA6BE", "ice": "#DCEBEE", "seafoam": "#9CC9BB",
    "olive": "#76804A", "moss": "#4F6B43", "pine": "#245943", "grass": "#8DB26B", "lime": "#C3CC5A",
    "slate": "#55666A", "stone": "#9AA5A3", "fog": "#C7CFCC", "charcoal": "#333F42", "black": "#232B2D",
    "wood": "#BF8F60", "oak": "#D3AC7B", "walnut": "#7A5540", "cardboard": "#CDA574", "steel": "#AFBBBD",
    "signal": "#DCCB3C",
    "skin-pale": "#F3CFB3", "skin-fair": "#E9BB96", "skin-tan": "#CF9A6E", "skin-brown": "#A46F4B",
    "skin-dark": "#7C4F37", "skin-deep": "#5B392B",
    "hair-black": "#28242A", "hair-brown": "#59392A", "hair-auburn": "#8F4A2A", "hair-blond": "#D2A55C",
    "hair-grey": "#A9ABA8", "hair-white": "#E4E1DA", "hair-dark": "#3A2A26",
}  # fmt: skip


@dataclass(frozen=True)
class Tone:
    """One object in flat light: its own colour, the side away from the light and the side towards it."""

    base: int
    shade: int
    light: int


def channels(colour: str) -> tuple[int, int, int]:
    """The red, green and blue of a colour, each 0-255, from a name in `PAINT` or from `#RRGGBB`."""
    code = PAINT.get(colour, colour)
    return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)


def argb(colour: str, alpha: float = 1.0) -> int:
    """A colour as skia wants it. `alpha` runs from 0 (nothing) to 1 (solid)."""
    red, green, blue = channels(colour)
    return (round(alpha * 255) << 24) | (red << 16) | (green << 8) | blue


def mix(one: str, other: str, share: float) -> str:
    """The colour that lies `share` (0-1) of the way from one to the other, as `#RRGGBB`."""
    pairs = zip(channels(one), channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def darker(colour: str, share: float = 0.2) -> str:
    """Towards cool dark: shadows are never plain grey."""
    return mix(colour, "#16303A", share)


def lighter(colour: str, share: float = 0.2) -> str:
    """Towards warm light."""
    return mix(colour, "#FFF4DF", share)


def tones(colour: str) -> Tone:
    """The three tones of an object of this colour; skin keeps its warmth in the shadow."""
    if colour.startswith("skin-"):
        shade = mix(colour, "#7A2F2A", 0.24)
        return Tone(argb(colour), argb(shade), argb(lighter(colour, 0.28)))
    return Tone(argb(colour), argb(darker(colour, 0.23)), argb(lighter(colour, 0.22)))
