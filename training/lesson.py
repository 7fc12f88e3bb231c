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

from pipeline.families.resident import LATENT_FACTOR, Resident
from pipeline.lora import Lora
from pipeline.samplers import NOISE_SCHEDULE
from studio.errors import StudioError
from studio.requests import TrainingRequest
from training import cache, checkpoints, dataset
from training.adapter import Adapter, being_taught
from training.cache import Material
from training.checkpoints import Checkpoints

GRADIENT_NORM = 1.0  # larger gradients are shortened to this; diffusers' scripts do the same
WEIGHT_DECAY = 0.01
PRIOR_WEIGHT = 1.0  # of the class pictures' loss beside the photos'


log = logging.getLogger(__name__)


class Stopped(Exception):
    """The worker is asked to end: the lesson keeps a checkpoint, and goes on from it another time."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Moment:
    """Between two steps. `step` steps are done; `loss` is the last one's, on the device (None before the first)."""

    step: int
    loss: Tensor | None
    adapter: Adapter


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
    they raise ends the lesson; Stopped keeps a checkpoint first. The UNet is given back as it was, in every case.
    Errors: StudioError for photos that are gone, a full disk, or numbers that run away.
    """
    recipe = request.recipe.with_batch_size(request.recipe.batch_size or 1)
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
                loss = loss_of(resident, material, recipe.batch_size, alphas, generator)
                loss.backward()
                nn.utils.clip_grad_norm_(adapter.parameters, GRADIENT_NORM)
                optimizer.step()
                optimizer.zero_grad(set_to_none=True)
                step += 1
                if step % recipe.checkpoint_every_steps == 0:
                    check_finite(loss, step)
                    kept.save(step, adapter, optimizer, generator)
                between_steps(Moment(step=step, loss=loss.detach(), adapter=adapter))
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
    seen = dataset.photos_of(request, photos)
    others = (
        dataset.beside(seen, class_pictures, class_prompt(request.kind)) if request.recipe.prior_preservation else []
    )
    return cache.look_at(resident, seen, others, generator, while_looking)


def class_prompt(kind: str) -> str:
    """The words for a subject's kind in general."""
    return f"a photo of a {kind}"


def loss_of(
    resident: Resident, material: Material, batch_size: int, alphas: Tensor, generator: torch.Generator
) -> Tensor:
    """How far the UNet is from the noise that was added, over one batch of photos (and one of class pictures)."""
    batch = material.draw(batch_size, generator)
    noise = torch.randn(batch.latents.shape, generator=generator).to(resident.device)
    timesteps = torch.randint(len(alphas), (len(noise),), generator=generator).to(resident.device)
    alpha = alphas[timesteps].view(-1, 1, 1, 1)
    noisy = alpha.sqrt() * batch.latents + (1 - alpha).sqrt() * noise
    height, width = (LATENT_FACTOR * side for side in noise.shape[-2:])
    predicted = resident.denoise(noisy, timesteps, batch.conditions, width, height)
    errors = (predicted - noise).square().mean(dim=(1, 2, 3))
    taught = len(errors) - batch.prior
    return errors[:taught].mean() + (PRIOR_WEIGHT * errors[taught:].mean() if batch.prior else 0.0)


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
