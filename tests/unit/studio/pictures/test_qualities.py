"""Three qualities, and how long pictures take by those that were made."""

from dataclasses import replace

import pytest

from studio.jobs.job import Job, JobState
from studio.models.base_models import BASE_MODELS
from studio.people.person import OWNER
from studio.pictures.qualities import QUALITIES, model_calls, own_numbers, seconds_per_call
from studio.pictures.samplers import SAMPLERS, sampler_named
from studio.studio import Studio

POCKET = BASE_MODELS["pocket"]


@pytest.mark.parametrize("base_model", BASE_MODELS.values(), ids=lambda model: model.id)
def test_a_better_quality_asks_the_model_more_often(base_model: object) -> None:
    calls = [
        model_calls(sampler_named(sampler), steps)
        for sampler, steps, _ in (quality.numbers(base_model) for quality in QUALITIES)  # type: ignore[arg-type]
    ]
    assert calls == sorted(set(calls)) and len(calls) == 3
    for name, row in SAMPLERS.items():
        assert own_numbers(name, base_model)[1] <= row.most_steps  # type: ignore[arg-type]


def done(studio: Studio, seconds: float, **wish: float) -> Job:
    """A job that took that long."""
    job = studio.pictures.create(OWNER, "a house", steps=10, width=256, height=256, **wish)  # type: ignore[arg-type]
    return replace(job, state=JobState.DONE, started_at=100.0, ended_at=100.0 + seconds)


def test_the_time_of_a_call_is_that_of_the_quickest_of_the_last_pictures(studio: Studio) -> None:
    first, quick = done(studio, 40.0, count=2), done(studio, 10.0)
    rate = 10.0 / (10 * 256 * 256)
    assert seconds_per_call([first, quick], POCKET) == pytest.approx(rate)
    assert seconds_per_call([first], POCKET) == pytest.approx(2 * rate)
    assert seconds_per_call([first] * 5 + [quick], POCKET) == pytest.approx(2 * rate)


def test_nobody_knows_the_time_before_a_picture_was_made_with_that_model(studio: Studio) -> None:
    job = done(studio, 10.0)
    others = [replace(job, state=JobState.FAILED), replace(job, started_at=None), replace(job, ended_at=100.0)]
    assert seconds_per_call(others, POCKET) is None
    assert seconds_per_call([job], BASE_MODELS["sdxl"]) is None
