"""How a lesson fits into the memory there is: batch size, what is kept of a forward pass, in ever smaller ways."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline import devices
from pipeline.families.loaded_model import LoadedModel
from studio.jobs.recipes import Recipe
from studio.words import Message
from training import step_plans
from training.step_cache import StepCache
from training.step_plans import SavedActivations, StepPlan

# Bytes for each pixel of a batch between forward and backward pass, in 16 bits, as measured on SDXL
# (benchmarks/sdxl/README.md), and for each of the LoRA's weights: itself, its gradient twice, AdamW's two, a copy.
BYTES_PER_PIXEL = {
    SavedActivations.EVERYTHING: 5600,
    SavedActivations.WITHOUT_DEEP: 3300,
    SavedActivations.AT_BLOCKS: 1300,
}
BYTES_PER_WEIGHT = 4 + 4 + 2 + 8 + 2
SPARE_BYTES = 0.4e9  # what allocators round up, and kernels use while they run
GRAPH_BYTES = 4e9  # with less, a card is slow enough that launching kernels one by one costs nothing
PICTURE_BYTES = 1.8e9  # for a picture between two steps, beside what a captured step keeps for itself
BATCH_SIZES = (4, 2, 1)  # tried for an automatic one. Beyond 4 a card of any size gains next to nothing


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """One way to give a lesson. Beside what the base model takes it needs `bytes_needed` of `bytes_free`."""

    step_plan: StepPlan
    batch_size: int
    bytes_needed: float = 0.0
    bytes_free: float = 0.0

    @property
    def words(self) -> Message:
        """For the page, such as "4 photos at once: that needs 24 of the 130 GB free on the graphics card."."""
        rows = self.step_plan.rows_at_once or self.batch_size
        key = {
            SavedActivations.EVERYTHING: "plan-fast",
            SavedActivations.WITHOUT_DEEP: "plan-partly-twice",
            SavedActivations.AT_BLOCKS: "plan-twice",
        }[self.step_plan.kept]
        needed, free = (max(1, round(count / 1e9)) for count in (self.bytes_needed, self.bytes_free))
        return Message(key, rows=rows, needed=needed, free=free)


def plans(loaded: LoadedModel, recipe: Recipe) -> list[Plan]:
    """Ways to give the lesson, each smaller than the one before. The first is the fastest that fits into the memory.

    The smallest is given even where it seems too large: that is found out by trying. All have one batch size; where
    the recipe leaves it open, it is what fills the card best.
    """
    # Graphs of pictures are made again in a second; a lesson lasts, and wants the memory.
    loaded.pictures.forget(sparing=StepCache)
    fastest = step_plans.for_training(loaded.device, loaded.model, recipe.samples)
    if loaded.device.type != "cuda":
        return [Plan(step_plan=fastest, batch_size=recipe.batch_size or 1)]
    free = devices.usable_bytes(loaded.device) + StepCache.of(loaded).bytes
    if free < GRAPH_BYTES:
        fastest = replace(fastest, graph=False, compiled=False)
    every = list(_every(fastest, recipe, _weights(loaded, recipe)))
    fitting = [plan for plan in every if plan.bytes_needed <= free] or every[-1:]
    return [replace(plan, bytes_free=free) for plan in fitting if plan.batch_size == fitting[0].batch_size]


def _every(fastest: StepPlan, recipe: Recipe, weights: int) -> Iterator[Plan]:
    """All plans, the fastest first. Class pictures make a batch twice as large."""
    pixels = recipe.resolution**2  # in every shape of photos, nearly
    doubled = 2 if recipe.prior_preservation else 1
    for batch_size in (recipe.batch_size,) if recipe.batch_size else BATCH_SIZES:
        rows = batch_size * doubled
        sizes = [rows // parts for parts in (1, 2, 4, 8, 16, 32) if rows % parts == 0]
        plans = [(SavedActivations.EVERYTHING, at_once) for at_once in sizes] + [
            (SavedActivations.WITHOUT_DEEP, 1),
            (SavedActivations.AT_BLOCKS, 1),
        ]
        if not recipe.batch_size and batch_size > 1:
            plans = plans[:1]
        for kept, at_once in plans:
            yield Plan(
                step_plan=replace(fastest, kept=kept, rows_at_once=None if at_once == rows else at_once),
                batch_size=batch_size,
                bytes_needed=at_once * pixels * BYTES_PER_PIXEL[kept]
                + weights * BYTES_PER_WEIGHT
                + SPARE_BYTES
                + (PICTURE_BYTES if fastest.graph else 0),
            )


def _weights(loaded: LoadedModel, recipe: Recipe) -> int:
    """How many the lesson's LoRA has."""
    shapes = loaded.sites(convolutions=recipe.convolutions).shapes()
    return sum(recipe.rank * (inner + outer) for inner, outer in shapes.values())
