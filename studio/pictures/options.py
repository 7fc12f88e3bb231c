"""What a picture may be asked for beside its words: a picture to start from or to draw a part of, a larger version,
a grid.
"""

import csv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any, ClassVar, Protocol, TypeVar

from studio.checks import is_finite_number, number, one_line, one_of, relative_file, shown
from studio.errors import StudioError
from studio.prompts.tokens import name_key
from studio.untyped import is_mapping, is_row
from studio.words import Listing, Message

MAX_CELLS = 36
MAX_TYPED = 100_000  # characters of a grid's values; csv has an end of its own
START_STRENGTH = 0.6
LARGER_SCALE, LARGER_STRENGTH = 1.5, 0.35
INPAINT_STRENGTH = 0.6
MAX_SCALE = 4.0
# How several subjects come together: each keeps to its own place, or all of their LoRAs are added everywhere.
BLENDINGS = ("apart", "sum")
STRIP_STRENGTHS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0, 1.2)

Value = str | int | float
Box = tuple[float, float, float, float]  # left, top, right, bottom, as parts in 0..1


class Weighted(Protocol):
    """A subject in a picture, as far as a grid varies it."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def name(self) -> str: ...


class Varied(Protocol):
    """What a grid varies: a request for pictures (studio.jobs.requests.PictureRequest), as far as a grid reads it.

    Every other name in AXES is a field of it, too, and replaced unread.
    """

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def prompt(self) -> str: ...
    @property
    def typed_prompt(self) -> str: ...
    @property
    def subjects(self) -> "Sequence[Weighted]": ...
    @property
    def start(self) -> "InitImage | None": ...
    @property
    def larger(self) -> "HiresFix | None": ...


R = TypeVar("R", bound=Varied)


@dataclass(frozen=True, kw_only=True, slots=True)
class InitImage:
    """A picture to start from, relative to the data folder. strength: 0 = it stays, 1 = nothing of it is left."""

    file: str
    strength: float = START_STRENGTH

    def __post_init__(self) -> None:
        relative_file(self.file)
        number("field-start-strength", self.strength, 0.05, 1)

    def to_json(self) -> dict[str, Any]:
        """The start as plain JSON values."""
        return asdict(self)


@dataclass(frozen=True, kw_only=True, slots=True)
class HiresFix:
    """A second pass over the finished picture at `scale` times its size. strength: how much it may change, 0 to 1."""

    scale: float = LARGER_SCALE
    strength: float = LARGER_STRENGTH

    def __post_init__(self) -> None:
        number("field-larger-scale", self.scale, 1, MAX_SCALE)
        number("field-larger-strength", self.strength, 0.05, 1)

    def of(self, side: int) -> int:
        """A side in pixels after the second pass, a multiple of 8."""
        return round(side * self.scale / 8) * 8

    def to_json(self) -> dict[str, Any]:
        """The second pass as plain JSON values."""
        return asdict(self)


@dataclass(frozen=True, kw_only=True, slots=True)
class Inpaint:
    """A part of a finished picture, drawn again; all around it stays, pixel for pixel.

    Attributes:
        file: the picture, relative to the data folder.
        mask: the part, as a grey picture of any size that is stretched over `file`, white where it is drawn again; None
            where `box` says it.
        box: the part, as left, top, right, bottom in 0..1; None where `mask` says it.
        strength: 0 = it stays, 1 = nothing of it is left.
        subjects: who is drawn there, of the request's subjects.
        boxes: where those of `file` are whose place is known, by name.
    """

    file: str
    mask: str | None = None
    box: Box | None = None
    strength: float = INPAINT_STRENGTH
    subjects: tuple[str, ...] = ()
    boxes: Mapping[str, Box] = field(default_factory=dict[str, Box])

    def __post_init__(self) -> None:
        relative_file(self.file)
        if (self.mask is None) == (self.box is None):
            raise StudioError("part-not-one")
        if self.mask is not None:
            relative_file(self.mask)
        for box in [*([] if self.box is None else [self.box]), *self.boxes.values()]:
            if not is_box(box):
                raise StudioError("part-not-a-box", box=shown(box))
        number("field-inpaint-strength", self.strength, 0.05, 1)
        for name in (*self.subjects, *self.boxes):
            one_line("request-subject-name", name, shortest=1, longest=200)

    def to_json(self) -> dict[str, Any]:
        """The part as plain JSON values."""
        return asdict(self) | {
            "box": None if self.box is None else list(self.box),
            "subjects": list(self.subjects),
            "boxes": {name: list(box) for name, box in self.boxes.items()},
        }


def is_box(box: object) -> bool:
    """Whether it is left, top, right and bottom as parts in 0..1."""
    if not is_row(box) or len(box) != 4 or not all(is_finite_number(side) and 0 <= side <= 1 for side in box):
        return False
    return box[0] < box[2] and box[1] < box[3]


@dataclass(frozen=True, kw_only=True, slots=True)
class Axis:
    """One direction of a grid: a parameter of AXES, or "strength:" and a subject's name; and its values in order.

    prompts: of "prompt", for each value the prompt as it was typed and in the model's words, once the studio has read
    them (studio.prompts.picture_words.grid_in_words); requests of earlier versions have none.
    """

    name: str
    values: tuple[Value, ...]
    prompts: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        if self.prompts and (self.name != "prompt" or len(self.prompts) != len(self.values)):
            raise StudioError("grid-prompts", axis=self.title, count=len(self.prompts))
        if not (self.name in AXES or self.name.startswith("strength:")):
            one_of("request-grid-parameter", self.name, [*AXES, "strength:NAME"])
        if not 1 <= len(self.values) <= MAX_CELLS:
            raise StudioError("grid-values", axis=self.title, count=len(self.values), most=MAX_CELLS)
        for value in self.values:
            if not _is_value(value):
                raise StudioError("grid-value-unreadable", axis=self.title, value=shown(value))

    @property
    def title(self) -> Message:
        """What the parameter is called in words."""
        return axis_title(self.name) if self.name in AXES else axis_of_subject(self.name.partition(":")[2])

    def label(self, value: Value) -> Message:
        """What stands beside a row or above a column."""
        if isinstance(value, int | float):
            return Message("axis-number", axis=self.title, value=value)
        return Message("axis-words", axis=self.title, value=value)

    def applied(self, request: R, value: Value) -> R:
        """The request with this value. Errors: StudioError for one that does not fit."""
        if self.name in AXES:
            return AXES[self.name](request, value, self)
        return _with_strength(request, value, self.name.partition(":")[2])

    def to_json(self) -> dict[str, Any]:
        """The axis as plain JSON values."""
        prompts = {"prompts": [list(pair) for pair in self.prompts]} if self.prompts else {}
        return {"name": self.name, "values": list(self.values), **prompts}


@dataclass(frozen=True, kw_only=True, slots=True)
class Grid:
    """Pictures that differ in one or two parameters: a column for each value of x, a row for each of y."""

    x: Axis
    y: Axis | None = None

    def __post_init__(self) -> None:
        if self.y is not None and self.y.name == self.x.name:
            raise StudioError("grid-sides-equal", axis=self.x.title)
        if self.cells > MAX_CELLS:
            raise StudioError("grid-too-large", count=self.cells, most=MAX_CELLS)

    @property
    def cells(self) -> int:
        """How many pictures it has."""
        return len(self.x.values) * (1 if self.y is None else len(self.y.values))

    def cell(self, request: R, index: int) -> R:
        """The request of one picture, row by row."""
        row, column = divmod(index, len(self.x.values))
        request = self.x.applied(request, self.x.values[column])
        return request if self.y is None else self.y.applied(request, self.y.values[row])

    def to_json(self) -> dict[str, Any]:
        """The grid as plain JSON values."""
        return {"x": self.x.to_json(), "y": None if self.y is None else self.y.to_json()}


def values_typed(values: Sequence[Value]) -> str:
    """Values as they are typed, with commas between; one that holds a comma stands in quotes, as in CSV and A1111."""
    return ", ".join(_as_typed(" ".join(str(value).split())) for value in values)


def values_read(typed: str) -> list[str]:
    """The values in what values_typed() wrote, or a person typed."""
    line = " ".join(typed[:MAX_TYPED].split())
    return [piece.strip() for piece in next(csv.reader([line], skipinitialspace=True), list[str]())] or [""]


def _is_value(value: object) -> bool:
    return isinstance(value, str | int | float) and not isinstance(value, bool)


def _as_typed(value: str) -> str:
    if "," not in value and not value.startswith('"'):
        return value
    return '"' + value.replace('"', '""') + '"'


def strip() -> Grid:
    """One prompt and one seed at growing strengths of all subjects, from none to more than taught."""
    return Grid(x=Axis(name="strength", values=STRIP_STRENGTHS))


def init_image_from_json(data: Mapping[str, Any] | None) -> InitImage | None:
    """What InitImage.to_json() wrote. Errors: StudioError."""
    return None if data is None else InitImage(**named("given-start", data, ("file", "strength")))


def inpaint_from_json(data: Mapping[str, Any] | None) -> Inpaint | None:
    """What Inpaint.to_json() wrote. Errors: StudioError."""
    if data is None:
        return None
    values = named("given-inpaint", data, ("file", "mask", "box", "strength", "subjects", "boxes"))
    boxes: Mapping[str, Any] = values.get("boxes") or {}
    values["box"] = None if values.get("box") is None else tuple(values["box"])
    values["subjects"] = tuple(values.get("subjects") or ())
    values["boxes"] = {name: tuple(box) for name, box in boxes.items()}
    return Inpaint(**values)


def hires_fix_from_json(data: Mapping[str, Any] | None) -> HiresFix | None:
    """What HiresFix.to_json() wrote, or as much of it as a person gave. Errors: StudioError."""
    return None if data is None else HiresFix(**named("given-larger", data, ("scale", "strength")))


def grid_from_json(data: Mapping[str, Any] | None) -> Grid | None:
    """What Grid.to_json() wrote, or a person gave. Errors: StudioError."""
    if data is None:
        return None
    axes = named("given-grid", data, ("x", "y"))
    if axes.get("x") is None:
        raise StudioError("grid-without-x")
    return Grid(x=_axis(axes["x"]), y=None if axes.get("y") is None else _axis(axes["y"]))


def named(called: str, data: object, names: tuple[str, ...]) -> dict[str, Any]:
    """Values by name; `called`: the key of what they are together.

    Errors: StudioError for anything else, and for a name that is not known.
    """
    if not is_mapping(data):
        raise StudioError("not-by-name", name=Message(called), value=shown(data), names=Listing(names))
    if unknown := [name for name in data if name not in names]:
        raise StudioError("unknown-among", name=Message(called), value=shown(unknown[0]), names=Listing(names))
    return dict(data)


def _axis(data: object) -> Axis:
    values = named("given-side", data, ("name", "values", "prompts"))
    if not isinstance(values.get("name"), str) or not is_row(values.get("values")):
        raise StudioError("grid-side-unreadable", value=shown(data))
    whole = (int(one) if isinstance(one, float) and one.is_integer() else one for one in values["values"])
    prompts = tuple(_pair(one) for one in values.get("prompts") or ())
    return Axis(name=values["name"], values=tuple(whole), prompts=prompts)  # forms and JSON send 20.0 for 20


def _pair(data: object) -> tuple[str, str]:
    if not is_row(data) or len(data) != 2 or not all(isinstance(one, str) for one in data):
        raise StudioError("grid-prompt-unreadable", value=shown(data))
    return data[0], data[1]


def _with_strength(request: R, value: Value, name: str | None) -> R:
    """The request with this likeness strength for one subject, or for all of them."""
    wanted = None if name is None else name_key(name)
    if not any(wanted in (None, name_key(choice.name)) for choice in request.subjects):
        if name is None:
            raise StudioError("grid-strength-of-nobody")
        raise StudioError("grid-strength-of-absent", name=shown(name))
    return replace(
        request,
        subjects=tuple(
            replace(choice, strength=value) if wanted in (None, name_key(choice.name)) else choice
            for choice in request.subjects
        ),
    )


def _with_words(request: R, value: Value, axis: Axis) -> R:
    """The request with the first value's words in its prompt replaced by this one's, as A1111's Prompt S/R does."""
    if axis.prompts:
        typed, prompt = axis.prompts[axis.values.index(value)]
        return replace(request, typed_prompt=typed, prompt=prompt)
    first, other = str(axis.values[0]), str(value)
    if not first or first not in request.prompt:
        raise StudioError("grid-words-not-held", words=shown(first))
    return replace(
        request,
        prompt=request.prompt.replace(first, other),
        typed_prompt=request.typed_prompt.replace(first, other),
    )


def _with_size(request: R, value: Value, axis: Axis) -> R:
    width, _, height = str(value).lower().replace("×", "x").partition("x")
    if not (width.strip().isdecimal() and height.strip().isdecimal() and len(str(value)) < 12):
        raise StudioError("grid-size-unreadable", value=shown(value))
    return replace(request, width=int(width), height=int(height))


def _with_start(request: R, value: Value, axis: Axis) -> R:
    if request.start is None:
        raise StudioError("grid-no-start")
    return replace(request, start=replace(request.start, strength=value))


def _with_larger(request: R, value: Value, axis: Axis) -> R:
    if request.larger is None:
        raise StudioError("grid-no-larger")
    return replace(request, larger=replace(request.larger, strength=value))


def _with(name: str) -> Callable[[Any, Value, Axis], Any]:
    return lambda request, value, axis: replace(request, **{name: value})  # type: ignore[arg-type]


# What a grid can vary, and the request with another value of it.
AXES: dict[str, Callable[[Any, Value, Axis], Any]] = {
    "strength": lambda request, value, axis: _with_strength(request, value, None),
    "prompt": _with_words,
    "negative_prompt": _with("negative_prompt"),
    "sampler": _with("sampler"),
    "steps": _with("steps"),
    "guidance_scale": _with("guidance_scale"),
    "seed": _with("seed"),
    "size": _with_size,
    "variation_strength": _with("variation_strength"),
    "start_strength": _with_start,
    "larger_strength": _with_larger,
}


def axis_title(name: str) -> Message:
    """What a parameter of AXES is called in words."""
    return Message(f"axis-{name.replace('_', '-')}")


def axis_of_subject(name: str) -> Message:
    """What the likeness strength of one subject is called."""
    return Message("axis-of-subject", name=name)
