"""Stories about how a picture came about: found from Home and from the picture, made by a press, watched, stopped."""

import re
import time

from playwright.sync_api import Locator, Page, ViewportSize, expect

from studio.jobs.explanations import ExplanationRequest, Topic
from studio.jobs.job import JobKind
from studio.people.person import OWNER
from tests.by_hand import begin, finish_explanation, finish_pictures
from tests.e2e.conftest import HandDriven
from tests.e2e.steps import SOON, album, lightbox, open_picture, open_place, press_in_lightbox, visit, width_of
from tests.still_studio import studio_over

NARROW = ViewportSize(width=375, height=812)


def draw_one(by_hand: HandDriven) -> None:
    studio_over(by_hand.store, seed=None).pictures.create(OWNER, "a red house", width=512, height=256, seed=5)
    finish_pictures(by_hand.store, begin(by_hand.store), time.time())


def topic(page: Page, name: str) -> Locator:
    return page.locator(f'#how-it-works [data-topic="{name}"]')


def test_from_home_a_strip_is_made_of_ones_own_picture_and_moved_through_by_keyboard(
    page: Page, by_hand: HandDriven
) -> None:
    draw_one(by_hand)
    page.set_viewport_size(NARROW)
    visit(page, by_hand.url)
    page.locator("#how-card").get_by_role("button", name="How it works").click()
    how = page.locator("#how-it-works")
    expect(how.get_by_role("img", name="a red house", exact=True)).to_be_visible(timeout=SOON)
    assert width_of(page) == NARROW["width"]
    show = topic(page, "denoising").get_by_role("button", name="Show me: From noise to picture", exact=True)
    show.focus()
    page.keyboard.press("Enter")
    expect(topic(page, "denoising").get_by_role("button", name="Stop", exact=True)).to_be_focused(timeout=SOON)
    job = begin(by_hand.store, [JobKind.EXPLAIN])
    by_hand.store.jobs.progress(job.id, step=5)
    expect(topic(page, "denoising").get_by_role("progressbar")).to_have_attribute("aria-valuenow", "25", timeout=SOON)
    finish_explanation(by_hand.store, job)
    slider = topic(page, "denoising").get_by_role("slider", name="From noise to picture")
    expect(slider).to_be_focused(timeout=SOON)
    expect(topic(page, "denoising")).to_contain_text("Nothing but noise")
    page.keyboard.press("End")
    expect(topic(page, "denoising")).to_contain_text("No noise is left. This is the picture.")
    expect(topic(page, "denoising")).to_contain_text("to the last pixel")
    page.keyboard.press("ArrowLeft")
    expect(slider).to_have_attribute("aria-valuetext", re.compile(r"Step 20 of 20\. The small things come last"))
    expect(topic(page, "lora")).to_contain_text("Nobody whom you taught is in this picture")
    page.keyboard.press("Escape")
    expect(how).to_be_hidden()
    expect(page.locator("#how-card button")).to_be_focused()
    page.reload()
    expect(page.locator("#jobs .pill")).to_be_visible(timeout=60_000)
    page.locator("#how-card button").click()
    expect(slider).to_be_visible(timeout=SOON)  # a second look needs no worker


def test_from_a_picture_one_thing_is_changed_or_stopped_and_its_settings_go_to_make(
    page: Page, by_hand: HandDriven
) -> None:
    draw_one(by_hand)
    visit(page, by_hand.url)
    open_place(page, "Album")
    open_picture(album(page).first)
    press_in_lightbox(page, "how")
    topic(page, "seed").get_by_role("button", name="Show me").click()
    topic(page, "guidance").get_by_role("button", name="Show me").click()
    expect(topic(page, "guidance")).to_contain_text("Number 2", timeout=SOON)
    topic(page, "guidance").get_by_role("button", name="Stop", exact=True).click()
    expect(topic(page, "guidance").get_by_role("button", name="Show me")).to_be_visible(timeout=SOON)
    job = begin(by_hand.store, [JobKind.EXPLAIN])
    assert isinstance(job.request, ExplanationRequest) and job.request.topic is Topic.SEED
    finish_explanation(by_hand.store, job, is_same=False)
    expect(topic(page, "seed").get_by_role("img")).to_have_count(3, timeout=SOON)
    expect(topic(page, "seed").locator("figcaption")).to_have_text(["Yours: Seed 5", "Seed 6", "Seed 7"])
    expect(topic(page, "seed")).to_contain_text("50 % of the picture looks different")
    expect(topic(page, "seed")).to_contain_text("has changed since")
    page.get_by_role("button", name="Try it yourself", exact=True).click()
    expect(page.get_by_role("tab", name="Make", exact=True)).to_have_attribute("aria-selected", "true", timeout=SOON)
    expect(page.get_by_label("What should the picture show?")).to_have_value("a red house", timeout=SOON)
    expect(lightbox(page)).to_be_hidden()
    assert page.evaluate("[history.state?.cuddleHow, history.state?.cuddleLightbox]") == [None, None]
    open_place(page, "Album")
    expect(album(page)).to_have_count(1)  # nothing new came into it
