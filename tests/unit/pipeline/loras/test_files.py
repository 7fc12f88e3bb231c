"""LoRA files: names stated as data, the real alpha, the same bytes twice; every usual naming read; bad ones refused."""

import json
import pickle
import re
import struct
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from pipeline.families.loaded_model import FileFacts
from pipeline.families.sdxl import SDXL, SdxlShaped
from pipeline.loras import files as lora_files
from pipeline.loras import keys as lora_keys
from pipeline.loras.files import About
from pipeline.loras.lora import Lora
from studio.errors import StudioError
from studio.words import say
from tests.engine import random_lora
from tests.loras import ATTENTION, OTHERS, lora_on, sgm

FACTS = FileFacts(architecture="stable-diffusion-xl-v1-base/lora", base_model_version="sdxl_base_v1-0")
ABOUT = About(
    output_name="dumpling",
    trigger_word="dumpling",
    kind="cat",
    base_model_title="Stable Diffusion XL",
    resolution=1024,
    photos=5,
    training={"ss_steps": "160"},
)

# The naming that ComfyUI, A1111, Forge and InvokeAI accept: lora_unet_, the diffusers name with "_" for ".", a suffix.
KOHYA_KEY = re.compile(
    r"lora_unet_(down_blocks_\d_attentions_\d|mid_block_attentions_0|up_blocks_\d_attentions_\d)"
    r"_transformer_blocks_\d+_attn[12]_(to_q|to_k|to_v|to_out_0)\.(lora_down\.weight|lora_up\.weight|alpha)"
)
DIFFUSERS_KEY = re.compile(
    r"unet\.(down_blocks\.\d\.attentions\.\d|mid_block\.attentions\.0|up_blocks\.\d\.attentions\.\d)"
    r"\.transformer_blocks\.\d+\.attn[12]\.(to_q|to_k|to_v|to_out\.0)\.lora\.(down|up)\.weight"
)

# One layer of every place, as kohya's SDXL trainer names it (Stability's own names), on a UNet with SDXL's blocks.
SGM_NAMES = {
    "conv_in": "input_blocks_0_0",
    "down_blocks.0.resnets.1.conv1": "input_blocks_2_0_in_layers_2",
    "down_blocks.0.downsamplers.0.conv": "input_blocks_3_0_op",
    "down_blocks.1.attentions.0.transformer_blocks.0.attn1.to_q": "input_blocks_4_1_transformer_blocks_0_attn1_to_q",
    "down_blocks.1.resnets.0.conv_shortcut": "input_blocks_4_0_skip_connection",
    "down_blocks.2.attentions.1.proj_in": "input_blocks_8_1_proj_in",
    "mid_block.attentions.0.transformer_blocks.3.attn2.to_v": "middle_block_1_transformer_blocks_3_attn2_to_v",
    "mid_block.resnets.1.conv2": "middle_block_2_out_layers_3",
    "up_blocks.0.attentions.2.transformer_blocks.1.ff.net.2": "output_blocks_2_1_transformer_blocks_1_ff_net_2",
    "up_blocks.0.upsamplers.0.conv": "output_blocks_2_2_conv",
    "up_blocks.1.attentions.1.transformer_blocks.0.attn1.to_k": "output_blocks_4_1_transformer_blocks_0_attn1_to_k",
    "up_blocks.2.resnets.0.time_emb_proj": "output_blocks_6_0_emb_layers_1",
    "time_embedding.linear_2": "time_embed_2",
    "add_embedding.linear_1": "label_emb_0_0",
    "conv_out": "out_2",
}


@pytest.fixture(scope="module")
def lora(loaded: SdxlShaped) -> Lora:
    return random_lora(loaded.model, rank=4, alpha=2.0)


def written(folder: Path, content: bytes, name: str = "dumpling.safetensors") -> Path:
    file = folder / name
    file.write_bytes(content)
    return file


def same_changes(one: Lora, other: Lora) -> bool:
    return one.layers.keys() == other.layers.keys() and all(
        torch.allclose(one.layers[name].delta(torch.empty(0)), other.layers[name].delta(torch.empty(0)), atol=2e-3)
        for name in one.layers
    )


def test_the_kohya_file_names_every_key_as_other_programs_want_it(lora: Lora, tmp_path: Path) -> None:
    tensors = load_file(written(tmp_path, lora_files.kohya_bytes(lora, ABOUT, FACTS)))

    assert len(tensors) == 3 * len(lora.layers)
    assert all(KOHYA_KEY.fullmatch(key) for key in tensors)
    assert {float(tensor) for key, tensor in tensors.items() if key.endswith(".alpha")} == {2.0}


def test_the_diffusers_file_names_every_key_and_carries_alpha_in_its_weights(lora: Lora, tmp_path: Path) -> None:
    tensors = load_file(written(tmp_path, lora_files.diffusers_bytes(lora, ABOUT, FACTS)))

    assert len(tensors) == 2 * len(lora.layers)
    assert all(DIFFUSERS_KEY.fullmatch(key) for key in tensors)
    name, layer = next(iter(lora.layers.items()))
    assert torch.allclose(tensors[f"unet.{name}.lora.up.weight"].float(), layer.up * 2 / 4, atol=1e-3)  # type: ignore


def test_both_files_match_the_unet_key_by_key(lora: Lora, loaded: SdxlShaped, tmp_path: Path) -> None:
    for content, keys in (
        (lora_files.kohya_bytes(lora, ABOUT, FACTS), 3 * len(lora.layers)),
        (lora_files.diffusers_bytes(lora, ABOUT, FACTS), 2 * len(lora.layers)),
    ):
        match = lora_files.match(lora_files.read(written(tmp_path, content)), loaded.model, "Pocket")
        assert (match.matched_keys, match.left_out) == (keys, ())
        assert same_changes(match.lora, lora)


def test_the_metadata_says_what_other_programs_look_for(lora: Lora, tmp_path: Path) -> None:
    found = lora_files.read(written(tmp_path, lora_files.kohya_bytes(lora, ABOUT, FACTS)))

    expected = {
        "ss_output_name": "dumpling",
        "ss_base_model_version": "sdxl_base_v1-0",  # without it A1111 hides the file on SDXL models
        "ss_network_module": "networks.lora",
        "ss_network_dim": "4",
        "ss_network_alpha": "2",
        "ss_steps": "160",
        "modelspec.architecture": "stable-diffusion-xl-v1-base/lora",
        "modelspec.title": "dumpling",
        "modelspec.trigger_phrase": "dumpling cat",
        "modelspec.sai_model_spec": "1.0.0",  # with the three below, what that specification asks for
        "modelspec.implementation": "diffusers",
        "modelspec.resolution": "1024x1024",
        "modelspec.prediction_type": "epsilon",
    }
    assert {name: found.metadata.get(name) for name in expected} == expected
    assert json.loads(found.metadata["ss_tag_frequency"]) == {"dumpling": {"dumpling cat": 5}}
    assert re.fullmatch("[0-9a-f]{64}", found.metadata["sshs_model_hash"])
    assert found.file_hash == found.metadata["sshs_model_hash"][:12]
    assert found.metadata["modelspec.hash_sha256"] == f"0x{found.metadata['sshs_model_hash']}"
    assert SDXL.files == replace(FACTS, stability_names=True)


@pytest.mark.parametrize("name", ["", "my cat", "cat(1)", "a/b", "Knödel"])
def test_a_name_that_other_programs_would_not_find_in_a_prompt_names_no_file(name: str) -> None:
    with pytest.raises(ValueError, match="other programs would not find it"):
        replace(ABOUT, output_name=name)


def test_the_hash_is_of_what_follows_the_header(lora: Lora, tmp_path: Path) -> None:
    import hashlib

    content = lora_files.kohya_bytes(lora, ABOUT, FACTS)
    start = 8 + struct.unpack("<Q", content[:8])[0]

    expected = hashlib.sha256(content[start:]).hexdigest()[:12]
    without = written(tmp_path, content, "a.safetensors")
    save_file(load_file(without), tmp_path / "b.safetensors")  # no metadata: counted anew, as A1111 does
    assert lora_files.read(without).file_hash == expected
    assert lora_files.read(tmp_path / "b.safetensors").file_hash == expected


def test_the_same_lora_is_the_same_bytes(lora: Lora) -> None:
    assert lora_files.kohya_bytes(lora, ABOUT, FACTS) == lora_files.kohya_bytes(lora, ABOUT, FACTS)
    assert lora_files.diffusers_bytes(lora, ABOUT, FACTS) == lora_files.diffusers_bytes(lora, ABOUT, FACTS)


@pytest.mark.parametrize(("layer", "name"), SGM_NAMES.items())
def test_stabilitys_name_of_every_kind_of_layer_is_known(layer: str, name: str, loaded: SdxlShaped) -> None:
    assert lora_keys.layer_names(loaded.model)[name] == layer


def test_no_two_layers_share_a_name(loaded: SdxlShaped) -> None:
    """A name means one layer, so the table holds every layer under its own."""
    layers = {name for name, layer in loaded.model.named_modules() if isinstance(layer, nn.Linear | nn.Conv2d)}
    names = lora_keys.layer_names(loaded.model)

    assert set(names.values()) == layers
    assert all(names[lora_keys.plain(layer)] == layer for layer in layers)


def test_parts_for_text_encoders_are_left_out_and_counted(lora: Lora, loaded: SdxlShaped, tmp_path: Path) -> None:
    tensors = load_file(written(tmp_path, lora_files.kohya_bytes(lora, ABOUT, FACTS)))
    tensors["lora_te1_text_model_encoder_layers_0_mlp_fc1.lora_down.weight"] = torch.zeros(4, 8)
    save_file(tensors, tmp_path / "both.safetensors")

    match = lora_files.match(lora_files.read(tmp_path / "both.safetensors"), loaded.model, "Pocket")

    assert len(match.left_out) == 1
    assert match.matched_keys == 3 * len(lora.layers)


def tensors_of(key: str, *shape: int) -> dict[str, Tensor]:
    return {key: torch.zeros(shape)}


TO_Q = "lora_unet_down_blocks_1_attentions_0_transformer_blocks_0_attn1_to_q"
MISFITS: dict[str, tuple[dict[str, Tensor], str]] = {
    "another model's layer": (
        tensors_of("lora_unet_double_blocks_0_img_attn_qkv.lora_down.weight", 4, 8)
        | tensors_of("lora_unet_double_blocks_0_img_attn_qkv.lora_up.weight", 8, 4),
        "is a LoRA for Flux",
    ),
    "another width": (
        tensors_of(f"{TO_Q}.lora_down.weight", 4, 640) | tensors_of(f"{TO_Q}.lora_up.weight", 640, 4),
        "is 640 to 640, and the base model's layer is 128 to 128",
    ),
    "two ranks": (
        tensors_of(f"{TO_Q}.lora_down.weight", 4, 128) | tensors_of(f"{TO_Q}.lora_up.weight", 128, 8),
        "does not fit Pocket",
    ),
    "half a layer": (tensors_of(f"{TO_Q}.lora_down.weight", 4, 128), "incomplete"),
    "numbers without end": (
        {f"{TO_Q}.lora_down.weight": torch.full((4, 128), torch.inf), f"{TO_Q}.lora_up.weight": torch.zeros(128, 4)},
        "not finite",
    ),
    "half a DoRA": (
        tensors_of(f"{TO_Q}.lora_down.weight", 4, 128) | tensors_of(f"{TO_Q}.dora_scale", 128),
        "incomplete",
    ),
    "half a LoKr": (tensors_of(f"{TO_Q}.lokr_w1", 4, 4), "has only lokr_w1"),
    "an IA3": (tensors_of(f"{TO_Q}.on_input", 4), "is an IA3 file (LyCORIS)"),
    "whole differences": (tensors_of(f"{TO_Q}.diff", 4, 4), "is a file of whole differences (LyCORIS)"),
    "a middle alone": (tensors_of(f"{TO_Q}.lora_mid.weight", 4, 4), "has only mid"),
    "a LoRA of a transformer": (
        tensors_of("transformer.transformer_blocks.0.attn.to_q.lora_A.weight", 4, 4),
        "is a LoRA for Stable Diffusion 3 or Flux",
    ),
    "a whole model": (tensors_of("model.diffusion_model.input_blocks.0.0.weight", 4, 4), "is a whole model"),
    "something else": (tensors_of("weight", 4, 4), "holds no LoRA"),
    "text encoders only": (tensors_of("lora_te1_x.lora_down.weight", 4, 4), "changes the text encoders only"),
}


@pytest.mark.parametrize("what", MISFITS)
def test_a_file_that_does_not_fit_is_refused_in_a_sentence(what: str, loaded: SdxlShaped, tmp_path: Path) -> None:
    tensors, words = MISFITS[what]
    save_file(tensors, tmp_path / "x.safetensors")

    with pytest.raises(StudioError, match=re.escape(words)) as refused:
        lora_files.match(lora_files.read(tmp_path / "x.safetensors"), loaded.model, "Pocket")

    assert "x.safetensors" in str(refused.value)
    assert say("lora-fine") in str(refused.value)


class Trap:
    """What a pickle would run when it is opened."""

    def __reduce__(self) -> tuple[Callable[[str], object], tuple[str]]:
        return (Path.touch, (Path("/tmp/cuddle-was-run"),))  # type: ignore[return-value]


HOSTILE: dict[str, bytes] = {
    "empty": b"",
    "a pickle": pickle.dumps(Trap()),
    "a header longer than the file": struct.pack("<Q", 10**12) + b"{}",
    "a header of 40 MB": struct.pack("<Q", 40 * 2**20) + b" " * (40 * 2**20) + b"x",
    "no JSON": struct.pack("<Q", 4) + b"{{{{" + b"0" * 8,
    "a list": struct.pack("<Q", 2) + b"[]" + b"0" * 8,
    "nested without end": struct.pack("<Q", 100_000) + b"[" * 100_000,
    "metadata that is a number": struct.pack("<Q", 18) + b'{"__metadata__":3}' + b"0" * 8,
    "offsets outside of the file": struct.pack("<Q", 88)
    + b'{"a.lora_down.weight": {"dtype": "F32", "shape": [4], "data_offsets": [0, 999]}}'.ljust(88),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_broken_or_hostile_file_is_refused_and_never_run(what: str, tmp_path: Path) -> None:
    file = written(tmp_path, HOSTILE[what])

    with pytest.raises(StudioError, match=r"dumpling\.safetensors"):
        lora_files.read(file)

    assert not Path("/tmp/cuddle-was-run").exists()


def test_a_file_that_is_gone_says_so(tmp_path: Path) -> None:
    with pytest.raises(StudioError, match="is not there"):
        lora_files.read(tmp_path / "gone.safetensors")


def test_the_kohya_file_of_sdxl_has_the_names_that_sd_scripts_merges_and_opens_as_the_same_lora(
    loaded: SdxlShaped, tmp_path: Path
) -> None:
    of_all = lora_on(loaded.model, kinds=(ATTENTION, OTHERS))
    content = lora_files.kohya_bytes(of_all, ABOUT, replace(FACTS, stability_names=True))
    file = written(tmp_path, content)
    keys = {key.removeprefix("lora_unet_").partition(".")[0] for key in load_file(file)}
    assert keys == {sgm(name).replace(".", "_") for name in of_all.layers}
    found = lora_files.match(lora_files.read(file), loaded.model, "Pocket").lora
    assert same_changes(found, of_all)
    assert SDXL.files.stability_names
