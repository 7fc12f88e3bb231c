"""Making pictures on a real small model: seeds, words, sizes, progress."""

from typing import Any

import numpy as np
import pytest
import torch

from pipeline import generate, samplers
from pipeline.families.sdxl import SdxlShaped
from pipeline.generate import Progress, Settings
from studio.pictures.samplers import sampler_named
from tests.engine import SIDE
from tests.played_graphs import Played

PROMPT, AVOIDED = "a photo of a cat on the beach", "blurry"
STEPS = 3


def settings(**changes: Any) -> Settings:
    values = {"sampler": "DPM++ 2M Karras", "steps": STEPS, "guidance_scale": 5.0, "width": SIDE, "height": SIDE}
    return Settings(**(values | changes))


def make(loaded: SdxlShaped, seed: int = 3, prompt: str = PROMPT, avoided: str = AVOIDED, **changes: Any) -> np.ndarray:
    conditions = generate.encode_guided(loaded, prompt, avoided)
    return np.asarray(generate.picture(loaded, settings(**changes), conditions, seed)).astype(int)


def test_the_same_seed_gives_the_same_pixels_and_another_seed_does_not(loaded: SdxlShaped) -> None:
    first, again, other = make(loaded, seed=5), make(loaded, seed=5), make(loaded, seed=6)

    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


def test_the_global_random_state_is_neither_used_nor_changed(loaded: SdxlShaped) -> None:
    torch.manual_seed(1)
    first, state = make(loaded, sampler="Euler a"), torch.random.get_rng_state()
    torch.manual_seed(2)

    assert np.array_equal(make(loaded, sampler="Euler a"), first)
    torch.manual_seed(1)
    assert torch.equal(torch.random.get_rng_state(), state)


def test_words_and_things_to_avoid_both_change_the_picture(loaded: SdxlShaped) -> None:
    picture = make(loaded)

    assert not np.array_equal(picture, make(loaded, prompt="a photo of a dog in the snow"))
    assert not np.array_equal(picture, make(loaded, avoided="a red hat"))


def test_nothing_to_avoid_is_encoded_as_empty_words_not_as_zeros(loaded: SdxlShaped) -> None:
    conditions = generate.encode_guided(loaded, PROMPT, "")

    assert torch.equal(loaded.ports.prompt_embeds(conditions)[:1], loaded.encode_prompts([""]).prompt_embeds)
    assert all(words[0].abs().max() > 0 for words in conditions.tensors().values())


def test_guidance_scale_one_is_the_prompt_alone(loaded: SdxlShaped) -> None:
    alone = make(loaded, guidance_scale=1.0)

    assert np.array_equal(alone, make(loaded, guidance_scale=1.0, avoided="a red hat"))


def test_a_wide_picture_has_the_size_asked_for(loaded: SdxlShaped) -> None:
    assert make(loaded, width=96, height=64, steps=1).shape == (64, 96, 3)


def test_every_step_says_how_far_it_is_and_what_the_model_sees(loaded: SdxlShaped) -> None:
    seen: list[Progress] = []
    conditions = generate.encode_guided(loaded, PROMPT, AVOIDED)

    generate.picture(loaded, settings(sampler="Heun"), conditions, 3, seen.append)

    assert [round(progress.part, 3) for progress in seen] == [
        0.2,
        0.4,
        0.6,
        0.8,
        1.0,
    ]  # Heun looks twice, but at the end
    preview = loaded.preview(seen[-1].pred_x0, 128, 96)
    assert (preview.size, preview.mode) == ((128, 96), "RGB")


def test_what_the_callback_raises_ends_the_picture(loaded: SdxlShaped) -> None:
    calls: list[Progress] = []

    def cancel(progress: Progress) -> None:
        calls.append(progress)
        raise InterruptedError

    with pytest.raises(InterruptedError):
        generate.picture(loaded, settings(), generate.encode_guided(loaded, PROMPT, AVOIDED), 3, cancel)
    assert len(calls) == 1


def test_a_look_at_a_picture_on_its_way_waits_for_no_number_from_the_card(loaded: SdxlShaped) -> None:
    """On a card each wait costs the time in which the next step could have been told to it."""
    scheduler = samplers.build(sampler_named("DPM++ 2M Karras"), loaded.scheduler_config)
    scheduler.set_timesteps(8)
    latents = torch.randn(1, 4, 8, 8, generator=torch.Generator().manual_seed(0))
    timestep = scheduler.timesteps[3]
    alpha = scheduler.alphas_cumprod[int(timestep)]
    with Played():  # as while a graph is captured, no number may be read
        seen = loaded.objective.pred_x0(latents, latents / 2, timestep)
    assert torch.allclose(seen, (latents - (1 - alpha).sqrt() * latents / 2) / alpha.sqrt())


@pytest.mark.parametrize("sampler", ["Euler a", "DPM++ SDE Karras"])
def test_seeds_of_64_bits_make_pictures_of_their_own_also_with_fresh_noise(loaded: SdxlShaped, sampler: str) -> None:
    large = make(loaded, seed=2**64 - 1, sampler=sampler)
    assert np.array_equal(large, make(loaded, seed=2**64 - 1, sampler=sampler))
    assert not np.array_equal(large, make(loaded, seed=2**63 + 5, sampler=sampler))
