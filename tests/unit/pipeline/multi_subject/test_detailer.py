"""Small figures of a picture of several are drawn again from nearer."""

from dataclasses import replace

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from pipeline import generate
from pipeline.families.sdxl import SdxlShaped
from pipeline.generate import Settings
from pipeline.multi_subject import METHOD, RegionSubject, detailer
from pipeline.multi_subject.denoising import Layout, PictureSpec, layout_pass
from pipeline.multi_subject.wording import prompt_variants
from tests.engine import random_lora, same_weights, state_of

SMALL = Settings(sampler="DPM++ 2M Karras", steps=6, guidance_scale=3.0, width=256, height=192)
PROMPT = "a photo of dumpling cat and rex dog on the beach"
CAT, DOG = (slice(6, 9), slice(1, 4)), (slice(3, 9), slice(10, 13))  # rows and columns of their regions, of 12 and 16


def people_of(loaded: SdxlShaped) -> list[RegionSubject]:
    return [
        RegionSubject(
            lora=random_lora(loaded.model, seed=1, size=0.15), strength=1.0, words="dumpling cat", noun="cat"
        ),
        RegionSubject(lora=random_lora(loaded.model, seed=2, size=0.15), strength=1.0, words="rex dog", noun="dog"),
    ]


def scene(
    loaded: SdxlShaped, settings: Settings = SMALL
) -> tuple[list[RegionSubject], list[PictureSpec], Layout, Image.Image]:
    """A quick picture whose regions are where they are wanted: a small cat and a dog."""
    people = people_of(loaded)
    specs = [PictureSpec(variants=prompt_variants(PROMPT, [one.named for one in people]), seed=3)]
    layout = layout_pass(loaded, settings, people, specs)
    masks = torch.zeros(1, 2, 12, 16)
    masks[0, 0][CAT], masks[0, 1][DOG] = 1, 1
    layout = replace(layout, regions=replace(layout.regions, masks=masks))
    return people, specs, layout, generate.image_of(loaded.decode_latents(layout.latents))


def values(image: Image.Image) -> np.ndarray:
    return np.asarray(image, np.int16)


def test_a_small_figure_is_drawn_again_and_nothing_else_of_the_picture_changes(loaded: SdxlShaped) -> None:
    people, specs, layout, image = scene(loaded)
    method = replace(METHOD, detailer_cells=12)  # the cat's window has 11.5, the dog's 18.4
    before = state_of(loaded.model)
    made = detailer.redraw(loaded, SMALL, people, specs, layout, [image], method=method)
    change = np.abs(values(made.images[0]) - values(image)).max(2)
    around = np.ones_like(change, bool)
    around[72:168, 0:88] = False  # the cat's region, a cell on every side of it, and the soft edge
    assert change[~around].max() > 20
    assert change[around].max() == 0
    assert same_weights(loaded.model, before)
    assert image.tobytes() != made.images[0].tobytes(), "the picture given stays as it is"


def test_where_no_figure_is_small_nothing_is_done(loaded: SdxlShaped) -> None:
    people, specs, layout, image = scene(loaded)
    for method in (replace(METHOD, detailer_cells=4), replace(METHOD, detailer_cells=0)):
        made = detailer.redraw(loaded, SMALL, people, specs, layout, [image], method=method)
        assert made.evaluations == 0
        assert made.images[0].tobytes() == image.tobytes()
        assert detailer.small_figures(SMALL, layout, method) == 0


def test_a_sampler_of_too_few_steps_leaves_the_picture_as_it_was(loaded: SdxlShaped) -> None:
    few = replace(SMALL, sampler="LCM", steps=1, guidance_scale=1.0)
    people, specs, layout, image = scene(loaded, few)
    made = detailer.redraw(loaded, few, people, specs, layout, [image])
    assert made.images[0].tobytes() == image.tobytes()


def test_the_part_that_is_done_grows_to_one_over_all_small_figures(loaded: SdxlShaped) -> None:
    people, specs, layout, image = scene(loaded)
    parts: list[float] = []
    assert detailer.small_figures(SMALL, layout) == 2
    detailer.redraw(loaded, SMALL, people, specs, layout, [image], after=parts.append)
    assert parts == sorted(parts) and parts[-1] == 1 and 0.5 in parts


@pytest.mark.slow(quick_sibling="test_a_small_figure_is_drawn_again_and_nothing_else_of_the_picture_changes")
def test_words_for_a_window_name_those_whom_it_shows(loaded: SdxlShaped, monkeypatch: pytest.MonkeyPatch) -> None:
    people, specs, layout, image = scene(loaded)
    variants: list[str] = []
    routed = detailer.denoising.denoise_routed

    def noted(denoiser, people, specs, *rest):  # noqa: ANN001, ANN002, ANN202
        variants.extend(one.variants.scene for one in specs)
        return routed(denoiser, people, specs, *rest)

    monkeypatch.setattr(detailer.denoising, "denoise_routed", noted)
    detailer.redraw(loaded, SMALL, people, specs, layout, [image])
    near = layout.regions.masks.clone()
    near[0, 0] = 0
    near[0, 0, 6:9, 5:8] = 1
    layout = replace(layout, regions=replace(layout.regions, masks=near))
    detailer.redraw(loaded, SMALL, people, specs, layout, [image])
    assert variants[:2] == ["a photo of a cat on the beach", "a photo of a dog on the beach"]
    assert variants[3] == "a photo of a cat and a dog on the beach"


regions = st.tuples(*(st.integers(2, 30) for _ in range(2))).flatmap(
    lambda size: st.tuples(
        st.just(size),
        st.tuples(st.integers(0, size[0] - 1), st.integers(1, size[0])),
        st.tuples(st.integers(0, size[1] - 1), st.integers(1, size[1])),
    )
)


@given(regions, st.sampled_from([(256, 256), (1024, 1024), (1216, 832), (640, 1536)]))
def test_a_window_holds_its_seat_lies_in_the_picture_and_has_its_shape(
    region: tuple[tuple[int, int], tuple[int, int], tuple[int, int]], size: tuple[int, int]
) -> None:
    (high, wide), (top, tall), (left, broad) = region
    mask = torch.zeros(high, wide)
    mask[top : top + tall, left : left + broad] = 1
    part = detailer.window_of(mask, *size, 8, replace(METHOD, detailer_cells=1000))
    bottom, right = min(top + tall, high) / high, min(left + broad, wide) / wide
    if part is None:
        assert METHOD.detailer_room * max(bottom - top / high, right - left / wide) >= 1
        return
    x, y, x_end, y_end = part
    assert 0 <= x <= left / wide + 1e-9 and right <= x_end + 1e-9 <= 1 + 1e-6
    assert 0 <= y <= top / high + 1e-9 and bottom <= y_end + 1e-9 <= 1 + 1e-6
    assert x_end - x == pytest.approx(y_end - y)


def test_nobodys_seat_has_no_window() -> None:
    assert detailer.window_of(torch.zeros(8, 8), 256, 256, 8) is None
