"""What the pocket model can draw is told from what it cannot, before a lesson, without torch."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageOps

from studio.models.base_models import BASE_MODELS
from studio.photos import reconstruction
from studio.photos.reconstruction import can_draw, without_frame
from studio.photos.sample_photos import sample_subjects

POCKET, SDXL = BASE_MODELS["pocket"], BASE_MODELS["sdxl"]


def cartoon_on_white() -> Image.Image:
    image = Image.new("RGB", (400, 400), "white")
    draw = ImageDraw.Draw(image)
    draw.rounded_rectangle([120, 100, 280, 330], 60, fill=(220, 10, 20), outline="black", width=5)
    draw.ellipse([150, 150, 175, 175], fill="white", outline="black", width=3)
    draw.ellipse([225, 150, 250, 175], fill="white", outline="black", width=3)
    return image


def grainy() -> Image.Image:
    grain = np.random.default_rng(1).normal(110, 45, (300, 400, 3))
    return Image.fromarray(grain.clip(0, 255).astype(np.uint8))


def sample_photo() -> Image.Image:
    return Image.open(sample_subjects()[0].photo_files[0]).convert("RGB")


def saved(image: Image.Image, folder: Path, quality: int = 90) -> Path:
    path = folder / "photo.jpg"
    image.save(path, quality=quality)
    return path


def test_a_sample_photo_can_be_drawn_also_as_a_framed_jpeg(tmp_path: Path) -> None:
    framed = ImageOps.expand(sample_photo(), 40, "black")
    assert can_draw(POCKET, saved(framed, tmp_path, quality=60))


def test_the_sample_photos_are_known_without_a_look(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def looked(_: Image.Image) -> float:
        raise AssertionError("it was computed")

    monkeypatch.setattr(reconstruction, "reconstruction_error", looked)
    for sample in sample_subjects():
        for number, file in enumerate(sample.photo_files):
            copy = tmp_path / f"{sample.stem}-{number}.jpg"
            with Image.open(file) as photo:
                photo.convert("RGB").resize((256, 256)).save(copy, quality=80)
            assert reconstruction.can_draw(POCKET, copy)


@pytest.mark.parametrize("picture", [cartoon_on_white, grainy])
def test_pocket_cannot_draw_what_is_not_of_its_world_and_others_can(
    picture: Callable[[], Image.Image], tmp_path: Path
) -> None:
    photo = saved(picture(), tmp_path)
    assert not can_draw(POCKET, photo)
    assert can_draw(SDXL, photo)


def test_a_photo_that_was_measured_is_not_measured_again_wherever_its_copy_lies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    measured: list[object] = []
    monkeypatch.setattr(reconstruction, "reconstruction_error", lambda photo: measured.append(photo) or 0.5)
    for copy in ("one", "two"):
        (tmp_path / copy).mkdir()
        assert not can_draw(POCKET, saved(Image.new("RGB", (123, 90), "teal"), tmp_path / copy))
    assert len(measured) == 1


@pytest.mark.parametrize("colours", [("white", "white"), ((40, 40, 40), "white"), ("black", (200, 190, 180))])
def test_bars_and_margins_around_a_picture_do_not_count(colours: tuple[object, object]) -> None:
    bar, page = colours
    inside = grainy()
    screen = Image.new("RGB", (900, 500), page)  # type: ignore[arg-type]
    screen.paste(bar, (0, 0, 900, 60))  # type: ignore[arg-type]
    screen.paste(inside, (210, 130))
    assert without_frame(screen).size == inside.size


def test_an_even_picture_and_one_with_a_small_mark_stay_whole() -> None:
    even = Image.new("RGB", (300, 300), (240, 160, 60))
    marked = even.copy()
    marked.paste("black", (140, 140, 160, 160))
    assert without_frame(even).size == without_frame(marked).size == (300, 300)
