"""The fields of a lesson: from what the page holds to what studio.teach takes, and what is wrong beside which field."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from studio.errors import StudioError
from studio.jobs.job import Job, JobState
from studio.jobs.recipes import AUTO, TYPICAL_PHOTOS, Preset, Recipe, recipe_for
from studio.jobs.requests import TrainingRequest
from studio.models.base_models import BaseModel
from studio.photos.captions import captions_in_order
from studio.photos.edits.edit import PhotoEdit, edits_by_name
from studio.photos.faults.finding import Fault, find_faults
from studio.photos.held_out import held_out, held_out_count
from studio.photos.keeping import check_count, keep_photos
from studio.photos.uploads import MAX_PHOTOS, MIN_PHOTOS, read_upload
from studio.prompts.tokens import name_key
from studio.store.subjects import name_taken
from studio.subjects.names import clean_kind, clean_name
from studio.subjects.remarks import fault_remarks, set_remarks
from studio.subjects.subject import Subject
from studio.untyped import is_mapping
from studio.words import Message, say
from ui import words
from ui.forms.decimals import number_typed, written

SHOWN_OPTIONS = ("samples", "learning_rate", "rank", "alpha", "batch_size", "resolution", "seed")

# A whole lesson of pocket's, loading and drawings too, on two cores of a processor. For other models nothing is said
# until lessons were done here; those shorter than this are mostly loading and drawings.
_SECONDS_A_SAMPLE = {"pocket": 0.3}
_SHORTEST_MEASURED = 400
_RAN_THROUGH = 0.9  # of the time from its start to its end a lesson was at work: it was never paused


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
    """Fields from raw values. Numbers that were left empty go, and so does a box that is not ticked.

    Captions and edits of photos that are not there any more go, too.
    """
    paths = [Path(photo) for photo in photos or []]
    given = {name: _typed(name, value) for name, value in options.items() if not _is_left_empty(value)}
    for option in ("captions", "edits"):
        if is_mapping(by_photo := given.get(option)):
            given[option] = _of_present(by_photo, paths)
    return LessonFields(
        photos=paths,
        name=name or "",
        kind=kind or "",
        preset=preset or "balanced",
        base_model=base_model or "auto",
        options=given,
    )


def problems(
    fields: LessonFields, base_model: BaseModel, subjects: Sequence[Subject], scratch: Path
) -> dict[str, Message]:
    """What is wrong, as one message by the field it belongs to: photos, name, kind, options.

    `scratch`: an empty folder for trying the photos.
    """
    checks: dict[str, Callable[[], object]] = {
        "photos": lambda: _check_photos(fields, scratch),
        "name": lambda: _check_free_name(fields.name, subjects),
        "kind": lambda: clean_kind(fields.kind),
        "options": lambda: _check_options(fields, base_model),
    }
    found: dict[str, Message] = {}
    for name, check in checks.items():
        try:
            check()
        except StudioError as error:
            found[name] = error.message
    return found


def _of_present(by_photo: Mapping[Any, Any], paths: Sequence[Path]) -> dict[str, Any]:
    """What is said by photos' names, of those photos that are there."""
    present = {photo.name for photo in read_upload(paths).photos}
    return {name: value for name, value in by_photo.items() if name in present}


@dataclass(frozen=True, kw_only=True, slots=True)
class PhotoLook:
    """What was seen in the photos just given.

    `kept`: tidied copies; `names`: the photos' own; `captions`: those of text files beside them; `aside`: the indices
    of those that a lesson would never see, by its seed; `faults`: of each photo; `turns`: quarter turns clockwise that
    would set each upright, 0 where nothing tells; `left_out`: the names of those that an edit leaves out; `advice` and
    `problem`: sentences, or empty.
    """

    kept: list[Path]
    names: list[str] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    aside: tuple[int, ...] = ()
    faults: list[tuple[Fault, ...]] = field(default_factory=list[tuple[Fault, ...]])
    turns: list[int] = field(default_factory=list[int])
    left_out: list[str] = field(default_factory=list[str])
    advice: str = ""
    problem: str = ""


def look_at(
    photos: Sequence[Path], scratch: Path, base_model: BaseModel, seed: str | None = None, edits: object = None
) -> PhotoLook:
    """Try the photos as a lesson would. `scratch`: an empty folder; `seed`: as the field holds it; `edits`: by name.

    Too few photos are shown, too: what was left out is brought back from there. Errors: StudioError for edits that are
    none.
    """
    if not photos:
        return PhotoLook(kept=[])
    done = edits_of(edits, photos)
    try:
        kept = keep_photos(photos, scratch, done, least=0)
    except StudioError as error:
        return PhotoLook(kept=[], problem=str(error))
    found = find_faults(kept.files, base_model.resolution)
    problem = " ".join(say(one) for one in kept.problems)
    try:
        check_count(kept)
    except StudioError as error:
        problem = str(error)
    return PhotoLook(
        kept=kept.files,
        names=kept.names,
        captions=kept.captions([photo.caption for photo in kept.given.photos]),
        aside=_aside(len(kept.files), seed),
        faults=found.of_photo,
        turns=[faces.turns for faces in found.faces],
        left_out=[name for name in done if name not in kept.names],
        advice=" ".join(say(one) for one in [*kept.notes, *fault_remarks(found), *set_remarks(found)]),
        problem=problem,
    )


def edits_of(edits: object, photos: Sequence[Path]) -> dict[str, PhotoEdit]:
    """The edits of those photos that are there. Errors: StudioError."""
    present = _of_present(edits, photos) if is_mapping(edits) else edits or None
    return edits_by_name(present, list(present) if is_mapping(present) else [])


def _aside(photos: int, seed: str | None) -> tuple[int, ...]:
    try:
        number = int(seed or 0)
    except ValueError:
        number = 0  # no seed; the lesson will say so
    return held_out(photos, number) if number >= 0 else ()  # -1 is drawn, and chooses, when the lesson is queued


def recipe_shown(
    preset: Preset, base_model: BaseModel, kind: str | None, subject_type: str | None, photos: Sequence[Path]
) -> Recipe:
    """What a preset means for the fields as they are: the lesson that starts when no number is touched."""
    count = read_upload(photos).count or TYPICAL_PHOTOS
    options = {"subject_type": subject_type or None}
    return recipe_for(preset.name, base_model, options, kind=kind or "", photos=count - held_out_count(count))


def taught_as(kind: str | None, subject_type: str) -> str:
    """As what a kind is taught, in a sentence, with its English noun where it is another language's; "" without one."""
    typed, words = (kind or "").strip(), say(f"type-{subject_type}")
    if not typed:
        return ""
    try:
        noun = clean_kind(typed)
    except StudioError as error:
        return str(error)
    is_typed = name_key(noun) in name_key(typed)
    return say("taught-as", type=words) if is_typed else say("taught-in-english", type=words, noun=noun)


def shown_options(recipe: Recipe) -> dict[str, str]:
    """The numbers of a recipe in words, by option."""
    numbers = {name: getattr(recipe, name) for name in SHOWN_OPTIONS}
    return {name: written(number) for name, number in numbers.items()} | (
        {"batch_size": say("batch-size-automatic")} if recipe.batch_size == AUTO else {}
    )


def preset_choices(
    recipes: Sequence[tuple[Preset, Recipe]], base_model: BaseModel, jobs: Sequence[Job]
) -> list[tuple[str, str]]:
    """(words, name) of the presets, with how long each takes here where that is known."""
    choices: list[tuple[str, str]] = []
    for preset, recipe in recipes:
        pace = seconds_a_sample(base_model, recipe, jobs)
        about = {"title": Message(preset.title), "help": Message(preset.description)}
        if pace is None:
            told = say("preset-choice", **about)
        else:
            told = say("preset-choice-timed", **about, time=words.duration(recipe.samples * pace))
        choices.append((told, preset.name))
    return choices


def seconds_a_sample(base_model: BaseModel, recipe: Recipe, jobs: Sequence[Job]) -> float | None:
    """How long a lesson takes here per sample: measured on such lessons that are done, else a known figure, else None.

    An automatic batch size is like any other: the worker took the one that is quickest here.
    """
    measured = [_measured(job) for job in jobs if _is_like(job, base_model, recipe)]
    paces = [pace for pace in measured if pace is not None]
    return median(paces) if paces else _SECONDS_A_SAMPLE.get(base_model.family)


def _is_like(job: Job, base_model: BaseModel, recipe: Recipe) -> bool:
    if not isinstance(job.request, TrainingRequest) or job.request.base_model != base_model.id:
        return False
    other = job.request.recipe
    return other.resolution == recipe.resolution and recipe.batch_size in (AUTO, other.batch_size)


def _measured(job: Job) -> float | None:
    """Seconds a sample of a lesson that was done in one go and was long enough; None for any other."""
    if job.state is not JobState.DONE or not job.started_at or not job.ended_at:
        return None
    samples = job.samples_seen or 0  # it may have been ended early
    seconds, at_work = job.ended_at - job.started_at, (job.result or {}).get("seconds", 0)
    return seconds / samples if samples >= _SHORTEST_MEASURED and at_work >= _RAN_THROUGH * seconds else None


def _typed(name: str, value: object) -> object:
    """A number as it was typed; what is none stays as it is, for the recipe to refuse by its name."""
    if name not in SHOWN_OPTIONS or not isinstance(value, str):
        return value
    return number_typed(value.strip())


def _is_left_empty(value: object) -> bool:
    return value is None or value is False or value == {} or (isinstance(value, str) and not value.strip())


def _check_photos(fields: LessonFields, scratch: Path) -> None:
    if not fields.photos:
        raise StudioError("photos-none-yet", fewest=MIN_PHOTOS, most=MAX_PHOTOS)
    keep_photos(fields.photos, scratch, edits_of(fields.options.get("edits"), fields.photos))


def _check_options(fields: LessonFields, base_model: BaseModel) -> None:
    numbers = {name: value for name, value in fields.options.items() if name not in ("captions", "edits")}
    recipe_for(fields.preset, base_model, numbers)
    captions_in_order(fields.options.get("captions"), *read_upload(fields.photos).names_and_captions)


def _check_free_name(name: str, subjects: Sequence[Subject]) -> None:
    clean = clean_name(name)
    for subject in subjects:
        if subject.state != "failed" and name_key(subject.name) == name_key(clean):
            raise name_taken(subject.name)
