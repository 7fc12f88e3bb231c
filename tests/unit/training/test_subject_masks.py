"""Where the subject is in its photos: found by the base model alone, and told for the whole photo."""

import random
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image

from pipeline.families.sdxl import SdxlShaped
from pocket.world import draw
from pocket.world.attributes import random_attributes
from pocket.world.places import PLACES
from pocket.world.scenes import compose
from tests.slow import with_slow
from training import subject_masks
from training.dataset import TrainingPicture


def photo_of(kind: str, folder: Path, number: int) -> tuple[TrainingPicture, np.ndarray]:
    """A drawn photo, and where its creature truly is."""
    rng = random.Random(number)
    pixels, owners = draw(compose(rng, (random_attributes(rng, kind),), rng.choice(list(PLACES))), 512, 512)
    Image.fromarray(pixels).save(folder / f"{number}.png")
    return TrainingPicture(
        file=folder / f"{number}.png", shape=(256, 256), words=f"a photo of dumpling {kind}"
    ), owners == 1


def found(loaded: SdxlShaped, pictures: list[TrainingPicture], kind: str) -> list[TrainingPicture]:
    return subject_masks.with_subject_masks(loaded, pictures, kind, f"a photo of a {kind}", lambda: None)


@pytest.mark.parametrize("kind", with_slow(["cat", "dog", "woman", "man"], ["cat", "woman"]))
def test_an_outline_holds_nearly_all_of_the_subject_and_leaves_most_of_the_scene(
    kind: str, loaded: SdxlShaped, tmp_path: Path
) -> None:
    photos = [photo_of(kind, tmp_path, number) for number in range(4)]
    held, left = [], []
    for picture, (_, truth) in zip(found(loaded, [one for one, _ in photos], kind), photos, strict=True):
        assert picture.subject_mask is not None
        mask = np.asarray(picture.subject_mask.resize((512, 512))) > 127
        held.append((mask & truth).sum() / truth.sum())
        left.append((~mask & ~truth).sum() / (~truth).sum())
    assert np.mean(held) > 0.95
    assert np.mean(left) > 0.6


def test_a_subject_is_found_in_the_part_of_a_wide_photo_that_is_looked_at(loaded: SdxlShaped, tmp_path: Path) -> None:
    picture, truth = photo_of("cat", tmp_path, 1)
    wide = Image.new("RGB", (1024, 512), (120, 180, 90))
    wide.paste(Image.open(picture.file), (256, 0))
    wide.save(picture.file)
    (again,) = found(loaded, [picture], "cat")
    assert again.subject_mask is not None
    mask = np.asarray(again.subject_mask.resize((1024, 512))) > 127
    assert (mask[:, 256:768] & truth).sum() > 0.9 * truth.sum()
    assert not mask[:, :250].any() and not mask[:, 774:].any()


def test_where_nobody_is_seen_there_is_no_outline(loaded: SdxlShaped, tmp_path: Path) -> None:
    Image.new("RGB", (256, 256), (128, 128, 128)).save(tmp_path / "gray.png")
    picture = TrainingPicture(file=tmp_path / "gray.png", shape=(256, 256), words="a photo of dumpling cat")
    unclear = torch.zeros(1, 1, 4, 4), torch.full((1, 16, 16), 1 / 16)
    assert subject_masks.region_masks.one_alone(*unclear).apart.item() < subject_masks.CLEAR
    (same,) = found(loaded, [picture], "cat")
    assert same.subject_mask is None or same.subject_mask.size == (16, 16)


def test_the_unet_is_given_back_and_the_same_photo_has_the_same_outline(loaded: SdxlShaped, tmp_path: Path) -> None:
    picture, _ = photo_of("dog", tmp_path, 2)
    unet: Any = loaded.model
    before = dict(unet.attn_processors)
    first, again = (found(loaded, [picture], "dog")[0].subject_mask for _ in range(2))
    assert first is not None and again is not None and first.tobytes() == again.tobytes()
    assert unet.attn_processors == before
