"""Stories of pictures between Cuddle and other programs: taken away in three forms, and dropped to make them again."""

import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from playwright.sync_api import Page, expect

from studio.interop.comfy.writing import graph_of
from studio.interop.infotext import parameters_text
from studio.interop.metadata import png_texts
from studio.jobs.job import JobKind
from studio.models.base_models import BASE_MODELS
from studio.models.checkpoint_names import checkpoint_name
from tests.by_hand import begin, finish_lesson, finish_pictures
from tests.e2e.conftest import HandDriven
from tests.e2e.steps import (
    SOON,
    album,
    ask_for_as_many,
    choose_subject,
    close_picture,
    download_opened,
    drop_photos,
    field,
    job_of,
    open_expert,
    open_picture,
    open_place,
    say_who,
    start_lesson,
    visit,
)

POCKET = checkpoint_name(BASE_MODELS["pocket"])
A1111 = (
    "Dumpling in the snow <lora:dumpling:0.6>\nNegative prompt: rain\n"
    "Steps: 33, Sampler: Euler a, CFG scale: 45, Seed: 99, Size: 320x192, Clip skip: 2, Version: v1.10.1"
)


def drop(page: Page, file: Path) -> None:
    page.locator("#dropped-picture input[type=file]").set_input_files(file)


def dropped(folder: Path, text: str) -> Path:
    info = PngInfo()
    info.add_text("parameters", text)
    file = folder / "from-elsewhere.png"
    Image.new("RGB", (32, 32)).save(file, pnginfo=info)
    return file


def test_a_picture_dropped_on_create_fills_the_form_and_what_is_missing_is_said(
    page: Page, by_hand: HandDriven, photos: Sequence[Path], tmp_path: Path
) -> None:
    visit(page, by_hand.url)
    drop_photos(page, photos)
    say_who(page, "Dumpling", "cat")
    start_lesson(page)
    expect(job_of(page, "Lesson: Dumpling", "queued")).to_be_attached(timeout=SOON)
    finish_lesson(by_hand.store, begin(by_hand.store, [JobKind.TEACH]))
    open_place(page, "Make")
    expect(page.locator('#who button[data-name="Dumpling"]')).to_be_visible(timeout=SOON)
    field(page, "prompt").fill("something I typed")

    drop(page, photos[0])
    said = page.locator("#dropped-said")
    expect(said).to_contain_text("carries no parameters", timeout=SOON)
    expect(field(page, "prompt")).to_have_value("something I typed")
    choose_subject(page, "Dumpling")

    drop(page, dropped(tmp_path, A1111))
    expect(said).to_contain_text(
        "The form took over the settings of from-elsewhere.png, made with A1111.", timeout=SOON
    )
    expect(said).to_be_visible()
    expect(said.locator("li")).to_have_text(
        [
            "A1111 drew its noise on the graphics card, so the same seed gives another picture here.",
            "Its guidance scale is 45; the nearest that Cuddle makes is 30.",
            "Not taken over: Clip skip 2.",
        ]
    )
    expect(field(page, "prompt")).to_have_value("Dumpling in the snow")
    open_expert(page)
    expect(field(page, "avoid")).to_have_value("rain")
    expect(page.locator("#size input")).to_have_value("320 × 192 (wide)")
    expect(page.locator('#who button[data-name="Dumpling"]')).to_have_attribute("aria-pressed", "true")
    page.locator("#create-button").click()
    expect(page.locator("#creation .job-standing")).to_be_visible(timeout=SOON)
    job = begin(by_hand.store, [JobKind.CREATE])
    expected = {
        "typed_prompt": "Dumpling in the snow", "prompt": "dumpling cat in the snow", "negative_prompt": "rain",
        "sampler": "Euler a", "steps": 33, "guidance_scale": 30, "seed": 99, "width": 320, "height": 192,
        "subjects": [{"name": "Dumpling", "strength": 0.6, "box": None}],
    }  # fmt: skip
    asked = job.request.to_json()
    assert {name: asked[name] for name in expected} == expected


@pytest.mark.slow(
    quick_sibling="tests/contract/test_api.py::test_a_picture_is_fetched_in_every_form_read_again_and_asked_for_once_more"
)
def test_a_picture_is_taken_away_as_png_jpeg_and_webp_and_each_brings_its_settings_back(
    page: Page, by_hand: HandDriven, tmp_path: Path
) -> None:
    visit(page, by_hand.url)
    open_place(page, "Make")
    field(page, "prompt").fill("a cat on the moon")
    ask_for_as_many(page, 1)
    page.locator("#create-button").click()
    expect(page.locator("#creation .job-standing")).to_be_visible(timeout=SOON)
    (made,) = finish_pictures(by_hand.store, begin(by_hand.store, [JobKind.CREATE]), time.time())
    texts = parameters_text(made.request, made.seed, POCKET), graph_of(made.request, made.seed, POCKET)
    chunks = png_texts(made.request, made.seed, *texts)
    Image.new("RGB", (256, 256), (90, 40, 200)).save(by_hand.store.files.picture_file(made.id), pnginfo=chunks)
    open_place(page, "Album")
    for format, suffix in (("jpeg", ".jpg"), ("webp", ".webp"), ("png", ".png")):
        open_place(page, "Album")
        open_picture(album(page).first)
        file = download_opened(page, tmp_path, format)
        close_picture(page)
        assert file.name == f"cuddle-{made.id}-seed-{made.seed}{suffix}"
        open_place(page, "Make")
        field(page, "prompt").fill("")
        drop(page, file)
        expect(page.locator("#dropped-said")).to_contain_text(
            f"The form took over the settings of {file.name}", timeout=SOON
        )
        expect(field(page, "prompt")).to_have_value("a cat on the moon")
