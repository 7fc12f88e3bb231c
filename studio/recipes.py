"""How a lesson is taught: the numbers of one training run, and the presets they come from."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields

from studio.base_models import BaseModel
from studio.checks import SEED_MAX, number, one_of, shown, whole_number, yes_or_no
from studio.errors import StudioError

LAST_TIMESTEP = 999  # of the noise schedule that every family was trained on
MAX_STEPS = 5000  # at batch 1 and 20 photos this shows every photo 250 times, past what any source advises


@dataclass(frozen=True, kw_only=True, slots=True)
class Recipe:
    """The numbers of one lesson. Resolution in pixels, seed 0 to 2**32-1. Errors: StudioError out of bounds."""

    preset: str
    rank: int
    alpha: float
    steps: int
    learning_rate: float
    batch_size: int
    seed: int
    resolution: int
    checkpoint_every_steps: int
    sample_every_steps: int
    prior_preservation: bool = False
    first_timestep: int = 0  # noise is drawn from here (no noise is 0)
    last_timestep: int = LAST_TIMESTEP  # to here (nothing but noise)

    def __post_init__(self) -> None:
        one_of("The preset", self.preset, list(PRESETS))
        whole_number("Rank", self.rank, 1, 128)
        number("Alpha", self.alpha, 0.01, 512)
        whole_number("Steps", self.steps, 1, MAX_STEPS)
        number("Learning rate", self.learning_rate, 1e-7, 0.1)
        whole_number("Batch size", self.batch_size, 1, 16)
        whole_number("Seed", self.seed, 0, SEED_MAX)
        whole_number("Resolution", self.resolution, 64, 2048)
        if self.resolution % 8:
            raise StudioError(f"Resolution is {self.resolution}; choose a multiple of 8, such as 256 or 1024.")
        whole_number("Steps between checkpoints", self.checkpoint_every_steps, 1, MAX_STEPS)
        whole_number("Steps between sample pictures", self.sample_every_steps, 1, MAX_STEPS)
        yes_or_no("Prior preservation", self.prior_preservation)
        whole_number("The last timestep", self.last_timestep, 0, LAST_TIMESTEP)
        whole_number("The first timestep", self.first_timestep, 0, self.last_timestep)

    def to_json(self) -> dict[str, object]:
        """The numbers by name."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, object]) -> "Recipe":
        """The recipe that to_json() wrote. Errors: StudioError."""
        names = {field.name for field in fields(cls)}
        if set(data) != names:
            raise StudioError(f"A recipe holds {sorted(names)}; this one holds {sorted(data)}.")
        return cls(**data)  # type: ignore[arg-type]


@dataclass(frozen=True, kw_only=True, slots=True)
class PresetNumbers:
    """What a preset means on one family of base models."""

    steps: int
    rank: int
    alpha: float
    batch_size: int
    learning_rate: float
    checkpoint_every_steps: int
    first_timestep: int = 0
    last_timestep: int = LAST_TIMESTEP


@dataclass(frozen=True, kw_only=True, slots=True)
class Preset:
    """A named choice between speed and likeness. `numbers` is by family."""

    name: str
    title: str
    description: str
    numbers: Mapping[str, PresetNumbers]


# Pocket: four photos a step at 256x256. Its noise is drawn from timesteps 200 to 949: below, a photo hardly needs
# knowing; above, it can't be seen. Eight subjects, 320 steps: 88 % of attributes right, 80 % with 0 to 999.
# SDXL: the common ground of the field's recipes, 1e-4 on the attention
# projections and 500 to 2000 pictures seen; rank 32 keeps more of a face and doubles the file.
PRESETS: dict[str, Preset] = {
    "quick": Preset(
        name="quick",
        title="Quick",
        description="A first impression. Half the steps of balanced, half the time; the likeness is rougher.",
        numbers={
            "pocket": PresetNumbers(
                steps=160,
                rank=16,
                alpha=16,
                batch_size=4,
                learning_rate=1e-3,
                checkpoint_every_steps=40,
                first_timestep=200,
                last_timestep=949,
            ),
            "sdxl": PresetNumbers(
                steps=500, rank=16, alpha=16, batch_size=1, learning_rate=1e-4, checkpoint_every_steps=100
            ),
        },
    ),
    "balanced": Preset(
        name="balanced",
        title="Balanced",
        description="What most subjects need: a good likeness that still follows your words.",
        numbers={
            "pocket": PresetNumbers(
                steps=320,
                rank=16,
                alpha=16,
                batch_size=4,
                learning_rate=1e-3,
                checkpoint_every_steps=40,
                first_timestep=200,
                last_timestep=949,
            ),
            "sdxl": PresetNumbers(
                steps=1000, rank=16, alpha=16, batch_size=1, learning_rate=1e-4, checkpoint_every_steps=100
            ),
        },
    ),
    "thorough": Preset(
        name="thorough",
        title="Thorough",
        description="For faces and fine markings. About twice the time of balanced; the closest likeness.",
        numbers={
            "pocket": PresetNumbers(
                steps=700,
                rank=16,
                alpha=16,
                batch_size=4,
                learning_rate=1e-3,
                checkpoint_every_steps=50,
                first_timestep=200,
                last_timestep=949,
            ),
            "sdxl": PresetNumbers(
                steps=2000, rank=32, alpha=32, batch_size=1, learning_rate=1e-4, checkpoint_every_steps=100
            ),
        },
    ),
}

RECIPE_OPTIONS: tuple[str, ...] = tuple(field.name for field in fields(Recipe) if field.name != "preset")


def recipe_for(preset: str, base_model: BaseModel, options: Mapping[str, object]) -> Recipe:
    """The preset's numbers for this base model, with `options` in their place; an option that is None is not given.

    A rank given without an alpha takes the same alpha, so that the LoRA keeps its strength.
    Errors: StudioError for an unknown preset, an unknown option or a number out of bounds.
    """
    numbers = PRESETS[one_of("The preset", preset, list(PRESETS))].numbers[base_model.family]
    if unknown := sorted(str(name) for name in options if name not in RECIPE_OPTIONS):
        raise StudioError(f"There is no option '{shown(unknown[0])}'; the options are: {', '.join(RECIPE_OPTIONS)}.")
    given = {name: value for name, value in options.items() if value is not None}
    steps = whole_number("Steps", given.get("steps", numbers.steps), 1, MAX_STEPS)
    rank = whole_number("Rank", given.get("rank", numbers.rank), 1, 128)
    alpha = given.get("alpha", rank if "rank" in given else numbers.alpha)
    checkpoints = given.get("checkpoint_every_steps", numbers.checkpoint_every_steps)
    samples = given.get("sample_every_steps", max(1, steps // 4))
    return Recipe(
        preset=preset,
        rank=rank,
        alpha=number("Alpha", alpha, 0.01, 512),
        steps=steps,
        learning_rate=number("Learning rate", given.get("learning_rate", numbers.learning_rate), 1e-7, 0.1),
        batch_size=whole_number("Batch size", given.get("batch_size", numbers.batch_size), 1, 16),
        seed=whole_number("Seed", given.get("seed", 0), 0, SEED_MAX),
        resolution=whole_number("Resolution", given.get("resolution", base_model.resolution), 64, 2048),
        checkpoint_every_steps=whole_number("Steps between checkpoints", checkpoints, 1, MAX_STEPS),
        sample_every_steps=whole_number("Steps between sample pictures", samples, 1, MAX_STEPS),
        prior_preservation=yes_or_no("Prior preservation", given.get("prior_preservation", False)),
        first_timestep=whole_number("The first timestep", given.get("first_timestep", numbers.first_timestep), 0, 999),
        last_timestep=whole_number("The last timestep", given.get("last_timestep", numbers.last_timestep), 0, 999),
    )
