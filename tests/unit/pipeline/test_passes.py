"""Batches, variations, pictures that start from another one, and larger versions, on a real small model in fp32."""

import warnings
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image

from pipeline import generate, samplers, sheets
from pipeline.families.sdxl import SdxlShaped
from pipeline.generate import InitLatents, NoiseSeed, Progress, Settings
from studio.jobs.requests import PictureRequest, steps_run
from studio.pictures.options import HiresFix, InitImage
from studio.pictures.samplers import SAMPLERS
from tests.engine import A_FEW_SAMPLERS, SIDE, STEADY_SIDE, picture_request, rounding
from tests.slow import with_slow

PROMPT, AVOIDED, STEPS = "a photo of a cat on the beach", "blurry", 4
ROUNDING = 1  # of 255: a batch adds up in another order
GUIDANCE = 3.0  # the small model's own
STEADY: dict[str, Any] = {"width": STEADY_SIDE, "height": STEADY_SIDE}
# One of each sort: steady, with noise of its own at each step, looking twice, looking twice with noise of its own.
SORTS = ("DPM++ 2M Karras", "Euler a", "Heun", "DPM++ SDE Karras", "DPM2 a Karras", "DPM++ 2M SDE Karras", "LCM")


def settings(**changes: Any) -> Settings:
    values = {"sampler": "DPM++ 2M Karras", "steps": STEPS, "guidance_scale": GUIDANCE, "width": SIDE, "height": SIDE}
    return Settings(**(values | changes))


def arrays(images: list[Image.Image]) -> list[np.ndarray]:
    return [np.asarray(image).astype(int) for image in images]


def make(
    loaded: SdxlShaped, draws: list[NoiseSeed], begin: InitLatents | None = None, **changes: Any
) -> list[np.ndarray]:
    conditions = generate.encode_guided(loaded, PROMPT, AVOIDED)
    return arrays(generate.pictures(loaded, settings(**changes), conditions, draws, begin=begin))


def made(loaded: SdxlShaped, request: PictureRequest, start: Image.Image | None = None) -> np.ndarray:
    conditions = generate.encode_guided(loaded, request.prompt, request.negative_prompt)
    return arrays(generate.made(loaded, [request.one(0)], conditions, start, lambda progress: None))[0]


def far(one: np.ndarray, other: np.ndarray) -> float:
    return float(np.abs(one - other).mean())


@pytest.mark.parametrize("sampler", with_slow(SORTS, ("Euler a",)))
def test_a_picture_is_the_same_alone_and_in_every_batch(sampler: str, loaded: SdxlShaped) -> None:
    seeds = [3, 8, 3, 5]
    alone = {seed: make(loaded, [NoiseSeed(seed=seed)], sampler=sampler, **STEADY)[0] for seed in set(seeds)}

    for batch in (seeds, seeds[:2], seeds[2:]):
        largest_batch = make(loaded, [NoiseSeed(seed=seed) for seed in batch], sampler=sampler, **STEADY)
        for seed, picture in zip(batch, largest_batch, strict=True):
            assert np.abs(picture - alone[seed]).max() <= rounding(sampler)
    assert far(alone[3], alone[8]) > 10 * ROUNDING


def test_without_guidance_a_batch_is_of_the_prompt_alone(loaded: SdxlShaped) -> None:
    largest_batch = make(loaded, [NoiseSeed(seed=3), NoiseSeed(seed=8)], guidance_scale=1.0)
    for seed, picture in zip((3, 8), largest_batch, strict=True):
        assert np.abs(picture - make(loaded, [NoiseSeed(seed=seed)], guidance_scale=1.0)[0]).max() <= ROUNDING


def test_a_stop_in_a_batch_ends_all_of_it(loaded: SdxlShaped) -> None:
    seen: list[Progress] = []

    def cancel(progress: Progress) -> None:
        seen.append(progress)
        if len(seen) == 2:
            raise InterruptedError

    conditions = generate.encode_guided(loaded, PROMPT, AVOIDED)
    with pytest.raises(InterruptedError):
        generate.pictures(loaded, settings(), conditions, [NoiseSeed(seed=3), NoiseSeed(seed=4)], cancel)
    assert [progress.part for progress in seen] == [0.25, 0.5]
    assert seen[0].pred_x0.shape == (2, 4, SIDE // 8, SIDE // 8)


def test_a_variation_goes_from_one_picture_to_another(loaded: SdxlShaped) -> None:
    own, other = make(loaded, [NoiseSeed(seed=3)], **STEADY)[0], make(loaded, [NoiseSeed(seed=8)], **STEADY)[0]
    none, little, all_the_way = (
        make(loaded, [NoiseSeed(seed=3, variation_seed=8, variation_strength=strength)], **STEADY)[0]
        for strength in (0.0, 0.02, 1.0)
    )
    assert np.array_equal(none, own)
    assert 0 < far(little, own) < far(other, own) / 2
    assert np.abs(all_the_way - other).max() <= ROUNDING


def test_the_noise_of_a_variation_is_as_strong_as_any_and_the_farther_the_less_alike(loaded: SdxlShaped) -> None:
    large = settings(width=256, height=256)
    own, _ = generate.noise(loaded, large, 1)
    likeness = []
    for strength in (0.0, 0.1, 0.5, 0.9):
        noise, _ = generate.noise_of(loaded, large, NoiseSeed(seed=1, variation_seed=2, variation_strength=strength))
        assert noise.std().item() == pytest.approx(1, abs=0.03)
        likeness.append(torch.nn.functional.cosine_similarity(noise.flatten(), own.flatten(), dim=0).item())
    assert likeness == pytest.approx([1, 0.99, 0.71, 0.16], abs=0.03)


@pytest.fixture(scope="module")
def stock(pocket_folder: Path) -> Any:
    """diffusers' own pipeline that starts from pictures, on the same model."""
    from diffusers import StableDiffusionXLImg2ImgPipeline  # type: ignore[attr-defined]

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        pipeline: Any = StableDiffusionXLImg2ImgPipeline.from_pretrained(pocket_folder, dtype=torch.float32)
    pipeline.set_progress_bar_config(disable=True)
    return pipeline


def gradient(side: int = SIDE) -> Image.Image:
    """A picture to start from."""
    across = np.tile(np.linspace(0, 255, side, dtype=np.uint8), (side, 1))
    return Image.fromarray(np.stack([across, across.T, 255 - across], axis=-1))


@pytest.mark.parametrize("strength", with_slow([0.3, 0.75, 1.0], [0.75]))
@pytest.mark.parametrize("name", with_slow(SAMPLERS, A_FEW_SAMPLERS))
def test_starting_from_a_picture_is_what_stock_diffusers_does(
    name: str, strength: float, loaded: SdxlShaped, stock: Any
) -> None:
    latents = generate.latents_of(loaded, [gradient()], settings(**STEADY))
    ours = make(loaded, [NoiseSeed(seed=3)], InitLatents(latents=latents, strength=strength), sampler=name, **STEADY)[0]
    stock.scheduler = samplers.build(SAMPLERS[name], loaded.scheduler_config)
    stock.scheduler.noise_sampler_seed = 3  # of DPM++ SDE; no other scheduler looks at it
    timesteps = samplers.timesteps_for(stock.scheduler, SAMPLERS[name], STEPS, "sdxl")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # torchsde's, of ends that its rounding alone puts outside
        theirs = stock(
            PROMPT,
            image=latents,
            strength=strength,
            negative_prompt=AVOIDED,
            guidance_scale=GUIDANCE,
            original_size=(256, 256),
            target_size=(256, 256),
            generator=torch.Generator("cpu").manual_seed(3),
            **({"num_inference_steps": STEPS} if timesteps is None else {"timesteps": timesteps}),
        ).images[0]

    assert np.abs(ours - np.asarray(theirs)).max() <= rounding(name)


def test_the_stronger_the_less_is_left_of_the_picture_that_it_starts_from(loaded: SdxlShaped) -> None:
    start = gradient()
    changes = [
        far(
            made(loaded, picture_request(steps=10, start=InitImage(file="x.png", strength=strength)), start),
            start_array,
        )
        for start_array in [np.asarray(start).astype(int)]
        for strength in (0.1, 0.5, 1.0)
    ]
    assert changes[0] < changes[1] < changes[2]


def test_at_least_one_step_is_run_from_a_picture() -> None:
    assert [steps_run(20, strength) for strength in (0.01, 0.05, 0.35, 0.5, 1.0)] == [1, 1, 7, 10, 20]


def test_a_larger_version_shows_the_same_picture_with_more_pixels(loaded: SdxlShaped) -> None:
    small = made(loaded, picture_request(steps=8))
    parts: list[float] = []
    request = picture_request(steps=8, larger=HiresFix(scale=1.5, strength=0.25))
    conditions = generate.encode_guided(loaded, request.prompt, request.negative_prompt)
    larger = generate.made(loaded, [request], conditions, None, lambda progress: parts.append(progress.part))[0]
    other = made(loaded, picture_request(steps=8, seed=99))

    assert larger.size == (96, 96) == request.final_size
    again = np.asarray(larger.resize((SIDE, SIDE), Image.Resampling.LANCZOS)).astype(int)
    assert far(again, small) < far(other, small) / 2
    assert parts == sorted(parts) and parts[-1] == 1.0
    assert len(parts) == 8 + 2


def test_a_picture_of_another_shape_is_cut_evenly_not_squeezed(loaded: SdxlShaped) -> None:
    wide = Image.new("RGB", (SIDE * 2, SIDE), "red")
    wide.paste(Image.new("RGB", (SIDE, SIDE), "white"), (SIDE // 2, 0))
    white = generate.latents_of(loaded, [Image.new("RGB", (SIDE, SIDE), "white")], settings())
    assert torch.allclose(generate.latents_of(loaded, [wide], settings()), white, atol=1e-3)


def test_a_sheet_has_room_for_every_picture_and_its_labels() -> None:
    images = [Image.new("RGB", (64, 48), (40 * number, 0, 0)) for number in range(6)]
    sheet = sheets.labelled(images, ["Steps 10", "Steps 20", "a label that is much too long"], ["Seed 1", "Seed 2"])

    colours = {colour for _, colour in sheet.getcolors(sheet.width * sheet.height) or []}
    assert {(40 * number, 0, 0) for number in range(6)} <= colours
    large = sheets.labelled([Image.new("RGB", (1024, 1024))] * 7, [str(number) for number in range(7)], [])
    assert max(large.size) <= sheets.MOST_PIXELS + 100
    assert sheets.side_by_side(images).size == (63, 32)
