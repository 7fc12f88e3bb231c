"""What one picture of several subjects leaves for the next, with CUDA graphs that are played on the CPU."""

from dataclasses import replace
from typing import Any
from weakref import ref

import numpy as np
import pytest
import torch

from pipeline import devices, together, unet_parts
from pipeline.create import Settings
from pipeline.families.resident import Conditions
from pipeline.families.sdxl import SdxlShaped
from pipeline.together import METHOD, Method, Seated
from pipeline.together.kept import Kept
from pipeline.together.routing import Router, Routes, routed
from tests.engine import random_lora
from tests.played_graphs import playing
from training.memory import plans

SMALL = Settings(sampler="DPM++ 2M Karras", steps=6, guidance_scale=3.0, width=128, height=128)
PROMPT = "a photo of dumpling cat and rex dog on the beach"
ONCE = replace(METHOD, attempts=1)


@pytest.fixture
def people(resident: SdxlShaped) -> list[Seated]:
    cat, dog = random_lora(resident.unet, seed=1, size=0.15), random_lora(resident.unet, seed=2, size=0.15, rank=8)
    return [
        Seated(lora=cat, strength=1.0, words="dumpling cat", noun="cat"),
        Seated(lora=dog, strength=0.8, words="rex dog", noun="dog"),
    ]


def pixels(
    resident: SdxlShaped,
    people: list[Seated],
    prompt: str = PROMPT,
    seed: int = 3,
    settings: Settings = SMALL,
    method: Method = ONCE,
) -> np.ndarray:
    return np.asarray(together.picture(resident, settings, people, prompt, "", seed, method=method).image, np.int16)


def fresh(resident: SdxlShaped, *parts: Any, **named: Any) -> np.ndarray:
    """Without graphs, and with nothing kept."""
    resident.pictures.beside.clear()
    return pixels(resident, *parts, **named)


def test_the_next_picture_of_the_same_subjects_captures_nothing_and_has_the_same_pixels(
    resident: SdxlShaped, people: list[Seated]
) -> None:
    other = ("rex dog and dumpling cat in the snow", 8)
    boxed = [replace(people[0], box=(0.5, 0.2, 1.0, 1.0)), people[1]]
    wanted = [fresh(resident, people), fresh(resident, people, *other), fresh(resident, boxed)]
    with playing(resident) as captured:
        assert np.abs(pixels(resident, people) - wanted[0]).max() <= 1
        assert len(captured) == 3, "the plain pass, the one that is looked at, the routed one"
        assert np.abs(pixels(resident, people, *other) - wanted[1]).max() <= 1
        assert np.abs(pixels(resident, boxed) - wanted[2]).max() <= 1
        again = [replace(one, lora=replace(one.lora, name=f"{one.lora.name}, renamed")) for one in people]
        assert np.abs(pixels(resident, again) - wanted[0]).max() <= 1
        assert len(captured) == 3


def test_where_the_weights_moved_what_the_first_picture_keeps_serves_the_second(
    resident: SdxlShaped, people: list[Seated]
) -> None:
    """A lesson lays projections that read the same input side by side, once."""
    wanted = fresh(resident, people)
    with playing(resident) as captured:
        pixels(resident, people)
        for weight in resident.unet.parameters():
            weight.data = weight.data.clone(memory_format=torch.preserve_format)
        before = len(captured)
        assert np.abs(pixels(resident, people) - wanted).max() <= 1
        assert len(captured) == before + 3
        assert np.abs(pixels(resident, people) - wanted).max() <= 1
        assert len(captured) == before + 3


def test_a_second_picture_is_the_first_one_bit_for_bit_where_there_are_no_graphs(
    resident: SdxlShaped, people: list[Seated]
) -> None:
    other = ("rex dog and dumpling cat in the snow", 8)
    first = fresh(resident, people)
    wanted = fresh(resident, people, *other)
    assert np.array_equal(pixels(resident, people), first)
    assert np.array_equal(pixels(resident, people, *other), wanted)


def test_another_strength_or_another_lora_is_not_served_from_what_was_kept(
    resident: SdxlShaped, people: list[Seated]
) -> None:
    weaker = [replace(people[0], strength=0.5), people[1]]
    taught_again = replace(random_lora(resident.unet, seed=7, size=0.15), name=people[0].lora.name)
    others = [[replace(people[0], lora=taught_again), people[1]], people, weaker, people[:1]]
    wanted = [fresh(resident, some) for some in others]
    with playing(resident) as captured:
        first = pixels(resident, people)
        for some, right in zip(others, wanted, strict=True):
            before = len(captured)
            got = pixels(resident, some)
            assert np.abs(got - right).max() <= 1 and (some is people or np.abs(got - first).max() > 5)
            assert len(captured) > before


@pytest.mark.parametrize(
    "changes", [{"width": 96}, {"guidance_scale": 1.0, "steps": 8}, {"sampler": "Euler a"}], ids=str
)
def test_pictures_of_other_settings_in_turns_are_each_what_they_are_alone(
    resident: SdxlShaped, people: list[Seated], changes: dict[str, Any]
) -> None:
    other = replace(SMALL, **changes)
    wanted, right = fresh(resident, people), fresh(resident, people, settings=other)
    with playing(resident):
        for _ in range(2):
            assert np.abs(pixels(resident, people) - wanted).max() <= 1
            assert np.abs(pixels(resident, people, settings=other) - right).max() <= 1


@pytest.mark.parametrize(
    "method", [replace(ONCE, bound=4.0, bound_until=0.5), replace(ONCE, base_part=0.5, avoided_gates=0.5)], ids=str
)
def test_routes_that_change_on_the_way_do_so_with_graphs_as_well(
    resident: SdxlShaped, people: list[Seated], method: Method
) -> None:
    wanted = fresh(resident, people, method=method)
    with playing(resident):
        for _ in range(2):
            assert np.abs(pixels(resident, people, method=method) - wanted).max() <= 1


def test_what_is_kept_is_gone_when_a_lesson_begins(resident: SdxlShaped, people: list[Seated]) -> None:
    from tests.engine import training_request

    with playing(resident) as captured:
        pixels(resident, people)
        kept = Kept.of(resident)
        assert kept.routing._kept is not None and kept.watching._kept is not None
        router, graphs = ref(kept.routing._kept.router), kept.routing._kept.graphs
        plans(resident, training_request(steps=3).recipe)
        assert router() is None and not graphs._graphs
        assert kept.watching._kept is None and not resident.pictures._graphs
        pixels(resident, people)
        assert len(captured) == 6


def test_where_memory_is_short_the_routed_steps_have_it_and_the_picture_is_the_same(
    resident: SdxlShaped, people: list[Seated], monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = fresh(resident, people)
    with playing(resident):
        kept = Kept.of(resident)

        def left(device: torch.device) -> float:
            watching = kept.watching._kept
            return 1e12 if watching is None or not watching.graphs._graphs else 0.0

        monkeypatch.setattr(devices, "usable_bytes", left)
        assert np.abs(pixels(resident, people) - wanted).max() <= 1
        assert kept.watching._kept is None
        assert kept.routing._kept is not None and kept.routing._kept.graphs._graphs


def test_a_picture_that_is_stopped_leaves_nothing_wrong_for_the_next(
    resident: SdxlShaped, people: list[Seated]
) -> None:
    wanted = fresh(resident, people)
    with playing(resident):
        for last in (0.4, 0.6, 0.9):

            def stop(progress: Any, last: float = last) -> None:
                if progress.part >= last:
                    raise KeyboardInterrupt

            with pytest.raises(KeyboardInterrupt):
                together.picture(resident, SMALL, people, "rex dog", "", 5, on_step=stop, method=ONCE)
            assert np.abs(pixels(resident, people) - wanted).max() <= 1


@torch.no_grad()
def test_loras_of_attention_work_in_streamlined_parts_and_others_are_told_apart(resident: SdxlShaped) -> None:
    lora = random_lora(resident.unet, seed=1, size=0.15)
    assert not Router(resident.unet, [(lora, 1.0)]).hooks_geglu
    name = next(name for name, _ in resident.unet.named_modules() if name.endswith("ff.net.0.proj"))
    layer = next(iter(lora.layers.values()))
    assert Router(resident.unet, [(replace(lora, layers={name: _sized(resident, name, layer)}), 1.0)]).hooks_geglu
    words = resident.encode_prompts(["a cat", "a cat"])
    scene = Conditions(hidden=words.hidden[:1], pooled=words.pooled[:1])
    noisy = torch.randn(1, 4, 16, 16, generator=torch.Generator().manual_seed(1))
    gates = torch.rand(1, 1, 16, 16, generator=torch.Generator().manual_seed(2))
    with routed(resident.unet, [(lora, 1.0)]) as router:
        router.follow(Routes(gates=gates, words=words.hidden[None], shares=torch.cat([1 - gates, gates], 1)))
        plain = resident.denoise(noisy, torch.tensor(500.0), scene, 128, 128)
        with unet_parts.streamlined(resident.unet):
            fast = resident.denoise(noisy, torch.tensor(500.0), scene, 128, 128)
    assert torch.allclose(plain, fast, atol=1e-4)


def _sized(resident: SdxlShaped, name: str, layer: Any) -> Any:
    linear: Any = resident.unet.get_submodule(name)
    return replace(layer, down=torch.zeros(4, linear.in_features), up=torch.zeros(linear.out_features, 4))
