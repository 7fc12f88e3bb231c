"""The whole story, at both sizes and in both themes, by mouse and by keyboard alone: own photos, two lessons, a picture
of both, found again in the album, drawn again in a part, and made again."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from studio.jobs.job import JobKind
from studio.jobs.requests import PictureRequest
from studio.people.person import OWNER
from tests.by_hand import begin, finish_lesson, finish_pictures
from tests.e2e.conftest import WIDE, HandDriven
from tests.e2e.steps import SOON, album, facts, job_of, lightbox, results, visit, width_of

NARROW = ViewportSize(width=375, height=812)
WAITING = '#jobs .job[data-state="queued"]'
MOST_TABS = 150  # to a control, from wherever the focus is


@dataclass(frozen=True, kw_only=True, slots=True)
class Hand:
    """What she does, with a mouse or with the keyboard alone. `did`: each press and each text so far."""

    page: Page
    has_mouse: bool
    did: list[str] = field(default_factory=list)

    def reach(self, place: Locator) -> None:
        """Go there with the Tab key, as often as it takes."""
        expect(place).to_be_visible(timeout=SOON)
        for _ in range(MOST_TABS):
            if place.evaluate("node => node === document.activeElement || node.contains(document.activeElement)"):
                return
            self.page.keyboard.press("Tab")
        pytest.fail(f"the keyboard does not come to {place}")

    def press(self, place: Locator) -> None:
        self.did.append("press")
        if self.has_mouse:
            place.click()
        else:
            self.reach(place)
            self.page.keyboard.press("Enter")

    def write(self, place: Locator, words: str) -> None:
        self.did.append("text")
        if self.has_mouse:
            place.fill(words)
        else:
            self.reach(place)
            self.page.keyboard.type(words)

    def go(self, place: str) -> None:
        """To one of the three places: with the keyboard by the arrows between the tabs."""
        tab = self.page.get_by_role("tab", name=place, exact=True)
        self.press(tab)
        expect(tab).to_have_attribute("aria-selected", "true")


@pytest.fixture
def hand(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Hand]:
    size, scheme, has_mouse = HANDS[request.param]
    context = browser.new_context(locale="en-US", viewport=size, color_scheme=scheme)
    context.set_default_timeout(20_000)
    page = context.new_page()
    broken: list[str] = []
    page.on("pageerror", lambda error: broken.append(str(error)))
    yield Hand(page=page, has_mouse=has_mouse)
    context.close()
    assert not broken


def teach(hand: Hand, by_hand: HandDriven, photos: Sequence[Path], name: str, kind: str) -> None:
    page = hand.page
    hand.press(page.locator('a[href="#teach"]:visible').first)
    with page.expect_file_chooser() as chooser:
        hand.press(page.locator("#photos button").first)
    chooser.value.set_files(list(photos))
    expect(page.locator("#seen-photos img")).to_have_count(len(photos), timeout=60_000)
    hand.write(page.locator("#name input, #name textarea").first, name)
    hand.write(page.locator("#kind input"), kind)
    page.keyboard.press("Enter")
    hand.press(page.locator("#teach-button"))
    expect(job_of(page, f"Lesson: {name}", "queued")).to_be_attached(timeout=SOON)
    expect(page.locator("#lesson .story")).to_be_visible(timeout=SOON)
    assert page.evaluate("location.hash") == "#home", "the lesson's story is at Home"
    finish_lesson(by_hand.store, begin(by_hand.store, [JobKind.TEACH]))
    expect(page.locator("#lesson")).to_contain_text(f"{name} is ready", timeout=SOON)


def the_story(hand: Hand, by_hand: HandDriven, photos: Sequence[Path]) -> None:
    page = hand.page
    visit(page, by_hand.url)
    teach(hand, by_hand, photos, "Miro", "cat")
    teach(hand, by_hand, photos, "Lea", "woman")

    hand.press(page.locator('#lesson a[href="#make"], #home-top a[href="#make"]').first)
    hand.write(page.get_by_label("What should the picture show?"), "Miro and Lea in the snow")
    for name in ("Miro", "Lea"):
        expect(page.locator(f'#who button[data-name="{name}"]')).to_have_attribute("aria-pressed", "true")
    hand.press(page.locator("#create-button"))
    expect(page.locator(WAITING)).to_have_count(1, timeout=SOON)
    boxes = {"Miro": (0.1, 0.3, 0.45, 0.9), "Lea": (0.55, 0.1, 0.9, 0.95)}
    finish_pictures(by_hand.store, begin(by_hand.store, [JobKind.CREATE]), time.time(), boxes)
    expect(results(page)).to_have_count(4, timeout=SOON)
    did = {what: hand.did.count(what) for what in ("press", "text")}
    print(f"\nFrom an empty studio to a picture of one's own two: {did['press']} presses, {did['text']} texts.")

    hand.go("Album")
    hand.write(page.locator("#album-room input[type=search]"), "snow")
    expect(album(page)).to_have_count(4, timeout=SOON)
    hand.press(album(page).first)
    assert facts(page)["Prompt"] == "Miro and Lea in the snow"
    assert width_of(page) == (page.viewport_size or WIDE)["width"]
    hand.press(page.locator('#lightbox [data-act="part"]'))
    part = page.locator("#part-again")
    hand.press(part.get_by_role("button", name="Draw Lea again", exact=True))
    hand.press(part.get_by_role("button", name="Draw it again", exact=True))
    expect(page.locator(WAITING)).to_have_count(1, timeout=SOON)
    again = begin(by_hand.store, [JobKind.CREATE])
    assert isinstance(again.request, PictureRequest) and again.request.inpaint is not None
    assert (again.request.inpaint.subjects, again.request.inpaint.box) == (("Lea",), boxes["Lea"])
    finish_pictures(by_hand.store, again, time.time() + 60)
    expect(page.locator(WAITING)).to_have_count(0, timeout=SOON)

    hand.go("Album")
    hand.press(album(page).last)
    hand.press(page.locator('#lightbox [data-act="again"]'))
    expect(lightbox(page)).to_be_hidden(timeout=SOON)
    expect(page.get_by_label("What should the picture show?")).to_have_value("Miro and Lea in the snow", timeout=SOON)
    hand.press(page.locator("#create-button"))
    expect(page.locator(WAITING)).to_have_count(1, timeout=SOON)
    finish_pictures(by_hand.store, begin(by_hand.store, [JobKind.CREATE]), time.time() + 120)
    expect(page.locator(WAITING)).to_have_count(0, timeout=SOON)
    assert len(by_hand.store.pictures.list(OWNER)) == 4 + 1 + 1


HANDS: dict[str, tuple[ViewportSize, Literal["light", "dark"], bool]] = {
    "1280-light-mouse": (WIDE, "light", True), "375-dark-keyboard": (NARROW, "dark", False),
    "375-light-mouse": (NARROW, "light", True), "1280-dark-keyboard": (WIDE, "dark", False),
}  # fmt: skip


@pytest.mark.slow(quick_sibling="test_the_story_begins_by_keyboard_alone_on_a_telephone")
@pytest.mark.parametrize("hand", HANDS, indirect=True)
def test_the_whole_story_is_told_at_both_sizes_in_both_themes(
    hand: Hand, by_hand: HandDriven, photos: Sequence[Path]
) -> None:
    the_story(hand, by_hand, photos)


@pytest.mark.parametrize("hand", ["375-dark-keyboard"], indirect=True)
def test_the_story_begins_by_keyboard_alone_on_a_telephone(
    hand: Hand, by_hand: HandDriven, photos: Sequence[Path]
) -> None:
    visit(hand.page, by_hand.url)
    teach(hand, by_hand, photos, "Miro", "cat")
