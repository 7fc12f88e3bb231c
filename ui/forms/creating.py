"""The fields of a picture: from what the page holds to what studio.create takes, and back from a picture's row."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any

from studio.checks import number, shown
from studio.errors import StudioError
from studio.jobs.requests import MAX_SUBJECTS, SubjectChoice
from studio.models.base_models import BaseModel
from studio.pictures.options import (
    AXES,
    BLENDINGS,
    LARGER_STRENGTH,
    MAX_SCALE,
    START_STRENGTH,
    axis_of_subject,
    axis_title,
    values_read,
)
from studio.pictures.picture import Picture
from studio.prompts.reading import AS_NAME, AS_WORD
from studio.prompts.tokens import name_key
from studio.untyped import is_array, is_mapping, is_row
from studio.words import say
from ui.forms.decimals import numbers_typed, numbers_written
from ui.forms.values import checked

RANDOM_SEED = -1
FIRST_COUNT = 4  # pictures
FIRST_STRENGTHS = (0.6, 0.8, 1, 1.2)  # of a grid before anyone touched it
NOTHING, STRIP, GRID = COMPARISONS = ("nothing", "strip", "grid")


@dataclass(frozen=True, kw_only=True, slots=True)
class CreateFields:
    """What the page's fields hold, in the page's own values. `size` is "256x256", pixels.

    subjects: [{"name", "strength"}], with a "box" where one has a place (left, top, right, bottom as parts in 0..1).
    start: the picture to start from as a request names it, "" for none. larger_scale: 1 for no second pass. compare:
    NOTHING, STRIP or GRID; x_values, y_values: what a person typed, with commas between, a value that holds one in "".
    blending: of BLENDINGS. style: the words of a style, "" for none. seed, variation_seed: digits, since a browser's
    numbers are not exact beyond 2**53.
    """

    subjects: list[dict[str, Any]]
    prompt: str
    negative_prompt: str
    size: str
    count: int
    sampler: str
    steps: int
    guidance_scale: float
    surprise: bool
    seed: str
    base_model: str
    style: str = ""
    variation_strength: float = 0.0
    variation_seed: str = "0"
    start: str = ""
    start_strength: float = START_STRENGTH
    larger_scale: float = 1.0
    larger_strength: float = LARGER_STRENGTH
    compare: str = NOTHING
    x_name: str = "strength"
    x_values: str = field(default_factory=lambda: numbers_written(FIRST_STRENGTHS))
    y_name: str = ""
    y_values: str = ""
    blending: str = "apart"
    readings: dict[str, str] = field(default_factory=dict)

    def as_arguments(self) -> dict[str, Any]:
        """Keyword arguments for studio.create. Errors: StudioError for a size or a value that is not one."""
        width, height = size_of(self.size)
        return {
            "prompt": self.prompt,
            "negative_prompt": self.negative_prompt,
            "subjects": self.subjects,
            "sampler": self.sampler,
            "steps": self.steps,
            "guidance_scale": self.guidance_scale,
            "seed": RANDOM_SEED if self.surprise else self.seed,
            "width": width,
            "height": height,
            "count": self.count if self.compare == NOTHING else 1,
            "base_model": self.base_model or "auto",
            "options": self._options(),
        }

    def _options(self) -> dict[str, Any]:
        options: dict[str, Any] = {}
        if self.variation_strength and not self.surprise:
            options |= {"variation_seed": self.variation_seed, "variation_strength": self.variation_strength}
        if self.start:
            options["start"] = {"file": self.start, "strength": self.start_strength}
        if number("field-larger-scale", self.larger_scale, 1, MAX_SCALE) > 1:
            options["larger"] = {"scale": self.larger_scale, "strength": self.larger_strength}
        if self.blending != BLENDINGS[0]:
            options["blending"] = self.blending
        if self.readings:
            options["readings"] = self.readings
        if self.style:
            options["style"] = self.style
        if self.compare == STRIP:
            options["grid"] = STRIP
        elif self.compare == GRID:
            y = _axis(self.y_name, self.y_values or "") if self.y_name else None
            options["grid"] = {"x": _axis(self.x_name, self.x_values or ""), "y": y}
        return options


NAMES: tuple[str, ...] = tuple(one.name for one in fields(CreateFields))
_HINTS = {one.name: one.type for one in fields(CreateFields)} | {"subjects": object, "readings": object}


def create_fields(raw: Mapping[str, Any]) -> CreateFields:
    """The fields from the values of a page, by their names. Errors: StudioError for one that is none of its sort."""
    choices, readings = subject_choices(raw["subjects"]), reading_choices(raw["readings"])
    return CreateFields(**checked({**raw, "subjects": choices, "readings": readings}, _HINTS))


def fields_for(base_model: BaseModel) -> CreateFields:
    """What the form holds before anyone touched it."""
    width, height = base_model.sizes[0]
    return CreateFields(
        subjects=[],
        prompt="",
        negative_prompt="",
        size=size_name(width, height),
        count=FIRST_COUNT,
        sampler=base_model.default_sampler,
        steps=base_model.default_steps,
        guidance_scale=base_model.default_guidance_scale,
        surprise=True,
        seed="1",
        base_model="auto",
    )


def of_subjects(names: Sequence[str], prompt: str, base_model: BaseModel) -> CreateFields:
    """The form of a picture of these subjects on that base model, all else as it is before anyone touched it."""
    subjects: list[dict[str, Any]] = [{"name": name, "strength": 1.0} for name in names]
    return replace(fields_for(base_model), subjects=subjects, prompt=prompt, base_model=base_model.id)


def shapes_of(base_model: BaseModel) -> dict[str, tuple[int, int]]:
    """The first size in pixels of each shape, "square", "tall" and "wide", that a base model is good at."""
    found: dict[str, tuple[int, int]] = {}
    for width, height in base_model.sizes:
        found.setdefault(_shape(width, height), (width, height))
    return {shape: found[shape] for shape in ("square", "tall", "wide") if shape in found}


def axis_choices(subjects: Sequence[Mapping[str, Any]]) -> list[tuple[str, str]]:
    """(words, value) of what a grid can vary, with each chosen subject's likeness by its own."""
    own = [(say(axis_of_subject(choice["name"])), f"strength:{choice['name']}") for choice in subjects]
    return [*own, *((say(axis_title(name)), name) for name in AXES)]


def nearest_size(width: int, height: int, base_model: BaseModel) -> str:
    """Of the sizes that a base model is good at, the one whose shape is nearest to this one's."""
    shape = math.log(width / height)
    return size_name(*min(base_model.sizes, key=lambda size: abs(math.log(size[0] / size[1]) - shape)))


def fields_of(picture: Picture, known_names: Sequence[str]) -> tuple[CreateFields, list[str]]:
    """The form that makes this very picture again, and the names of its subjects that are not there any more."""
    request = picture.request
    known = {name_key(name) for name in known_names}
    missing = [choice.name for choice in request.subjects if name_key(choice.name) not in known]
    kept = [choice for choice in request.subjects if choice.name not in missing]
    own = picture.own_request
    more: dict[str, Any] = {}
    if len(own.subjects) > 1:  # with fewer it says nothing, and another one may be chosen beside
        more["blending"] = own.blending
    if own.variation_strength:
        more |= {"variation_seed": str(own.variation_seed), "variation_strength": own.variation_strength}
    if own.start is not None:
        more |= {"start": own.start.file, "start_strength": own.start.strength}
    if own.larger is not None:
        more |= {"larger_scale": own.larger.scale, "larger_strength": own.larger.strength}
    if own.grid is not None:
        x, y = own.grid.x, own.grid.y
        more |= {"compare": GRID, "x_name": x.name, "x_values": numbers_written(x.values)}
        more |= {} if y is None else {"y_name": y.name, "y_values": numbers_written(y.values)}
    again = CreateFields(
        **more,
        subjects=[_with_box({"name": choice.name, "strength": choice.strength}, choice.box) for choice in kept],
        prompt=request.typed_prompt,
        readings=dict(request.readings),
        style=request.style,
        negative_prompt=request.negative_prompt,
        size=size_name(own.width, own.height),
        count=1,
        sampler=request.sampler,
        steps=request.steps,
        guidance_scale=request.guidance_scale,
        surprise=False,
        seed=str(picture.seed),
        base_model=request.base_model,
    )
    return again, missing


def starting_from(fields: CreateFields, start: str, base_model: BaseModel, size: tuple[int, int]) -> CreateFields:
    """The same form with a picture of that width and height to start from, and a new seed each time."""
    return replace(
        fields,
        start=start,
        start_strength=START_STRENGTH,
        surprise=True,
        variation_strength=0.0,
        larger_scale=1.0,
        compare=NOTHING,
        size=nearest_size(*size, base_model),
    )


def from_draft(draft: object, empty: CreateFields) -> CreateFields:
    """The form as this browser kept it; a value that does not fit is the one of `empty`."""
    if not is_mapping(draft):
        return empty
    values = asdict(empty)
    for name, start in values.items():
        value = draft.get(name)
        if name == "subjects":
            values[name] = _drafted_subjects(value)
        elif name == "readings":
            values[name] = reading_choices(value)
        elif name in ("seed", "variation_seed") and isinstance(value, int) and not isinstance(value, bool):
            values[name] = str(value)  # as earlier versions kept it
        elif _same_sort(value, start):
            values[name] = value
    return CreateFields(**values)


def subject_choices(value: object) -> list[dict[str, Any]]:
    """The subjects picked on the page. Errors: StudioError for anything that is not a list of choices.

    Names, strengths and boxes go on as they are; studio.pictures.create says what is wrong with one.
    """
    if value in (None, ""):
        return []
    if not is_array(value) or not all(is_mapping(choice) for choice in value):
        raise StudioError("subjects-not-chosen", value=shown(value))
    return [
        _with_box({"name": choice.get("name"), "strength": choice.get("strength", 1.0)}, choice.get("box"))
        for choice in value
    ]


def chosen_with(
    choices: Sequence[Mapping[str, Any]], read: Sequence[SubjectChoice], named: Sequence[str]
) -> list[dict[str, Any]]:
    """The choices with the strengths of LoRA tags (`read`), and those who are newly named, as many as fit."""
    strengths = {choice.name: choice.strength for choice in read}
    chosen = [{**choice, "strength": strengths.get(choice["name"], choice["strength"])} for choice in choices]
    there = {name_key(choice["name"]) for choice in chosen}
    new = [name for name in [*strengths, *named] if name_key(name) not in there]
    chosen += [{"name": name, "strength": strengths.get(name, 1.0)} for name in dict.fromkeys(new)]
    return chosen[: max(MAX_SUBJECTS, len(choices))]


def reading_choices(value: object) -> dict[str, str]:
    """What the page holds of readings; what is none is left out."""
    given = value.items() if is_mapping(value) else ()
    return {name: meaning for name, meaning in given if isinstance(name, str) and meaning in (AS_NAME, AS_WORD)}


def size_name(width: int, height: int) -> str:
    """A size as the page's value for it."""
    return f"{width}x{height}"


def size_of(size: str) -> tuple[int, int]:
    """(width, height) in pixels of a page's value. Errors: StudioError."""
    parts = str(size).lower().replace("×", "x").split("x")
    if len(parts) != 2 or not all(part.strip().isdecimal() and len(part) < 6 for part in parts):
        raise StudioError("size-unknown", size=shown(size))
    return int(parts[0]), int(parts[1])


def size_choices(base_model: BaseModel, also: str = "") -> list[tuple[str, str]]:
    """(words, value) of the sizes that a base model is good at, and one more where a picture had another."""
    choices = [(_size_words(width, height), size_name(width, height)) for width, height in base_model.sizes]
    if also and also not in [value for _, value in choices]:
        choices.append((_size_words(*size_of(also)), also))
    return choices


def _axis(name: str, typed: str) -> dict[str, Any]:
    """A side of a grid from what was typed, such as "0, 0.5, 1" or "beach, snow". Errors: StudioError."""
    values = values_read(typed) if name in _IN_WORDS else numbers_typed(typed, whole=name in _WHOLE)
    if not any(str(value) for value in values) and name != "negative_prompt":
        raise StudioError("grid-without-values")
    return {"name": name, "values": values}


_IN_WORDS = ("prompt", "negative_prompt", "sampler", "size")
_WHOLE = ("steps", "seed")


def _size_words(width: int, height: int) -> str:
    return say(f"size-{_shape(width, height)}", width=str(width), height=str(height))


def _shape(width: int, height: int) -> str:
    return "square" if width == height else "wide" if width > height else "tall"


def _drafted_subjects(value: object) -> list[dict[str, Any]]:
    if not is_array(value):
        return []
    return [
        _with_box({"name": choice["name"], "strength": choice["strength"]}, _drafted_box(choice.get("box")))
        for choice in value
        if is_mapping(choice) and isinstance(choice.get("name"), str) and _same_sort(choice.get("strength"), 1.0)
    ]


def _drafted_box(value: object) -> list[float] | None:
    """The place as it was kept, None where it is no place inside a picture."""
    if not is_array(value) or len(value) != 4 or not all(_same_sort(side, 0.0) for side in value):
        return None
    left, top, right, bottom = value
    return value if 0 <= left < right <= 1 and 0 <= top < bottom <= 1 else None


def _with_box(choice: dict[str, Any], box: Any) -> dict[str, Any]:
    return choice if box is None else choice | {"box": list(box) if is_row(box) else box}


def _same_sort(value: object, start: object) -> bool:
    if isinstance(start, bool) or isinstance(value, bool):
        return isinstance(start, bool) and isinstance(value, bool)
    if isinstance(start, int | float):
        return isinstance(value, int | float) and math.isfinite(value)
    return isinstance(value, str)
