"""No view of the page has a barrier that axe-core calls serious or critical: both themes, a desk and a telephone."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, expect

from studio.jobs.job import JobKind
from studio.people.person import OWNER
from tests.by_hand import begin, finish_explanation, finish_lesson, finish_pictures, keep_checkpoint
from tests.e2e.conftest import WIDE, HandDriven
from tests.e2e.steps import (
    SOON,
    album,
    close_activity,
    open_account,
    open_activity,
    open_picture,
    open_place,
    open_sheet,
    press_in_lightbox,
    visit,
)
from tests.slow import with_slow
from tests.still_studio import studio_over

NARROW = ViewportSize(width=375, height=812)
GRAVE = ("serious", "critical")
SETTLED = """() => document.getAnimations().every(
    (one) => one.playState !== "running" || one.effect.getComputedTiming().iterations === Infinity)"""


Scheme = Literal["light", "dark"]
VIEWS: dict[str, tuple[ViewportSize, Scheme]] = {
    "1280-light": (WIDE, "light"), "375-dark": (NARROW, "dark"), "1280-dark": (WIDE, "dark"),
    "375-light": (NARROW, "light"),
}  # fmt: skip
every_view = pytest.mark.parametrize("view", with_slow(VIEWS, ["1280-light"]), indirect=True)


@pytest.fixture
def view(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    size, scheme = VIEWS[request.param]
    context = browser.new_context(locale="en-US", viewport=size, color_scheme=scheme, reduced_motion="reduce")
    context.set_default_timeout(20_000)
    yield context.new_page()
    context.close()


def barriers(page: Page) -> list[tuple[str, str, list[str]]]:
    """(rule, what it says, the first elements that break it) of each grave finding."""
    expect(page.locator(".pending")).to_have_count(0)  # what gradio waits for is pale, and only for a moment
    page.wait_for_function(SETTLED)
    found: list[dict[str, Any]] = Axe().run(page).response["violations"]
    return [
        (one["id"], one["help"], [node["html"][:160] + str(node["any"][:1])[:300] for node in one["nodes"][:3]])
        for one in found
        if one["impact"] in GRAVE
    ]


@every_view
def test_no_view_of_an_empty_studio_has_a_grave_barrier(view: Page, by_hand: HandDriven) -> None:
    visit(view, by_hand.url)
    assert barriers(view) == [], "Home"
    open_sheet(view)
    view.locator("#teach-more button").first.click()
    assert barriers(view) == [], "the sheet"
    for place in ("Make", "Album"):
        open_place(view, place)
        assert barriers(view) == [], place
    open_account(view)
    assert barriers(view) == [], "one's things"
    open_activity(view)
    assert barriers(view) == [], "what goes on"


@every_view
def test_no_view_of_a_studio_at_work_has_a_grave_barrier(
    view: Page, by_hand: HandDriven, photos: Sequence[Path]
) -> None:
    studio = studio_over(by_hand.store, seed=None)
    studio.subjects.teach(OWNER, photos, "Mango", "cat")
    finish_lesson(by_hand.store, begin(by_hand.store, [JobKind.TEACH]))
    studio.pictures.create(OWNER, "Mango on the beach", subjects=[{"name": "Mango"}])
    places = {"Mango": (0.2, 0.2, 0.6, 0.8)}
    finish_pictures(by_hand.store, begin(by_hand.store, [JobKind.CREATE]), 1_900_000_000.0, places)
    for topic in ("denoising", "seed"):
        studio.explanations.explain(OWNER, studio.pictures.list(OWNER)[0].id, topic)
        finish_explanation(by_hand.store, begin(by_hand.store, [JobKind.EXPLAIN]))
    studio.subjects.teach(OWNER, photos, "Papaya", "woman")
    lesson = begin(by_hand.store, [JobKind.TEACH])
    by_hand.store.jobs.progress(lesson.id, step=80, loss=0.1, seconds_left=200.0)
    keep_checkpoint(by_hand.store, lesson, 80)
    visit(view, by_hand.url)
    expect(view.locator("#lesson summary")).to_be_visible(timeout=SOON)
    view.locator("#lesson summary").click()
    assert barriers(view) == [], "Home during a lesson"
    view.locator("#subjects button", has_text="Mango").click()
    expect(view.locator("#subject-panel")).to_be_visible(timeout=SOON)
    assert barriers(view) == [], "a subject"
    open_activity(view)
    assert barriers(view) == [], "what goes on"
    close_activity(view)
    open_place(view, "Make")
    view.locator("#who button[data-name=Mango]").click()
    assert barriers(view) == [], "Make"
    open_place(view, "Album")
    expect(album(view).first).to_be_visible(timeout=SOON)
    assert barriers(view) == [], "Album"
    open_picture(album(view).first)
    assert barriers(view) == [], "an opened picture"
    press_in_lightbox(view, "part")
    expect(view.locator("#part-again .part-person")).to_be_visible(timeout=SOON)
    assert barriers(view) == [], "somebody to be drawn again"
    for mode in ("paint", "box"):
        view.locator("#part-again .part-option", has=view.locator(f"[value={mode}]")).click()
        assert barriers(view) == [], mode
    view.keyboard.press("Escape")
    press_in_lightbox(view, "how")
    expect(view.locator("#how-it-works input[type=range]")).to_be_visible(timeout=SOON)
    assert barriers(view) == [], "how it works"
