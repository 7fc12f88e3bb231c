"""Every sampler of the table against stock diffusers, in fp32 on the pocket model: the same picture."""

import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from pipeline import generate, samplers
from pipeline.families.sdxl import SdxlShaped
from pipeline.generate import Settings
from pipeline.loras import files as lora_files
from pipeline.loras.lora import Lora, merged
from studio.pictures.samplers import ALIGNED_TIMESTEPS, SAMPLERS, Sampler
from tests.engine import A_FEW_SAMPLERS, ONE_OF_EACH_SCHEDULER, STEADY_SIDE, random_lora, rounding
from tests.slow import with_slow
from tests.unit.pipeline.loras.test_files import ABOUT, FACTS

PROMPT, AVOIDED, SEED, STEPS = "a photo of a cat on the beach", "blurry", 3, 4
STRENGTHS = (0.8, 0.5)
BESIDE = 1  # of 255, and more rounding: diffusers computes the LoRA beside the weight, Cuddle adds it to the weight
COLUMNS = ("no LoRA", "one LoRA", "two LoRAs")

Row = dict[str, int]


@pytest.fixture(scope="module")
def loras(loaded: SdxlShaped) -> list[Lora]:
    return [random_lora(loaded.model, seed=1, size=0.15), random_lora(loaded.model, seed=2, size=0.15)]


@pytest.fixture(scope="module")
def table() -> Iterator[dict[str, Row]]:
    """The largest differences by sampler, printed at the end: pytest -s shows them."""
    rows: dict[str, Row] = {}
    yield rows
    print("\nlargest difference of any pixel from stock diffusers, of 255")
    for name, row in rows.items():
        print(f"{name:22}" + "".join(f"{loras:>14}: {difference}" for loras, difference in row.items()))


def ours(loaded: SdxlShaped, name: str, chosen: Sequence[tuple[Lora, float]]) -> np.ndarray:
    settings = Settings(sampler=name, steps=STEPS, guidance_scale=5.0, width=STEADY_SIDE, height=STEADY_SIDE)
    conditions = generate.encode_guided(loaded, PROMPT, AVOIDED)
    with merged(loaded.model, chosen):
        return np.asarray(generate.picture(loaded, settings, conditions, SEED)).astype(int)


def theirs(stock: Any, loaded: SdxlShaped, name: str) -> np.ndarray:
    stock.scheduler = samplers.build(SAMPLERS[name], loaded.scheduler_config)
    stock.scheduler.noise_sampler_seed = SEED  # of DPM++ SDE; no other scheduler looks at it
    timesteps = samplers.timesteps_for(stock.scheduler, SAMPLERS[name], STEPS, "sdxl")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # torchsde's, of ends that its rounding alone puts outside
        image = stock(
            PROMPT,
            negative_prompt=AVOIDED,
            guidance_scale=5.0,
            width=STEADY_SIDE,
            height=STEADY_SIDE,
            original_size=(256, 256),
            target_size=(256, 256),
            generator=torch.Generator("cpu").manual_seed(SEED),
            **({"num_inference_steps": STEPS} if timesteps is None else {"timesteps": timesteps}),
        ).images[0]
    return np.asarray(image).astype(int)


@pytest.mark.parametrize("name", with_slow(SAMPLERS, ONE_OF_EACH_SCHEDULER))
def test_every_sampler_gives_the_same_picture_as_stock_diffusers(
    name: str, loaded: SdxlShaped, stock: Any, table: dict[str, Row]
) -> None:
    difference = int(np.abs(ours(loaded, name, []) - theirs(stock, loaded, name)).max())
    table.setdefault(name, {})["no LoRA"] = difference
    assert difference <= rounding(name)


@pytest.mark.parametrize("name", with_slow(SAMPLERS, ("DPM++ 2M Karras",)))
def test_every_sampler_gives_the_same_picture_as_stock_diffusers_with_one_and_two_loras(
    name: str, loaded: SdxlShaped, stock: Any, loras: list[Lora], table: dict[str, Row], tmp_path: Path
) -> None:
    plain = ours(loaded, name, [])
    row = table.setdefault(name, {})
    adapters = []
    try:
        for number, lora in enumerate(loras):
            file = tmp_path / f"lora{number}.safetensors"
            file.write_bytes(lora_files.kohya_bytes(lora, ABOUT, FACTS))
            adapters.append(f"lora{number}")
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                stock.load_lora_weights(tmp_path, weight_name=file.name, adapter_name=adapters[-1])
                stock.set_adapters(adapters, adapter_weights=list(STRENGTHS[: len(adapters)]))
            mine = ours(loaded, name, list(zip(loras[: len(adapters)], STRENGTHS, strict=False)))
            row[COLUMNS[len(adapters)]] = int(np.abs(mine - theirs(stock, loaded, name)).max())
            assert np.abs(mine - plain).max() > 20, "the LoRA must change the picture"
    finally:
        stock.unload_lora_weights()

    assert row["one LoRA"] <= rounding(name) + BESIDE
    assert row["two LoRAs"] <= rounding(name) + BESIDE


@pytest.mark.parametrize("name", with_slow(SAMPLERS, A_FEW_SAMPLERS))
def test_every_sampler_manages_its_fewest_and_its_most_steps(name: str, loaded: SdxlShaped) -> None:
    row = SAMPLERS[name]
    for steps in (1, 2, *row.good_steps, row.most_steps):
        scheduler = samplers.build(row, loaded.scheduler_config)
        samplers.set_steps(scheduler, row, steps, "sdxl", torch.device("cpu"))
        latents = torch.randn(1, 4, 4, 4, generator=torch.Generator().manual_seed(0)) * scheduler.init_noise_sigma
        extra = samplers.draw_from(scheduler, [torch.Generator().manual_seed(0)], [0], latents)
        for timestep in scheduler.timesteps:
            scaled = scheduler.scale_model_input(latents, timestep)
            latents = scheduler.step(0.1 * scaled, timestep, latents, return_dict=False, **extra)[0]
        assert torch.isfinite(latents).all(), steps


def noise_levels(row: Sampler, steps: int, taught: np.ndarray) -> np.ndarray:
    """What a row's options say in formulas, from the noisiest on. Receives: the noise level of each taught timestep.

    Karras et al. (2022), equation 5 with rho = 7; Lin et al. (2024), table 2, for how plain timesteps are spread.
    """
    highest, lowest, last = taught[-1], taught[0], len(taught) - 1
    if row.options.get("use_karras_sigmas"):
        return np.linspace(highest ** (1 / 7), lowest ** (1 / 7), steps) ** 7
    if row.options.get("use_exponential_sigmas"):
        return np.exp(np.linspace(np.log(highest), np.log(lowest), steps))
    match row.grid, row.options["timestep_spacing"]:
        case "align", _:
            timesteps = np.array(ALIGNED_TIMESTEPS["sdxl"])
        case _, "trailing":
            timesteps = np.round(np.arange(last + 1, 0, -(last + 1) / steps)) - 1
        case _, "leading":
            offset = row.options["steps_offset"]
            assert isinstance(offset, int)
            timesteps = np.arange(steps)[::-1] * ((last + 1) // steps) + offset
        case "normal", _:
            timesteps = np.linspace(last, 0, steps)
        case _ if row.scheduler_class in ("DPMSolverMultistepScheduler", "UniPCMultistepScheduler"):
            timesteps = np.round(np.linspace(0, last, steps + 1))[:0:-1]  # these two end above the lowest level
        case _:
            timesteps = np.linspace(last, 0, steps)
    return np.exp(np.interp(timesteps, np.arange(last + 1), np.log(taught)))


@pytest.mark.parametrize("name", [name for name in SAMPLERS if name != "LCM"])  # its levels were fixed by distillation
def test_the_options_of_every_sampler_give_the_noise_levels_of_their_formula(name: str, loaded: SdxlShaped) -> None:
    row, steps = SAMPLERS[name], 10
    scheduler = samplers.build(row, loaded.scheduler_config)
    samplers.set_steps(scheduler, row, steps, "sdxl", torch.device("cpu"))
    taught = ((1 - scheduler.alphas_cumprod) / scheduler.alphas_cumprod).sqrt().double().numpy()
    levels = (
        taught[scheduler.timesteps] if row.scheduler_class == "DDIMScheduler" else scheduler.sigmas.double().numpy()
    )
    expected = noise_levels(row, steps, taught)

    assert levels[0] == pytest.approx(expected[0], rel=1e-3)
    between = 2 if row.model_calls == 2 else 1  # a second look lies at, or between, two levels
    assert len(set(levels[levels > 0])) <= between * steps
    assert [level for level in expected if np.abs(levels - level).min() > 0.01 * level] == []


def test_no_sampler_but_the_classic_one_begins_below_the_noise_that_the_model_was_taught_with(
    loaded: SdxlShaped,
) -> None:
    """SDXL's shipped "leading" spacing would begin at a noise level of 11.7; taught was up to 14.6."""
    for name, row in SAMPLERS.items():
        scheduler = samplers.build(row, loaded.scheduler_config)
        samplers.set_steps(scheduler, row, row.good_steps[1], "sdxl", torch.device("cpu"))
        begins_full = scheduler.timesteps[0] >= 998
        assert begins_full == (name != "DDIM"), (name, float(scheduler.timesteps[0]))


def test_aligned_steps_are_the_published_ones_and_what_lies_between_them(loaded: SdxlShaped) -> None:
    row = SAMPLERS["DPM++ 2M AYS"]
    scheduler = samplers.build(row, loaded.scheduler_config)

    for family in ("sdxl", "sd15"):
        assert samplers.timesteps_for(scheduler, row, 10, family) == list(ALIGNED_TIMESTEPS[family])
    assert samplers.timesteps_for(scheduler, row, 10, "pocket") == list(ALIGNED_TIMESTEPS["sdxl"])
    for steps in range(2, row.most_steps + 1):
        timesteps = samplers.timesteps_for(scheduler, row, steps, "sdxl")
        assert timesteps is not None
        assert (len(timesteps), timesteps[0], timesteps[-1]) == (steps, 999, 13)
        assert timesteps == sorted(set(timesteps), reverse=True)
