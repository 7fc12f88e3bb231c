"""A training run: photos to a LoRA. Read train() from top to bottom; it is the whole recipe.

DreamBooth on a base model's attention projections: the photos are seen as one prompt ("a photo of <trigger word>
<kind>"), as latents drawn anew at every step from the distribution that the autoencoder gives, with as much noise as
the model's objective draws; the model learns to predict what that objective asks. The base model is frozen; the LoRA
and the optimizer's memory are fp32. Everything random comes from one generator: the same seed on the same machine gives
the same LoRA, also when the run was stopped and goes on from a checkpoint.
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from torch import Tensor

from pipeline.families.loaded_model import LoadedModel
from pipeline.loras.lora import Lora
from pipeline.multi_subject.wording import class_prompt
from pipeline.objectives import Objective
from studio.errors import StudioError
from studio.jobs.recipes import AUTO, Recipe
from studio.jobs.requests import TrainingRequest
from studio.words import in_english
from training import cache, dataset, memory, step_cache, subject_masks
from training.adapter import Adapter
from training.cache import Batch, TrainingData, to_device
from training.checkpoints import Checkpoints
from training.memory import Plan
from training.step import Shape, StepInputs, TrainingStep

WARM_UP_STEPS = 10
DECAY_SHARE = 0.25

log = logging.getLogger(__name__)


class Stopped(Exception):
    """The worker or the run is to rest: the run keeps a checkpoint, and goes on from it another time."""


class EarlyStop(Exception):
    """A person is content with what has been learnt: the run ends here, as if these had been all its steps."""


@dataclass(frozen=True, kw_only=True, slots=True)
class StepInfo:
    """Between two steps. `step` steps are done; `loss` is the last one's, on the device (None before the first)."""

    step: int
    loss: Tensor | None
    adapter: Adapter


def train(
    loaded: LoadedModel,
    request: TrainingRequest,
    photos: Sequence[Path],
    class_pictures: Sequence[Path],
    checkpoints: Checkpoints,
    between_steps: Callable[[StepInfo], None],
    on_encoded: Callable[[], None] = lambda: None,
    plans: Sequence[Plan] = (),
    on_plan: Callable[[Plan], None] = lambda plan: None,
) -> Lora:
    """Train a LoRA on a subject. `class_pictures` are used with prior preservation only.

    `plans` and a request that they fit are those of ready(); on_plan is called with the one that is taken, and again
    when the memory turned out too small for it and the lesson goes on in the next.

    between_steps is called before the first step and after every one, on_encoded after every encoded photo. What
    they raise ends the lesson; Stopped keeps a checkpoint first, and EarlyStop gives the LoRA as it is. The UNet is
    given back as it was, in every case.
    Errors: StudioError for photos that are gone, a full disk, or numbers that run away.
    """
    if not plans:
        request, plans = ready(loaded, request, checkpoints)
    recipe = request.recipe
    generator = torch.Generator("cpu").manual_seed(recipe.seed)
    training_data = encode(loaded, request, photos, class_pictures, generator, on_encoded)
    with step_cache.step_for(
        loaded, recipe, plans[0].step_plan, shapes_of(training_data, recipe, loaded.objective)
    ) as training_step:
        adapter = training_step.adapter
        on_plan(plans[0])
        smaller = list(plans[1:])
        step, loss = resume(checkpoints, adapter, training_step, generator), None
        try:
            between_steps(StepInfo(step=step, loss=None, adapter=adapter))
            while step < recipe.steps:
                drawn_from = generator.get_state()
                try:
                    loss = training_step.take(
                        draw(training_data, recipe, loaded.objective, generator), learning_rate_at(step, recipe)
                    )
                except torch.OutOfMemoryError:
                    if not smaller:
                        raise
                    log.warning(
                        "Too little memory at step %d; the lesson goes on with %s.", step, in_english(smaller[0].words)
                    )
                    generator.set_state(drawn_from)
                    training_step.go_on(smaller[0].step_plan)
                    on_plan(smaller.pop(0))
                    continue
                step += 1
                is_checkpoint = step % recipe.checkpoint_every_steps == 0
                if is_checkpoint:
                    check_finite(loss, step)
                between_steps(StepInfo(step=step, loss=loss, adapter=adapter))
                if is_checkpoint:  # after the loss was told: what is killed in between does this step once more
                    checkpoints.save(step, recipe.batch_size, adapter, training_step, generator)
        except EarlyStop:
            log.info("The lesson ends at step %d of %d, as a person wished.", step, recipe.steps)
        except Stopped:
            checkpoints.save(step, recipe.batch_size, adapter, training_step, generator)
            raise
        if loss is not None:
            check_finite(loss, step)
        return adapter.snapshot(request.trigger_word)


def ready(
    loaded: LoadedModel, request: TrainingRequest, checkpoints: Checkpoints
) -> tuple[TrainingRequest, list[Plan]]:
    """The request with its batch size, and the ways in which the lesson can be given, the best one first.

    A lesson that goes on keeps the batch size that it was begun with.
    """
    begun_with = checkpoints.batch_size()
    recipe = request.recipe if begun_with is None else request.recipe.with_batch_size(begun_with)
    plans = memory.plans(loaded, recipe)
    if recipe.batch_size == AUTO:
        recipe = recipe.with_batch_size(plans[0].batch_size)
    return replace(request, recipe=recipe), plans


def encode(
    loaded: LoadedModel,
    request: TrainingRequest,
    photos: Sequence[Path],
    class_pictures: Sequence[Path],
    generator: torch.Generator,
    on_encoded: Callable[[], None],
) -> TrainingData:
    """Everything that the autoencoder and the text encoders have to say, once for the whole lesson."""
    recipe, of_kind = request.recipe, class_prompt(request.kind)
    seen = dataset.photos_of(request, photos)
    if recipe.needs_outlines and loaded.ports is not None:
        seen = subject_masks.with_subject_masks(loaded, seen, request.kind, of_kind, on_encoded)
    others = dataset.class_pictures_for(seen, class_pictures, of_kind) if recipe.prior_preservation else []
    return cache.encode(loaded, seen, others, generator, on_encoded)


def draw(training_data: TrainingData, recipe: Recipe, objective: Objective, generator: torch.Generator) -> StepInputs:
    """A batch of photos (and one of class pictures), noise for each, and how much of it."""
    return noised(training_data.draw(recipe.batch_size, generator), recipe, objective, generator)


def shapes_of(training_data: TrainingData, recipe: Recipe, objective: Objective) -> set[Shape]:
    """Those of all inputs that draw() can give."""
    batches = (
        training_data.draw_from(k, recipe.batch_size, torch.Generator()) for k in range(len(training_data.photos))
    )
    return {noised(batch, recipe, objective, torch.Generator()).shape for batch in batches}


def noised(batch: Batch, recipe: Recipe, objective: Objective, generator: torch.Generator) -> StepInputs:
    """A batch with noise for each picture, and how much of it."""
    device = batch.latents.device
    noise = torch.randn(batch.latents.shape, generator=generator)
    timesteps = objective.draw_timesteps(len(noise), recipe.first_timestep, recipe.last_timestep, generator)
    return StepInputs(batch=batch, noise=to_device(noise, device), timesteps=to_device(timesteps, device))


def learning_rate_at(step: int, recipe: Recipe) -> float:
    """The rate of the step with this number, from 0: up over the first steps, the recipe's, down over the last quarter.

    AdamW's first steps know little of their scale; the last ones should settle and not jump.
    """
    up = (step + 1) / WARM_UP_STEPS
    down = (recipe.steps - step) / (DECAY_SHARE * recipe.steps)
    return recipe.learning_rate * min(1.0, up, down)


def resume(checkpoints: Checkpoints, adapter: Adapter, training_step: TrainingStep, generator: torch.Generator) -> int:
    """Everything as the latest checkpoint has it. Returns: the step it stands at, 0 where there is none."""
    latest = checkpoints.latest()
    if latest is None:
        return 0
    adapter.load(latest.weights)
    training_step.load_optimizer(latest.optimizer)
    generator.set_state(latest.generator)
    log.info("The lesson goes on from step %d.", latest.step)
    return latest.step


def check_finite(loss: Tensor, step: int) -> None:
    """Errors: StudioError when the numbers ran away; such a LoRA would make noise."""
    if not torch.isfinite(loss):
        raise StudioError("lesson-numbers-ran-away", step=step)
