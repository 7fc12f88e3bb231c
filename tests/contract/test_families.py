"""Every base-model family does what Cuddle needs of it; one of them is in tests/contract/tiny_flux2.py alone."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from pipeline import families, generate, inpainting
from pipeline.families import clip_tokenizer, sd15
from pipeline.families.loaded_model import FileFacts, LoadedModel
from pipeline.generate import InitLatents, NoiseSeed, Settings
from pipeline.loras import files as lora_files
from pipeline.loras.files import About
from pipeline.loras.lora import Lora, merged
from studio.errors import StudioError
from studio.models.base_models import BaseModel, resolve
from studio.pictures.samplers import SAMPLERS
from studio.store.disk.whole_files import write_whole
from tests import single_files
from tests.contract import tiny_flux2
from tests.engine import base_model_in, training_request
from tests.slow import with_slow
from training.checkpoints import Checkpoints
from training.run import StepInfo, Stopped, train

SIDE = 64
PROMPT = "a photo of a cat"
RUN: dict[str, float] = {"steps": 4, "batch_size": 2, "checkpoint_every_steps": 2, "learning_rate": 3e-3}
ABOUT = About(output_name="dumpling", trigger_word="dumpling", kind="cat", base_model_title="Any", resolution=SIDE)
FORMS = (lora_files.kohya_bytes, lora_files.diffusers_bytes)


def small_sd15(folder: Path, monkeypatch: pytest.MonkeyPatch) -> BaseModel:
    """Stable Diffusion 1.5's shape with random weights."""
    words = single_files.few_words(folder)
    monkeypatch.setattr(clip_tokenizer, "MERGES_FILE", words)
    configuration = single_files.shrunk(sd15.BLUEPRINT, folder / "configuration", single_files.vocabulary(words))
    built = single_files.build(sd15.BLUEPRINT, configuration)
    return resolve(str(single_files.write_folder(sd15.BLUEPRINT, configuration, built, folder / "small")))


@pytest.fixture(scope="module", params=["pocket", "sd15", tiny_flux2.NAME])
def loaded(
    request: pytest.FixtureRequest, pocket_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[LoadedModel]:
    torch.set_num_threads(1)
    folder = tmp_path_factory.mktemp("model")
    with pytest.MonkeyPatch.context() as patched:
        patched.setitem(families.FAMILIES, tiny_flux2.NAME, tiny_flux2.FAMILY)
        match request.param:
            case "pocket":
                model = base_model_in(pocket_folder)
            case "sd15":
                model = small_sd15(folder, patched)
            case _:
                model = tiny_flux2.base_model_in(folder)
        yield families.load(model, torch.device("cpu"))


def settings(loaded: LoadedModel, **changes: object) -> Settings:
    values: dict[str, object] = {"sampler": "Euler", "steps": 3, "guidance_scale": 2.0, "width": SIDE, "height": SIDE}
    return Settings(**(values | changes))  # type: ignore[arg-type]


def picture(loaded: LoadedModel, seed: int = 1, prompt: str = PROMPT, **changes: object) -> np.ndarray:
    conditions = generate.encode_guided(loaded, prompt, "")
    return np.asarray(generate.picture(loaded, settings(loaded, **changes), conditions, seed))


@dataclass(frozen=True, kw_only=True)
class Run:
    """A training run as it was watched: the LoRA, and the loss of every step."""

    lora: Lora | None
    losses: list[float]


def run(loaded: LoadedModel, photos: Sequence[Path], folder: Path, stop_at: int | None = None, **changes: float) -> Run:
    losses: list[float] = []

    def between(info: StepInfo) -> None:
        if info.loss is not None:
            losses.append(float(info.loss))
        if info.step == stop_at:
            raise Stopped

    request = training_request(("photos/a/00.png",), resolution=SIDE, convolutions=False, **(RUN | changes))
    folder.mkdir(exist_ok=True)
    kept = Checkpoints(folder, request, write_whole)
    try:
        return Run(lora=train(loaded, request, photos, [], kept, between), losses=losses)
    except Stopped:
        return Run(lora=None, losses=losses)


def test_prompts_are_rows_that_can_be_picked_and_joined(loaded: LoadedModel) -> None:
    both = loaded.encode_prompts([PROMPT, "a red house"])
    alone = loaded.encode_prompts([PROMPT])
    assert len(both) == 2 and len(alone.repeated(3)) == 3
    for one in (both.rows([0]), both.rows(slice(0, 1)), both.rows(torch.tensor([0]))):
        assert one.shapes == alone.shapes
        for name, tensor in one.tensors().items():
            torch.testing.assert_close(tensor, alone.tensors()[name])
    joined = both.joined([both.rows([1]), both.rows([0])])
    assert all(torch.equal(joined.tensors()[name], tensor.flip(0)) for name, tensor in both.tensors().items())
    assert any(not torch.equal(tensor[0], tensor[1]) for tensor in both.tensors().values())
    places = both.cloned()
    places.copy_(joined)
    assert all(torch.equal(places.tensors()[name], tensor) for name, tensor in joined.tensors().items())
    assert places.with_sizes(torch.ones(2, 6)).rows([1]).tensors().keys() >= both.tensors().keys()


def test_pixels_become_latents_of_its_grid_and_latents_pixels(loaded: LoadedModel) -> None:
    pixels = torch.rand(2, 3, SIDE, 2 * SIDE, generator=torch.Generator().manual_seed(0)) * 2 - 1
    mean, std = loaded.encode_pixels(pixels)
    assert mean.shape == std.shape == loaded.grid.shape(2, 2 * SIDE, SIDE)
    assert loaded.grid.pixels(mean) == (2 * SIDE, SIDE)
    shown = loaded.decode_latents(mean)
    assert shown.shape == pixels.shape and float(shown.min()) >= 0 and float(shown.max()) <= 1
    assert loaded.preview(mean[:1], 2 * SIDE, SIDE).size == (2 * SIDE, SIDE)


def test_a_picture_is_its_words_and_its_seed(loaded: LoadedModel) -> None:
    first = picture(loaded)
    assert first.shape == (SIDE, SIDE, 3)
    assert np.array_equal(first, picture(loaded))
    assert not np.array_equal(first, picture(loaded, seed=2))
    assert not np.array_equal(first, picture(loaded, prompt="a red house"))


def test_every_sampler_makes_a_picture_or_says_which_ones_do(loaded: LoadedModel) -> None:
    for row in SAMPLERS.values():
        if loaded.objective.prediction_type == "flow_prediction" and not row.flow_class:
            with pytest.raises(
                StudioError, match=f"{row.name.replace('+', '.')} does not work .* DPM.. 2M, Euler, Heun"
            ):
                picture(loaded, sampler=row.name)
        elif row.flow_class:
            assert picture(loaded, sampler=row.name).std() > 0


def test_a_picture_that_starts_from_another_keeps_the_more_of_it_the_weaker_it_is(loaded: LoadedModel) -> None:
    start = loaded.encode_pixels(torch.zeros(1, 3, SIDE, SIDE))[0]
    conditions = generate.encode_guided(loaded, PROMPT, "")
    seen: list[torch.Tensor] = []

    def distance(strength: float) -> float:
        seen.clear()
        generate.pictures(
            loaded,
            settings(loaded, steps=10),
            conditions,
            [NoiseSeed(seed=1)],
            lambda progress: seen.append(progress.pred_x0),
            InitLatents(latents=start, strength=strength),
        )
        return float((seen[0] - start).abs().mean())

    assert distance(0.1) < distance(0.9)


def test_a_training_run_goes_on_from_its_checkpoint_bit_for_bit_and_leaves_the_model_as_it_was(
    loaded: LoadedModel, kept_photos: Sequence[Path], tmp_path: Path
) -> None:
    before = {name: weight.clone() for name, weight in loaded.model.state_dict().items()}
    whole = run(loaded, kept_photos, tmp_path / "whole")
    begun = run(loaded, kept_photos, tmp_path / "parts", stop_at=3)
    rest = run(loaded, kept_photos, tmp_path / "parts")
    assert len(whole.losses) == 4 and begun.losses + rest.losses == whole.losses
    assert whole.lora is not None and rest.lora is not None
    assert whole.lora.layers.keys() == rest.lora.layers.keys() == loaded.sites(convolutions=False).shapes().keys()
    for name, layer in whole.lora.layers.items():
        other = rest.lora.layers[name]
        assert torch.equal(layer.down, other.down) and torch.equal(layer.up, other.up)  # type: ignore[union-attr]
    assert all(torch.equal(weight, before[name]) for name, weight in loaded.model.state_dict().items())


# The learning rate and the steps in which a random model of this size learns something of nothing.
QUICKLY = {"pocket": (1e-2, 24), "sd15": (1e-2, 24), tiny_flux2.NAME: (5e-2, 60)}


@pytest.mark.parametrize("loaded", with_slow(QUICKLY, (tiny_flux2.NAME,)), indirect=True, scope="module")
def test_a_training_run_lowers_the_loss(loaded: LoadedModel, kept_photos: Sequence[Path], tmp_path: Path) -> None:
    """Against the same photos, noise and timesteps with a LoRA that hardly moves."""
    learning_rate, steps = QUICKLY[loaded.base_model.family]
    taught = run(loaded, kept_photos, tmp_path / "a", steps=steps, learning_rate=learning_rate)
    idle = run(loaded, kept_photos, tmp_path / "b", steps=steps, learning_rate=1e-7)
    assert sum(taught.losses[-12:]) < 0.97 * sum(idle.losses[-12:])


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
def test_a_lora_is_written_read_again_and_changes_pictures_as_much(
    form: Callable[[Lora, About, FileFacts], bytes], loaded: LoadedModel, kept_photos: Sequence[Path], tmp_path: Path
) -> None:
    lora = run(loaded, kept_photos, tmp_path / "run").lora
    assert lora is not None
    file = tmp_path / "dumpling.safetensors"
    about = replace(ABOUT, prediction_type=loaded.objective.prediction_type)
    file.write_bytes(form(lora, about, loaded.file_facts))
    match = lora_files.match(lora_files.read(file), loaded.model, "Any", loaded.text_encoders)
    assert match.lora.layers.keys() == lora.layers.keys() and match.left_out == ()
    plain = picture(loaded).astype(int)
    with merged(loaded.model, [(lora, 5.0)]):
        taught = picture(loaded).astype(int)
    with merged(loaded.model, [(match.lora, 5.0)]):
        read = picture(loaded).astype(int)
    assert abs(taught - plain).max() > 0
    assert abs(read - taught).max() <= 2, "fp16 of a file is all that lies between them"
    assert np.array_equal(picture(loaded), plain), "it is taken off bit for bit"


def test_steps_of_a_sampler_go_from_noise_to_the_picture(loaded: LoadedModel) -> None:
    parts: list[float] = []
    conditions = generate.encode_guided(loaded, PROMPT, "")
    generate.picture(loaded, settings(loaded), conditions, 1, lambda progress: parts.append(progress.part))
    assert parts[-1] == 1 and all(one < other for one, other in pairwise(parts))


def test_a_part_of_a_picture_is_drawn_again_and_around_it_every_pixel_stays(loaded: LoadedModel) -> None:
    before = picture(loaded)
    part = inpainting.part_of(inpainting.mask_of_box((0, 0, 0.3, 1), (SIDE, SIDE)), (SIDE, SIDE), 8)
    parts: list[float] = []
    after = np.asarray(
        inpainting.drawn_again(
            loaded, settings(loaded), Image.fromarray(before), part, PROMPT, "", NoiseSeed(seed=2), 1.0,
            lambda progress: parts.append(progress.part),
        )
    )  # fmt: skip
    far = part.alpha.numpy() == 0
    assert far.mean() > 0.4 and np.array_equal(after[far], before[far])
    assert (after[:, :19] != before[:, :19]).mean() > 0.9
    assert len(parts) == 3 and parts[-1] == 1
