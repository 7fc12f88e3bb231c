"""The part of a picture that is drawn again: its soft edge, its window, and that all else stays to the bit."""

import numpy as np
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from pipeline import inpainting
from pipeline.inpainting import MOST_WINDOW, part_of
from studio.pictures.options import Box
from tests.any_request import boxes

SIZE = 192, 128


def noise(size: tuple[int, int], seed: int) -> Image.Image:
    pixels = np.random.default_rng(seed).integers(0, 256, (size[1], size[0], 3), np.uint8)
    return Image.fromarray(pixels)


@settings(max_examples=60, deadline=None)
@given(box=boxes(), whose=st.lists(boxes(), max_size=2))
def test_the_window_holds_the_grown_part_and_what_is_laid_over_changes_nothing_else(box: Box, whose: list[Box]) -> None:
    mask = inpainting.mask_of_box(box, SIZE)
    part = part_of(mask, SIZE, 8, whose)
    left, top, right, bottom = part.window
    assert 0 <= left < right <= SIZE[0] and 0 <= top < bottom <= SIZE[1]
    rows, columns = (part.alpha > 0).nonzero(as_tuple=True)
    assert left <= columns.min() and columns.max() < right and top <= rows.min() and rows.max() < bottom
    assert part.window_size == SIZE or abs(part.window_size[0] / part.window_size[1] - 1.5) < 0.05
    assert part.window_size == SIZE or max(a / b for a, b in zip(part.window_size, SIZE, strict=True)) <= MOST_WINDOW

    image, drawn = noise(SIZE, 1), noise((96, 64), 2)
    after, inside = np.asarray(part.laid_over(image, drawn)), np.asarray(mask) > 0
    far = part.alpha.numpy() == 0
    assert np.array_equal(after[far], np.asarray(image)[far])
    whole = Image.new("RGB", SIZE)
    whole.paste(drawn.resize(part.window_size, Image.Resampling.LANCZOS), (left, top))
    assert np.array_equal(after[inside], np.asarray(whole)[inside]), "the part itself is all new"


def test_latents_change_wholly_in_the_part_less_at_its_edge_and_not_far_from_it() -> None:
    part = part_of(inpainting.mask_of_box((0, 0, 0.25, 1), SIZE), SIZE, 8)
    left, top, right, bottom = part.window
    inside = part.inside(16, 24)[0, 0]
    assert (left, top, right, bottom) == (0, 0, *SIZE) and inside.shape == (16, 24)
    row = inside[8]
    assert torch.equal(row[:6], torch.ones(6)) and float(row[9:].max()) == 0
    assert 0 < float(row[6]) <= 1 and bool((row.diff() <= 0).all())


def test_a_small_part_has_a_small_window_of_the_pictures_shape_that_shows_its_subject() -> None:
    face: Box = (0.5, 0.4, 0.6, 0.5)
    near = part_of(inpainting.mask_of_box(face, SIZE), SIZE, 8)
    assert near.window_size == (round(0.4 * 192), round(0.4 * 128))
    body = part_of(inpainting.mask_of_box(face, SIZE), SIZE, 8, [(0.4, 0.3, 0.7, 0.95)])
    assert body.window[1] <= round(0.3 * 128) and body.window[3] >= round(0.95 * 128) - 1
    assert torch.equal(near.alpha, body.alpha)
