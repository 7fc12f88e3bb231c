"""What a lesson sees of its photos: in the shape nearest to their own, never stretched, the first one as it is."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from studio.errors import StudioError
from tests.engine import training_request
from training import dataset
from training.dataset import Picture, Views


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
    return dataset.views(Picture(file=photo, shape=shape, words="a cat"), generator(seed))


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
    photos = [Picture(file=Path("x"), shape=shape, words="x") for shape in [(256, 256)] * 3 + [(320, 192)]]

    others = dataset.beside(photos, [Path(f"{number}.png") for number in range(count)], "a photo of a cat")

    shapes = [picture.shape for picture in others]
    assert shapes.count((256, 256)) == 3 * shapes.count((320, 192)) == 3 * max(1, count // 4)
    assert len({picture.file for picture in others}) == count
    assert dataset.beside(photos, [], "a photo of a cat") == []


def test_the_same_seed_gives_the_same_views(tmp_path: Path) -> None:
    photo = wide_photo(tmp_path)
    first, again, other = (seen(photo, seed=seed).pixels for seed in (1, 1, 2))

    assert torch.equal(first, again)
    assert not torch.equal(first, other)


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
