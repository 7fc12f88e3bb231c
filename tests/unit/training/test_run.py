"""Lessons on a real small model: they compute the right thing, repeat by their seed, and stops change nothing."""

import json
import math
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from diffusers.models.resnet import ResnetBlock2D
from diffusers.schedulers.scheduling_ddpm import DDPMScheduler
from peft import LoraConfig, inject_adapter_in_model

from pipeline import objectives
from pipeline.conditions import Conditions
from pipeline.families.sdxl import SdxlShaped
from pipeline.loras import files as lora_files
from pipeline.loras.lora import Lora, merged
from pipeline.loras.sites import PROJECTIONS
from pipeline.unet.sites import CONVOLUTIONS
from studio.store.disk.whole_files import write_whole
from tests.engine import SIDE, same_weights, state_of, training_request
from tests.slow import with_slow
from training import cache, dataset, run
from training.adapter import Adapter, injected
from training.checkpoints import Checkpoints
from training.run import StepInfo, Stopped
from training.step import StepInputs, TrainingStep
from training.step_plans import StepPlan

CPU = torch.device("cpu")
# All of a photo is learned, as other trainers do.
WHOLE_PHOTOS: dict[str, Any] = {"outside_weight": 1.0, "outside_prior_weight": 0.0}


def kept_in(folder: Path, **changes: Any) -> Checkpoints:
    folder.mkdir(exist_ok=True)
    return Checkpoints(folder, training_request(**changes), write_whole)


def teach(
    loaded: SdxlShaped, photos: Sequence[Path], folder: Path, stop_at: int | None = None, **changes: Any
) -> tuple[Lora | None, list[float]]:
    """A lesson, or its part up to a step; gives the LoRA and the losses."""
    losses: list[float] = []

    def between(info: StepInfo) -> None:
        if info.loss is not None:
            losses.append(float(info.loss))
        if info.step == stop_at:
            raise Stopped

    try:
        lora = run.train(loaded, training_request(**changes), photos, [], kept_in(folder, **changes), between)
    except Stopped:
        return None, losses
    return lora, losses


def equal(one: Lora | None, other: Lora | None) -> bool:
    assert one is not None and other is not None
    return one.layers.keys() == other.layers.keys() and all(
        torch.equal(one.layers[name].down, other.layers[name].down)  # type: ignore
        and torch.equal(one.layers[name].up, other.layers[name].up)  # type: ignore
        for name in one.layers
    )


@pytest.mark.parametrize("zero_snr", [False, True])
def test_a_model_that_predicts_velocity_learns_that(
    zero_snr: bool, loaded: SdxlShaped, kept_photos: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Such as NoobAI's, also where nothing of a picture is left at the last timestep. The target is diffusers' own."""
    schedule = {"prediction_type": "v_prediction", "rescale_betas_zero_snr": zero_snr}
    config = dict(loaded.scheduler_config) | schedule
    monkeypatch.setattr(loaded, "objective", objectives.of_schedule(config, loaded.device))
    whole = {"first_timestep": 0, "last_timestep": 999, **WHOLE_PHOTOS}
    _, losses = teach(loaded, kept_photos, tmp_path / "a", steps=3, **whole)

    request, generator = training_request(steps=3, **whole), torch.Generator().manual_seed(7)
    training_data = cache.encode(loaded, dataset.photos_of(request, kept_photos), [], generator, lambda: None)
    batch = training_data.draw(2, generator)
    noise = torch.randn(batch.latents.shape, generator=generator)
    timesteps = torch.randint(1000, (2,), generator=generator)
    scheduler: Any = DDPMScheduler.from_config(config)
    with torch.no_grad():
        noisy = scheduler.add_noise(batch.latents, noise, timesteps)
        predicted = loaded.denoise(noisy, timesteps, batch.conditions, SIDE, SIDE)
    expected = torch.nn.functional.mse_loss(predicted, scheduler.get_velocity(batch.latents, noise, timesteps))
    assert losses[0] == pytest.approx(float(expected), rel=1e-4), "the LoRA changes nothing yet"
    assert all(map(math.isfinite, losses))


@pytest.mark.slow(quick_sibling="test_a_lesson_that_was_stopped_goes_on_to_the_same_lora_bit_for_bit")
def test_the_same_seed_gives_the_same_lora_and_another_does_not(
    loaded: SdxlShaped, kept_photos: list[Path], tmp_path: Path
) -> None:
    first, losses = teach(loaded, kept_photos, tmp_path / "a", steps=3)
    torch.manual_seed(99)  # the global generator has no say
    again, losses_again = teach(loaded, kept_photos, tmp_path / "b", steps=3)
    other, _ = teach(loaded, kept_photos, tmp_path / "c", steps=3, seed=8)

    assert losses == losses_again
    assert equal(first, again)
    assert not equal(first, other)


@pytest.mark.parametrize("stop_at", with_slow([0, 1, 4], [1]))
def test_a_lesson_that_was_stopped_goes_on_to_the_same_lora_bit_for_bit(
    stop_at: int, loaded: SdxlShaped, kept_photos: list[Path], tmp_path: Path
) -> None:
    whole, losses = teach(loaded, kept_photos, tmp_path / "whole", steps=5)
    nothing, first_losses = teach(loaded, kept_photos, tmp_path / "parts", stop_at=stop_at, steps=5)
    rest, rest_of_losses = teach(loaded, kept_photos, tmp_path / "parts", steps=5)

    assert nothing is None
    assert len(first_losses) == stop_at
    assert first_losses + rest_of_losses == losses
    assert equal(rest, whole)


def test_a_lesson_gives_the_unet_back_as_it_was(loaded: SdxlShaped, kept_photos: list[Path], tmp_path: Path) -> None:
    before, modules = state_of(loaded.model), [type(module) for module in loaded.model.modules()]

    teach(loaded, kept_photos, tmp_path / "a", steps=2)
    teach(loaded, kept_photos, tmp_path / "b", stop_at=1)

    assert same_weights(loaded.model, before)
    assert [type(module) for module in loaded.model.modules()] == modules
    assert not any(weight.requires_grad for weight in loaded.model.parameters())


def test_the_lora_given_is_the_lora_that_was_taught(
    loaded: SdxlShaped, kept_photos: list[Path], tmp_path: Path
) -> None:
    """With the LoRA beside the weights, and with it added to them, the UNet predicts the same."""
    noisy = torch.randn(1, 4, 8, 8, generator=torch.Generator().manual_seed(0))
    words = loaded.encode_prompts(["a photo of dumpling cat"])
    taught: list[torch.Tensor] = []

    def between(info: StepInfo) -> None:
        if info.step == 3:
            with torch.no_grad():
                taught.append(loaded.denoise(noisy, torch.tensor(500.0), words, SIDE, SIDE))

    request = training_request(steps=3, alpha=8.0)
    kept = kept_in(tmp_path / "a", steps=3, alpha=8.0)
    lora = run.train(loaded, request, kept_photos, [], kept, between)
    with torch.no_grad(), merged(loaded.model, [(lora, 1.0)]):
        attached_says = loaded.denoise(noisy, torch.tensor(500.0), words, SIDE, SIDE)
    with torch.no_grad():
        base_says = loaded.denoise(noisy, torch.tensor(500.0), words, SIDE, SIDE)

    assert torch.allclose(taught[0], attached_says, atol=1e-4)
    assert not torch.allclose(taught[0], base_says, atol=1e-4)


def test_where_convolutions_learn_the_file_has_them_as_kohya_writes_them_and_opens_as_the_same_lora(
    loaded: SdxlShaped, kept_photos: list[Path], tmp_path: Path
) -> None:
    lora, _ = teach(loaded, kept_photos, tmp_path / "a", steps=2, alpha=8.0)
    attention, _ = teach(loaded, kept_photos, tmp_path / "b", steps=2, alpha=8.0, convolutions=False)
    assert lora is not None and attention is not None
    about = lora_files.About(
        output_name="dumpling", trigger_word="dumpling", kind="cat", base_model_title="Pocket", resolution=SIDE
    )
    file = tmp_path / "dumpling.safetensors"
    file.write_bytes(lora_files.kohya_bytes(lora, about, loaded.file_facts))

    read = lora_files.read(file)
    opened = lora_files.match(read, loaded.model, "Pocket").lora

    more = lora.layers.keys() - attention.layers.keys()
    blocks = [block for block in loaded.model.modules() if isinstance(block, ResnetBlock2D)]
    shortcuts = [block for block in blocks if block.conv_shortcut is not None]
    assert len(more) == 2 * len(blocks) + len(shortcuts)
    assert read.tensors["lora_unet_mid_block_resnets_0_conv1.lora_down.weight"].shape[2:] == (3, 3)
    assert read.tensors["lora_unet_mid_block_resnets_0_conv1.lora_up.weight"].shape[2:] == (1, 1)
    assert json.loads(read.metadata["ss_network_args"]) == {"conv_dim": "4", "conv_alpha": "8"}
    assert opened.layers.keys() == lora.layers.keys()
    for name, layer in lora.layers.items():
        assert torch.allclose(opened.layers[name].delta(torch.empty(0)), layer.delta(torch.empty(0)), atol=1e-3), name
    assert max(float(lora.layers[name].delta(torch.empty(0)).abs().max()) for name in more) > 0


def test_the_losses_are_those_of_a_plain_loop_written_with_diffusers_and_peft(
    loaded: SdxlShaped, kept_photos: list[Path], tmp_path: Path
) -> None:
    """The reference knows nothing of the lesson's code but how it draws: the photos, the noise, the timesteps."""
    _, losses = teach(loaded, kept_photos, tmp_path / "a", steps=4, **WHOLE_PHOTOS)
    request = training_request(steps=4, **WHOLE_PHOTOS)
    generator = torch.Generator().manual_seed(7)
    training_data = cache.encode(loaded, dataset.photos_of(request, kept_photos), [], generator, lambda: None)
    schedule: Any = DDPMScheduler(beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear")
    words = loaded.encode_prompts([request.instance_prompt] * 2)
    unet: Any = loaded.model
    with injected(Adapter(loaded.sites(convolutions=True), 4, 4.0, loaded.dtype, loaded.device), seed=7) as adapter:
        first = adapter.named_weights()
        first = {name: weight.clone() for name, weight in first.items()}
    expected = []
    config = LoraConfig(r=4, lora_alpha=4, target_modules=[*PROJECTIONS, *CONVOLUTIONS])
    inject_adapter_in_model(config, unet, adapter_name="plain")
    layers = {name: layer for name, layer in unet.named_modules() if hasattr(layer, "lora_A")}
    weights = [weight for weight in unet.parameters() if weight.requires_grad]
    with torch.no_grad():
        for name, layer in layers.items():
            layer.lora_A["plain"].weight.copy_(first[f"{name}.down"])
            layer.lora_B["plain"].weight.copy_(first[f"{name}.up"])
    optimizer = torch.optim.AdamW(weights, lr=1e-3, weight_decay=0.01)
    for step in range(4):
        optimizer.param_groups[0]["lr"] = 1e-3 * 0.1 * (step + 1)  # the first of ten steps up
        latents = training_data.draw(2, generator).latents
        noise = torch.randn(latents.shape, generator=generator)
        timesteps = torch.randint(200, 950, (2,), generator=generator)  # where pocket learns
        added = {
            "text_embeds": words.pooled_prompt_embeds,
            "time_ids": torch.tensor([[256.0, 256, 0, 0, 256, 256]] * 2),
        }
        noisy = schedule.add_noise(latents, noise, timesteps)
        predicted = unet(noisy, timesteps, words.prompt_embeds, added_cond_kwargs=added).sample
        loss = torch.nn.functional.mse_loss(predicted, noise)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(weights, 1.0)
        optimizer.step()
        expected.append(float(loss.detach()))
    for name, layer in layers.items():
        parent, _, last = name.rpartition(".")
        setattr(unet.get_submodule(parent), last, layer.get_base_layer())
    del unet.peft_config

    assert losses == pytest.approx(expected, rel=1e-4)


def test_around_the_subject_a_lesson_keeps_to_what_the_base_model_says(
    loaded: SdxlShaped, kept_photos: list[Path], tmp_path: Path
) -> None:
    """Asked about the surroundings alone, for the same words, it is right from the start: nothing is learned yet."""
    request = training_request()
    training_data = cache.encode(loaded, dataset.photos_of(request, kept_photos), [], torch.Generator(), lambda: None)
    drawn = run.draw(training_data, request.recipe, loaded.objective, torch.Generator().manual_seed(1))
    batch = drawn.batch
    surroundings = torch.tensor([0.0, 1.0]).view(1, 2, 1, 1).expand_as(batch.weights)
    other = loaded.encode_prompts(["a red house"]).repeated(drawn.rows).with_sizes(batch.conditions.tensors()["sizes"])

    def asked(base: Conditions) -> StepInputs:
        return replace(drawn, batch=replace(batch, weights=surroundings, base_conditions=base))

    with injected(Adapter(loaded.sites(convolutions=False), 4, 4.0, loaded.dtype, loaded.device), seed=1) as adapter:
        step = TrainingStep(loaded, adapter, StepPlan())
        assert float(step.take(asked(batch.conditions), 1e-3)) == 0
        assert float(step.take(asked(other), 1e-3)) > 0


@pytest.mark.slow(quick_sibling="test_a_lesson_that_was_stopped_goes_on_to_the_same_lora_bit_for_bit")
def test_a_lesson_that_looks_closer_is_repeated_and_goes_on_bit_for_bit(
    loaded: SdxlShaped, kept_photos: list[Path], tmp_path: Path
) -> None:
    closer = {"outside_weight": 0.5, "outside_prior_weight": 0.5, "close_ups": True, "steps": 4}
    before = state_of(loaded.model)
    whole, losses = teach(loaded, kept_photos, tmp_path / "whole", **closer)
    _, first = teach(loaded, kept_photos, tmp_path / "parts", stop_at=2, **closer)
    rest, rest_of_losses = teach(loaded, kept_photos, tmp_path / "parts", **closer)
    assert first + rest_of_losses == losses
    assert equal(rest, whole)
    assert same_weights(loaded.model, before)
    assert not equal(whole, teach(loaded, kept_photos, tmp_path / "plain", steps=4)[0])


@pytest.mark.slow(quick_sibling="test_the_losses_are_those_of_a_plain_loop_written_with_diffusers_and_peft")
def test_a_lesson_lowers_the_loss(loaded: SdxlShaped, kept_photos: list[Path], tmp_path: Path) -> None:
    """Against the same photos, noise and timesteps with a LoRA that hardly moves."""
    _, losses = teach(loaded, kept_photos, tmp_path / "a", steps=30, learning_rate=3e-3, batch_size=4, **WHOLE_PHOTOS)
    _, before = teach(loaded, kept_photos, tmp_path / "b", steps=30, learning_rate=1e-7, batch_size=4, **WHOLE_PHOTOS)

    assert sum(losses[-10:]) < 0.9 * sum(before[-10:])
