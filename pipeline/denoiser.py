"""A sampler's steps from one noise level down, with guidance; of whole pictures, or of parts of them."""

from collections.abc import Callable, Sequence

import torch
from torch import Tensor

from pipeline import generate, samplers
from pipeline.families.loaded_model import LoadedModel
from pipeline.generate import OnStep, Progress, Settings
from pipeline.predictions import Denoise
from studio.pictures.samplers import sampler_named


class Denoiser:
    """A sampler's steps from one noise level down, with guidance, for a batch of pictures."""

    def __init__(
        self, loaded: LoadedModel, settings: Settings, negative: str, scenes: Sequence[str], start: float = 1.0
    ) -> None:
        self.loaded, self.settings = loaded, settings
        sampler = sampler_named(settings.sampler)
        self.scheduler = samplers.build(sampler, loaded.scheduler_config)
        samplers.set_steps(self.scheduler, sampler, settings.steps, loaded.base_model.family, loaded.device)
        self.is_guided = settings.guidance_scale != 1
        wanted = loaded.encode_prompts([negative, *scenes])  # all of one length
        self.scene_conditions = wanted.rows(slice(1, None))
        rows = [*([0] * len(scenes) if self.is_guided else []), *range(1, 1 + len(scenes))]
        self.conditions = wanted.rows(rows)
        loaded.pictures.begin()
        self.predictor: Denoise = loaded.pictures.predict
        self._timesteps = self.scheduler.timesteps
        self.is_fresh = True
        if start < 1:
            self._begin_at(start)

    def _begin_at(self, start: float) -> None:
        """Leave out the steps above a noise level, if the sampler has any below it."""
        levels = int(self.scheduler.config.num_train_timesteps)
        total = len(self._timesteps) // self.scheduler.order
        firsts = self._timesteps[:: self.scheduler.order][:total].tolist()
        above = sum(timestep > start * levels for timestep in firsts)
        if 0 < above < total:
            self.leave_out(above)

    def leave_out(self, above: int) -> None:
        """Leave out the first steps, fewer than there are; called once. A picture is noised then, not begun."""
        if above:
            total = len(self._timesteps) // self.scheduler.order
            self._timesteps = samplers.last_steps(self.scheduler, total, total - above)
            self.is_fresh = False

    @property
    def steps(self) -> int:
        """How many there are."""
        return len(self._timesteps)

    @property
    def rows(self) -> int:
        """Of the UNet's batch in each step."""
        return len(self.conditions)

    def predict(self, scaled: Tensor, timestep: Tensor) -> Tensor:
        """The noise, guided: (pictures, channels, height / 8, width / 8)."""
        return generate.guided_prediction(self.predictor, self.settings, scaled, timestep, self.conditions)

    def run(
        self,
        noise: Tensor,
        generators: Sequence[torch.Generator],
        seeds: Sequence[int],
        *,
        picture: Tensor | None = None,
        before: Callable[[float], object] = lambda part: None,
        after: OnStep | None = None,
    ) -> Tensor:
        """The finished latents. `before` is told the part that is done before each step, 0..1, `after` after it."""
        scheduler = self.scheduler
        extra = samplers.draw_from(scheduler, generators, seeds, noise)
        if self.is_fresh or picture is None:
            latents = samplers.first_latents(scheduler, noise)
        else:
            latents = samplers.add_noise(scheduler, picture, noise, self._timesteps[:1].repeat(len(noise)))
        for number, timestep in enumerate(self._timesteps):
            before(number / self.steps)
            scaled = samplers.model_input(scheduler, latents, timestep)
            predicted = self.predict(scaled, timestep)
            latents = scheduler.step(predicted, timestep, latents, return_dict=False, **extra)[0]
            if after is not None:
                pred_x0 = self.loaded.objective.pred_x0(scaled, predicted, timestep)
                after(Progress(part=(number + 1) / self.steps, pred_x0=pred_x0, noisy=scaled))
        return latents


class MaskedDenoiser(Denoiser):
    """A denoiser that changes what is inside; the rest leads to the latents that there were.

    At every step what is around stays the picture that it was, with the noise of that step, as in Blended Latent
    Diffusion (Avrahami et al. 2023), for samplers of any order: it is predicted, not put in its place.

    Attributes:
        kept: the latents that there were, (pictures, channels, rows, columns).
        inside: where they change, (pictures, 1, rows, columns): 1 at every step, 0 at none, and between from the
            noise level on that is such a part of the first one, so that a soft edge keeps more of what there was
            (Differential Diffusion, Levin and Fried 2023).
    """

    kept: Tensor
    inside: Tensor

    def predict(self, scaled: Tensor, timestep: Tensor) -> Tensor:
        """The guided noise inside."""
        outside = self.loaded.objective.prediction_for(self.kept, scaled, timestep)
        level = timestep / self._timesteps[0]
        changes = ((self.inside >= level) & (self.inside > 0)).to(outside)
        return torch.lerp(outside, super().predict(scaled, timestep), changes)
