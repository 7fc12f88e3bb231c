"""Stories about making pictures beyond words: fast ones, comparing, and what can be made of a finished picture."""

import re
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from studio.jobs.job import Job, JobKind
from studio.jobs.requests import PictureRequest
from studio.people.person import OWNER
from tests.by_hand import begin, finish_lesson, finish_pictures
from tests.e2e.conftest import HandDriven
from tests.e2e.steps import (
    SOON,
    album,
    ask_for,
    close_picture,
    field,
    lightbox,
    open_expert,
    open_picture,
    open_place,
    press_create,
    press_in_lightbox,
    results,
    visit,
    width_of,
)
from tests.still_studio import studio_over


def waiting(page: Page, by_hand: HandDriven, count: int = 1) -> PictureRequest:
    """What was asked for, once the page says that it waits."""
    expect(page.locator('#jobs .job[data-state="queued"]')).to_have_count(count, timeout=SOON)
    request = next(job for job in by_hand.store.jobs.list(OWNER) if job.state == "queued").request
    assert isinstance(request, PictureRequest)
    return request


def made(page: Page, by_hand: HandDriven) -> Job:
    job = begin(by_hand.store, [JobKind.CREATE])
    finish_pictures(by_hand.store, job, time.time())
    expect(page.locator('#jobs .job[data-state="queued"]')).to_have_count(0, timeout=SOON)
    return job


@pytest.mark.slow(
    quick_sibling="tests/unit/ui/forms/test_forms.py::test_a_quality_brings_a_sampler_and_the_numbers_that_suit_it"
)
def test_a_draft_brings_a_sampler_and_steps_and_a_sampler_brings_its_own(page: Page, by_hand: HandDriven) -> None:
    visit(page, by_hand.url)
    open_place(page, "Make")
    ask_for(page, "a red house")
    page.locator("#quality label", has_text="Draft").click()
    open_expert(page)
    expect(field(page, "steps")).to_have_value("10", timeout=SOON)
    press_create(page)
    request = waiting(page, by_hand)
    assert (request.sampler, request.steps) == ("DPM++ 2M AYS", 10)
    page.locator("#sampler input").click()
    page.get_by_role("option", name=re.compile("^Euler:")).click()
    expect(field(page, "steps")).to_have_value("25", timeout=SOON)
    expect(page.locator("#quality input:checked")).to_have_count(0)
    expect(page.locator("#quality .card-note")).to_contain_text("set in Expert")


@pytest.mark.slow(
    quick_sibling="tests/unit/ui/forms/test_forms.py::test_a_grid_can_vary_the_likeness_of_each_one_who_is_chosen"
)
def test_a_grid_is_asked_for_in_plain_words(page: Page, by_hand: HandDriven) -> None:
    visit(page, by_hand.url)
    open_place(page, "Make")
    ask_for(page, "a house on the beach")
    open_expert(page)
    page.locator("#compare label", has_text="A grid of your own").click()
    page.locator("#x-name input").click()
    page.get_by_role("option", name="Words", exact=True).click()
    field(page, "x-values").fill("beach, moon")
    page.locator("#y-name input").click()
    page.get_by_role("option", name="Steps", exact=True).last.click()
    field(page, "y-values").fill("5, x")
    press_create(page)
    expect(page.locator("#create-problem")).to_contain_text("Steps is x; choose a whole number", timeout=SOON)
    field(page, "y-values").fill("5, 10")
    press_create(page)
    request = waiting(page, by_hand)
    assert [(one.prompt, one.steps) for one in map(request.one, range(request.amount))] == [
        ("a house on the beach", 5), ("a house on the moon", 5),
        ("a house on the beach", 10), ("a house on the moon", 10),
    ]  # fmt: skip


@pytest.mark.slow(
    quick_sibling="tests/contract/test_api.py::test_a_picture_is_started_from_an_upload_or_an_earlier_one_and_made_larger"
)
def test_a_finished_picture_becomes_more_a_larger_one_and_the_start_of_another(page: Page, by_hand: HandDriven) -> None:
    visit(page, by_hand.url)
    open_place(page, "Make")
    ask_for(page, "a red house")
    press_create(page)
    waiting(page, by_hand)
    made(page, by_hand)
    open_picture(results(page).first)
    press_in_lightbox(page, "more")
    assert (waiting(page, by_hand).count, waiting(page, by_hand).variation_strength) == (4, 0.1)
    made(page, by_hand)
    close_picture(page)

    open_place(page, "Album")
    open_picture(album(page).first)
    press_in_lightbox(page, "larger")
    larger = waiting(page, by_hand).larger
    assert larger is not None and larger.scale == 1.5
    made(page, by_hand)

    press_in_lightbox(page, "start")
    expect(page.locator("#start-picture img")).to_be_visible(timeout=SOON)
    ask_for(page, "a blue house")
    press_create(page)
    request = waiting(page, by_hand)
    assert request.start is not None and request.start.strength == 0.6
    assert (by_hand.store.files.root / request.start.file).is_file()


@pytest.mark.slow(
    quick_sibling="tests/contract/test_api.py::test_a_picture_is_started_from_an_upload_or_an_earlier_one_and_made_larger"
)
def test_an_upload_to_start_from_is_kept_through_a_reload_and_taken_away_again(
    page: Page, by_hand: HandDriven, photos: Sequence[Path]
) -> None:
    visit(page, by_hand.url)
    open_place(page, "Make")
    ask_for(page, "a red house")
    open_expert(page)
    page.locator("#start-picture input[type=file]").set_input_files(photos[0])
    expect(page.locator("#start-strength")).to_be_visible(timeout=SOON)
    expect(page.locator("#size input")).to_have_value(re.compile("320 × 192"))
    page.wait_for_timeout(500)
    page.reload()
    open_place(page, "Make")
    expect(page.locator("#start-picture img")).to_be_visible(timeout=SOON)
    press_create(page)
    assert waiting(page, by_hand).start is not None

    page.locator("#start-picture").get_by_label("Remove Image").click()
    expect(page.locator("#start-strength")).to_be_hidden(timeout=SOON)
    press_create(page)
    waiting(page, by_hand, 2)
    last = max(
        (job for job in by_hand.store.jobs.list(OWNER) if job.state == "queued"), key=lambda job: job.position or 0
    )
    assert isinstance(last.request, PictureRequest) and last.request.start is None


@pytest.mark.slow(quick_sibling="test_an_opened_picture_is_seen_whole_and_closing_it_goes_back")
def test_everything_fits_on_a_phone(page: Page, by_hand: HandDriven) -> None:
    page.set_viewport_size({"width": 375, "height": 800})
    visit(page, by_hand.url)
    open_place(page, "Make")
    open_expert(page)
    page.locator("#compare label", has_text="A grid of your own").click()
    expect(page.locator("#x-values")).to_be_visible(timeout=SOON)
    assert width_of(page) == 375


IN_SIGHT = """selector => {
  const picture = document.querySelector(selector);
  if (!picture) return false;
  const { top, bottom, height } = picture.getBoundingClientRect();
  return height > 150 && top >= 0 && bottom <= innerHeight;
}"""


@pytest.mark.parametrize(
    "size", [pytest.param((1280, 900), id="wide", marks=pytest.mark.slow), pytest.param((375, 812), id="phone")]
)
def test_an_opened_picture_is_seen_whole_and_closing_it_goes_back(
    page: Page, by_hand: HandDriven, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    far_away = page.context.new_cdp_session(page)
    far_away.send("Emulation.setTimezoneOverride", {"timezoneId": "Asia/Tokyo"})
    studio = studio_over(by_hand.store, seed=None)
    for number in range(30):
        studio.pictures.create(OWNER, f"house {number}", width=256, height=384)
        finish_pictures(by_hand.store, begin(by_hand.store), 1_800_000_000.0 + number)
    visit(page, by_hand.url)
    open_place(page, "Album")
    album(page).nth(14).scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    open_picture(album(page).nth(14))
    page.wait_for_function(f"({IN_SIGHT})('#lightbox .lightbox-image')", timeout=SOON)
    expect(page.locator("#picture-facts time")).to_have_text(re.compile(r"^Jan 15, 2027, 5:00.PM$"))
    page.keyboard.press("Escape")
    expect(lightbox(page)).to_be_hidden(timeout=SOON)
    expect(album(page).nth(14)).to_be_focused()
    assert page.evaluate("scrollY") == before
    album(page).nth(14).press("Enter")
    expect(lightbox(page)).to_be_visible(timeout=SOON)
    page.go_back()
    expect(lightbox(page)).to_be_hidden(timeout=SOON)
    open_picture(album(page).nth(14))
    press_in_lightbox(page, "again")
    expect(page.get_by_role("tab", name="Make", exact=True)).to_be_in_viewport(timeout=SOON)

    results(page).first.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    open_picture(results(page).first)
    page.wait_for_function(f"({IN_SIGHT})('#lightbox .lightbox-image')", timeout=SOON)
    page.keyboard.press("Escape")
    expect(lightbox(page)).to_be_hidden(timeout=SOON)
    assert page.evaluate("scrollY") == before


def test_what_was_opened_stays_under_a_press_that_comes_soon_after(
    page: Page, by_hand: HandDriven, photos: Sequence[Path]
) -> None:
    studio_over(by_hand.store, seed=None).subjects.teach(OWNER, photos, "Dumpling", "cat")
    finish_lesson(by_hand.store, begin(by_hand.store))
    page.set_viewport_size({"width": 375, "height": 600})
    visit(page, by_hand.url)
    page.locator('#subjects button[data-name="Dumpling"]').click()
    expect(page.locator("#delete-subject")).to_be_visible()
    page.locator("#delete-subject").scroll_into_view_if_needed()
    page.locator("#delete-subject").hover()
    page.mouse.down()
    page.evaluate("scrollTo({top: document.documentElement.scrollHeight, behavior: 'instant'})")
    below = page.evaluate(
        "() => new Promise(after => requestAnimationFrame(() => requestAnimationFrame(() => after(scrollY))))"
    )
    page.mouse.up()
    assert page.evaluate("scrollY") == below == page.evaluate("document.documentElement.scrollHeight - innerHeight")
