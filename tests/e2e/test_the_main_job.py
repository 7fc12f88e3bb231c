"""The whole main job as a person does it: teach two from photos, put both into pictures, read their parameters."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from studio.photos.sample_photos import sample_subjects
from tests.e2e.conftest import REAL_PHOTOS, photos_of
from tests.e2e.steps import (
    album,
    ask_for,
    ask_for_as_many,
    choose_lesson,
    choose_subject,
    download_opened,
    drop_photos,
    facts,
    field,
    job_of,
    open_expert,
    open_picture,
    open_place,
    open_sheet,
    press_create,
    press_in_lightbox,
    results,
    say_who,
    set_strength,
    start_lesson,
    visit,
)
from tests.page_server import PageServer, page_server

LESSON_MILLISECONDS = 15 * 60_000  # on a busy machine; the second waits for the first
PICTURES_MILLISECONDS = 3 * 60_000

SAMPLE_SUBJECTS = [(sample.name, sample.kind, list(sample.photo_files)) for sample in sample_subjects()]


def process_maps(pid: int) -> str:
    maps = Path(f"/proc/{pid}/maps")
    return maps.read_text() if maps.exists() else ""


def teach_and_create(
    page: Page, server: PageServer, subjects: list[tuple[str, str, list[Path]]], numbers: Mapping[str, str], steps: str
) -> None:
    """Teach two subjects one after the other, reload meanwhile, and make two pictures of both.

    `numbers`: what is typed under "More settings" of each lesson, by the names of its options; `steps`: the same for
    the pictures. Empty ones are left as the page has them.
    """
    visit(page, server.url)
    if numbers:
        open_sheet(page)
        page.locator("#teach-more button").first.click()
    for name, kind, photos in subjects:
        drop_photos(page, photos)
        say_who(page, name, kind)
        choose_lesson(page, "Quick")
        for option, number in numbers.items():
            field(page, f"option-{option}").fill(number)
        start_lesson(page)
        expect(job_of(page, f"Lesson: {name}")).to_be_attached(timeout=60_000)
    first, second = (name for name, _, _ in subjects)
    over = "|ready" if steps else ""  # a lesson of a few steps may be, before the page has asked again
    running, waiting = job_of(page, f"Lesson: {first}"), job_of(page, f"Lesson: {second}")
    expect(running).to_have_attribute("data-state", re.compile(f"running{over and '|done'}"), timeout=60_000)
    expect(waiting).to_contain_text(re.compile(f"Next in the queue{over and '|Step|ready'}"))
    expect(running).to_contain_text(re.compile(rf"Step [1-9]\d* of{over}"), timeout=300_000)

    page.reload()
    expect(running).to_contain_text(re.compile(rf"Step \d+ of .*left.* loss \d{over}"), timeout=60_000)
    expect(page.locator("#lesson .loss-chart svg")).to_be_attached(timeout=60_000)

    open_place(page, "Make")
    for name in (first, second):
        expect(page.locator(f'#who button[data-name="{name}"]')).to_be_visible(timeout=LESSON_MILLISECONDS)
        choose_subject(page, name)
    set_strength(page, second, "0.9")
    ask_for(page, f"{first} and {second} on the beach")
    open_expert(page)
    page.get_by_label("Things to avoid").fill("rain")
    ask_for_as_many(page, 2)
    if steps:
        page.locator("#steps input[type=number]").fill(steps)
        page.locator("#steps input[type=number]").press("Tab")
    press_create(page)
    expect(page.locator("#creation")).to_contain_text(re.compile("Picture [12] of 2, step"), timeout=60_000)
    expect(page.locator("#creation img.preview")).to_be_visible(timeout=60_000)
    expect(results(page)).to_have_count(2, timeout=PICTURES_MILLISECONDS)


def read_parameters(page: Page, first: str, second: str, folder: Path) -> None:
    """Open a picture in Pictures, read it, download it, and send its settings back."""
    open_place(page, "Album")
    expect(album(page)).to_have_count(2, timeout=30_000)
    open_picture(album(page).nth(0))
    newest = facts(page)
    page.keyboard.press("ArrowRight")
    expect(page.locator("#picture-facts dd", has_text=newest["Seed"])).to_have_count(0, timeout=30_000)
    known = facts(page)
    assert int(newest["Seed"]) == int(known["Seed"]) + 1, "the newest comes first, and picture k has the seed after"
    assert known["Prompt"] == f"{first} and {second} on the beach"
    assert known["Read as"].startswith(first.lower())
    assert f"{second} (likeness strength 0.9)" in known["Subjects"]
    assert known["Things to avoid"] == "rain"
    assert known["Sampler"] == "DPM++ 2M Karras"
    with Image.open(download_opened(page, folder)) as image:
        assert image.size == (256, 256)
        assert f"Seed: {known['Seed']}" in image.info["parameters"]  # type: ignore[attr-defined]
    press_in_lightbox(page, "again")
    expect(page.get_by_role("tab", name="Make", exact=True)).to_have_attribute("aria-selected", "true", timeout=15_000)
    expect(page.get_by_label("What should the picture show?")).to_have_value(known["Prompt"])


def the_main_job(
    page: Page, folder: Path, subjects: list[tuple[str, str, list[Path]]], numbers: Mapping[str, str], steps: str
) -> None:
    with page_server("app.py", folder / "data", ["--base-model", "pocket"]) as server:
        teach_and_create(page, server, subjects, numbers, steps)
        read_parameters(page, subjects[0][0], subjects[1][0], folder)
        assert "libtorch" not in process_maps(server.pid), "torch is in the process that serves the page"


@pytest.mark.slow(quick_sibling="test_two_are_taught_for_a_few_steps_and_put_into_two_pictures")
def test_two_pets_are_taught_from_real_photos_and_put_into_two_pictures(page: Page, tmp_path: Path) -> None:
    """Where the real photos are not there, the sample photos take their place. The lessons are shorter than
    a quick one, which is measured in benchmarks/."""
    if REAL_PHOTOS.is_dir():
        subjects = [("Mochi", "cat", photos_of("cat")), ("Rex", "dog", photos_of("dog6"))]
    else:
        subjects = SAMPLE_SUBJECTS
    the_main_job(page, tmp_path, subjects, {"samples": "120"}, steps="")


def test_two_are_taught_for_a_few_steps_and_put_into_two_pictures(page: Page, tmp_path: Path) -> None:
    lesson = {"samples": "16", "batch_size": "1", "resolution": "64"}
    subjects = [(name, kind, photos[:4]) for name, kind, photos in SAMPLE_SUBJECTS]
    the_main_job(page, tmp_path, subjects, lesson, steps="4")
