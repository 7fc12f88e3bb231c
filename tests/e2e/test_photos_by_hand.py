"""Stories of photos that are mended on the page: what is done to them arrives in the photos that the lesson keeps."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat
from playwright.sync_api import Locator, Page, expect

from studio.jobs.requests import TrainingRequest
from studio.people.person import OWNER
from tests.e2e.conftest import HandDriven
from tests.e2e.steps import SOON, drop_photos, job_of, say_who, start_lesson, visit
from tests.strange_photos import drawn_face


def press(page: Page, label: str) -> None:
    page.locator("#seen-photos").get_by_role("button", name=re.compile(f"^{label}")).click()


def settled(page: Page) -> None:
    """Wait until the page has looked at what was done."""
    expect(page.locator('#seen-photos [aria-busy="true"]')).to_have_count(0, timeout=SOON)


def drag(page: Page, stage: Locator, start: tuple[float, float], end: tuple[float, float]) -> None:
    box = stage.bounding_box()
    assert box is not None
    spots = [(box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in (start, end)]
    page.mouse.move(*spots[0])
    page.mouse.down()
    page.mouse.move(*spots[1], steps=4)
    page.mouse.up()


def kept_photos(by_hand: HandDriven) -> list[Image.Image]:
    request = by_hand.store.jobs.list(OWNER)[0].request
    assert isinstance(request, TrainingRequest)
    return [Image.open(by_hand.store.files.path(file)).convert("RGB") for file in request.photo_files]


def is_same(one: Image.Image, other: Image.Image) -> bool:
    return one.size == other.size and max(ImageStat.Stat(ImageChops.difference(one, other)).mean) < 3


def test_photos_that_were_turned_cropped_and_removed_on_the_page_are_so_in_the_lesson(
    page: Page, by_hand: HandDriven, photos: Sequence[Path]
) -> None:
    given = [Image.open(photo).convert("RGB") for photo in photos]
    visit(page, by_hand.url)
    drop_photos(page, photos)
    tiles = page.locator("#seen-photos .photo-tile")

    press(page, "Turn photo 1 ")
    settled(page)
    press(page, "Crop photo 2 ")
    stage = page.locator("#seen-photos .crop-stage")
    expect(stage.locator("img")).to_be_visible()
    stage.scroll_into_view_if_needed()
    drag(page, stage, (0.02, 0.02), (0.5, 0.5))
    page.get_by_label("Left edge").fill("0")
    page.get_by_label("Top edge").fill("0")
    page.get_by_label("Right edge").fill("50")
    page.get_by_label("Bottom edge").fill("50")
    page.get_by_role("button", name="Keep this part", exact=True).click()
    settled(page)
    press(page, "Remove photo 3 ")
    expect(tiles.filter(has_text="is left out of the lesson")).to_have_count(1, timeout=SOON)
    settled(page)
    press(page, "Remove photo 3 ")
    settled(page)
    press(page, f"Undo the last change of {re.escape(photos[3].name)}")
    expect(page.locator("#seen-photos img")).to_have_count(len(photos) - 1, timeout=SOON)

    say_who(page, "Biscuit", "cat")
    start_lesson(page)
    expect(job_of(page, "Lesson: Biscuit", "queued")).to_be_attached(timeout=SOON)
    expect(tiles).to_have_count(0, timeout=SOON)
    width, height = given[1].size
    wanted = [
        given[0].transpose(Image.Transpose.ROTATE_270),
        given[1].crop((0, 0, round(width / 2), round(height / 2))),
        *given[3:],
    ]
    kept = kept_photos(by_hand)
    assert [one.size for one in kept] == [one.size for one in wanted]
    assert all(is_same(one, other) for one, other in zip(kept, wanted, strict=True))


@pytest.mark.slow(quick_sibling="test_photos_that_were_turned_cropped_and_removed_on_the_page_are_so_in_the_lesson")
def test_a_frame_can_be_moved_with_the_keys_alone_and_what_was_cropped_is_undone_exactly(
    page: Page, by_hand: HandDriven, photos: Sequence[Path]
) -> None:
    visit(page, by_hand.url)
    drop_photos(page, photos)
    page.locator("#seen-photos").get_by_role("button", name=re.compile("^Crop photo 1 ")).focus()
    page.keyboard.press("Enter")
    frame = page.locator("#seen-photos .crop-frame")
    expect(frame).to_be_focused()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Shift+ArrowUp")
    expect(page.get_by_label("Left edge")).to_have_value("8")
    expect(page.get_by_label("Bottom edge")).to_have_value("88")
    page.keyboard.press("Escape")
    expect(frame).to_have_count(0)
    expect(page.locator("#seen-photos").get_by_role("button", name=re.compile("^Crop photo 1 "))).to_be_focused()

    page.keyboard.press("Enter")
    page.get_by_role("button", name="Keep this part", exact=True).click()
    settled(page)
    undo = page.locator("#seen-photos .photo-tile").first.get_by_role("button", name=re.compile("^Undo"))
    expect(undo).to_be_enabled(timeout=SOON)
    undo.click()
    expect(undo).to_be_disabled(timeout=SOON)
    settled(page)
    say_who(page, "Biscuit", "cat")
    start_lesson(page)
    expect(job_of(page, "Lesson: Biscuit", "queued")).to_be_attached(timeout=SOON)
    assert is_same(kept_photos(by_hand)[0], Image.open(photos[0]).convert("RGB"))


@pytest.mark.slow(quick_sibling="tests/unit/studio/photos/test_faults.py::test_a_face_says_how_a_photo_is_to_be_turned")
def test_a_photo_that_lies_on_its_side_says_so_and_stands_upright_after_one_press(
    page: Page, by_hand: HandDriven, photos: Sequence[Path]
) -> None:
    drawn_face().rotate(90).save(photos[0])
    visit(page, by_hand.url)
    drop_photos(page, photos[:4])
    badge = page.locator("#seen-photos .photo-fault").first
    expect(badge).to_contain_text("1: lies on its side")
    press(page, "Turn photo 1 upright")
    expect(page.locator("#seen-photos .photo-upright")).to_have_count(0, timeout=SOON)
    expect(page.locator("#seen-photos")).not_to_contain_text("lie on its side")
    page.locator("#photos").get_by_label("Remove this file").first.click()
    expect(page.locator("#seen-photos img")).to_have_count(3, timeout=SOON)
    expect(page.locator("#seen-photos button:disabled")).to_have_count(3)
