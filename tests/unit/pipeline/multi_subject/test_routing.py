"""Several LoRAs in one forward pass: exactly the plain LoRA, the base model, or separate runs, where gates say so."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
import torch
from torch import Tensor, nn

from pipeline.families.sdxl import SdxlShaped
from pipeline.loras.lora import Lora, LoraLayer, merged
from pipeline.multi_subject.routing import Router, Routes, routed
from pipeline.unet.conditions import UnetConditions
from tests.engine import random_lora, same_weights, state_of

HEIGHT, WIDTH = 16, 8  # cells: a portrait
CLOSE = 2e-4  # of numbers around 1, in fp32


def everywhere_lora(unet: nn.Module, *, seed: int, rank: int, alpha: float) -> Lora:
    """A LoRA on every layer that a file can have one for: attention, feed-forward, projections, convolutions, time."""
    generator = torch.Generator().manual_seed(seed)
    layers = {}
    for name, layer in unet.named_modules():
        if isinstance(layer, nn.Linear | nn.Conv2d):
            inner, outer = tuple(layer.weight.shape[1:]), layer.weight.shape[0]
            up = (outer, rank) if isinstance(layer, nn.Linear) else (outer, rank, 1, 1)
            down = torch.randn(rank, *inner, generator=generator) / inner[0] ** 0.5
            layers[name] = LoraLayer(down=down, up=torch.randn(up, generator=generator) * 0.05, alpha=alpha)
    return Lora(name=f"everywhere {seed}", layers=layers)


def inputs(rows: int) -> Tensor:
    return torch.randn(rows, 4, HEIGHT, WIDTH, generator=torch.Generator().manual_seed(5))


@torch.no_grad()
def predicted(loaded: SdxlShaped, noisy: Tensor, conditions: UnetConditions) -> Tensor:
    return loaded.denoise(noisy, torch.tensor(500.0), conditions, WIDTH * 8, HEIGHT * 8)


def pictures_words(loaded: SdxlShaped, prompts: Sequence[Sequence[str]]) -> tuple[Tensor, UnetConditions]:
    """Every row's prompts, scene first, (rows, prompts, 77, width), and the scenes' conditions."""
    encoded = [loaded.encode_prompts(row) for row in prompts]
    scenes = UnetConditions(
        prompt_embeds=torch.stack([row.prompt_embeds[0] for row in encoded]),
        pooled_prompt_embeds=torch.stack([row.pooled_prompt_embeds[0] for row in encoded]),
    )
    return torch.stack([row.prompt_embeds for row in encoded]), scenes


def one_hot(rows: int, places: int, chosen: Sequence[int]) -> Tensor:
    maps = torch.zeros(rows, places, HEIGHT, WIDTH)
    for row, place in enumerate(chosen):
        maps[row, place] = 1
    return maps


def run_routed(
    loaded: SdxlShaped, choices: Sequence[tuple[Lora, float]], routes: Routes, scenes: UnetConditions
) -> Tensor:
    with routed(loaded.model, choices) as router:
        router.set_routes(routes)
        return predicted(loaded, inputs(len(routes.gates)), scenes)


@pytest.mark.parametrize("everywhere", [False, True])
def test_with_all_gates_open_it_is_the_plain_lora(loaded: SdxlShaped, everywhere: bool) -> None:
    lora = everywhere_lora(loaded.model, seed=1, rank=3, alpha=2.0) if everywhere else random_lora(loaded.model, seed=1)
    words, scenes = pictures_words(loaded, [("a cat", "a cat")])
    routes = Routes(gates=one_hot(1, 1, [0]), prompt_embeds=words, prompt_weights=one_hot(1, 2, [1]))
    got = run_routed(loaded, [(lora, 0.8)], routes, scenes)
    with merged(loaded.model, [(lora, 0.8)]):
        plain = predicted(loaded, inputs(1), scenes)
    assert torch.allclose(got, plain, atol=CLOSE)
    assert not torch.allclose(got, predicted(loaded, inputs(1), scenes), atol=100 * CLOSE)


def test_with_all_gates_shut_it_is_the_base_model(loaded: SdxlShaped) -> None:
    lora = everywhere_lora(loaded.model, seed=1, rank=3, alpha=2.0)
    words, scenes = pictures_words(loaded, [("a cat", "a dog")])
    routes = Routes(gates=torch.zeros(1, 1, HEIGHT, WIDTH), prompt_embeds=words, prompt_weights=one_hot(1, 2, [0]))
    got = run_routed(loaded, [(lora, 1.0)], routes, scenes)
    assert torch.allclose(got, predicted(loaded, inputs(1), scenes), atol=CLOSE)


def test_one_batch_with_a_lora_for_each_row_gives_what_separate_runs_give(loaded: SdxlShaped) -> None:
    """LoRAs of different rank, alpha and layers, and rows without any, as in peft's mixed batch."""
    one = everywhere_lora(loaded.model, seed=1, rank=3, alpha=2.0)
    two = random_lora(loaded.model, seed=2, rank=8, alpha=8.0, size=0.1)
    prompts = ["a cat", "a dog", "a bear"]
    words, scenes = pictures_words(loaded, [(prompt,) * 3 for prompt in prompts])
    gates = one_hot(3, 2, [0, 1])
    routes = Routes(gates=gates, prompt_embeds=words, prompt_weights=one_hot(3, 3, [1, 2, 0]))
    got = run_routed(loaded, [(one, 1.0), (two, 0.7)], routes, scenes)
    for row, choices in enumerate(([(one, 1.0)], [(two, 0.7)], [])):
        with merged(loaded.model, choices):
            alone = predicted(
                loaded,
                inputs(3)[row : row + 1],
                scenes.rows([row]),
            )
        assert torch.allclose(got[row], alone[0], atol=CLOSE)


def test_afterwards_the_unet_is_as_before(loaded: SdxlShaped) -> None:
    before, words = state_of(loaded.model), pictures_words(loaded, [("a cat", "a dog")])
    plain = predicted(loaded, inputs(1), words[1])
    routes = Routes(gates=one_hot(1, 1, [0]), prompt_embeds=words[0], prompt_weights=one_hot(1, 2, [1]))
    changed = run_routed(loaded, [(random_lora(loaded.model), 1.0)], routes, words[1])
    assert not torch.allclose(changed, plain, atol=1e-2)
    assert torch.equal(predicted(loaded, inputs(1), words[1]), plain)
    assert same_weights(loaded.model, before)


def test_the_order_of_subjects_changes_nothing(loaded: SdxlShaped) -> None:
    one, two = random_lora(loaded.model, seed=1), random_lora(loaded.model, seed=2, rank=8)
    words, scenes = pictures_words(loaded, [("a cat and a dog", "a cat", "a dog")])
    gates = torch.rand(1, 2, HEIGHT, WIDTH, generator=torch.Generator().manual_seed(3)) / 2
    prompt_weights = torch.cat([1 - gates.sum(1, keepdim=True), gates], 1)
    straight = run_routed(
        loaded,
        [(one, 1.0), (two, 0.7)],
        Routes(gates=gates, prompt_embeds=words, prompt_weights=prompt_weights),
        scenes,
    )
    turned = Routes(gates=gates.flip(1), prompt_embeds=words[:, [0, 2, 1]], prompt_weights=prompt_weights[:, [0, 2, 1]])
    assert torch.allclose(run_routed(loaded, [(two, 0.7), (one, 1.0)], turned, scenes), straight, atol=CLOSE)


def test_a_map_of_a_portrait_arrives_at_every_level_the_right_way_round(loaded: SdxlShaped) -> None:
    router = Router(loaded.model, [])
    gates = torch.zeros(1, 1, HEIGHT, WIDTH)
    gates[0, 0, : HEIGHT // 2] = 1
    router.set_routes(
        Routes(gates=gates, prompt_embeds=torch.zeros(1, 2, 77, 8), prompt_weights=torch.zeros(1, 2, HEIGHT, WIDTH))
    )
    for height, width in ((16, 8), (8, 4), (4, 2)):
        at = router.gate(height * width, (0,)).reshape(height, width)
        assert at[: height // 2].eq(1).all() and at[height // 2 :].eq(0).all()


def test_uncond_rows_are_what_gates_of_zero_make_them(loaded: SdxlShaped) -> None:
    """What is known to be nothing is not computed, and changes nothing."""
    loras = [(everywhere_lora(loaded.model, seed=1, rank=3, alpha=2.0), 1.0), (random_lora(loaded.model), 0.7)]
    words, scenes = pictures_words(loaded, [("", "", ""), ("a cat and a dog", "a cat", "a dog")])
    gates = torch.rand(2, 2, HEIGHT, WIDTH, generator=torch.Generator().manual_seed(3)) / 2
    gates[0] = 0
    prompt_weights = torch.cat([1 - gates.sum(1, keepdim=True), gates], 1)
    routes = Routes(gates=gates, prompt_embeds=words, prompt_weights=prompt_weights)
    computed = run_routed(loaded, loras, routes, scenes)
    got = run_routed(loaded, loras, replace(routes, uncond_rows=1), scenes)
    assert torch.allclose(got, computed, atol=CLOSE)


def test_a_router_that_is_told_of_another_picture_gives_what_a_new_one_gives(loaded: SdxlShaped) -> None:
    """Routes of the same form go into the buffers in their place: where they lie is what a CUDA graph knows of them."""
    loras = [(everywhere_lora(loaded.model, seed=1, rank=3, alpha=2.0), 1.0), (random_lora(loaded.model), 0.7)]

    def routes_for(seed: int, *prompts: str) -> tuple[Routes, UnetConditions]:
        words, scenes = pictures_words(loaded, [prompts])
        gates = torch.rand(1, 2, HEIGHT, WIDTH, generator=torch.Generator().manual_seed(seed)) / 2
        prompt_weights = torch.cat([1 - gates.sum(1, keepdim=True), gates], 1)
        return Routes(gates=gates, prompt_embeds=words, prompt_weights=prompt_weights), scenes

    first, second = routes_for(1, "a cat and a dog", "a cat", "a dog"), routes_for(2, "a bear", "a bear", "a fox")
    with routed(loaded.model, loras) as router:
        assert not router.set_routes(first[0])
        predicted(loaded, inputs(1), first[1])
        kept = [
            *router._gates.values(),
            *router._prompt_weights.values(),
            *(part for both in router._keys_values.values() for part in both),
        ]
        assert router.set_routes(second[0])
        again = predicted(loaded, inputs(1), second[1])
        now = [
            *router._gates.values(),
            *router._prompt_weights.values(),
            *(part for both in router._keys_values.values() for part in both),
        ]
        assert all(one is other for one, other in zip(kept, now, strict=True))
        assert not router.set_routes(replace(second[0], uncond_rows=1)), "a number in a graph cannot be written"
    assert torch.equal(again, run_routed(loaded, loras, *second))
    assert not torch.allclose(again, run_routed(loaded, loras, *first), atol=100 * CLOSE)
