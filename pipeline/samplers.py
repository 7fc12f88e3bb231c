"""A sampler's row made into a diffusers scheduler, with its noise levels and its own source of noise."""

import warnings
from collections.abc import Mapping, Sequence
from inspect import signature
from typing import Any

import diffusers
import numpy as np
import torch
from diffusers.schedulers.scheduling_dpmsolver_sde import BrownianTreeNoiseSampler, DPMSolverSDEScheduler
from torch import Tensor

from pipeline.objectives import FLOW, FLOW_LEVELS, NOISE_SCHEDULE
from studio.errors import StudioError
from studio.pictures.samplers import ALIGNED_TIMESTEPS, SAMPLERS, Sampler
from studio.words import Listing


def build(sampler: Sampler, base_config: Mapping[str, Any]) -> Any:
    """A new scheduler for this sampler on a base model's noise schedule, or on its flow.

    Receives: the base model's scheduler config. Returns: a scheduler of diffusers, before set_steps(). Errors:
    StudioError for a sampler that does not work on models of flow matching.
    """
    if base_config.get("prediction_type") == FLOW:
        return _build_flow(sampler, float(base_config.get("shift", 1.0)))
    scheduler_class = getattr(diffusers, sampler.scheduler_class)
    schedule = {name: base_config[name] for name in NOISE_SCHEDULE if base_config.get(name) is not None}
    return scheduler_class.from_config(schedule | dict(sampler.options))


def _build_flow(sampler: Sampler, shift: float) -> Any:
    if not sampler.flow_class:
        fine = Listing([row.name for row in SAMPLERS.values() if row.flow_class], most=None, style="comma")
        raise StudioError("sampler-not-for-flow", sampler=sampler.name, fine=fine)
    scheduler_class = getattr(diffusers, sampler.flow_class)
    own = "flow_shift" if "flow_shift" in signature(scheduler_class).parameters else "shift"
    return scheduler_class(**{"num_train_timesteps": FLOW_LEVELS, own: shift, **sampler.flow_options})


def first_latents(scheduler: Any, noise: Tensor) -> Tensor:
    """Noise as strong as the scheduler begins with, for flow matching as it is; called after set_steps()."""
    return noise * getattr(scheduler, "init_noise_sigma", 1.0)


def model_input(scheduler: Any, latents: Tensor, timestep: Tensor) -> Tensor:
    """What the model looks at: latents of a scheduler that counts noise otherwise are scaled."""
    scale = getattr(scheduler, "scale_model_input", None)
    return latents if scale is None else scale(latents, timestep)


def add_noise(scheduler: Any, latents: Tensor, noise: Tensor, timesteps: Tensor) -> Tensor:
    """Latents with the noise of these timesteps, (n,), as the scheduler counts it."""
    if hasattr(scheduler, "add_noise"):
        return scheduler.add_noise(latents, noise, timesteps)
    return scheduler.scale_noise(latents, timesteps, noise)


def set_steps(scheduler: Any, sampler: Sampler, steps: int, family: str, device: torch.device) -> None:
    """Give the scheduler of build() its noise levels for that many steps, on a base model of that family."""
    is_flow = not hasattr(scheduler, "alphas_cumprod") or scheduler.config.get("use_flow_sigmas", False)
    timesteps = None if is_flow else timesteps_for(scheduler, sampler, steps, family)
    if timesteps is None:
        scheduler.set_timesteps(steps, device=device)
    else:
        scheduler.set_timesteps(timesteps=timesteps, device=device)


def timesteps_for(scheduler: Any, sampler: Sampler, steps: int, family: str) -> list[int] | None:
    """The timesteps that a row states, from the noisiest on; None where the scheduler's own are meant."""
    match sampler.grid:
        case "own":
            return None
        case "normal":
            last = scheduler.config.num_train_timesteps - 1
            return [int(timestep) for timestep in np.linspace(last, 0, steps).round()]
        case "align":
            published = ALIGNED_TIMESTEPS["sd15" if family == "sd15" else "sdxl"]
            return _aligned(published, scheduler.alphas_cumprod.numpy(), steps)


def last_steps(scheduler: Any, steps: int, run: int) -> Tensor:
    """The timesteps of the last `run` of all steps, for a picture that starts from another one; as in diffusers.

    Called after set_steps(), and once: the scheduler begins there from now on.
    """
    begin = (steps - run) * scheduler.order
    if hasattr(scheduler, "set_begin_index"):
        scheduler.set_begin_index(begin)
    return scheduler.timesteps[begin:]


def draw_from(
    scheduler: Any, generators: Sequence[torch.Generator], seeds: Sequence[int], latents: Tensor
) -> dict[str, Any]:
    """What step() takes besides, so that every picture of a batch draws its noise from its own seed, on the CPU.

    Receives: one generator and one seed for each of the latents (pictures, channels, height / 8, width / 8).
    Called after set_steps(). Returns: keyword arguments for every step().
    """
    if isinstance(scheduler, DPMSolverSDEScheduler):
        sigmas = scheduler.sigmas[scheduler.sigmas > 0]
        tree: Any = BrownianTreeNoiseSampler(
            torch.empty(latents.shape, dtype=torch.float32), sigmas.min().item(), sigmas.max().item(), list(seeds)
        )

        def between(sigma: Tensor, sigma_next: Tensor) -> Tensor:
            with warnings.catch_warnings():  # the library warns of ends that its rounding alone puts outside
                warnings.simplefilter("ignore", UserWarning)
                return tree(sigma, sigma_next).to(latents.device)

        scheduler.noise_sampler = between  # type: ignore[assignment]
    return {"generator": list(generators)} if "generator" in signature(scheduler.step).parameters else {}


def _aligned(published: Sequence[int], alphas_cumprod: np.ndarray, steps: int) -> list[int]:
    """The published timesteps; for another number of steps, those between them, evenly in the logarithm of noise."""
    if steps == len(published):
        return list(published)
    log_sigmas = np.log((1 - alphas_cumprod) / alphas_cumprod) / 2
    places = np.linspace(0, len(published) - 1, steps)
    wanted = np.interp(places, range(len(published)), log_sigmas[list(published)])
    return [int(timestep) for timestep in np.interp(wanted, log_sigmas, range(len(log_sigmas))).round()]
