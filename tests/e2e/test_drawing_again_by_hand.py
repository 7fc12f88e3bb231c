"""Stories about a part of a finished picture drawn again: somebody is pressed, a part is painted over, or framed."""

import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, ViewportSize, expect

from studio.jobs.requests import PictureRequest
from studio.people.person import OWNER
from studio.pictures.options import Inpaint
from studio.pictures.picture_filter import PictureFilter
from tests.by_hand import begin, finish_lesson, finish_pictures
from tests.e2e.conftest import WIDE, HandDriven
from tests.e2e.steps import SOON, album, lightbox, open_picture, open_place, press_in_lightbox, visit, width_of
from tests.still_studio import studio_over

NARROW = ViewportSize(width=375, height=812)
MANGO = (0.1, 0.2, 0.45, 0.9)
PAPAYA = (0.5, 0.2, 0.9, 0.9)
SERVER_ALONE = (
    "tests/unit/ui/components/test_part_again.py::test_what_is_painted_pressed_or_framed_is_the_part_that_is_asked_for"
)


def draw_one(by_hand: HandDriven, photos: Sequence[Path]) -> None:
    """A picture of two taught subjects, each at a known place."""
    studio = studio_over(by_hand.store, seed=None)
    for name, kind in (("Mango", "cat"), ("Papaya", "woman")):
        studio.subjects.teach(OWNER, photos, name, kind)
        finish_lesson(by_hand.store, begin(by_hand.store))
    studio.pictures.create(
        OWNER, "Mango and Papaya on the beach", subjects=[{"name": "Mango"}, {"name": "Papaya"}], width=512, height=384
    )
    finish_pictures(by_hand.store, begin(by_hand.store), time.time(), regions={"Mango": MANGO, "Papaya": PAPAYA})


def draw_plain_one(by_hand: HandDriven) -> None:
    studio_over(by_hand.store, seed=None).pictures.create(OWNER, "a red house", width=512, height=256)
    finish_pictures(by_hand.store, begin(by_hand.store), time.time())


def open_part(page: Page, by_hand: HandDriven) -> Locator:
    """The view in which a part of the newest picture is chosen."""
    visit(page, by_hand.url)
    open_place(page, "Album")
    open_picture(album(page).first)
    press_in_lightbox(page, "part")
    expect(page.locator("#part-again")).to_be_visible()
    return page.locator("#part-again")


def asked_for(by_hand: HandDriven) -> tuple[PictureRequest, Inpaint]:
    """What waits in the queue."""
    request = begin(by_hand.store).request
    assert isinstance(request, PictureRequest) and request.inpaint is not None
    return request, request.inpaint


def test_whoever_is_pressed_is_drawn_again_where_she_is(
    page: Page, by_hand: HandDriven, photos: Sequence[Path]
) -> None:
    draw_one(by_hand, photos)
    part = open_part(page, by_hand)
    papaya = part.get_by_role("button", name="Draw Papaya again", exact=True)
    part.get_by_role("button", name="Draw it again", exact=True).click()
    expect(part.get_by_role("alert")).to_contain_text("Press somebody")
    papaya.click()
    expect(papaya).to_have_attribute("aria-pressed", "true")
    part.get_by_label("Anew").check()
    part.get_by_label("2", exact=True).check()
    part.get_by_role("button", name="Draw it again", exact=True).click()
    expect(page.locator("#create-news")).to_contain_text("2 pictures", timeout=SOON)
    expect(part).to_be_hidden()
    expect(lightbox(page)).to_be_hidden()
    expect(page.get_by_role("tab", name="Make", exact=True)).to_have_attribute("aria-selected", "true")
    request, inpaint = asked_for(by_hand)
    assert (inpaint.subjects, inpaint.box, inpaint.mask) == (("Papaya",), PAPAYA, None)
    assert (inpaint.strength, request.count, request.typed_prompt) == (0.8, 2, "Mango and Papaya on the beach")
    assert page.evaluate("[history.state?.cuddlePartAgain, history.state?.cuddleLightbox]") == [None, None]


@pytest.mark.slow(quick_sibling=SERVER_ALONE)
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "phone"])
def test_what_is_painted_over_is_drawn_again_and_nothing_else(
    page: Page, by_hand: HandDriven, size: ViewportSize
) -> None:
    draw_plain_one(by_hand)
    page.set_viewport_size(size)
    part = open_part(page, by_hand)
    expect(part.get_by_label("Somebody")).to_be_hidden()  # nobody's place is known
    picture = part.locator("canvas")

    def dab(x: float, y: float) -> None:
        box = picture.bounding_box()
        assert box is not None
        page.mouse.move(box["x"] + x * box["width"], box["y"] + y * box["height"])
        page.mouse.down()
        page.mouse.move(box["x"] + (x + 0.1) * box["width"], box["y"] + y * box["height"], steps=4)
        page.mouse.up()

    dab(0.7, 0.3)
    page.keyboard.press("e")  # the same place is rubbed out, and nothing is left
    expect(part.get_by_role("button", name="Erase", exact=True)).to_have_attribute("aria-pressed", "true")
    brush = part.get_by_label("Brush size")
    usual = brush.input_value()
    brush.fill("20")
    dab(0.7, 0.3)
    part.get_by_role("button", name="Draw it again", exact=True).click()
    expect(part.get_by_role("alert")).to_contain_text("Nothing is painted yet")
    part.get_by_role("button", name="Undo", exact=True).click()
    brush.fill(usual)
    part.get_by_role("button", name="Erase", exact=True).click()
    part.get_by_role("button", name="Clear", exact=True).click()
    part.get_by_role("button", name="Draw it again", exact=True).click()
    expect(part.get_by_role("alert")).to_contain_text("Nothing is painted yet")
    part.get_by_role("button", name="Undo", exact=True).click()  # what was cleared is back
    part.get_by_role("button", name="Undo", exact=True).click()
    dab(0.2, 0.5)
    page.keyboard.press("Escape")  # back to the picture, and what is painted stays
    expect(lightbox(page)).to_be_visible()
    expect(part).to_be_hidden()
    press_in_lightbox(page, "part")
    part.get_by_label("What is there").fill("a blue door")
    part.get_by_role("button", name="Draw it again", exact=True).click()
    expect(page.locator("#create-news")).to_contain_text("picture", timeout=SOON)
    request, inpaint = asked_for(by_hand)
    assert inpaint.mask is not None and inpaint.box is None and request.typed_prompt == "a blue door"
    with Image.open(by_hand.store.files.path(inpaint.mask)) as mask:
        assert (mask.mode, mask.size) == ("L", (512, 256))
        values = [
            mask.getpixel(place) for place in ((110, 128), (130, 128), (150, 128), (380, 77), (40, 40), (128, 230))
        ]
        white = sum(mask.histogram()[128:])
    assert values == [255, 255, 255, 0, 0, 0]
    assert 0.03 < white / (512 * 256) < 0.08
    assert width_of(page) == size["width"]


@pytest.mark.slow(quick_sibling=SERVER_ALONE)
def test_a_part_is_framed_by_keyboard_alone_and_a_refusal_loses_nothing(page: Page, by_hand: HandDriven) -> None:
    draw_plain_one(by_hand)
    part = open_part(page, by_hand)

    def tab_to(which: Locator) -> None:
        for _ in range(20):
            if which.evaluate("node => node === document.activeElement"):
                return
            page.keyboard.press("Tab")
        raise AssertionError(f"the Tab key does not lead to {which}")

    expect(part.get_by_role("button", name="Back to the picture", exact=True)).to_be_focused()
    tab_to(part.get_by_label("Paint over it"))
    page.keyboard.press("ArrowRight")
    tab_to(part.get_by_label("Left edge"))
    for _ in range(5):
        page.keyboard.press("ArrowLeft")
    tab_to(part.get_by_label("Bottom edge"))
    page.keyboard.press("End")
    tab_to(part.get_by_label("What is there"))
    page.keyboard.type("x" * 20)
    by_hand.store.pictures.put_in_bin(OWNER, [one.id for one in by_hand.store.pictures.list(OWNER)], time.time())
    tab_to(part.get_by_role("button", name="Draw it again", exact=True))
    page.keyboard.press("Enter")
    expect(part.get_by_role("alert")).not_to_be_empty(timeout=SOON)
    by_hand.store.pictures.restore(
        OWNER, [one.id for one in by_hand.store.pictures.list(OWNER, PictureFilter(bin=True))]
    )
    page.keyboard.press("Enter")
    expect(page.locator("#create-news")).to_contain_text("picture", timeout=SOON)
    request, inpaint = asked_for(by_hand)
    assert (inpaint.box, inpaint.mask, request.typed_prompt) == ((0.2, 0.25, 0.75, 1), None, "x" * 20)
