"""Faults are found in pictures that have them, and in no others."""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFilter

from studio.photos.faults.blur import MOST_SIGMA, edge_sigma
from studio.photos.faults.finding import WORKING_SIDE, Fault, find_faults
from studio.photos.faults.twins import copies_of, twins
from studio.photos.sample_photos import sample_subjects
from studio.subjects.remarks import GOOD_COUNT, remarks, set_remarks
from studio.words import say
from tests.strange_photos import drawn_face

Spoil = Callable[[Image.Image], Image.Image]


def scene(seed: int, side: int = 600) -> Image.Image:
    """A picture of many patches of any colour with sharp borders in all directions."""
    patches = np.random.default_rng(seed).integers(0, 255, (12, 12, 3), dtype=np.uint8)
    return Image.fromarray(patches).resize((2 * side, 2 * side), Image.Resampling.NEAREST).rotate(20).crop(
        (side // 2, side // 2, side * 3 // 2, side * 3 // 2)
    )  # fmt: skip


def screen(picture: Image.Image) -> Image.Image:
    """A phone's screen with the picture on it."""
    page = Image.new("RGB", (picture.width, picture.width * 2), "black")
    page.paste(picture, (0, picture.width // 3))
    return page


def figure(lifted: int) -> Image.Image:
    """A flat drawing on white: a round body with two arms, lifted by so many pixels."""
    image = Image.new("RGB", (512, 512), "white")
    draw = ImageDraw.Draw(image)
    for left, right in ((130, 200), (312, 382)):
        shoulder, hand = (right, left) if left < 200 else (left, right)
        draw.line([shoulder, 280, hand, 330 - lifted], fill="red", width=30)
    draw.ellipse([180, 170, 332, 430], fill="red", outline="black", width=5)
    draw.ellipse([225, 230, 240, 245], fill="white")
    draw.ellipse([272, 230, 287, 245], fill="white")
    return image


def saved(pictures: Sequence[Image.Image], folder: Path) -> list[Path]:
    files = [folder / f"{number}.png" for number in range(len(pictures))]
    for file, picture in zip(files, pictures, strict=True):
        picture.save(file)
    return files


@pytest.mark.parametrize("turns", [0, 1, 2, 3])
def test_a_face_says_how_a_photo_is_to_be_turned(turns: int, tmp_path: Path) -> None:
    found = find_faults(saved([drawn_face().rotate(90 * turns)], tmp_path), 256)
    assert found.faces[0].turns == turns and found.faces[0].count == 1
    assert (Fault.SIDEWAYS in found.of_photo[0]) == (turns != 0)


def test_two_faces_are_said_and_none_in_a_picture_without_them(tmp_path: Path) -> None:
    both = Image.new("RGB", (800, 400))
    both.paste(drawn_face(), (0, 0))
    both.paste(drawn_face(), (400, 0))
    found = find_faults(saved([both, scene(1), scene(1).rotate(90)], tmp_path), 256)
    assert [Fault.FACES in faults for faults in found.of_photo] == [True, False, False]
    assert [one.turns for one in found.faces] == [0, 0, 0]


def test_two_poses_of_a_flat_drawing_are_no_twins_and_a_crop_of_one_is() -> None:
    first, second = figure(0), figure(140)
    crop = first.crop((10, 20, 490, 500))
    assert twins([copies_of(one) for one in (first, second, crop)]) == [(0, 2)]


def test_what_all_photos_together_lack_is_said_once(tmp_path: Path) -> None:
    said = [say(one) for one in set_remarks(find_faults(saved([figure(0), figure(140)], tmp_path), 256))]
    assert said[0].startswith("2 photos are enough to begin; 5 or more")
    assert said[1].startswith("All photos have nearly the same background")
    far = Image.new("RGB", (1600, 1600), "grey")
    far.paste(drawn_face(), (600, 300))
    assert "No photo shows the face from near" in say(set_remarks(find_faults(saved([far], tmp_path), 256))[-1])
    assert set_remarks(find_faults(saved([scene(n) for n in range(GOOD_COUNT)], tmp_path), 256)) == []


@pytest.mark.parametrize(
    ("spoil", "faults"),
    [
        (lambda image: image, ()),
        (lambda image: image.filter(ImageFilter.GaussianBlur(5)), (Fault.BLURRED,)),
        (lambda image: image.filter(ImageFilter.GaussianBlur(0.5)), ()),
        (lambda image: image.point(lambda value: value * 0.2), (Fault.DARK,)),
        (screen, (Fault.SCREENSHOT,)),
        (lambda image: image.resize((200, 200)), (Fault.SMALL,)),
    ],
    ids=["good", "blurred", "hardly soft", "dark", "screenshot", "small"],
)
def test_each_fault_is_found_where_it_is(spoil: Spoil, faults: Sequence[Fault], tmp_path: Path) -> None:
    spoil(scene(1)).save(tmp_path / "a.png")
    assert find_faults([tmp_path / "a.png"], 512).of_photo == [tuple(faults)]


@given(st.integers(0, 1000), st.floats(0.5, 2), st.floats(0.25, 0.5))
def test_blur_is_measured_as_it_is_from_a_quarter_of_all_levels_on(seed: int, more: float, contrast: float) -> None:
    picture = scene(seed, WORKING_SIDE).convert("L").point(lambda value: 60 + contrast * value)
    blurred = [edge_sigma(np.asarray(picture.filter(ImageFilter.GaussianBlur(one)))) for one in (2, 2 + more)]
    assert blurred[0] is not None and blurred[1] is not None
    assert MOST_SIGMA < blurred[0] < blurred[1]


@given(st.integers(0, 1000))
def test_of_edges_that_are_no_steeper_than_noise_nothing_is_said(seed: int) -> None:
    faint = scene(seed, WORKING_SIDE).convert("L").point(lambda value: 110 + 0.03 * value)
    assert edge_sigma(np.asarray(faint.filter(ImageFilter.GaussianBlur(4)))) is None


def test_an_even_picture_has_no_edges_and_no_twins() -> None:
    assert edge_sigma(np.full((100, 100), 128, np.uint8)) is None
    even = copies_of(Image.new("L", (100, 100), 128))
    assert twins([even, even]) == twins([]) == []


def test_a_crop_of_a_photo_is_its_twin_and_another_photo_is_none() -> None:
    first, second = scene(1), scene(2)
    crop = first.crop((20, 30, 580, 590)).point(lambda value: value * 0.8)
    assert twins([copies_of(one) for one in (first, second, crop)]) == [(0, 2)]


def test_the_sample_photos_have_no_fault() -> None:
    for sample in sample_subjects():
        assert not any(find_faults(sample.photo_files, 512).of_photo), sample.name


def test_each_sort_of_fault_is_one_sentence_that_names_the_photos(tmp_path: Path) -> None:
    pictures = [scene(1), scene(2).filter(ImageFilter.GaussianBlur(5)), scene(3).filter(ImageFilter.GaussianBlur(6))]
    pictures += [scene(4).point(lambda value: value * 0.2), screen(scene(5))]
    files = [tmp_path / f"{number}.png" for number in range(5)]
    for file, picture in zip(files, pictures, strict=True):
        picture.save(file)
    assert [say(one) for one in remarks(files, 512)] == [
        "Photos 2 and 3 are blurred; sharper ones teach more.",
        "Photo 4 is very dark; one with more light teaches more.",
        "Photo 5 looks like a screenshot, and what is around the picture would be learned, too; "
        "the photo itself teaches more.",
    ]
