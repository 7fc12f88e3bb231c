"""LoRA files as the world makes them: each naming, made from one LoRA, gives the same picture on a real small model."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from pipeline import generate
from pipeline.families.sdxl import SdxlShaped
from pipeline.generate import Settings
from pipeline.loras import files as lora_files
from pipeline.loras import text_encoders as text_encoder_lora
from pipeline.loras.files import Match
from pipeline.loras.lora import Lora, merged
from studio.errors import StudioError
from tests.engine import SIDE, same_weights, state_of
from tests.loras import ATTENTION, NAMINGS, OTHERS, layers_of, lora_on, tensors_of
from tests.slow import with_slow
from tests.unit.pipeline.loras.test_files import ABOUT, FACTS

PROMPT = "a photo of dumpling cat"
SETTINGS = Settings(sampler="Euler", steps=2, guidance_scale=4.0, width=SIDE, height=SIDE)
STRENGTH = 0.7


def picture(loaded: SdxlShaped, lora: Lora | None) -> np.ndarray:
    """Two steps with the LoRA on the UNet and on the text encoders, as a job of Create makes them."""
    choices = [] if lora is None else [(lora, STRENGTH)]
    with text_encoder_lora.merged(loaded.text_encoders, choices):
        conditions = generate.encode_guided(loaded, PROMPT, "blurry")
    with merged(loaded.model, choices):
        return np.asarray(generate.picture(loaded, SETTINGS, conditions, 3)).astype(int)


def matched(folder: Path, lora: Lora, naming: str, loaded: SdxlShaped) -> tuple[Match, int]:
    """The file in that naming, read and matched; and how many keys it has."""
    tensors = tensors_of(lora, NAMINGS[naming])
    save_file(tensors, folder / "other.safetensors")
    read = lora_files.read(folder / "other.safetensors")
    return lora_files.match(read, loaded.model, "Pocket", loaded.text_encoders), len(tensors)


def the_lora(loaded: SdxlShaped, *, words: bool, everywhere: bool) -> Lora:
    text_encoders: Sequence[torch.nn.Module] = loaded.text_encoders if words else ()
    return lora_on(loaded.model, text_encoders, (ATTENTION, OTHERS) if everywhere else (ATTENTION,))


@pytest.fixture(scope="module")
def pictures(loaded: SdxlShaped) -> dict[tuple[bool, bool], np.ndarray]:
    """The picture of each LoRA, before it was ever in a file: with text encoders or not, on every layer or not."""
    return {
        (words, everywhere): picture(loaded, the_lora(loaded, words=words, everywhere=everywhere))
        for words in BOTH
        for everywhere in BOTH
    }


BOTH = (False, True)
CASES = [
    (name, words, everywhere)
    for name, naming in NAMINGS.items()
    for words in (BOTH if naming.words is not None else BOTH[:1])
    for everywhere in (BOTH[:1] if naming.attention_only else BOTH)
]
ONE_OF_EACH_NAMING = list({name: (name, words, everywhere) for name, words, everywhere in CASES}.values())


@pytest.mark.parametrize(("naming", "words", "everywhere"), with_slow(CASES, ONE_OF_EACH_NAMING))
def test_a_file_of_every_family_gives_the_same_picture(
    naming: str,
    words: bool,
    everywhere: bool,
    loaded: SdxlShaped,
    pictures: dict[tuple[bool, bool], np.ndarray],
    tmp_path: Path,
) -> None:
    """With text encoders or without, on attention alone or on every kind of layer, ranks differing by layer."""
    lora = the_lora(loaded, words=words, everywhere=everywhere)

    match, keys = matched(tmp_path, lora, naming, loaded)

    assert (match.matched_keys, match.left_out) == (keys, ()), "every key is accounted for"
    assert {key: layer.rank for key, layer in layers_of(match.lora).items()} == {
        key: layer.rank for key, layer in layers_of(lora).items()
    }
    assert np.abs(picture(loaded, match.lora) - pictures[words, everywhere]).max() <= 1


def test_each_part_of_the_lora_shows_in_the_picture(
    loaded: SdxlShaped, pictures: dict[tuple[bool, bool], np.ndarray]
) -> None:
    """Else a file that lost a part would pass."""
    found = [picture(loaded, None), *pictures.values()]
    for number, one in enumerate(found):
        for other in found[number + 1 :]:
            assert np.abs(one - other).max() > 10


def test_the_text_encoders_are_given_back_bit_for_bit(loaded: SdxlShaped) -> None:
    before = [state_of(encoder) for encoder in loaded.text_encoders]
    lora = the_lora(loaded, words=True, everywhere=False)
    plain = loaded.encode_prompts([PROMPT]).prompt_embeds

    with text_encoder_lora.merged(loaded.text_encoders, [(lora, 0.7), (lora, -0.2)]):
        changed = loaded.encode_prompts([PROMPT]).prompt_embeds
        assert not any(
            same_weights(encoder, state) for encoder, state in zip(loaded.text_encoders, before, strict=True)
        )
    with pytest.raises(RuntimeError, match="stop"), text_encoder_lora.merged(loaded.text_encoders, [(lora, 1.0)]):
        raise RuntimeError("stop")

    assert not torch.equal(changed, plain)
    assert all(same_weights(encoder, state) for encoder, state in zip(loaded.text_encoders, before, strict=True))
    assert torch.equal(loaded.encode_prompts([PROMPT]).prompt_embeds, plain)


@pytest.mark.parametrize("write", [lora_files.kohya_bytes, lora_files.diffusers_bytes])
def test_what_is_taken_in_is_written_again_with_its_text_encoders(
    write: object, loaded: SdxlShaped, pictures: dict[tuple[bool, bool], np.ndarray], tmp_path: Path
) -> None:
    lora = the_lora(loaded, words=True, everywhere=True)
    file = tmp_path / "again.safetensors"
    file.write_bytes(write(lora, ABOUT, FACTS))  # type: ignore[operator]

    match = lora_files.match(lora_files.read(file), loaded.model, "Pocket", loaded.text_encoders)

    assert match.left_out == ()
    assert np.abs(picture(loaded, match.lora) - pictures[True, True]).max() <= 2  # halves in the file


def test_a_part_for_a_text_encoder_that_is_not_there_is_refused(loaded: SdxlShaped, tmp_path: Path) -> None:
    tensors = {"lora_te2_text_model_encoder_layers_40_mlp_fc1.lora_down.weight": torch.zeros(4, 8)}
    save_file(tensors, tmp_path / "x.safetensors")
    file = lora_files.read(tmp_path / "x.safetensors")
    for text_encoders in (loaded.text_encoders, loaded.text_encoders[:1]):
        with pytest.raises(StudioError, match=r"its part 'lora_te2_text_model_encoder_layers_40_mlp_fc1"):
            lora_files.match(file, loaded.model, "Pocket", text_encoders)


def test_one_layer_under_two_names_is_refused(loaded: SdxlShaped, tmp_path: Path) -> None:
    lora = lora_on(loaded.model)
    both = tensors_of(lora, NAMINGS["peft"]) | tensors_of(lora, NAMINGS["kohya, diffusers' names"])
    save_file(both, tmp_path / "x.safetensors")
    with pytest.raises(StudioError, match="twice, under two names"):
        lora_files.match(lora_files.read(tmp_path / "x.safetensors"), loaded.model, "Pocket")
