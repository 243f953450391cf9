"""What the studio is told: the cast, the storyboard of a film and the still picture."""

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator, model_validator

Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$", max_length=60)]
Spot = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$", max_length=60)] | tuple[float, float]
Seconds = Annotated[float, Field(ge=0, le=90)]

CAPTION_LINES, CAPTION_WIDTH, READING_SPEED = 2, 32, 14.0
"""At most two lines of 32 characters, on screen so long that nobody reads over 14 characters a second."""


class Sheet(BaseModel):
    """A value that never changes after it was read, and refuses every field that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Build(Sheet):
    """How a body is made: `height` in shares of the usual 640 pixels, the rest in pixels at that height."""

    height: float = Field(default=1.0, ge=0.8, le=1.15)
    shoulders: float = 60
    waist: float = 48
    hips: float = 54
    belly: float = 0
    bust: float = 0
    limbs: float = Field(default=1.0, ge=0.8, le=1.35)
    face: float = Field(default=1.0, ge=0.85, le=1.15)


class Garment(Sheet):
    """One piece of clothing: a kind that the studio knows, its colour and the colour of its details."""

    kind: Name
    colour: Name
    trim: Name | None = None


class Outfit(Sheet):
    """What somebody wears: `over` is worn on top (cardigan, apron, overalls, vest, coat)."""

    top: Garment
    bottom: Garment
    shoes: Garment
    over: Garment | None = None


class Hair(Sheet):
    """A hair style (or a headscarf) and its colour; `beard` is a style of its own."""

    style: Name
    colour: Name
    beard: Name | None = None


class Member(Sheet):
    """One of the cast: who this is, how they look and what they wear; the first outfit is the usual one."""

    name: Annotated[str, StringConstraints(min_length=2, max_length=12)]
    age: int = Field(ge=25, le=63)
    role: Literal["employee", "coach", "colleague", "manager"]
    skin: Name
    hair: Hair
    build: Build = Build()
    wears: tuple[Name, ...] = ()
    outfits: dict[Name, Outfit] = Field(min_length=1)


class Cast(Sheet):
    """Everybody who can appear in films and pictures, under a short id."""

    people: dict[Name, Member] = Field(min_length=1)


class Action(Sheet):
    """Something that an actor does from `at` for `for` seconds (both within the scene)."""

    do: Name
    at: Seconds = 0
    for_: Seconds = Field(default=1.0, alias="for")
    to: Spot | None = None
    what: Name | None = None
    hand: Literal["near", "far"] | None = None


class Actor(Sheet):
    """A member of the cast in a scene: where, how they stand or sit, what their face says, what they do."""

    who: Name
    at: Spot
    facing: Literal["left", "right"] = "right"
    pose: Name = "stand"
    face: Name = "calm"
    wear: Name | None = None
    holds: Name | None = None
    holds_far: Name | None = None
    size: float = Field(default=1.0, ge=0.3, le=1.6)
    actions: tuple[Action, ...] = ()


class Prop(Sheet):
    """A thing in a scene. `id` tells two of a kind apart; `depth` lifts it before or behind what is near it."""

    what: Name
    id: Name | None = None
    at: Spot
    size: float = Field(default=1.0, ge=0.2, le=3)
    flip: bool = False
    colour: Name | None = None
    depth: float = 0
    actions: tuple[Action, ...] = ()

    @property
    def key(self) -> str:
        """What actions call it."""
        return self.id or self.what


class View(Sheet):
    """Where the still camera stands: the middle of what it sees, and how many pixels wide that is."""

    x: float = 360
    y: float = 525
    width: float = Field(default=720, ge=240, le=2000)


class Stage(Sheet):
    """A place with people and things in it, in some light and weather; `thought` makes it a daydream."""

    place: Name
    light: Name = "day"
    weather: Name = "dry"
    view: View = View()
    thought: bool = False
    actors: tuple[Actor, ...] = ()
    props: tuple[Prop, ...] = ()


class Scene(Stage):
    """A part of a film between two cuts, with its caption: at most two lines."""

    id: Name
    seconds: float = Field(ge=3, le=9)
    caption: tuple[str, ...] = Field(min_length=1, max_length=CAPTION_LINES)

    @field_validator("caption")
    @classmethod
    def _short_lines(cls, lines: tuple[str, ...]) -> tuple[str, ...]:
        for line in lines:
            if len(line) > CAPTION_WIDTH:
                raise ValueError(f"caption line {line!r} has {len(line)} characters, at most {CAPTION_WIDTH}")
        return lines

    @model_validator(mode="after")
    def _time_to_read(self) -> Self:
        length = sum(len(line) for line in self.caption)
        if length > self.shown * READING_SPEED:
            raise ValueError(
                f"scene {self.id} shows {length} characters for {self.shown:.1f} s, too short to read slowly"
            )
        return self

    @property
    def shown(self) -> float:
        """How long the caption is on screen, in seconds: all of the scene but a breath at either end."""
        return self.seconds - 0.4


class Storyboard(Sheet):
    """A film. `narration` is the path of a recorded voice within the media folder, when there is one."""

    id: Name
    title: str
    course: Name
    size: tuple[int, int] = (720, 1280)
    narration: str | None = None
    scenes: tuple[Scene, ...] = Field(min_length=2)

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        names = [scene.id for scene in self.scenes]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise ValueError(f"two scenes are called {twice[0]}")
        if not self.scenes[-1].caption[-1].endswith("?"):
            raise ValueError("the last caption must be a question, for the chat to go on with")
        return self

    @property
    def seconds(self) -> float:
        """How long the film takes."""
        return sum(scene.seconds for scene in self.scenes)

    @property
    def transcript(self) -> str:
        """All captions as running text, for who would rather read."""
        return "\n".join(" ".join(scene.caption) for scene in self.scenes)


class Panel(Stage):
    """One part of a picture that has several, with at most three words under it."""

    label: str | None = Field(default=None, max_length=24)


class Still(Sheet):
    """A still picture: one stage, two or three panels side by side (from four on a sheet of cards), a `mark` of the
    product, or the motif of a `card`."""

    id: Name
    alt: str = Field(min_length=10, max_length=220)
    size: tuple[int, int] = (960, 720)
    stage: Stage | None = None
    panels: tuple[Panel, ...] = Field(default=(), max_length=8)
    mark: Name | None = None
    card: Name | None = None

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if sum((self.stage is not None, bool(self.panels), self.mark is not None, self.card is not None)) != 1:
            raise ValueError(f"picture {self.id} needs exactly one of stage, panels, mark or card")
        return self
