"""What a lesson sees of its photos: square, never stretched, the first one as it is."""

from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from studio.errors import StudioError
from training import dataset


def generator(seed: int = 0) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def wide_photo(folder: Path) -> Path:
    """200x100 pixels: red on the left half, blue on the right, and a white square of 40 pixels in the middle."""
    image = Image.new("RGB", (200, 100), (255, 0, 0))
    image.paste((0, 0, 255), (100, 0, 200, 100))
    image.paste((255, 255, 255), (80, 30, 120, 70))
    image.save(folder / "wide.png")
    return folder / "wide.png"


def test_crops_are_square_and_nothing_is_stretched(tmp_path: Path) -> None:
    (variants,) = dataset.crops([wide_photo(tmp_path)], 64, generator())

    assert variants.shape == (dataset.VARIANTS, 3, 64, 64)
    assert float(variants.min()) >= -1 and float(variants.max()) <= 1
    for variant in variants:
        white = (variant > 0.5).all(dim=0)
        rows, columns = (int(white.any(dim=axis).sum()) for axis in (1, 0))
        assert abs(rows - columns) <= 2, "the white square is still a square"


def test_the_first_crop_is_the_middle_as_it_is_and_the_second_is_mirrored(tmp_path: Path) -> None:
    (variants,) = dataset.crops([wide_photo(tmp_path)], 64, generator())

    assert float(variants[0, 0, 0, 0]) > 0.9, "red on the left"
    assert float(variants[0, 2, 0, -1]) > 0.9, "blue on the right"
    assert float(variants[1, 2, 0, 0]) > 0.9, "mirrored: blue on the left"


def test_the_same_seed_gives_the_same_crops(tmp_path: Path) -> None:
    photo = wide_photo(tmp_path)
    first, again, other = (dataset.crops([photo], 64, generator(seed))[0] for seed in (1, 1, 2))

    assert torch.equal(first, again)
    assert not torch.equal(first, other)


@pytest.mark.parametrize("size", [(64, 64), (65, 64), (3, 900), (2000, 70)])
def test_photos_of_every_shape_are_taken(size: tuple[int, int], tmp_path: Path) -> None:
    Image.fromarray(np.zeros((size[1], size[0], 3), dtype=np.uint8)).save(tmp_path / "x.png")
    assert dataset.crops([tmp_path / "x.png"], 64, generator())[0].shape == (dataset.VARIANTS, 3, 64, 64)


def test_a_photo_that_is_gone_or_broken_is_named(tmp_path: Path) -> None:
    (tmp_path / "broken.jpg").write_bytes(b"not a picture")
    with pytest.raises(StudioError, match=r"gone\.jpg .* is gone"):
        dataset.crops([tmp_path / "gone.jpg"], 64, generator())
    with pytest.raises(StudioError, match=r"broken\.jpg .* cannot be read"):
        dataset.crops([tmp_path / "broken.jpg"], 64, generator())
