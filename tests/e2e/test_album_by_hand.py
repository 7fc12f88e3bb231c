"""Stories about finished pictures: the album, opened pictures, stars, the bin and the way back, zips, comparing."""

import csv
import io
import json
import time
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import text

from studio.people.person import OWNER
from studio.pictures.picture import Picture
from studio.pictures.picture_filter import PictureFilter
from tests.by_hand import begin, finish_pictures
from tests.e2e.conftest import WIDE, HandDriven
from tests.e2e.steps import (
    SOON,
    album,
    close_picture,
    facts,
    lightbox,
    open_picture,
    open_place,
    press_in_lightbox,
    visit,
    width_of,
)
from tests.still_studio import studio_over

NARROW = {"width": 375, "height": 800}
BOTH_SIZES = pytest.mark.parametrize(
    "size", [pytest.param(dict(WIDE), id="wide"), pytest.param(NARROW, id="phone", marks=pytest.mark.slow)]
)


def make(by_hand: HandDriven, prompts: Sequence[str], count: int = 1, ago: float = 0.0) -> list[Picture]:
    """Pictures of plain words, each job a second after the one before; all of them, newest first."""
    studio = studio_over(by_hand.store, seed=None)
    for number, prompt in enumerate(prompts):
        studio.pictures.create(OWNER, prompt, width=256, height=192, count=count)
        finish_pictures(by_hand.store, begin(by_hand.store), time.time() - ago - 100 + 10 * number)
    return list(studio.pictures.list(OWNER))


def see_album(page: Page, by_hand: HandDriven, size: dict[str, int] | None = None) -> None:
    page.set_viewport_size({"width": (size or WIDE)["width"], "height": (size or WIDE)["height"]})  # type: ignore[typeddict-item]
    visit(page, by_hand.url)
    open_place(page, "Album")
    expect(album(page).first).to_be_visible(timeout=SOON)


def choose(page: Page, *which: int) -> None:
    page.locator("#album-select").click()
    for number in which:
        album(page).nth(number).click()


def do(page: Page, what: str) -> None:
    page.locator(f'#album-toolbar [data-do="{what}"]').click()


@BOTH_SIZES
def test_a_picture_gets_a_star_goes_to_the_bin_and_comes_back(
    page: Page, by_hand: HandDriven, size: dict[str, int]
) -> None:
    make(by_hand, ["a red house", "a blue house"])
    see_album(page, by_hand, size)
    open_picture(album(page).first)
    page.get_by_role("button", name="Star", exact=True).click()
    expect(page.get_by_role("button", name="Star", exact=True)).to_have_attribute("aria-pressed", "true")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    press_in_lightbox(page, "copy-infotext")
    expect(page.get_by_text("The settings are copied as A1111, Forge and Civitai read them.")).to_be_visible()
    assert page.evaluate("() => navigator.clipboard.readText()").startswith("a blue house\nSeed: ")
    press_in_lightbox(page, "delete")
    expect(lightbox(page).get_by_role("heading", name="a red house")).to_be_visible(timeout=SOON)
    expect(album(page)).to_have_count(1)
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(lightbox(page).get_by_role("heading", name="a blue house")).to_be_visible(timeout=SOON)
    close_picture(page)
    page.locator("#album-starred").click()
    expect(album(page)).to_have_count(1)
    expect(album(page).get_by_role("img", name="a blue house")).to_be_visible()

    choose(page, 0)
    do(page, "bin")
    expect(page.locator("#no-pictures")).to_be_visible(timeout=SOON)
    page.locator("#album-starred").click()
    expect(album(page)).to_have_count(1, timeout=SOON)
    page.locator("#album-bin").click()
    expect(album(page).get_by_role("img", name="a blue house")).to_be_visible(timeout=SOON)
    assert width_of(page) == size["width"]
    open_picture(album(page).first)
    press_in_lightbox(page, "restore")
    expect(page.locator("#no-pictures")).to_contain_text("The bin is empty", timeout=SOON)
    page.locator("#album-bin").click()
    expect(album(page)).to_have_count(2, timeout=SOON)


@pytest.mark.slow(quick_sibling="test_a_picture_gets_a_star_goes_to_the_bin_and_comes_back")
def test_the_bin_is_emptied_after_a_question(page: Page, by_hand: HandDriven) -> None:
    made = make(by_hand, ["a red house", "a blue house"])
    studio_over(by_hand.store, seed=None).pictures.put_in_bin(OWNER, [one.id for one in made])
    visit(page, by_hand.url)
    open_place(page, "Album")
    page.locator("#album-bin").click()
    expect(album(page)).to_have_count(2, timeout=SOON)
    page.locator("#album-empty-bin").click()
    expect(page.get_by_role("button", name="Keep", exact=True)).to_be_focused()
    page.keyboard.press("Escape")
    expect(album(page)).to_have_count(2)
    page.locator("#album-empty-bin").click()
    page.locator("dialog.question .cancel").click()
    expect(page.locator("#no-pictures")).to_contain_text("The bin is empty", timeout=SOON)
    assert by_hand.store.pictures.list(OWNER, PictureFilter(bin=True)) == []
    assert not by_hand.store.files.path(made[0].file).exists()


@pytest.mark.slow(
    quick_sibling="tests/unit/studio/pictures/test_album.py::test_a_zip_holds_the_very_files_and_a_sheet_of_their_settings"
)
def test_chosen_pictures_are_taken_away_in_a_zip_with_their_settings(
    page: Page, by_hand: HandDriven, tmp_path: Path
) -> None:
    made = make(by_hand, ["a red house", "=2+3", "a blue house"])
    see_album(page, by_hand)
    choose(page, 0, 1)
    with page.expect_download() as waiting:
        do(page, "archive")
    waiting.value.save_as(tmp_path / "pictures.zip")
    with zipfile.ZipFile(tmp_path / "pictures.zip") as archive:
        rows = list(csv.DictReader(io.StringIO(archive.read("pictures.csv").decode("utf-8-sig"))))
        for row, one in zip(rows, made, strict=False):
            assert archive.read(row["file"]) == by_hand.store.files.path(one.file).read_bytes()
    assert [row["prompt"] for row in rows] == ["a blue house", "'=2+3"]


@pytest.mark.slow(quick_sibling="test_a_picture_gets_a_star_goes_to_the_bin_and_comes_back")
@pytest.mark.parametrize("size", [pytest.param(dict(WIDE), id="wide"), pytest.param(NARROW, id="phone")])
def test_two_pictures_are_compared_side_by_side_and_enlarged_alike(
    page: Page, by_hand: HandDriven, size: dict[str, int]
) -> None:
    make(by_hand, ["a red house", "a blue house"])
    see_album(page, by_hand, size)
    choose(page, 0)
    expect(page.locator('[data-do="compare"]')).to_be_disabled()
    album(page).nth(1).click()
    do(page, "compare")
    both = page.locator(".compare-frame img")
    expect(both).to_have_count(2)
    page.get_by_label("Zoom").fill("3")
    page.locator(".compare-pictures").press("ArrowRight")
    styles = {one.evaluate("image => image.style.transform") for one in both.all()}
    assert styles == {"translate(-10%, 0%) scale(3)"}
    expect(page.locator(".compare-facts tr", has_text="Prompt")).to_contain_text("a red house")
    assert width_of(page) == size["width"]
    page.keyboard.press("Escape")
    expect(page.locator('[data-do="compare"]')).to_be_focused()


@BOTH_SIZES
def test_a_picture_is_opened_looked_through_and_closed_by_keyboard_alone(
    page: Page, by_hand: HandDriven, size: dict[str, int]
) -> None:
    make(by_hand, ["a house"], count=3)
    see_album(page, by_hand, size)
    page.locator("#album-select").focus()
    page.keyboard.press("Tab")
    expect(album(page).first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#lightbox .lightbox-place")).to_have_text("1 of 3", timeout=SOON)
    first = facts(page)["Seed"]
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#lightbox .lightbox-place")).to_have_text("3 of 3", timeout=SOON)
    expect(page.locator("#picture-facts dd", has_text=first)).to_have_count(0)
    for _ in range(30):  # round all that there is, and nowhere else
        page.keyboard.press("Tab")
        assert page.evaluate("Boolean(document.activeElement.closest('#lightbox'))")
    page.keyboard.press("Escape")
    expect(lightbox(page)).to_be_hidden(timeout=SOON)
    expect(album(page).nth(2)).to_be_focused()
    assert page.evaluate("history.state?.cuddleLightbox") is None


@pytest.mark.slow(
    quick_sibling="tests/unit/studio/pictures/test_album.py::"
    "test_pages_one_after_the_other_are_the_list_also_where_moments_are_the_same"
)
def test_older_pictures_come_while_one_scrolls_and_days_are_told_apart(page: Page, by_hand: HandDriven) -> None:
    made = make(by_hand, ["a house"] * 8, count=8, ago=3 * 86400)
    make(by_hand, ["a new house"])
    see_album(page, by_hand)
    expect(page.locator(".album-day h2").first).to_have_text("Today1", timeout=SOON)
    expect(album(page)).to_have_count(60)
    album(page).nth(59).scroll_into_view_if_needed()
    expect(album(page)).to_have_count(65, timeout=SOON)
    expect(page.locator("#more-pictures")).to_be_hidden()

    by_hand.store.pictures.put_in_bin(OWNER, [made[0].id, made[63].id], time.time())  # elsewhere
    expect(album(page)).to_have_count(63, timeout=SOON)
    page.get_by_label("Day", exact=True).select_option(index=1)
    expect(album(page)).to_have_count(1, timeout=SOON)


@pytest.mark.slow(
    quick_sibling="tests/unit/ui/components/test_results.py::test_the_closest_is_the_one_whose_least_likeness_is_highest"
)
def test_the_newest_pictures_tell_how_like_everybody_is_and_which_is_the_closest(
    page: Page, by_hand: HandDriven
) -> None:
    newest = make(by_hand, ["a red house"], count=2)
    found = {newest[0].id: 0.75, newest[1].id: 0.9}
    findings = {id: [{"subject": "Rex", "likeness": likeness}] for id, likeness in found.items()}
    with by_hand.store.database.writing() as session:
        result = json.dumps({"pictures": sorted(found), "findings": findings})
        session.execute(text("UPDATE jobs SET result = :result"), {"result": result})
    visit(page, by_hand.url)
    open_place(page, "Make")
    expect(page.locator("#results .asked")).to_have_text("You asked for: a red house", timeout=SOON)
    expect(page.locator("#results li", has_text="Closest")).to_contain_text("Rex 90 %")
    expect(page.locator("#results .closest")).to_have_count(1)
    expect(open_picture(page.locator("#results li", has_text="75").locator("button"))).to_contain_text("75 %")
