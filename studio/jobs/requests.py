"""What a person asked for, frozen when it is queued: a lesson, pictures, or the import of a LoRA file."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import PurePath, PurePosixPath
from typing import Any

from studio.checks import (
    SEED_MAX,
    number,
    one_line,
    one_of,
    relative_file,
    shown,
    whole_number,
    yes_or_no,
)
from studio.errors import StudioError
from studio.jobs.recipes import Recipe
from studio.pictures.options import (
    BLENDINGS,
    Grid,
    HiresFix,
    InitImage,
    Inpaint,
    grid_from_json,
    hires_fix_from_json,
    init_image_from_json,
    inpaint_from_json,
    is_box,
)
from studio.pictures.samplers import MAX_STEPS, sampler_named
from studio.prompts.reading import clean_readings
from studio.subjects.subject_types import type_of
from studio.words import Message

MAX_PROMPT = 2000  # characters
MAX_STYLE = 300
MAX_COUNT = 16
MAX_SUBJECTS = 8
MIN_SIDE, MAX_SIDE = 64, 2048

_TRIGGER_WORD = re.compile(r"[a-z0-9]{1,40}")


@dataclass(frozen=True, kw_only=True, slots=True)
class TrainingRequest:
    """One lesson. Files are relative to the data folder, `base_model` is a resolved id. Errors: StudioError.

    photo_files: what the lesson looks at. held_out_files: photos that it never sees, to compare with. captions: the
    words for single photos, held-out ones too, by the photo's file name; all others have the instance prompt.
    """

    subject_name: str
    kind: str
    trigger_word: str
    photo_files: tuple[str, ...]
    base_model: str
    recipe: Recipe
    held_out_files: tuple[str, ...] = ()
    captions: Mapping[str, str] = field(default_factory=dict[str, str])

    def __post_init__(self) -> None:
        check_subject(self.subject_name, self.kind, self.trigger_word)
        if not self.photo_files:
            raise StudioError("lesson-without-photos")
        for file in self.all_files:
            relative_file(file)
        if both := set(self.photo_files) & set(self.held_out_files):
            raise StudioError("photo-learned-and-aside", photo=shown(min(both)))
        names = {PurePosixPath(file).name for file in self.all_files}
        for name, caption in self.captions.items():
            if name not in names:
                raise StudioError("caption-without-photo", name=shown(name))
            one_line(Message("request-caption-of", name=shown(name)), caption, shortest=1, longest=MAX_PROMPT)
        one_line("field-base-model", self.base_model, shortest=1, longest=1000)

    @property
    def all_files(self) -> tuple[str, ...]:
        """Every photo that was given, those that are kept aside last."""
        return (*self.photo_files, *self.held_out_files)

    @property
    def instance_prompt(self) -> str:
        """The words that every photo without a caption is learned with."""
        return instance_prompt(self.recipe.subject_type, f"{self.trigger_word} {self.kind}")

    def prompt_of(self, photo: str | PurePath) -> str:
        """The words that a photo is learned with, by its path or file name."""
        return self.captions.get(PurePath(photo).name, self.instance_prompt)

    def unnamed_prompt_of(self, photo: str | PurePath) -> str:
        """The same words without the subject, as the base model knows them: with its kind in its place."""
        words, named = self.prompt_of(photo), rf"(?<!\w){re.escape(self.trigger_word)}"
        with_kind = rf"{named}\s+{re.escape(self.kind)}(?!\w)"
        pattern = with_kind if re.search(with_kind, words, re.IGNORECASE) else rf"{named}(?!\w)"  # a rose is no Rose
        return re.sub(pattern, lambda _: f"a {self.kind}", words, flags=re.IGNORECASE)

    def to_json(self) -> dict[str, Any]:
        """The request as plain JSON values."""
        return asdict(self) | {
            "photo_files": list(self.photo_files),
            "held_out_files": list(self.held_out_files),
            "captions": dict(self.captions),
            "recipe": self.recipe.to_json(),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "TrainingRequest":
        """The request that to_json() wrote, also that of an earlier version. Errors: StudioError."""
        values = stored_values(cls, {"held_out_files": [], "captions": {}, **data})
        values["photo_files"] = tuple(values["photo_files"])
        values["held_out_files"] = tuple(values["held_out_files"])
        values["captions"] = dict(values["captions"])
        values["recipe"] = Recipe.from_json({"subject_type": type_of(values["kind"]), **values["recipe"]})
        return cls(**values)


@dataclass(frozen=True, kw_only=True, slots=True)
class SubjectChoice:
    """A subject in a picture. strength: 0 = off, 1 = as taught; box: left, top, right, bottom as parts in 0..1.

    lent: whether it is the owner's, who lets guests use it, and not one of the person's own. It is settled when the
    picture is asked for, so that a subject that she teaches afterwards does not take its place.
    """

    name: str
    strength: float = 1.0
    box: tuple[float, float, float, float] | None = None
    lent: bool = False

    def __post_init__(self) -> None:
        one_line("request-subject-name", self.name, shortest=1, longest=200)
        number(Message("request-strength-of", name=shown(self.name)), self.strength, -2, 2)
        yes_or_no("request-lent", self.lent)
        if self.box is None:
            return
        if not is_box(self.box):
            raise StudioError("place-not-a-box", name=shown(self.name), box=shown(self.box))

    def to_json(self) -> dict[str, Any]:
        """The choice as plain JSON values."""
        values = asdict(self) | {"box": None if self.box is None else list(self.box)}
        return values if self.lent else {name: value for name, value in values.items() if name != "lent"}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "SubjectChoice":
        """The choice that to_json() wrote, also that of an earlier version. Errors: StudioError."""
        values = stored_values(cls, {"lent": False, **data})
        values["box"] = None if values["box"] is None else tuple(values["box"])
        return cls(**values)


@dataclass(frozen=True, kw_only=True, slots=True)
class PictureRequest:
    """Pictures to make. `seed` is the first picture's; picture k uses seed + k. Width, height in pixels.

    typed_prompt: the prompt as a person wrote it, with names; `prompt` has every subject in the model's words.
    variation_strength: how far the noise of `seed` goes towards that of variation_seed, 0 to 1; all pictures keep the
    seed then, and picture k has variation_seed + k. `grid`: pictures that differ in a parameter instead of the seed.
    blending: how several subjects come together, one of studio.pictures.options.BLENDINGS. readings: what the person
    said of names in typed_prompt (studio.prompts.reading.read). style: the words of a style (studio.pictures.styles),
    which stand at the end of `prompt`. inpaint: a part of a finished picture of this width and height, and all else is
    of that part.
    """

    prompt: str
    typed_prompt: str
    negative_prompt: str
    subjects: tuple[SubjectChoice, ...]
    sampler: str
    steps: int
    guidance_scale: float
    seed: int
    width: int
    height: int
    count: int
    base_model: str
    variation_seed: int = 0
    variation_strength: float = 0.0
    start: InitImage | None = None
    larger: HiresFix | None = None
    grid: Grid | None = None
    blending: str = "apart"
    readings: Mapping[str, str] = field(default_factory=dict[str, str])
    style: str = ""
    inpaint: Inpaint | None = None

    def __post_init__(self) -> None:
        one_line("field-prompt", self.prompt, shortest=1, longest=MAX_PROMPT)
        one_line("request-typed-prompt", self.typed_prompt, shortest=0, longest=MAX_PROMPT)
        one_line("field-negative-prompt", self.negative_prompt, shortest=0, longest=MAX_PROMPT)
        if len(self.subjects) > MAX_SUBJECTS:
            raise StudioError("subjects-too-many", count=len(self.subjects), most=MAX_SUBJECTS)
        names = [choice.name for choice in self.subjects]
        if twice := [name for name in names if names.count(name) > 1]:
            raise StudioError("subject-chosen-twice", name=shown(twice[0]))
        sampler = sampler_named(self.sampler)
        of_few = Message("request-steps-with", sampler=sampler.name)
        steps_name = Message("field-steps") if sampler.most_steps == MAX_STEPS else of_few
        whole_number(steps_name, self.steps, 1, sampler.most_steps)
        number("field-guidance-scale", self.guidance_scale, 1, 30)
        whole_number("field-count", self.count, 1, MAX_COUNT)
        whole_number("request-seed", self.seed, 0, SEED_MAX - (self.count - 1))
        for name, side in (("field-width", self.width), ("field-height", self.height)):
            whole_number(name, side, MIN_SIDE, MAX_SIDE)
            if side % 8:
                raise StudioError("side-no-multiple", name=Message(name), side=side, near=side // 8 * 8)
        one_line("field-base-model", self.base_model, shortest=1, longest=1000)
        whole_number("field-variation-seed", self.variation_seed, 0, SEED_MAX - (self.count - 1))
        number("field-variation-strength", self.variation_strength, 0, 1)
        one_of("field-blending", self.blending, BLENDINGS)
        clean_readings(self.readings)
        one_line("field-style", self.style, shortest=0, longest=MAX_STYLE)
        if self.inpaint is not None:
            if self.start is not None:
                raise StudioError("part-and-start")
            if absent := [name for name in self.inpaint.subjects if name not in names]:
                raise StudioError("part-of-absent", name=shown(absent[0]))
        if self.larger is not None and max(self.final_size) > MAX_SIDE:
            width, height = self.final_size
            raise StudioError("larger-version-too-large", width=width, height=height, most=MAX_SIDE)
        if self.grid is not None:
            if self.count != 1:
                raise StudioError("grid-of-several-seeds", count=self.count)
            for index in range(self.grid.cells):
                self.one(index)

    @property
    def amount(self) -> int:
        """How many pictures this makes."""
        return self.count if self.grid is None else self.grid.cells

    @property
    def final_size(self) -> tuple[int, int]:
        """(width, height) in pixels of what comes out."""
        larger = self.larger or HiresFix(scale=1)
        return larger.of(self.width), larger.of(self.height)

    def one(self, index: int) -> "PictureRequest":
        """The request that makes this very picture and no other, `index` from 0."""
        if self.grid is not None:
            return self.grid.cell(replace(self, grid=None), index)
        if self.variation_strength:
            return replace(self, variation_seed=self.variation_seed + index, count=1)
        return replace(self, seed=self.seed + index, count=1)

    @property
    def passes(self) -> tuple[int, int]:
        """What a picture's first and second pass cost, in steps of the first."""
        changing = self.start or self.inpaint
        first = self.steps if changing is None else steps_run(self.steps, changing.strength)
        if self.larger is None:
            return first, 0
        return first, max(1, round(steps_run(self.steps, self.larger.strength) * self.larger.scale**2))

    @property
    def work(self) -> int:
        """What all pictures cost, in steps."""
        return sum(sum(self.one(index).passes) for index in range(self.amount))

    def standing(self, step: int) -> tuple[int, int, int]:
        """Where `step` of `work` is: the picture's index, its own step, and how many that one has."""
        own = 1
        for index in range(self.amount):
            own = sum(self.one(index).passes)
            if step < own or index == self.amount - 1:
                return index, min(step, own), own
            step -= own
        raise AssertionError("there is at least one picture")

    @property
    def told_prompt(self) -> str:
        """What to call these pictures: as it was typed, or the model's words where nothing was."""
        return self.typed_prompt or self.prompt

    def to_json(self) -> dict[str, Any]:
        """The request as plain JSON values."""
        return asdict(self) | {
            "subjects": [choice.to_json() for choice in self.subjects],
            "readings": dict(self.readings),
            **{name: part and part.to_json() for name, part in self._parts().items()},
        }

    @property
    def files(self) -> tuple[str, ...]:
        """The pictures that it is made from, relative to the data folder."""
        start = () if self.start is None else (self.start.file,)
        if self.inpaint is None:
            return start
        return (*start, self.inpaint.file, *([] if self.inpaint.mask is None else [self.inpaint.mask]))

    def _parts(self) -> dict[str, InitImage | HiresFix | Grid | Inpaint | None]:
        return {"start": self.start, "larger": self.larger, "grid": self.grid, "inpaint": self.inpaint}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "PictureRequest":
        """The request that to_json() wrote, also that of an earlier version. Errors: StudioError."""
        values = stored_values(cls, {"typed_prompt": data.get("prompt"), **_LATER, **data})
        values["subjects"] = tuple(SubjectChoice.from_json(choice) for choice in values["subjects"])
        values["start"] = init_image_from_json(values["start"])
        values["larger"] = hires_fix_from_json(values["larger"])
        values["grid"] = grid_from_json(values["grid"])
        values["readings"] = clean_readings(values["readings"])
        values["inpaint"] = inpaint_from_json(values["inpaint"])
        return cls(**values)


# What a picture's request did not hold at first, as pictures were made then.
_LATER: dict[str, object] = {
    "variation_seed": 0,
    "variation_strength": 0.0,
    "start": None,
    "larger": None,
    "grid": None,
    "blending": "sum",
    "readings": {},
    "style": "",
    "inpaint": None,
}


@dataclass(frozen=True, kw_only=True, slots=True)
class ImportRequest:
    """A LoRA file to take in as a subject. `file` is relative to the data folder. Errors: StudioError.

    word_is_made: whether the trigger word was made of the name, since nothing stated one.
    given_name: what the person's own file is called, for sentences about it; "" where that is not known.
    """

    subject_name: str
    kind: str
    trigger_word: str
    file: str
    base_model: str
    word_is_made: bool = False
    given_name: str = ""

    def __post_init__(self) -> None:
        check_subject(self.subject_name, self.kind, self.trigger_word)
        relative_file(self.file)
        one_line("field-base-model", self.base_model, shortest=1, longest=1000)
        yes_or_no("request-word-is-made", self.word_is_made)
        one_line("request-given-name", self.given_name, shortest=0, longest=200)

    def to_json(self) -> dict[str, Any]:
        """The request as plain JSON values."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "ImportRequest":
        """The request that to_json() wrote, also that of an earlier version. Errors: StudioError."""
        return cls(**stored_values(cls, {"word_is_made": False, "given_name": "", **data}))


def instance_prompt(subject_type: str, words: str) -> str:
    """The words for a picture that shows a subject and nothing else. words: its own, such as "dumpling cat"."""
    return f"{'a picture in' if subject_type == 'style' else 'a photo of'} {words}"


def steps_run(steps: int, strength: float) -> int:
    """How many of the steps are run from a picture that may change by `strength`; diffusers' rule, but at least one."""
    return max(1, min(int(steps * strength), steps))


def check_subject(name: object, kind: object, trigger_word: object) -> None:
    """Errors: StudioError for what no subject can be called."""
    one_line("request-name", name, shortest=1, longest=200)
    one_line("field-kind", kind, shortest=1, longest=200)
    if not isinstance(trigger_word, str) or not _TRIGGER_WORD.fullmatch(trigger_word):
        raise StudioError("trigger-word-not-plain", word=shown(trigger_word))


def stored_values(cls: type, data: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a stored request by its fields' names. Errors: StudioError for any other names."""
    names = {one.name for one in fields(cls)}
    if set(data) != names:
        raise StudioError("stored-values-unknown", type=cls.__name__, names=str(sorted(names)), found=str(sorted(data)))
    return dict(data)
