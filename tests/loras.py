"""LoRAs on every kind of layer, and the files that other programs would make of one: each naming as a row."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from pipeline.loras.lora import Lora, LoraLayer

Rename = Callable[[str], str]

ATTENTION = re.compile(r".*\.(to_q|to_k|to_v|to_out\.0)")
WORDS = re.compile(r".*\.(self_attn\.(q|k|v|out)_proj|mlp\.fc[12])")
# One of every other kind of layer: linear ones, convolutions of 3 and of 1, a way down, a way up.
OTHERS = re.compile(
    r"conv_in|down_blocks\.0\.(resnets\.1\.conv1|downsamplers\.0\.conv)|down_blocks\.1\.resnets\.0\.(conv_shortcut|"
    r"time_emb_proj)|.*attentions\.0\.(proj_in|proj_out)|.*transformer_blocks\.0\.ff\.net\.(0\.proj|2)|"
    r"mid_block\.resnets\.1\.conv2|up_blocks\.0\.upsamplers\.0\.conv|time_embedding\.linear_2"
)


def lora_on(
    unet: nn.Module,
    text_encoders: Sequence[nn.Module] = (),
    kinds: Sequence[re.Pattern[str]] = (ATTENTION,),
    ranks: Sequence[int] = (2, 3, 4),
    alphas: Sequence[float] = (1.0, 2.0),
    size: float = 0.2,
) -> Lora:
    """A LoRA whose ranks and alphas differ from layer to layer, strong enough to change the picture visibly."""
    generator = torch.Generator().manual_seed(5)

    def layers(module: nn.Module, kinds: Sequence[re.Pattern[str]]) -> dict[str, LoraLayer]:
        found = {}
        for name, layer in module.named_modules():
            if isinstance(layer, nn.Linear | nn.Conv2d) and any(kind.fullmatch(name) for kind in kinds):
                rank, alpha = ranks[len(found) % len(ranks)], alphas[len(found) % len(alphas)]
                found[name] = random_layer(layer.weight.shape, rank, alpha, size, generator)
        return found

    text_layers = tuple(layers(encoder, [WORDS]) for encoder in text_encoders)
    return Lora(name="dumpling", layers=layers(unet, kinds), text_layers=text_layers)


def random_layer(shape: Sequence[int], rank: int, alpha: float, size: float, generator: torch.Generator) -> LoraLayer:
    """A change of a linear layer, or of a convolution of that shape, in numbers that half precision holds."""
    outs, *takes = shape
    ones = [1] * (len(takes) - 1)
    down = torch.randn(rank, *takes, generator=generator) * size / max(1.0, (len(takes) - 1) * 3.0)
    return LoraLayer(
        down=down.half().float(),
        up=(torch.randn(outs, rank, *ones, generator=generator) * size).half().float(),
        alpha=alpha,
    )


def sgm(name: str) -> str:
    """Stability's name of a layer of a UNet with two layers in each block, stated anew for the tests."""
    inner = {
        "conv1": "in_layers.2", "conv2": "out_layers.3", "time_emb_proj": "emb_layers.1",
        "conv_shortcut": "skip_connection",
    }  # fmt: skip
    single = {"conv_in": "input_blocks.0.0", "time_embedding.linear_2": "time_embed.2"}
    if name in single:
        return single[name]
    if found := re.fullmatch(r"(down|up)_blocks\.(\d)\.(attentions|resnets)\.(\d)\.(.*)", name):
        place = 3 * int(found[2]) + int(found[4])
        block = f"input_blocks.{place + 1}" if found[1] == "down" else f"output_blocks.{place}"
        return f"{block}.{1 if found[3] == 'attentions' else 0}.{inner.get(found[5], found[5])}"
    if found := re.fullmatch(r"mid_block\.(attentions|resnets)\.(\d)\.(.*)", name):
        place = 1 if found[1] == "attentions" else 2 * int(found[2])
        return f"middle_block.{place}.{inner.get(found[3], found[3])}"
    if found := re.fullmatch(r"down_blocks\.(\d)\.downsamplers\.0\.conv", name):
        return f"input_blocks.{3 * int(found[1]) + 3}.0.op"
    found = re.fullmatch(r"up_blocks\.(\d)\.upsamplers\.0\.conv", name)
    assert found is not None, name
    return f"output_blocks.{3 * int(found[1]) + 2}.2.conv"


def in_text_model(name: str) -> str:
    """A text encoder's layer as files name it, whether transformers has it flat or not."""
    return name if name.startswith("text_model.") else f"text_model.{name}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Naming:
    """How one program names its keys. `words`: from (name, number of the encoder); None: it has no text encoders.

    `holds`: which layers of the UNet it can hold. Without `has_alpha` the scale is in the numbers.
    """

    unet: Rename
    suffixes: tuple[str, str]
    words: Callable[[str, int], str] | None = None
    word_suffixes: tuple[str, str] = (".lora_linear_layer.down.weight", ".lora_linear_layer.up.weight")
    has_alpha: bool = False
    attention_only: bool = False


def flat(name: str) -> str:
    return name.replace(".", "_")


def kohya_words(name: str, place: int) -> str:
    return f"lora_te{place + 1}_{flat(in_text_model(name))}"


def diffusers_words(name: str, place: int) -> str:
    return f"text_encoder{'_2' if place else ''}.{in_text_model(name)}"


def old_words(name: str, place: int) -> str:
    old = re.sub(r"self_attn\.(q|k|v|out)_proj", r"self_attn.to_\1_lora", diffusers_words(name, place))
    return old if old.endswith("_lora") else f"{old}.lora_linear_layer"


def old_attention(name: str) -> str:
    return "unet." + name.replace(".to_", ".processor.to_").replace("to_out.0", "to_out")


KOHYA, PEFT = (".lora_down.weight", ".lora_up.weight"), (".lora_A.weight", ".lora_B.weight")
NAMINGS: dict[str, Naming] = {
    "kohya, diffusers' names": Naming(
        unet=lambda name: f"lora_unet_{flat(name)}", suffixes=KOHYA, words=kohya_words, word_suffixes=KOHYA,
        has_alpha=True,
    ),
    "kohya, Stability's names": Naming(
        unet=lambda name: f"lora_unet_{flat(sgm(name))}", suffixes=KOHYA, words=kohya_words, word_suffixes=KOHYA,
        has_alpha=True,
    ),
    "kohya without alpha": Naming(
        unet=lambda name: f"lora_unet_{flat(name)}", suffixes=KOHYA, words=kohya_words, word_suffixes=KOHYA
    ),
    "diffusers": Naming(
        unet=lambda name: f"unet.{name}", suffixes=(".lora.down.weight", ".lora.up.weight"), words=diffusers_words
    ),
    "diffusers before 0.22": Naming(
        unet=old_attention, suffixes=("_lora.down.weight", "_lora.up.weight"), words=old_words,
        word_suffixes=(".down.weight", ".up.weight"), attention_only=True,
    ),
    "peft": Naming(unet=lambda name: f"unet.{name}", suffixes=PEFT, words=diffusers_words, word_suffixes=PEFT),
    "peft, raw": Naming(
        unet=lambda name: f"base_model.model.{name}", suffixes=(".lora_A.default.weight", ".lora_B.default.weight")
    ),
    "diffusion_model, Stability's names": Naming(
        unet=lambda name: f"diffusion_model.{sgm(name)}", suffixes=PEFT,
        words=lambda name, place: f"text_encoders.clip_{'g' if place else 'l'}.transformer.{in_text_model(name)}",
        word_suffixes=PEFT,
    ),
    "OneTrainer, Stability's names": Naming(
        unet=lambda name: f"unet.{sgm(name)}", suffixes=KOHYA, has_alpha=True,
        words=lambda name, place: f"clip_{'g' if place else 'l'}.{in_text_model(name)}", word_suffixes=KOHYA,
    ),
}  # fmt: skip


def tensors_of(lora: Lora, naming: Naming) -> dict[str, Tensor]:
    """The tensors of a file in that naming."""
    tensors: dict[str, Tensor] = {}
    for name, layer in lora.layers.items():
        _add(tensors, naming.unet(name), naming.suffixes, layer, naming)  # type: ignore
    for place, layers in enumerate(lora.text_layers):
        assert naming.words is not None
        for name, layer in layers.items():
            _add(tensors, naming.words(name, place), naming.word_suffixes, layer, naming)  # type: ignore
    return {key: tensor.clone() for key, tensor in tensors.items()}


def _add(tensors: dict[str, Tensor], key: str, suffixes: tuple[str, str], layer: LoraLayer, naming: Naming) -> None:
    scale = 1.0 if naming.has_alpha else layer.alpha / layer.rank
    tensors[key + suffixes[0]], tensors[key + suffixes[1]] = layer.down, layer.up * scale
    if naming.has_alpha:
        tensors[f"{key}.alpha"] = torch.tensor(layer.alpha)


def layers_of(lora: Lora) -> Mapping[tuple[int, str], LoraLayer]:
    """Every layer by the number of its model (the UNet, then the text encoders) and its name."""
    parts = (lora.layers, *lora.text_layers)
    return {(place, name): layer for place, part in enumerate(parts) for name, layer in part.items()}  # type: ignore
