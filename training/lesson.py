"""A lesson: photos to a LoRA. Read teach() from top to bottom; it is the whole recipe.

DreamBooth on the UNet's attention projections: the photos are seen as one prompt ("a photo of <trigger word> <kind>"),
as latents drawn anew at every step from the distribution that the autoencoder gives, with noise of a uniformly drawn
strength that the UNet learns to predict. The base model is frozen; the LoRA and the optimizer's memory are fp32.
Everything random comes from one generator: the same seed on the same machine gives the same LoRA, also when the lesson
was stopped and goes on from a checkpoint.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from diffusers.schedulers.scheduling_ddpm import DDPMScheduler
from torch import Tensor, nn

from pipeline.families.resident import Conditions, Resident
from pipeline.lora import Lora
from pipeline.samplers import NOISE_SCHEDULE
from studio.errors import StudioError
from studio.requests import TrainingRequest
from training import cache, checkpoints, dataset
from training.adapter import Adapter, being_taught
from training.cache import LatentCache, WordCache
from training.checkpoints import Checkpoints

GRADIENT_NORM = 1.0  # larger gradients are shortened to this; diffusers' scripts do the same
WEIGHT_DECAY = 0.01
PRIOR_WEIGHT = 1.0  # of the class pictures' loss beside the photos'


log = logging.getLogger(__name__)


class Stopped(Exception):
    """The worker or the lesson is to rest: the lesson keeps a checkpoint, and goes on from it another time."""


class Enough(Exception):
    """A person is content with what has been learnt: the lesson ends here, as if these had been all its steps."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Moment:
    """Between two steps. `step` steps are done; `loss` is the last one's, on the device (None before the first)."""

    step: int
    loss: Tensor | None
    adapter: Adapter


@dataclass(frozen=True, kw_only=True, slots=True)
class Material:
    """What the lesson looks at: the photos and, with prior preservation, pictures of the kind in general."""

    photos: LatentCache
    words: WordCache
    class_pictures: LatentCache | None = None
    class_words: WordCache | None = None


def teach(
    resident: Resident,
    request: TrainingRequest,
    photos: Sequence[Path],
    class_pictures: Sequence[Path],
    kept: Checkpoints,
    between_steps: Callable[[Moment], None],
    while_looking: Callable[[], None] = lambda: None,
) -> Lora:
    """Teach a subject. `class_pictures` are used with prior preservation only.

    between_steps is called before the first step and after every one, while_looking after every encoded photo. What
    they raise ends the lesson; Stopped keeps a checkpoint first, and Enough gives the LoRA as it is. The UNet is given
    back as it was, in every case.
    Errors: StudioError for photos that are gone, a full disk, or numbers that run away.
    """
    recipe = request.recipe
    generator = torch.Generator("cpu").manual_seed(recipe.seed)
    material = look_at(resident, request, photos, class_pictures, generator, while_looking)
    alphas = noise_schedule(resident)
    with being_taught(resident.unet, rank=recipe.rank, alpha=recipe.alpha, seed=recipe.seed) as adapter:
        optimizer = torch.optim.AdamW(
            adapter.parameters, lr=recipe.learning_rate, weight_decay=WEIGHT_DECAY, fused=resident.device.type != "mps"
        )
        step, loss = resume(kept, adapter, optimizer, generator), None
        try:
            between_steps(Moment(step=step, loss=None, adapter=adapter))
            while step < recipe.steps:
                loss = loss_of(resident, material, recipe.batch_size, recipe.resolution, alphas, generator)
                loss.backward()
                nn.utils.clip_grad_norm_(adapter.parameters, GRADIENT_NORM)
                optimizer.step()
                optimizer.zero_grad(set_to_none=True)
                step += 1
                if step % recipe.checkpoint_every_steps == 0:
                    check_finite(loss, step)
                    kept.save(step, adapter, optimizer, generator)
                between_steps(Moment(step=step, loss=loss.detach(), adapter=adapter))
        except Enough:
            log.info("The lesson ends at step %d of %d, as a person wished.", step, recipe.steps)
        except Stopped:
            kept.save(step, adapter, optimizer, generator)
            raise
        if loss is not None:
            check_finite(loss, step)
        return adapter.snapshot(request.trigger_word)


def look_at(
    resident: Resident,
    request: TrainingRequest,
    photos: Sequence[Path],
    class_pictures: Sequence[Path],
    generator: torch.Generator,
    while_looking: Callable[[], None],
) -> Material:
    """Everything that the autoencoder and the text encoders have to say, once for the whole lesson."""
    recipe = request.recipe
    seen = cache.encode_pictures(resident, dataset.crops(photos, recipe.resolution, generator), while_looking)
    words = cache.encode_words(resident, request.instance_prompt)
    if not recipe.prior_preservation:
        return Material(photos=seen, words=words)
    others = cache.encode_pictures(resident, dataset.crops(class_pictures, recipe.resolution, generator), while_looking)
    class_words = cache.encode_words(resident, class_prompt(request.kind))
    return Material(photos=seen, words=words, class_pictures=others, class_words=class_words)


def class_prompt(kind: str) -> str:
    """The words for a subject's kind in general."""
    return f"a photo of a {kind}"


def loss_of(
    resident: Resident, material: Material, batch: int, resolution: int, alphas: Tensor, generator: torch.Generator
) -> Tensor:
    """How far the UNet is from the noise that was added, over one batch of photos (and one of class pictures)."""
    latents, conditions = material.photos.draw(batch, generator), material.words.repeated(batch)
    if material.class_pictures is not None and material.class_words is not None:
        latents = torch.cat([latents, material.class_pictures.draw(batch, generator)])
        conditions = Conditions.joined([conditions, material.class_words.repeated(batch)])
    noise = torch.randn(latents.shape, generator=generator).to(latents.device)
    timesteps = torch.randint(len(alphas), (len(latents),), generator=generator).to(latents.device)
    alpha = alphas[timesteps].view(-1, 1, 1, 1)
    noisy = alpha.sqrt() * latents + (1 - alpha).sqrt() * noise
    predicted = resident.denoise(noisy, timesteps, conditions, resolution, resolution)
    errors = (predicted - noise).square().mean(dim=(1, 2, 3))
    return errors[:batch].mean() + (PRIOR_WEIGHT * errors[batch:].mean() if len(errors) > batch else 0.0)


def noise_schedule(resident: Resident) -> Tensor:
    """How much of a picture is left at every timestep (alpha bar), fp32 on the device. Errors: StudioError."""
    config: Mapping[str, Any] = resident.scheduler_config
    if config.get("prediction_type", "epsilon") != "epsilon":
        raise StudioError(
            f"{resident.base_model.title} predicts '{config['prediction_type']}'; lessons work with models that "
            "predict noise, such as SDXL base. Choose one of those."
        )
    schedule = {name: config[name] for name in NOISE_SCHEDULE if config.get(name) is not None}
    scheduler: Any = DDPMScheduler.from_config(schedule)
    return scheduler.alphas_cumprod.to(resident.device)


def resume(kept: Checkpoints, adapter: Adapter, optimizer: torch.optim.Optimizer, generator: torch.Generator) -> int:
    """Everything as the latest checkpoint has it. Returns: the step it stands at, 0 where there is none."""
    latest = kept.latest()
    if latest is None:
        return 0
    adapter.load(latest.weights)
    checkpoints.load_optimizer(optimizer, latest.optimizer)
    generator.set_state(latest.generator)
    log.info("The lesson goes on from step %d.", latest.step)
    return latest.step


def check_finite(loss: Tensor, step: int) -> None:
    """Errors: StudioError when the numbers ran away; such a LoRA would make noise."""
    if not torch.isfinite(loss):
        raise StudioError(
            f"The lesson's numbers ran away at step {step}. Its photos and settings are kept: try again with a smaller "
            "learning rate, such as half of it."
        )
