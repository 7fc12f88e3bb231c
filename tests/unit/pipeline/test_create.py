"""Making pictures on a real small model: seeds, words, sizes, progress."""

from typing import Any

import numpy as np
import pytest
import torch

from pipeline import create, samplers
from pipeline.create import Progress, Settings
from pipeline.families.sdxl import SdxlShaped
from studio.samplers import sampler_named
from tests.engine import SIDE
from tests.played_graphs import Played

PROMPT, AVOIDED = "a photo of a cat on the beach", "blurry"
STEPS = 3


def settings(**changes: Any) -> Settings:
    values = {"sampler": "DPM++ 2M Karras", "steps": STEPS, "guidance_scale": 5.0, "width": SIDE, "height": SIDE}
    return Settings(**(values | changes))


def make(
    resident: SdxlShaped, seed: int = 3, prompt: str = PROMPT, avoided: str = AVOIDED, **changes: Any
) -> np.ndarray:
    conditions = create.guided(resident, prompt, avoided)
    return np.asarray(create.picture(resident, settings(**changes), conditions, seed)).astype(int)


def test_the_same_seed_gives_the_same_pixels_and_another_seed_does_not(resident: SdxlShaped) -> None:
    first, again, other = make(resident, seed=5), make(resident, seed=5), make(resident, seed=6)

    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


def test_the_global_random_state_is_neither_used_nor_changed(resident: SdxlShaped) -> None:
    torch.manual_seed(1)
    first, state = make(resident, sampler="Euler a"), torch.random.get_rng_state()
    torch.manual_seed(2)

    assert np.array_equal(make(resident, sampler="Euler a"), first)
    torch.manual_seed(1)
    assert torch.equal(torch.random.get_rng_state(), state)


def test_words_and_things_to_avoid_both_change_the_picture(resident: SdxlShaped) -> None:
    picture = make(resident)

    assert not np.array_equal(picture, make(resident, prompt="a photo of a dog in the snow"))
    assert not np.array_equal(picture, make(resident, avoided="a red hat"))


def test_nothing_to_avoid_is_encoded_as_empty_words_not_as_zeros(resident: SdxlShaped) -> None:
    conditions = create.guided(resident, PROMPT, "")

    assert torch.equal(conditions.hidden[:1], resident.encode_prompts([""]).hidden)
    assert conditions.hidden[0].abs().max() > 0
    assert conditions.pooled[0].abs().max() > 0


def test_guidance_scale_one_is_the_prompt_alone(resident: SdxlShaped) -> None:
    alone = make(resident, guidance_scale=1.0)

    assert np.array_equal(alone, make(resident, guidance_scale=1.0, avoided="a red hat"))


def test_a_wide_picture_has_the_size_asked_for(resident: SdxlShaped) -> None:
    assert make(resident, width=96, height=64, steps=1).shape == (64, 96, 3)


def test_every_step_says_how_far_it_is_and_what_the_model_sees(resident: SdxlShaped) -> None:
    seen: list[Progress] = []
    conditions = create.guided(resident, PROMPT, AVOIDED)

    create.picture(resident, settings(sampler="Heun"), conditions, 3, seen.append)

    assert [round(progress.part, 3) for progress in seen] == [
        0.2,
        0.4,
        0.6,
        0.8,
        1.0,
    ]  # Heun looks twice, but at the end
    preview = resident.preview(seen[-1].seen, 128, 96)
    assert (preview.size, preview.mode) == ((128, 96), "RGB")


def test_what_the_callback_raises_ends_the_picture(resident: SdxlShaped) -> None:
    calls: list[Progress] = []

    def cancel(progress: Progress) -> None:
        calls.append(progress)
        raise InterruptedError

    with pytest.raises(InterruptedError):
        create.picture(resident, settings(), create.guided(resident, PROMPT, AVOIDED), 3, cancel)
    assert len(calls) == 1


def test_a_look_at_a_picture_on_its_way_waits_for_no_number_from_the_card(resident: SdxlShaped) -> None:
    """On a card each wait costs the time in which the next step could have been told to it."""
    scheduler = samplers.build(sampler_named("DPM++ 2M Karras"), resident.scheduler_config)
    scheduler.set_timesteps(8)
    latents = torch.randn(1, 4, 8, 8, generator=torch.Generator().manual_seed(0))
    timestep = scheduler.timesteps[3]
    alpha = scheduler.alphas_cumprod[int(timestep)]
    with Played():  # as while a graph is captured, no number may be read
        seen = create.seen(scheduler, latents, latents / 2, timestep)
    assert torch.allclose(seen, (latents - (1 - alpha).sqrt() * latents / 2) / alpha.sqrt())
