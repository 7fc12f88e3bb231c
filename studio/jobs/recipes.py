"""How a lesson is taught: the numbers of one training run, and the presets they come from.

The unit is the sample: one look at one photo. Steps follow from it and from the batch size, which a graphics card may
choose by what fills it best, so that a lesson teaches the same on every card.
"""

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from studio.checks import LESSON_SEED_MAX, number, one_of, shown, whole_number, yes_or_no
from studio.errors import StudioError
from studio.models.base_models import BaseModel
from studio.subjects.subject_types import SUBJECT_TYPES, type_of
from studio.words import Listing

LAST_TIMESTEP = 999  # of the noise schedule that every family was trained on
MAX_BATCH_SIZE = 16
MAX_STEPS = 5000  # at batch 1 and 20 photos this shows every photo 250 times, past what any source advises
MAX_SAMPLES = MAX_STEPS * MAX_BATCH_SIZE
AUTO = 0  # as a batch size: the worker takes what the device does best
TYPICAL_PHOTOS = 8  # where a lesson's length is asked for before its photos are there


@dataclass(frozen=True, kw_only=True, slots=True)
class Recipe:
    """The numbers of one lesson. Resolution in pixels, seed 0 to 2**32-1. Errors: StudioError out of bounds."""

    preset: str
    subject_type: str
    rank: int
    alpha: float
    samples: int
    learning_rate: float
    batch_size: int  # AUTO until the worker has chosen one
    seed: int
    resolution: int
    checkpoint_every_samples: int
    sample_every_samples: int
    prior_preservation: bool = False
    first_timestep: int = 0  # noise is drawn from here: 0 is a hint of it
    last_timestep: int = LAST_TIMESTEP  # to here, nothing but noise
    outside_weight: float = 1.0  # of what is around the subject, in the loss
    outside_prior_weight: float = 0.0  # of saying there what the base model says (masked prior preservation)
    close_ups: bool = False  # whether half of the views of a photo go nearer to the subject
    convolutions: bool = False  # whether those of residual blocks learn, beside the attention projections

    def __post_init__(self) -> None:
        one_of("field-preset", self.preset, list(PRESETS))
        one_of("recipe-subject-type", self.subject_type, list(SUBJECT_TYPES))
        whole_number("recipe-rank", self.rank, 1, 128)
        number("recipe-alpha", self.alpha, 0.01, 512)
        whole_number("recipe-samples", self.samples, 1, MAX_SAMPLES)
        number("recipe-learning-rate", self.learning_rate, 1e-7, 0.1)
        whole_number("recipe-batch-size", self.batch_size, AUTO, MAX_BATCH_SIZE)
        whole_number("request-seed", self.seed, 0, LESSON_SEED_MAX)
        whole_number("recipe-resolution", self.resolution, 64, 2048)
        if self.resolution % 8:
            raise StudioError("resolution-not-multiple", resolution=self.resolution)
        whole_number("recipe-checkpoint-samples", self.checkpoint_every_samples, 1, MAX_SAMPLES)
        whole_number("recipe-sample-samples", self.sample_every_samples, 1, MAX_SAMPLES)
        yes_or_no("recipe-prior-preservation", self.prior_preservation)
        whole_number("recipe-last-timestep", self.last_timestep, 0, LAST_TIMESTEP)
        whole_number("recipe-first-timestep", self.first_timestep, 0, self.last_timestep)
        number("recipe-outside-weight", self.outside_weight, 0, 1)
        number("recipe-outside-prior-weight", self.outside_prior_weight, 0, 10)
        yes_or_no("recipe-close-ups", self.close_ups)
        yes_or_no("recipe-convolutions", self.convolutions)

    @property
    def steps(self) -> int:
        """Steps that see all samples. An automatic batch size counts as 1 until the worker has chosen one."""
        return self._in_steps(self.samples)

    @property
    def needs_outlines(self) -> bool:
        """Whether the lesson has to know where the subject is in its photos."""
        return self.outside_weight < 1 or self.outside_prior_weight > 0 or self.close_ups

    @property
    def checkpoint_every_steps(self) -> int:
        """Steps between checkpoints, at least 1."""
        return self._in_steps(self.checkpoint_every_samples)

    @property
    def sample_every_steps(self) -> int:
        """Steps between sample pictures, at least 1."""
        return self._in_steps(self.sample_every_samples)

    def _in_steps(self, samples: int) -> int:
        return -(-samples // (self.batch_size or 1))

    def with_batch_size(self, batch_size: int) -> "Recipe":
        """The same lesson, as many samples long, with another batch size. Errors: StudioError.

        Where it was open, the learning rate grows with its root, as AdamW wants it for fewer, steadier steps
        (Malladi et al., "On the SDEs and Scaling Rules for Adaptive Gradient Algorithms", 2022).
        """
        batch_size = whole_number("recipe-batch-size", batch_size, 1, MAX_BATCH_SIZE)
        grown = math.sqrt(batch_size) if self.batch_size == AUTO else 1.0
        return replace(self, batch_size=batch_size, learning_rate=self.learning_rate * grown)

    def to_json(self) -> dict[str, Any]:
        """The numbers by name, and the steps that follow from them (None while the batch size is automatic)."""
        return asdict(self) | {"steps": None if self.batch_size == AUTO else self.steps}

    @classmethod
    def from_json(cls, data: Mapping[str, object]) -> "Recipe":
        """The recipe that to_json() wrote, also that of a version that counted in steps. Errors: StudioError."""
        values: dict[str, Any] = {**_LATER, **(_in_samples(data) if _counts_in_steps(data) else data)}
        values.pop("steps", None)
        names = {field.name for field in fields(cls)}
        if set(values) != names:
            raise StudioError("recipe-values-unknown", names=str(sorted(names)), found=str(sorted(values)))
        return cls(**values)


# What a recipe did not hold at first, as lessons were given then.
_LATER = {"outside_weight": 1.0, "outside_prior_weight": 0.0, "close_ups": False, "convolutions": False}

_COUNTED_IN_STEPS = {
    "steps": "samples",
    "checkpoint_every_steps": "checkpoint_every_samples",
    "sample_every_steps": "sample_every_samples",
}


def _counts_in_steps(data: Mapping[str, object]) -> bool:
    """Whether this is the recipe of a version that counted in steps, at a batch size that was always fixed."""
    return "samples" not in data and {"batch_size", *_COUNTED_IN_STEPS} <= set(data)


def _in_samples(data: Mapping[str, object]) -> dict[str, object]:
    batch_size = whole_number("recipe-batch-size", data["batch_size"], 1, MAX_BATCH_SIZE)
    counts = {
        new: whole_number("field-steps", data[old], 1, MAX_STEPS) * batch_size for old, new in _COUNTED_IN_STEPS.items()
    }
    rest = {name: value for name, value in data.items() if name not in _COUNTED_IN_STEPS}
    return {"subject_type": "object", "first_timestep": 0, "last_timestep": LAST_TIMESTEP, **rest, **counts}


@dataclass(frozen=True, kw_only=True, slots=True)
class Length:
    """How many samples a preset sees: `pace` times what its type of subject needs per photo, within bounds."""

    pace: float
    fewest: int
    most: int

    def samples(self, per_photo: int, photos: int) -> int:
        """For a lesson on that many photos."""
        return min(self.most, max(self.fewest, round(self.pace * per_photo * photos)))


@dataclass(frozen=True, kw_only=True, slots=True)
class Preset:
    """A named choice between speed and likeness. `title`, `description`: keys of words; `lengths`: by family."""

    name: str
    title: str
    description: str
    lengths: Mapping[str, Length]


@dataclass(frozen=True, kw_only=True, slots=True)
class TypeNumbers:
    """What one type of subject needs on one family, whatever the preset."""

    rank: int  # alpha is the same, so that a LoRA speaks as loudly at every rank
    learning_rate: float
    batch_size: int
    samples_per_photo: int
    checkpoint_every_samples: int
    first_timestep: int = 0
    last_timestep: int = LAST_TIMESTEP
    outside_weight: float = 1.0
    outside_prior_weight: float = 0.0
    close_ups: bool = False
    convolutions: bool = False


# Pocket learns in a known number of looks, however many photos there are: measured on its own drawn world
# (benchmarks/pocket). SDXL: the field sees 500 to 2000 samples for 5 to 20 photos, and more photos longer.
PRESETS: dict[str, Preset] = {
    "quick": Preset(
        name="quick",
        title="preset-quick",
        description="preset-quick-help",
        lengths={
            "pocket": Length(pace=0, fewest=512, most=512),
            "sdxl": Length(pace=0.5, fewest=500, most=1000),
            "sd15": Length(pace=0.5, fewest=500, most=1000),
        },
    ),
    "balanced": Preset(
        name="balanced",
        title="preset-balanced",
        description="preset-balanced-help",
        lengths={
            "pocket": Length(pace=0, fewest=1152, most=1152),
            "sdxl": Length(pace=1, fewest=750, most=1500),
            "sd15": Length(pace=1, fewest=750, most=1500),
        },
    ),
    "thorough": Preset(
        name="thorough",
        title="preset-thorough",
        description="preset-thorough-help",
        lengths={
            "pocket": Length(pace=0, fewest=2800, most=2800),
            "sdxl": Length(pace=2, fewest=1000, most=2000),
            "sd15": Length(pace=2, fewest=1000, most=2000),
        },
    ),
}

# Noise from timesteps 200 to 949: below, the photo itself shows what is asked; above, nothing of it is left to see. On
# eight subjects 88 % of their attributes came out right after balanced's samples, 80 % with 0 to 999. Around the
# subject the base model's own answer is learned: more of the subject is right then, alone and beside another, and the
# place asked for always. Eyes and bow ties are smaller than what pocket's attention looks at: with convolutions that
# learn as well, 92 % of attributes are right alone instead of 86 %, and two subjects in one picture stay themselves
# half as often again (benchmarks/together/README.md).
_POCKET = TypeNumbers(
    rank=16, learning_rate=1e-3, batch_size=4, samples_per_photo=0, checkpoint_every_samples=160,
    first_timestep=200, last_timestep=949, outside_weight=0.0, outside_prior_weight=1.0, convolutions=True,
)  # fmt: skip
# A checkpoint of SDXL is 0.3 GB at rank 16: at 20 samples a second, one every 250 is one in 12 seconds.
_SDXL = TypeNumbers(
    rank=16, learning_rate=1e-4, batch_size=AUTO, samples_per_photo=100, checkpoint_every_samples=250
)  # fmt: skip

_SDXL_BY_TYPE = {
    # People notice the smallest slip in a face: twice the rank keeps more of it and doubles the file, and the
    # field's recipes for faces look at each photo half as often again.
    "person": replace(_SDXL, rank=32, samples_per_photo=150),
    "pet": _SDXL,  # fur and markings fit into rank 16, which leaves more of what the base model knows of poses
    "object": _SDXL,
    # A style is in every corner of a picture, so it needs room; fewer looks, or it learns what the photos show.
    "style": replace(_SDXL, rank=32, samples_per_photo=75),
}

# 1e-4 with AdamW on the attention projections is what nearly every source uses for SDXL, and for SD 1.5 before it.
NUMBERS: dict[str, dict[str, TypeNumbers]] = {
    # Its world is drawn by one hand: no type needs more than another, but a style is all of a picture.
    "pocket": dict.fromkeys(SUBJECT_TYPES, _POCKET)
    | {"style": replace(_POCKET, outside_weight=1.0, outside_prior_weight=0.0)},
    "sdxl": _SDXL_BY_TYPE,
    "sd15": _SDXL_BY_TYPE,
}

RECIPE_OPTIONS: tuple[str, ...] = (  # what is counted in samples may be given in steps, too
    *(field.name for field in fields(Recipe) if field.name != "preset"),
    *_COUNTED_IN_STEPS,
)


def recipe_for(
    preset: str, base_model: BaseModel, options: Mapping[str, object], *, kind: str = "", photos: int = TYPICAL_PHOTOS
) -> Recipe:
    """The preset's numbers for this base model, kind of subject and number of photos, with `options` in their place.

    An option that is None is not given. A rank given without an alpha takes the same alpha, so that the LoRA keeps its
    strength; what is given in steps is turned into samples. Errors: StudioError for an unknown preset, an unknown
    option, a number out of bounds, or steps and samples that contradict each other.
    """
    length = PRESETS[one_of("field-preset", preset, list(PRESETS))].lengths[base_model.family]
    if unknown := sorted(str(name) for name in options if name not in RECIPE_OPTIONS):
        raise StudioError(
            "option-unknown",
            option=shown(unknown[0]),
            options=Listing((*RECIPE_OPTIONS, "captions"), most=None, style="comma"),
        )
    given = {name: value for name, value in options.items() if value is not None}
    subject_type = one_of("recipe-subject-type", given.get("subject_type", type_of(kind)), list(SUBJECT_TYPES))
    numbers = NUMBERS[base_model.family][subject_type]
    batch_size = _batch_size(given, numbers)
    samples = _counted("samples", given, batch_size, length.samples(numbers.samples_per_photo, photos))
    rank = whole_number("recipe-rank", given.get("rank", numbers.rank), 1, 128)
    return Recipe(
        preset=preset,
        subject_type=subject_type,
        rank=rank,
        alpha=number("recipe-alpha", given.get("alpha", rank), 0.01, 512),
        samples=samples,
        learning_rate=number("recipe-learning-rate", given.get("learning_rate", numbers.learning_rate), 1e-7, 0.1),
        batch_size=batch_size,
        seed=whole_number("request-seed", given.get("seed", 0), 0, LESSON_SEED_MAX),
        resolution=whole_number("recipe-resolution", given.get("resolution", base_model.resolution), 64, 2048),
        checkpoint_every_samples=_counted(
            "checkpoint_every_samples", given, batch_size, numbers.checkpoint_every_samples
        ),
        sample_every_samples=_counted("sample_every_samples", given, batch_size, -(-samples // 4)),
        prior_preservation=yes_or_no("recipe-prior-preservation", given.get("prior_preservation", False)),
        first_timestep=_timestep("recipe-first-timestep", given.get("first_timestep", numbers.first_timestep)),
        last_timestep=_timestep("recipe-last-timestep", given.get("last_timestep", numbers.last_timestep)),
        outside_weight=number("recipe-outside-weight", given.get("outside_weight", numbers.outside_weight), 0, 1),
        outside_prior_weight=number(
            "recipe-outside-prior-weight",
            given.get("outside_prior_weight", numbers.outside_prior_weight),
            0,
            10,
        ),
        close_ups=yes_or_no("recipe-close-ups", given.get("close_ups", numbers.close_ups)),
        convolutions=yes_or_no("recipe-convolutions", given.get("convolutions", numbers.convolutions)),
    )


def _timestep(title: str, asked: object) -> int:
    return whole_number(title, asked, 0, LAST_TIMESTEP)


def _batch_size(given: Mapping[str, object], numbers: TypeNumbers) -> int:
    """As given; "auto" and 0 are the family's own. Who counts in steps and names no batch size means single photos."""
    asked = given.get("batch_size", AUTO)
    batch_size = AUTO if asked == "auto" else whole_number("recipe-batch-size", asked, AUTO, MAX_BATCH_SIZE)
    in_steps = any(name in given for name in _COUNTED_IN_STEPS)
    return batch_size or numbers.batch_size or (1 if in_steps else AUTO)


_TITLES = {
    "samples": ("recipe-samples", "field-steps"),
    "checkpoint_every_samples": ("recipe-checkpoint-samples", "recipe-checkpoint-steps"),
    "sample_every_samples": ("recipe-sample-samples", "recipe-sample-steps"),
}


def _counted(name: str, given: Mapping[str, object], batch_size: int, default: int) -> int:
    """A count in samples, from what was given in samples or in steps. Errors: StudioError for a contradiction."""
    in_samples, in_steps = _TITLES[name]
    steps_name = next(old for old, new in _COUNTED_IN_STEPS.items() if new == name)
    samples = whole_number(in_samples, given[name], 1, MAX_SAMPLES) if name in given else None
    if steps_name not in given:
        return default if samples is None else samples
    steps = whole_number(in_steps, given[steps_name], 1, MAX_STEPS)
    if samples is not None and -(-samples // batch_size) != steps:
        raise StudioError(
            "steps-contradict-samples",
            counted=name,
            steps=steps,
            samples=samples,
            batch_size=batch_size,
            seen=steps * batch_size,
        )
    return steps * batch_size if samples is None else samples
