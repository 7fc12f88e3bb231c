"""What one picture of several subjects leaves for the next, with CUDA graphs that are played on the CPU."""

from dataclasses import replace
from typing import Any
from weakref import ref

import numpy as np
import pytest
import torch

from pipeline import devices, multi_subject
from pipeline.families.sdxl import SdxlShaped
from pipeline.generate import Settings
from pipeline.multi_subject import METHOD, Method, RegionSubject
from pipeline.multi_subject.cache import MultiSubjectCache
from pipeline.multi_subject.routing import Router, Routes, routed
from pipeline.unet import parts as unet_parts
from pipeline.unet.conditions import UnetConditions
from tests.engine import random_lora
from tests.played_graphs import playing
from training.memory import plans

SMALL = Settings(sampler="DPM++ 2M Karras", steps=6, guidance_scale=3.0, width=128, height=128)
PROMPT = "a photo of dumpling cat and rex dog on the beach"
ONCE = replace(METHOD, attempts=1)


@pytest.fixture
def people(loaded: SdxlShaped) -> list[RegionSubject]:
    return two_people(loaded)


def two_people(loaded: SdxlShaped) -> list[RegionSubject]:
    cat, dog = random_lora(loaded.model, seed=1, size=0.15), random_lora(loaded.model, seed=2, size=0.15, rank=8)
    return [
        RegionSubject(lora=cat, strength=1.0, words="dumpling cat", noun="cat"),
        RegionSubject(lora=dog, strength=0.8, words="rex dog", noun="dog"),
    ]


def pixels(
    loaded: SdxlShaped,
    people: list[RegionSubject],
    prompt: str = PROMPT,
    seed: int = 3,
    settings: Settings = SMALL,
    method: Method = ONCE,
) -> np.ndarray:
    return np.asarray(multi_subject.generate(loaded, settings, people, prompt, "", seed, method=method).image, np.int16)


def fresh(loaded: SdxlShaped, *parts: Any, **named: Any) -> np.ndarray:
    """Without graphs, and with nothing kept."""
    loaded.pictures.caches.clear()
    return pixels(loaded, *parts, **named)


@pytest.fixture(scope="module")
def plain(loaded: SdxlShaped) -> np.ndarray:
    """The picture of the two as most tests compare it, without graphs, and with nothing kept."""
    return fresh(loaded, two_people(loaded))


@pytest.mark.slow(quick_sibling="test_a_second_picture_is_the_first_one_bit_for_bit_where_there_are_no_graphs")
def test_the_next_picture_of_the_same_subjects_captures_nothing_and_has_the_same_pixels(
    loaded: SdxlShaped, people: list[RegionSubject], plain: np.ndarray
) -> None:
    other = ("rex dog and dumpling cat in the snow", 8)
    boxed = [replace(people[0], box=(0.5, 0.2, 1.0, 1.0)), people[1]]
    wanted = [plain, fresh(loaded, people, *other), fresh(loaded, boxed)]
    with playing(loaded) as captured:
        assert np.abs(pixels(loaded, people) - wanted[0]).max() <= 1
        assert len(captured) == 3, "the plain pass, the one that is looked at, the routed one"
        assert np.abs(pixels(loaded, people, *other) - wanted[1]).max() <= 1
        assert np.abs(pixels(loaded, boxed) - wanted[2]).max() <= 1
        again = [replace(one, lora=replace(one.lora, name=f"{one.lora.name}, renamed")) for one in people]
        assert np.abs(pixels(loaded, again) - wanted[0]).max() <= 1
        assert len(captured) == 3


@pytest.mark.slow(quick_sibling="test_a_second_picture_is_the_first_one_bit_for_bit_where_there_are_no_graphs")
def test_where_the_weights_moved_what_the_first_picture_keeps_serves_the_second(
    loaded: SdxlShaped, people: list[RegionSubject], plain: np.ndarray
) -> None:
    """A lesson lays projections that read the same input side by side, once."""
    loaded.pictures.caches.clear()
    with playing(loaded) as captured:
        pixels(loaded, people)
        for weight in loaded.model.parameters():
            weight.data = weight.data.clone(memory_format=torch.preserve_format)
        before = len(captured)
        assert np.abs(pixels(loaded, people) - plain).max() <= 1
        assert len(captured) == before + 3
        assert np.abs(pixels(loaded, people) - plain).max() <= 1
        assert len(captured) == before + 3


def test_a_second_picture_is_the_first_one_bit_for_bit_where_there_are_no_graphs(
    loaded: SdxlShaped, people: list[RegionSubject], plain: np.ndarray
) -> None:
    other = ("rex dog and dumpling cat in the snow", 8)
    wanted = fresh(loaded, people, *other)
    assert np.array_equal(pixels(loaded, people), plain)
    assert np.array_equal(pixels(loaded, people, *other), wanted)


@pytest.mark.slow(quick_sibling="test_a_second_picture_is_the_first_one_bit_for_bit_where_there_are_no_graphs")
def test_another_strength_or_another_lora_is_not_served_from_what_was_kept(
    loaded: SdxlShaped, people: list[RegionSubject], plain: np.ndarray
) -> None:
    weaker = [replace(people[0], strength=0.5), people[1]]
    taught_again = replace(random_lora(loaded.model, seed=7, size=0.15), name=people[0].lora.name)
    others = [[replace(people[0], lora=taught_again), people[1]], people, weaker, people[:1]]
    wanted = [plain if some is people else fresh(loaded, some) for some in others]
    with playing(loaded) as captured:
        first = pixels(loaded, people)
        for some, right in zip(others, wanted, strict=True):
            before = len(captured)
            got = pixels(loaded, some)
            assert np.abs(got - right).max() <= 1 and (some is people or np.abs(got - first).max() > 5)
            assert len(captured) > before


@pytest.mark.parametrize(
    "changes",
    [{"width": 96}, {"guidance_scale": 1.0, "steps": 8}, {"sampler": "Euler a"}],
    ids=str,
)
@pytest.mark.slow(quick_sibling="test_a_second_picture_is_the_first_one_bit_for_bit_where_there_are_no_graphs")
def test_pictures_of_other_settings_in_turns_are_each_what_they_are_alone(
    loaded: SdxlShaped, people: list[RegionSubject], plain: np.ndarray, changes: dict[str, Any]
) -> None:
    other = replace(SMALL, **changes)
    right = fresh(loaded, people, settings=other)
    with playing(loaded):
        for _ in range(2):
            assert np.abs(pixels(loaded, people) - plain).max() <= 1
            assert np.abs(pixels(loaded, people, settings=other) - right).max() <= 1


@pytest.mark.slow(quick_sibling="test_a_second_picture_is_the_first_one_bit_for_bit_where_there_are_no_graphs")
def test_what_is_kept_is_gone_when_a_lesson_begins(loaded: SdxlShaped, people: list[RegionSubject]) -> None:
    from tests.engine import training_request

    with playing(loaded) as captured:
        pixels(loaded, people)
        kept = MultiSubjectCache.of(loaded)
        assert kept.routing._kept is not None and kept.recording._kept is not None
        router, graphs = ref(kept.routing._kept.router), kept.routing._kept.graphs
        plans(loaded, training_request(steps=3).recipe)
        assert router() is None and not graphs._graphs
        assert kept.recording._kept is None and not loaded.pictures._graphs
        pixels(loaded, people)
        assert len(captured) == 6


@pytest.mark.slow(quick_sibling="test_a_second_picture_is_the_first_one_bit_for_bit_where_there_are_no_graphs")
def test_where_memory_is_short_the_routed_steps_have_it_and_the_picture_is_the_same(
    loaded: SdxlShaped, people: list[RegionSubject], plain: np.ndarray, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded.pictures.caches.clear()
    with playing(loaded):
        kept = MultiSubjectCache.of(loaded)

        def left(device: torch.device) -> float:
            recording = kept.recording._kept
            return 1e12 if recording is None or not recording.graphs._graphs else 0.0

        monkeypatch.setattr(devices, "usable_bytes", left)
        assert np.abs(pixels(loaded, people) - plain).max() <= 1
        assert kept.recording._kept is None
        assert kept.routing._kept is not None and kept.routing._kept.graphs._graphs


@pytest.mark.slow(quick_sibling="test_a_second_picture_is_the_first_one_bit_for_bit_where_there_are_no_graphs")
def test_a_picture_that_is_stopped_leaves_nothing_wrong_for_the_next(
    loaded: SdxlShaped, people: list[RegionSubject], plain: np.ndarray
) -> None:
    loaded.pictures.caches.clear()
    with playing(loaded):
        for last in (0.4, 0.6, 0.9):

            def stop(progress: Any, last: float = last) -> None:
                if progress.part >= last:
                    raise KeyboardInterrupt

            with pytest.raises(KeyboardInterrupt):
                multi_subject.generate(loaded, SMALL, people, "rex dog", "", 5, on_step=stop, method=ONCE)
            assert np.abs(pixels(loaded, people) - plain).max() <= 1


@torch.no_grad()
def test_loras_of_attention_work_in_streamlined_parts_and_others_are_told_apart(loaded: SdxlShaped) -> None:
    lora = random_lora(loaded.model, seed=1, size=0.15)
    assert not Router(loaded.model, [(lora, 1.0)]).hooks_geglu
    name = next(name for name, _ in loaded.model.named_modules() if name.endswith("ff.net.0.proj"))
    layer = next(iter(lora.layers.values()))
    assert Router(loaded.model, [(replace(lora, layers={name: _sized(loaded, name, layer)}), 1.0)]).hooks_geglu
    words = loaded.encode_prompts(["a cat", "a cat"])
    scene = UnetConditions(prompt_embeds=words.prompt_embeds[:1], pooled_prompt_embeds=words.pooled_prompt_embeds[:1])
    noisy = torch.randn(1, 4, 16, 16, generator=torch.Generator().manual_seed(1))
    gates = torch.rand(1, 1, 16, 16, generator=torch.Generator().manual_seed(2))
    with routed(loaded.model, [(lora, 1.0)]) as router:
        router.set_routes(
            Routes(
                gates=gates, prompt_embeds=words.prompt_embeds[None], prompt_weights=torch.cat([1 - gates, gates], 1)
            )
        )
        plain = loaded.denoise(noisy, torch.tensor(500.0), scene, 128, 128)
        with unet_parts.streamlined(loaded.model):
            fast = loaded.denoise(noisy, torch.tensor(500.0), scene, 128, 128)
    assert torch.allclose(plain, fast, atol=1e-4)


def _sized(loaded: SdxlShaped, name: str, layer: Any) -> Any:
    linear: Any = loaded.model.get_submodule(name)
    return replace(layer, down=torch.zeros(4, linear.in_features), up=torch.zeros(linear.out_features, 4))
