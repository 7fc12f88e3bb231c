"""What becomes of a lesson's photos before it begins: their shapes, their captions, who is kept aside, the type."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from studio.errors import StudioError
from studio.people.person import OWNER
from studio.photos.buckets import LONGEST, STEP, bucket_of, buckets, enlargement
from studio.photos.captions import captions_by_file, captions_in_order
from studio.photos.held_out import held_out
from studio.subjects.remarks import remarks
from studio.subjects.subject import Subject
from studio.subjects.subject_types import type_of
from studio.words import say

DUMPLING = Subject(
    owner=OWNER, name="Dumpling", kind="cat", trigger_word="dumpling", base_model="pocket", state="learning"
)


# Shapes -------------------------------------------------------------------------------------------------------------


def test_sdxls_shapes_are_those_it_was_trained_in() -> None:
    everyday = {(1024, 1024), (1152, 896), (896, 1152), (1216, 832), (832, 1216), (1344, 768), (768, 1344)}
    assert everyday < set(buckets(1024))
    assert (512, 2048) in buckets(1024, longest=4)
    assert set(buckets(256)) == {(256, 256), (320, 192), (192, 320)}


@given(st.integers(8, 256).map(lambda n: n * 8))
def test_shapes_are_steps_of_64_with_as_many_pixels_as_the_square(resolution: int) -> None:
    square, *others = buckets(resolution)
    assert square == (resolution, resolution)
    for width, height in others:
        assert width % STEP == height % STEP == 0
        assert 0.9 * resolution**2 <= width * height <= resolution**2
        assert max(width, height) <= LONGEST * min(width, height)
        assert (height, width) in others


@given(st.integers(64, 2048), st.integers(64, 2048))
def test_a_photo_of_everyday_shape_loses_little_on_sdxl(width: int, height: int) -> None:
    chosen = bucket_of(width, height, 1024)
    factor = enlargement(width, height, 1024)
    shown = (chosen[0] / factor / width) * (chosen[1] / factor / height)
    assert shown <= 1.0001
    if max(width, height) <= LONGEST * min(width, height):
        assert shown > 0.92


# Captions -----------------------------------------------------------------------------------------------------------

NAMES = ["cat1.jpg", "cat2.jpg", "cat3.jpg"]


@pytest.mark.parametrize(
    "captions", [{"cat2.jpg": " [name]\non a sofa "}, [None, "[name] on a sofa", ""], ("", "[name] on a sofa", None)]
)
def test_captions_are_given_by_file_name_or_in_the_order_of_the_photos(captions: object) -> None:
    assert captions_in_order(captions, NAMES) == ["", "[name] on a sofa", ""]


def test_no_captions_are_empty_ones() -> None:
    assert captions_in_order(None, NAMES) == captions_in_order({}, NAMES) == ["", "", ""]


@pytest.mark.parametrize(
    ("captions", "words"),
    [
        (
            {"dog.jpg": "x"},
            "There is a caption for dog.jpg, but no such photo; there are: cat1.jpg, cat2.jpg, cat3.jpg",
        ),
        (["x"], "There are 1 captions and 3 photos; give one for each photo"),
        ("x", "The captions are x; give them by file name"),
        ({"cat1.jpg": 5}, "The caption of cat1.jpg is 5; write it as text"),
        ({"cat1.jpg": "x" * 301}, "The caption of cat1.jpg is 301 characters long"),
    ],
)
def test_a_caption_that_cannot_be_is_said(captions: object, words: str) -> None:
    with pytest.raises(StudioError, match=words):
        captions_in_order(captions, NAMES)


@pytest.mark.parametrize(
    ("caption", "learned"),
    [
        ("[name] asleep on a sofa", "dumpling cat asleep on a sofa"),
        ("a photo of [Name] and a ball", "a photo of dumpling cat and a ball"),
        ("Dumpling asleep", "dumpling cat asleep"),
        ("asleep on a sofa", "dumpling cat, asleep on a sofa"),
        ("[name] cat asleep", "dumpling cat asleep"),
    ],
)
def test_a_caption_names_the_subject_in_the_words_that_are_learned(caption: str, learned: str) -> None:
    photos = [Path("a/00.jpg"), Path("a/01.png")]
    assert captions_by_file(["", caption], photos, DUMPLING) == {"01.png": learned}


# Held-out photos ----------------------------------------------------------------------------------------------------


@given(st.integers(0, 60), st.integers(0, 2**32 - 1))
def test_one_photo_in_eight_is_kept_aside_and_never_the_first(photos: int, seed: int) -> None:
    aside = held_out(photos, seed)
    assert len(aside) == (0 if photos < 8 else min(3, photos // 8))
    assert list(aside) == sorted(set(aside))
    assert all(0 < index < photos for index in aside)
    assert held_out(photos, seed) == aside


def test_the_seed_chooses_who_is_kept_aside() -> None:
    assert len({held_out(20, seed) for seed in range(20)}) > 10


# Remarks ------------------------------------------------------------------------------------------------------------


def photos_of(folder: Path, sizes: Mapping[str, tuple[int, int]]) -> list[Path]:
    paths = []
    for number, (name, size) in enumerate(sizes.items()):
        path = folder / f"{name}.png"
        Image.linear_gradient("L").rotate(37 * number).resize(size).convert("RGB").save(path)
        paths.append(path)
    return paths


def test_small_photos_are_a_remark_and_large_ones_are_not(tmp_path: Path) -> None:
    photos = photos_of(tmp_path, {"large": (1200, 900), "small": (400, 300), "tiny": (200, 100)})
    assert remarks(photos[:1], 1024) == []
    assert say(*remarks(photos[:2], 1024)).startswith("Photo 2 is small and is enlarged 3 times;")
    assert say(*remarks(photos, 1024)).startswith("Photos 2 and 3 are small and are enlarged up to 7 times;")
    assert say(*remarks(photos[1:], 1024)).startswith("All photos are small")


# Types of subject ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("cat", "pet"), ("cats", "pet"), ("guinea pig", "pet"), ("horse", "pet"), ("woman", "person"),
        ("young woman", "person"), ("grandma", "person"), ("teapot", "object"), ("my car", "object"),
        ("teddy bear", "object"), ("toy cat", "object"), ("cat statue", "object"), ("watercolour style", "style"),
        ("pencil drawing", "style"), ("", "object"), ("nonsense", "object"), ("boss", "object"),
    ],
)  # fmt: skip
def test_the_kind_says_the_type(kind: str, expected: str) -> None:
    assert type_of(kind) == expected
