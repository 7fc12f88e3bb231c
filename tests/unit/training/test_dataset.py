"""What a lesson sees of its photos: in the shape nearest to their own, never stretched, the first one as it is."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from studio.errors import StudioError
from tests.engine import training_request
from training import dataset
from training.dataset import TrainingPicture, Views


def generator(seed: int = 0) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def wide_photo(folder: Path) -> Path:
    """200x100 pixels: red on the left half, blue on the right, and a white square of 40 pixels in the middle."""
    image = Image.new("RGB", (200, 100), (255, 0, 0))
    image.paste((0, 0, 255), (100, 0, 200, 100))
    image.paste((255, 255, 255), (80, 30, 120, 70))
    image.save(folder / "wide.png")
    return folder / "wide.png"


def seen(photo: Path, shape: tuple[int, int] = (64, 64), seed: int = 0) -> Views:
    return dataset.views(TrainingPicture(file=photo, shape=shape, words="a cat"), generator(seed), 8)


@pytest.mark.parametrize("shape", [(64, 64), (128, 128), (320, 192)])
def test_views_fill_their_shape_and_nothing_is_stretched(shape: tuple[int, int], tmp_path: Path) -> None:
    pixels = seen(wide_photo(tmp_path), shape).pixels

    assert pixels.shape == (dataset.VARIANTS, 3, shape[1], shape[0])
    assert float(pixels.min()) >= -1 and float(pixels.max()) <= 1
    for variant in pixels:
        white = (variant > 0.5).all(dim=0)
        rows, columns = (int(white.any(dim=axis).sum()) for axis in (1, 0))
        assert abs(rows - columns) <= 2, "the white square is still a square"


def test_the_first_view_is_the_middle_as_it_is_and_the_second_is_mirrored(tmp_path: Path) -> None:
    pixels = seen(wide_photo(tmp_path)).pixels

    assert float(pixels[0, 0, 0, 0]) > 0.9, "red on the left"
    assert float(pixels[0, 2, 0, -1]) > 0.9, "blue on the right"
    assert float(pixels[1, 2, 0, 0]) > 0.9, "mirrored: blue on the left"


def test_the_sizes_are_the_files_own_the_corner_that_was_cropped_at_and_the_shape(tmp_path: Path) -> None:
    """A ramp tells by its brightness where a crop begins, also in the mirrored ones."""
    ramp = np.tile(np.arange(0, 200, dtype=np.uint8)[None, :, None], (100, 1, 3))
    Image.fromarray(ramp).save(tmp_path / "ramp.png")

    views = seen(tmp_path / "ramp.png", (100, 100))

    assert views.sizes.dtype == torch.float32
    lefts = set()
    for number, (variant, size) in enumerate(zip(views.pixels, views.sizes.tolist(), strict=True)):
        height, width, top, left, target_height, target_width = size
        assert (height, width, top, target_height, target_width) == (100, 200, 0, 100, 100)
        first = float((variant[0, 0, 0] + 1) * 127.5)
        assert (199 - first if number % 2 else first) == pytest.approx(left, abs=0.6)
        lefts.add(left)
    assert views.sizes[0, 3] == 50
    assert len(lefts) >= 3 and all(25 <= left <= 75 for left in lefts)


def test_a_photo_goes_to_the_shape_nearest_to_its_own_with_its_own_words(tmp_path: Path) -> None:
    files = []
    for name, size in (("00.png", (400, 300)), ("01.png", (310, 300)), ("02.png", (200, 400))):
        Image.new("RGB", size).save(tmp_path / name)
        files.append(tmp_path / name)
    request = training_request([f"photos/a/{file.name}" for file in files], resolution=256)

    pictures = dataset.photos_of(replace(request, captions={"01.png": "dumpling cat asleep"}), files)

    assert [picture.shape for picture in pictures] == [(320, 192), (256, 256), (192, 320)]
    assert [picture.words for picture in pictures] == [
        "a photo of dumpling cat", "dumpling cat asleep", "a photo of dumpling cat",
    ]  # fmt: skip


@pytest.mark.parametrize("count", [1, 4, 20])
def test_class_pictures_are_seen_in_every_shape_that_the_photos_have(count: int) -> None:
    photos = [TrainingPicture(file=Path("x"), shape=shape, words="x") for shape in [(256, 256)] * 3 + [(320, 192)]]

    others = dataset.class_pictures_for(photos, [Path(f"{number}.png") for number in range(count)], "a photo of a cat")

    shapes = [picture.shape for picture in others]
    assert shapes.count((256, 256)) == 3 * shapes.count((320, 192)) == 3 * max(1, count // 4)
    assert len({picture.file for picture in others}) == count
    assert dataset.class_pictures_for(photos, [], "a photo of a cat") == []


def test_the_same_seed_gives_the_same_views(tmp_path: Path) -> None:
    photo = wide_photo(tmp_path)
    first, again, other = (seen(photo, seed=seed).pixels for seed in (1, 1, 2))

    assert torch.equal(first, again)
    assert not torch.equal(first, other)


def outline_of(box: tuple[int, int, int, int], size: tuple[int, int]) -> Image.Image:
    subject_mask = Image.new("L", size)
    subject_mask.paste(255, box)
    return subject_mask


def with_subject_masks(
    folder: Path, box: tuple[int, int, int, int] = (40, 15, 60, 35), **changes: Any
) -> TrainingPicture:
    """The wide photo with a subject mask of half its size: around the white square, if nothing else is said."""
    subject_mask = outline_of(box, (100, 50))
    return TrainingPicture(file=wide_photo(folder), shape=(64, 64), words="a cat", subject_mask=subject_mask, **changes)


def test_close_ups_show_the_subject_larger_and_whole(tmp_path: Path) -> None:
    views = dataset.views(with_subject_masks(tmp_path, close_ups=True), generator(), 8)

    white = [int((variant > 0.5).all(dim=0).sum()) for variant in views.pixels]
    assert white[2] > 5 * white[0] and white[3] > 5 * white[1]
    assert white[2] == pytest.approx(64 * 64, rel=0.1), "the square, and hardly anything else"
    assert views.sizes[2].tolist() == [40, 40, 0, 0, 64, 64], "a picture of its own"
    assert views.sizes[0].tolist() == [100, 200, 0, 32, 64, 64]


@pytest.mark.parametrize("box", [(0, 0, 100, 50), (5, 2, 95, 48), (0, 0, 0, 0)])
def test_a_subject_that_fills_its_photo_and_one_that_is_nowhere_get_no_close_up(
    box: tuple[int, int, int, int], tmp_path: Path
) -> None:
    near = dataset.views(with_subject_masks(tmp_path, box, close_ups=True), generator(), 8)
    far = dataset.views(with_subject_masks(tmp_path, box), generator(), 8)
    assert torch.equal(near.pixels, far.pixels) and torch.equal(near.sizes, far.sizes)


@given(
    box=st.tuples(st.integers(0, 99), st.integers(0, 49), st.integers(1, 100), st.integers(1, 50)),
    shape=st.sampled_from([(64, 64), (96, 64), (64, 128), (320, 192)]),
)
def test_a_close_up_lies_inside_its_photo_has_its_shape_and_holds_the_subject_where_it_can(
    box: tuple[int, int, int, int], shape: tuple[int, int]
) -> None:
    left, top = box[:2]
    right, bottom = min(100, left + box[2]), min(50, top + box[3])
    near = dataset.close_up(outline_of((left, top, right, bottom), (100, 50)), shape)
    if near is None:
        return
    width, height = near[2] - near[0], near[3] - near[1]
    assert 0 <= near[0] < near[2] <= 100 and 0 <= near[1] < near[3] <= 50
    assert width / height == pytest.approx(shape[0] / shape[1], rel=0.06)
    assert near[0] <= left and near[1] <= top and near[2] >= right - 1 and near[3] >= bottom - 1


def test_what_is_around_the_subject_counts_as_said_and_a_picture_as_a_whole_always_the_same(tmp_path: Path) -> None:
    weights = dataset.views(with_subject_masks(tmp_path, background_loss_weight=0.25), generator(), 8).weights

    assert weights.shape == (dataset.VARIANTS, 2, 8, 8)
    assert weights.sum(1).mean((1, 2)).tolist() == pytest.approx([1.0] * dataset.VARIANTS)
    assert float(weights[0, 0].min() / weights[0, 0].max()) == pytest.approx(0.25)
    assert float(weights[0, 0, 4, 4]) == float(weights[0, 0].max()), "the square is in the middle"
    assert not weights[:, 1].any()
    nowhere = dataset.views(
        with_subject_masks(tmp_path, (0, 0, 0, 0), background_loss_weight=0.0), generator(), 8
    ).weights
    assert bool(nowhere.isfinite().all())


def test_around_the_subject_the_base_model_is_asked_and_inside_it_never(tmp_path: Path) -> None:
    picture = with_subject_masks(tmp_path, background_loss_weight=0.0, background_prior_weight=1.0)
    photo, base = dataset.views(picture, generator(), 8).weights[0]

    assert torch.allclose(photo + base, torch.ones(8, 8)), "each cell one of the two"
    assert float(photo[4, 4]) == 1 and float(photo[0, 0]) == 0


def test_without_an_outline_every_cell_counts_alike(tmp_path: Path) -> None:
    weights = seen(wide_photo(tmp_path)).weights
    assert torch.equal(weights, torch.tensor([1.0, 0.0]).view(1, 2, 1, 1).expand_as(weights))


@pytest.mark.parametrize("size", [(64, 64), (65, 64), (3, 900), (2000, 70)])
def test_photos_of_every_shape_are_taken(size: tuple[int, int], tmp_path: Path) -> None:
    Image.fromarray(np.zeros((size[1], size[0], 3), dtype=np.uint8)).save(tmp_path / "x.png")
    assert seen(tmp_path / "x.png").pixels.shape == (dataset.VARIANTS, 3, 64, 64)


def test_a_photo_that_is_gone_or_broken_is_named(tmp_path: Path) -> None:
    (tmp_path / "broken.jpg").write_bytes(b"not a picture")
    with pytest.raises(StudioError, match=r"gone\.jpg .* is gone"):
        dataset.photos_of(training_request(), [tmp_path / "gone.jpg"])
    with pytest.raises(StudioError, match=r"broken\.jpg .* cannot be read"):
        seen(tmp_path / "broken.jpg")
