"""The fields of a picture: from what the page holds to what studio.create takes, and back from a picture's row."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any

from studio.base_models import BaseModel
from studio.checks import shown
from studio.errors import StudioError
from studio.pictures import Picture

RANDOM_SEED = -1


@dataclass(frozen=True, kw_only=True, slots=True)
class CreateFields:
    """What the page's fields hold, in the page's own values. `size` is "256x256", pixels."""

    subjects: list[dict[str, Any]]
    prompt: str
    negative_prompt: str
    size: str
    count: int
    sampler: str
    steps: int
    guidance_scale: float
    surprise: bool
    seed: int
    base_model: str

    def as_arguments(self) -> dict[str, Any]:
        """Keyword arguments for studio.create. Errors: StudioError for a size that is not one."""
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
            "count": self.count,
            "base_model": self.base_model,
        }


NAMES: tuple[str, ...] = tuple(field.name for field in fields(CreateFields))


def fields_for(base_model: BaseModel) -> CreateFields:
    """What the form holds before anyone touched it."""
    width, height = base_model.sizes[0]
    return CreateFields(
        subjects=[],
        prompt="",
        negative_prompt="",
        size=size_name(width, height),
        count=1,
        sampler=base_model.default_sampler,
        steps=base_model.default_steps,
        guidance_scale=base_model.default_guidance_scale,
        surprise=True,
        seed=1,
        base_model="auto",
    )


def fields_of(picture: Picture, known_names: Sequence[str]) -> tuple[CreateFields, list[str]]:
    """The form that makes this very picture again, and the names of its subjects that are not there any more."""
    request = picture.request
    known = {name.casefold() for name in known_names}
    missing = [choice.name for choice in request.subjects if choice.name.casefold() not in known]
    kept = [choice for choice in request.subjects if choice.name not in missing]
    again = CreateFields(
        subjects=[{"name": choice.name, "strength": choice.strength} for choice in kept],
        prompt=request.typed_prompt,
        negative_prompt=request.negative_prompt,
        size=size_name(picture.width, picture.height),
        count=1,
        sampler=request.sampler,
        steps=request.steps,
        guidance_scale=request.guidance_scale,
        surprise=False,
        seed=picture.seed,
        base_model=request.base_model,
    )
    return again, missing


def from_draft(draft: object, empty: CreateFields) -> CreateFields:
    """The form as this browser kept it; a value that does not fit is the one of `empty`."""
    if not isinstance(draft, Mapping):
        return empty
    values = asdict(empty)
    for name, start in values.items():
        value = draft.get(name)
        if name == "subjects":
            values[name] = _drafted_subjects(value)
        elif _same_sort(value, start):
            values[name] = value
    return CreateFields(**values)


def subject_choices(value: object) -> list[dict[str, Any]]:
    """The subjects picked on the page. Errors: StudioError for anything that is not a list of names and strengths."""
    if value in (None, ""):
        return []
    if not isinstance(value, list) or not all(isinstance(choice, Mapping) for choice in value):
        raise StudioError(f"The chosen subjects are {shown(value)}; choose them once more.")
    return [{"name": str(choice.get("name", "")), "strength": choice.get("strength", 1.0)} for choice in value]


def size_name(width: int, height: int) -> str:
    """A size as the page's value for it."""
    return f"{width}x{height}"


def size_of(size: str) -> tuple[int, int]:
    """(width, height) in pixels of a page's value. Errors: StudioError."""
    parts = str(size).lower().replace("×", "x").split("x")
    if len(parts) != 2 or not all(part.strip().isdecimal() and len(part) < 6 for part in parts):
        raise StudioError(f"The size is {shown(size)}; choose one from the list, such as 256x256.")
    return int(parts[0]), int(parts[1])


def size_choices(base_model: BaseModel, also: str = "") -> list[tuple[str, str]]:
    """(words, value) of the sizes that a base model is good at, and one more where a picture had another."""
    choices = [(_size_words(width, height), size_name(width, height)) for width, height in base_model.sizes]
    if also and also not in [value for _, value in choices]:
        choices.append((_size_words(*size_of(also)), also))
    return choices


def _size_words(width: int, height: int) -> str:
    shape = "square" if width == height else "wide" if width > height else "tall"
    return f"{width} × {height} ({shape})"


def _drafted_subjects(value: object) -> list[dict[str, Any]]:
    if not isinstance(value, list):
        return []
    return [
        {"name": choice["name"], "strength": choice["strength"]}
        for choice in value
        if isinstance(choice, Mapping)
        and isinstance(choice.get("name"), str)
        and _same_sort(choice.get("strength"), 1.0)
    ]


def _same_sort(value: object, start: object) -> bool:
    if isinstance(start, bool) or isinstance(value, bool):
        return isinstance(start, bool) and isinstance(value, bool)
    if isinstance(start, int | float):
        return isinstance(value, int | float) and math.isfinite(value)
    return isinstance(value, str)
