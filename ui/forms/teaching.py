"""The fields of a lesson: from what the page holds to what studio.teach takes, and what is wrong beside which field."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from studio.base_models import BaseModel
from studio.errors import StudioError
from studio.jobs import Job, JobState
from studio.names import clean_kind, clean_name
from studio.photos import MAX_PHOTOS, MIN_PHOTOS, keep_photos, near_duplicates
from studio.recipes import Preset, recipe_for
from studio.requests import TrainingRequest
from studio.store.subjects import name_taken
from studio.store.tables import name_key
from studio.subjects import Subject
from ui import words

SHOWN_OPTIONS = ("steps", "learning_rate", "rank", "alpha", "batch_size", "resolution", "seed")

# Pocket's lessons at batch 4 on two cores of a processor. Other models and computers are measured by their lessons.
_SECONDS_A_STEP = {"pocket": 0.6}


@dataclass(frozen=True, kw_only=True, slots=True)
class LessonFields:
    """What the page's fields say, unchecked. An option that is None was left empty."""

    photos: list[Path]
    name: str
    kind: str
    preset: str
    base_model: str
    options: dict[str, Any] = field(default_factory=dict)

    def as_arguments(self) -> dict[str, Any]:
        """Keyword arguments for studio.teach."""
        return {
            "photos": self.photos,
            "name": self.name,
            "kind": self.kind,
            "preset": self.preset,
            "base_model": self.base_model,
            "options": self.options,
        }


def lesson_fields(
    *, photos: Sequence[str] | None, name: str | None, kind: str | None, preset: str | None, base_model: str | None,
    options: Mapping[str, Any],
) -> LessonFields:  # fmt: skip
    """Fields from raw values. Numbers that were left empty go, and so does a box that is not ticked."""
    given = {key: value for key, value in options.items() if value is not None and value != "" and value is not False}
    return LessonFields(
        photos=[Path(photo) for photo in photos or []],
        name=name or "",
        kind=kind or "",
        preset=preset or "balanced",
        base_model=base_model or "auto",
        options=given,
    )


def problems(fields: LessonFields, base_model: BaseModel, subjects: Sequence[Subject], scratch: Path) -> dict[str, str]:
    """What is wrong, as one sentence by the field it belongs to: photos, name, kind, options.

    `scratch`: an empty folder for trying the photos.
    """
    checks: dict[str, Callable[[], object]] = {
        "photos": lambda: _check_photos(fields.photos, scratch),
        "name": lambda: _check_free_name(fields.name, subjects),
        "kind": lambda: clean_kind(fields.kind),
        "options": lambda: recipe_for(fields.preset, base_model, fields.options),
    }
    found = {}
    for name, check in checks.items():
        try:
            check()
        except StudioError as error:
            found[name] = str(error)
    return found


@dataclass(frozen=True, kw_only=True, slots=True)
class PhotoLook:
    """What was seen in the photos just given. `kept`: tidied copies; `advice` and `problem`: a sentence, or empty."""

    kept: list[Path]
    advice: str = ""
    problem: str = ""


def look_at(photos: Sequence[Path], scratch: Path) -> PhotoLook:
    """Try the photos as a lesson would. `scratch`: an empty folder."""
    if not photos:
        return PhotoLook(kept=[])
    try:
        kept = keep_photos(photos, scratch)
    except StudioError as error:
        return PhotoLook(kept=[], problem=str(error))
    pairs = near_duplicates(kept)
    alike = sorted({second + 1 for _, second in pairs})
    if not alike:
        return PhotoLook(kept=kept)
    some = ", ".join(str(number) for number in alike[:5])
    return PhotoLook(
        kept=kept,
        advice=f"Some photos look nearly the same as an earlier one (number {some}). Different ones teach more.",
    )


def shown_options(preset: Preset, base_model: BaseModel) -> dict[str, Any]:
    """The numbers of a preset for the fields of a lesson, by option."""
    recipe = recipe_for(preset.name, base_model, {})
    return {name: getattr(recipe, name) for name in SHOWN_OPTIONS}


def preset_choices(presets: Sequence[Preset], base_model: BaseModel, jobs: Sequence[Job]) -> list[tuple[str, str]]:
    """(words, name) of the presets, with how long each takes here."""
    choices = []
    for preset in presets:
        pace = seconds_a_step(base_model, preset.numbers[base_model.family].batch_size, jobs)
        choices.append((_preset_words(preset, base_model, pace), preset.name))
    return choices


def seconds_a_step(base_model: BaseModel, batch_size: int, jobs: Sequence[Job]) -> float | None:
    """How long one step of a lesson takes here: measured on lessons that are done, else a known figure, else None."""
    measured = [
        (job.ended_at - job.started_at) / job.steps
        for job in jobs
        if job.state is JobState.DONE and job.started_at and job.ended_at and job.steps
        and isinstance(job.request, TrainingRequest) and job.request.base_model == base_model.id
        and job.request.recipe.batch_size == batch_size
    ]  # fmt: skip
    return median(measured) if measured else _SECONDS_A_STEP.get(base_model.family)


def _preset_words(preset: Preset, base_model: BaseModel, pace: float | None) -> str:
    numbers = preset.numbers[base_model.family]
    length = f"{numbers.steps} steps" if pace is None else f"about {words.duration(numbers.steps * pace)}"
    return f"{preset.title}: {length}. {preset.description}"


def _check_photos(photos: Sequence[Path], scratch: Path) -> None:
    if not photos:
        raise StudioError(f"There are no photos yet. Add {MIN_PHOTOS} to {MAX_PHOTOS} of them.")
    keep_photos(photos, scratch)


def _check_free_name(name: str, subjects: Sequence[Subject]) -> None:
    clean = clean_name(name)
    for subject in subjects:
        if subject.state != "failed" and name_key(subject.name) == name_key(clean):
            raise name_taken(subject.name)
