"""Three qualities of a picture over the sampler and its numbers, and how long pictures take by what was measured."""

from collections.abc import Iterable
from dataclasses import dataclass

from studio.jobs.job import Job, JobState
from studio.jobs.requests import PictureRequest
from studio.models.base_models import BaseModel
from studio.pictures.samplers import Sampler, sampler_named

_LAST = 5  # jobs that are looked at


@dataclass(frozen=True, kw_only=True, slots=True)
class Quality:
    """One quality. sampler: "" for the base model's own; steps_factor: of the base model's own number of steps."""

    name: str
    sampler: str = ""
    steps_factor: float = 1.0

    def numbers(self, base_model: BaseModel) -> tuple[str, int, float]:
        """The sampler, steps and guidance scale on a base model."""
        name, steps, guidance_scale = own_numbers(self.sampler or base_model.default_sampler, base_model)
        return name, min(round(steps * self.steps_factor), sampler_named(name).most_steps), guidance_scale


GOOD = Quality(name="good")
QUALITIES: tuple[Quality, ...] = (
    Quality(name="draft", sampler="DPM++ 2M AYS"),  # needs no download
    GOOD,
    Quality(name="best", steps_factor=1.6),
)


def own_numbers(sampler: str, base_model: BaseModel) -> tuple[str, int, float]:
    """The sampler again, and the steps and the guidance scale that suit it on a base model. Errors: StudioError."""
    row = sampler_named(sampler)
    return (
        row.name,
        row.suitable_steps(base_model.default_steps),
        row.suitable_guidance(base_model.default_guidance_scale),
    )


def model_calls(sampler: Sampler, steps: int) -> int:
    """How often the model is asked for one picture."""
    return sampler.model_calls * steps


def seconds_per_call(jobs: Iterable[Job], base_model: BaseModel) -> float | None:
    """Seconds of one call of the model for each pixel of a picture, by the newest pictures made with it.

    `jobs`: newest first. The quickest of the last few counts, since the others may have waited for the model to be
    loaded, or made room for a lesson. None where none was made yet.
    """
    rates: list[float] = []
    for job in jobs:
        request = job.request
        if job.state is not JobState.DONE or not isinstance(request, PictureRequest) or not job.started_at:
            continue
        if request.base_model != base_model.id or not job.ended_at or job.ended_at <= job.started_at:
            continue
        calls = request.work * sampler_named(request.sampler).model_calls
        rates.append((job.ended_at - job.started_at) / (calls * request.width * request.height))
        if len(rates) == _LAST:
            break
    return min(rates, default=None)
