"""Keys and values of a picture's words: computed once, never stale, on a real small model in fp32."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any
from weakref import ref

import numpy as np
import pytest
import torch
from diffusers.models.attention_processor import AttnProcessor
from diffusers.models.transformers.transformer_2d import Transformer2DModel
from torch import Tensor, nn
from torch._dynamo.utils import counters

from pipeline import generate
from pipeline.families.sdxl import SdxlShaped
from pipeline.generate import Settings
from pipeline.loras.lora import merged
from pipeline.unet import cross_attention_cache, quantised
from pipeline.unet import parts as unet_parts
from pipeline.unet.conditions import UnetConditions
from pipeline.unet.cross_attention_cache import CrossAttentionKVCache
from tests.engine import SIDE, random_lora
from tests.played_graphs import playing
from tests.slow import with_slow

STEPS = 3
SETTINGS = Settings(sampler="DPM++ 2M Karras", steps=STEPS, guidance_scale=4.0, width=SIDE, height=SIDE)
PROMPT = "a photo of a cat on the beach"


@contextmanager
def counted(unet: nn.Module) -> Iterator[dict[str, int]]:
    """Inside the block: how often each linear layer of the UNet that reads words is asked."""
    names = {
        layer: f"{name}.{target}"
        for name, attention in unet.named_modules()
        if name.endswith("attn2")
        for target in ("to_k", "to_v")
        for layer in [attention.get_submodule(target)]
    }
    asked, own = dict.fromkeys(names.values(), 0), nn.Linear.forward

    def forward(self: nn.Linear, x: Tensor) -> Tensor:
        if self in names:
            asked[names[self]] += 1
        return own(self, x)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(nn.Linear, "forward", forward)
        yield asked


@torch.no_grad()
def answers(loaded: SdxlShaped, words: UnetConditions) -> tuple[Tensor, Tensor]:
    """What is predicted for a picture, and what the UNet says when it reads the words itself."""
    noisy = torch.randn(len(words.prompt_embeds), 4, 8, 8, generator=torch.Generator().manual_seed(3))
    given = noisy, torch.tensor(500.0), words, SIDE, SIDE
    return loaded.pictures.predict(*given), loaded.denoise(*given)


def picture(loaded: SdxlShaped, prompt: str = PROMPT, **lora: Any) -> np.ndarray:
    conditions = generate.encode_guided(loaded, prompt, "")
    with merged(loaded.model, [(random_lora(loaded.model), lora["strength"])] if lora else []):
        return np.asarray(generate.picture(loaded, SETTINGS, conditions, 3)).astype(int)


@pytest.mark.parametrize("guidance_scale", with_slow([1.0, 4.0], [4.0]))
def test_the_words_are_read_once_for_all_steps_of_a_picture(guidance_scale: float, loaded: SdxlShaped) -> None:
    settings = Settings(sampler="Euler a", steps=STEPS, guidance_scale=guidance_scale, width=SIDE, height=SIDE)
    with counted(loaded.model) as asked:
        generate.picture(loaded, settings, generate.encode_guided(loaded, "a cat read once", ""), 3)
    assert len(asked) > 10
    assert set(asked.values()) == {1}


def test_what_is_predicted_is_what_the_unet_says_bit_for_bit_whatever_was_told_before(loaded: SdxlShaped) -> None:
    words, others = (loaded.encode_prompts(prompts) for prompts in (["a cat", "a dog"], ["a dog", "a house"]))
    found = [answers(loaded, words), answers(loaded, others), answers(loaded, loaded.encode_prompts(["a cat"]))]
    with merged(loaded.model, [(random_lora(loaded.model), 0.7)]):
        found.append(answers(loaded, others))
    found.append(answers(loaded, others))
    others.prompt_embeds.mul_(0.5)
    found.append(answers(loaded, others))

    assert all(torch.equal(predicted, said) for predicted, said in found)
    assert not any(torch.equal(found[1][0], found[number][0]) for number in (0, 3, 5))


@pytest.mark.slow(quick_sibling="test_the_words_are_read_once_for_all_steps_of_a_picture")
def test_a_captured_pass_is_right_for_other_words_and_other_loras(loaded: SdxlShaped) -> None:
    kinds: list[dict[str, Any]] = [{}, {"prompt": "a dog in the snow"}, {"strength": 0.5}, {"strength": 1.0}, {}]
    wanted = [picture(loaded, **kind) for kind in kinds]
    with playing(loaded) as captured:
        for kind, right in zip(kinds, wanted, strict=True):
            with counted(loaded.model) as asked:
                assert np.abs(picture(loaded, **kind) - right).max() <= 1
            assert set(asked.values()) == {1}
        assert len(captured) == 1
    assert np.abs(wanted[0] - wanted[1]).max() > 10 and np.abs(wanted[2] - wanted[3]).max() > 10


def test_graphs_of_pictures_of_any_size_share_the_place_of_their_words_and_give_it_back(loaded: SdxlShaped) -> None:
    words = loaded.encode_prompts(["a cat", "a dog"])
    with playing(loaded) as captured, torch.no_grad():
        for side in (8, 16):
            loaded.pictures.predict(torch.zeros(2, 4, side, side), torch.tensor(5.0), words, side * 8, side * 8)
        graphs = loaded.pictures._graphs.values()
        assert len(captured) == 2
        (held,) = {id(graph.held.words): ref(graph.held.words) for graph in graphs}.values()
        loaded.pictures.forget()
        captured.clear()
        del graphs
        assert held() is None


@torch.no_grad()
def test_loras_beside_layers_in_8_bits_are_heard() -> None:
    unet = transformer()
    lora = random_lora(unet)
    quantised.quantise(unet_parts.blocks(unet), torch.device("cpu"))
    words, known = torch.randn(2, 7, 48), CrossAttentionKVCache(cross_attention_cache.cross_attention_layers(unet))

    def said() -> tuple[Tensor, Tensor]:
        known.update(words)
        with known.in_use():
            return looked(unet, torch.full_like(words, torch.nan)), looked(unet, words)

    plain, _ = said()
    with merged(unet, [(lora, 1.0)]):
        changed, _ = said()
        wanted = looked(unet, words)
    again, _ = said()

    assert torch.equal(changed, wanted) and not torch.equal(changed, plain)
    assert torch.equal(again, plain)


@torch.no_grad()
def test_an_attention_that_does_more_or_has_another_processor_reads_the_words_itself(loaded: SdxlShaped) -> None:
    unet = transformer()
    first, second, third, plain = (unet.get_submodule(f"transformer_blocks.{number}.attn2") for number in range(4))
    first.processor = AttnProcessor()
    second.norm_k = nn.LayerNorm(32)
    third.to_k.register_forward_hook(lambda _layer, _words, answer: answer * 2)
    words, known = torch.randn(2, 7, 48), CrossAttentionKVCache(cross_attention_cache.cross_attention_layers(unet))
    wanted, processors = (
        looked(unet, words),
        [one.processor for one in cross_attention_cache.cross_attention_layers(unet)],
    )
    known.update(words)
    own: list[Any] = []
    with pytest.raises(ZeroDivisionError), known.in_use():
        own += [one.processor for one in cross_attention_cache.cross_attention_layers(unet)]
        assert torch.equal(looked(unet, words), wanted)
        raise ZeroDivisionError

    assert [one is other for one, other in zip(own, processors, strict=True)] == [True, True, True, False]
    assert [
        one.processor for one in cross_attention_cache.cross_attention_layers(unet)
    ] == processors and plain.processor is processors[3]


def test_all_blocks_of_one_shape_share_what_is_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Though each has keys and values of its own."""
    monkeypatch.setattr(torch, "compile", partial(torch.compile, backend="eager"))
    unet = transformer()
    torch._dynamo.reset()
    counters.clear()
    with torch.no_grad():
        for _ in range(2):  # another picture, another place
            words, known = (
                torch.randn(2, 7, 48),
                CrossAttentionKVCache(cross_attention_cache.cross_attention_layers(unet)),
            )
            known.update(words)
            with known.in_use(), unet_parts.compiled(unet_parts.blocks(unet)):
                compiled = looked(unet, words)
            assert torch.allclose(compiled, looked(unet, words), atol=1e-5)

    assert counters["stats"]["unique_graphs"] == 1


def transformer() -> Any:
    """Four blocks of one shape, as SDXL has them."""
    with torch.random.fork_rng():
        torch.manual_seed(1)
        return Transformer2DModel(
            2, 32, in_channels=64, num_layers=4, cross_attention_dim=48, norm_num_groups=32, use_linear_projection=True
        ).requires_grad_(False)


def looked(unet: nn.Module, words: Tensor) -> Tensor:
    """What the transformer says of fixed cells."""
    cells = torch.randn(2, 64, 8, 8, generator=torch.Generator().manual_seed(2))
    return unet(cells, encoder_hidden_states=words, return_dict=False)[0]
