"""Who has never heard of any of it: from an empty studio to a picture of two in a few presses."""

import time
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from studio.jobs.job import JobKind
from tests.by_hand import begin, finish_pictures
from tests.e2e.conftest import HandDriven
from tests.e2e.steps import SOON, open_activity, open_place, press_create, visit
from tests.page_server import page_server

PICTURE_MILLISECONDS = 180_000


def try_the_samples(page: Page) -> None:
    page.get_by_role("button", name="Try Dumpling and Anna", exact=True).click()
    expect(page.get_by_label("What should the picture show?")).to_have_value("Dumpling and Anna on the beach")
    for name in ("Dumpling", "Anna"):
        expect(page.locator(f'#who button[data-name="{name}"]')).to_have_attribute("aria-pressed", "true")


@pytest.mark.slow(quick_sibling="test_the_samples_are_tried_in_two_presses_and_home_has_their_faces_and_the_picture")
def test_a_first_visit_ends_in_a_picture_of_two_after_two_presses(page: Page, tmp_path: Path) -> None:
    with page_server("app.py", tmp_path / "data", ["--base-model", "pocket"]) as server:
        visit(page, server.url)
        began = time.monotonic()
        try_the_samples(page)
        press_create(page)
        expect(page.locator("#results img").first).to_be_visible(timeout=PICTURE_MILLISECONDS)
        print(f"\nFrom the page to a picture of two: 2 presses, {time.monotonic() - began:.0f} seconds.")


def test_the_samples_are_tried_in_two_presses_and_home_has_their_faces_and_the_picture(
    page: Page, by_hand: HandDriven
) -> None:
    visit(page, by_hand.url)
    expect(page.get_by_role("link", name="Start with my photos", exact=True)).to_be_visible()
    try_the_samples(page)
    assert page.evaluate("location.hash") == "#make"
    press_create(page)
    expect(page.locator("#jobs .job")).not_to_have_count(0, timeout=SOON)
    finish_pictures(by_hand.store, begin(by_hand.store, [JobKind.CREATE]), time.time())
    expect(page.locator("#results img").first).to_be_visible(timeout=SOON)
    open_place(page, "Home")
    expect(page.locator("#subjects button[data-name]")).to_have_count(2)
    expect(page.locator("#newest img")).not_to_have_count(0)
    expect(page.locator(".welcome")).to_have_count(0)


def test_every_place_has_an_address_that_back_and_a_reload_keep(page: Page, by_hand: HandDriven) -> None:
    visit(page, by_hand.url)
    page.get_by_role("link", name="Start with my photos", exact=True).click()
    expect(page.locator("#teach-head h2")).to_be_focused()
    page.reload()
    expect(page.locator("#photos")).to_be_visible(timeout=SOON)
    page.keyboard.press("Escape")
    expect(page.locator(".welcome")).to_be_visible()
    open_place(page, "Album")
    open_place(page, "Make")
    page.go_back()
    expect(page.get_by_role("tab", name="Album", exact=True)).to_have_attribute("aria-selected", "true")
    page.go_back()
    expect(page.get_by_role("tab", name="Home", exact=True)).to_have_attribute("aria-selected", "true")
    page.goto(f"{by_hand.url}/#make")
    expect(page.get_by_label("What should the picture show?")).to_be_visible(timeout=SOON)


def test_what_goes_on_is_a_pill_that_opens_by_keyboard_and_closes_with_escape(page: Page, by_hand: HandDriven) -> None:
    visit(page, by_hand.url)
    pill = page.locator("#jobs .pill")
    pill.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#activity .close-activity")).to_be_focused()
    expect(page.locator("#activity")).to_contain_text("Nothing is going on.")
    page.keyboard.press("Escape")
    expect(page.locator("#activity")).to_be_hidden()
    expect(pill).to_be_focused()
    open_activity(page)
    page.locator("h1").click()
    expect(page.locator("#activity")).to_be_hidden()
