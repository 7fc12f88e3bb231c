"""Stories about the form of Make: ideas, styles, the button that is pressed once, and a phone."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from studio.jobs.requests import PictureRequest
from studio.people.person import OWNER
from tests.by_hand import know_subjects
from tests.e2e.conftest import HandDriven
from tests.e2e.steps import SOON, ask_for, choose_subject, field, open_expert, open_place, press_create, visit, width_of

KINDS = {"Mochi": "cat", "Rex": "dog"}


def asked(by_hand: HandDriven) -> list[PictureRequest]:
    """What waits, in order."""
    waiting = [job for job in by_hand.store.jobs.list(OWNER) if job.state == "queued"]
    in_order = [job.request for job in sorted(waiting, key=lambda job: job.position or 0)]
    return [request for request in in_order if isinstance(request, PictureRequest)]


def expect_waiting(page: Page, count: int) -> None:
    expect(page.locator('#jobs .job[data-state="queued"]')).to_have_count(count, timeout=SOON)


def test_an_idea_names_who_is_chosen_and_ctrl_and_enter_ask_for_it_once(
    page: Page, by_hand: HandDriven, photos: Sequence[Path]
) -> None:
    know_subjects(by_hand.store, KINDS, photos)
    visit(page, by_hand.url)
    open_place(page, "Make")
    expect(page.get_by_role("link", name="Teach somebody")).to_have_attribute("href", "#teach")
    choose_subject(page, "Mochi")
    page.get_by_role("button", name="… in the kitchen").or_(page.locator("#examples .idea").first).first.click()
    prompt = field(page, "prompt")
    expect(prompt).to_have_value(re.compile("^Mochi "))
    choose_subject(page, "Rex")
    expect(prompt).to_have_value(re.compile("^Mochi and Rex "), timeout=SOON)
    first = prompt.input_value()
    page.get_by_role("button", name="Surprise me").click()
    expect(prompt).not_to_have_value(first)
    expect(prompt).to_have_value(re.compile("^Mochi and Rex "))
    ask_for(page, "Mochi and Rex in the forest, laughing")
    page.locator("#examples .idea").first.click()
    page.get_by_role("button", name="Back to my own words").click()
    expect(prompt).to_have_value("Mochi and Rex in the forest, laughing")
    expect(page.locator("#style")).to_be_hidden()  # the small model knows no styles
    page.get_by_role("radio", name=re.compile("^Draft")).press("ArrowLeft")
    expect(page.get_by_role("radio", name=re.compile("^Best"))).to_be_checked()
    page.get_by_role("radio", name="Landscape").check(force=True)

    held: list[Route] = []
    page.route("**/queue/join*", lambda route: held.append(route))
    prompt.press("Control+Enter")
    expect(page.locator("#create-button")).to_have_attribute("aria-disabled", "true")
    prompt.press("Control+Enter")
    page.locator("#create-button").click(force=True)
    assert len(held) == 1
    held[0].continue_()
    page.unroute("**/queue/join*")
    expect(page.locator("#create-button")).not_to_have_attribute("aria-disabled", "true", timeout=SOON)
    prompt.press("Control+Enter")
    expect(page.locator("#create-problem")).to_contain_text("You have just asked for the very same", timeout=SOON)
    expect_waiting(page, 1)
    (request,) = asked(by_hand)
    assert (request.typed_prompt, request.count) == ("Mochi and Rex in the forest, laughing", 4)
    assert (request.steps, request.width, request.height) == (32, 320, 192)
    ask_for(page, "Mochi and Rex at night")  # another wish is another press
    press_create(page)
    expect_waiting(page, 2)


@pytest.mark.slow(
    quick_sibling="tests/unit/studio/pictures/test_styles.py::"
    "test_the_words_of_a_style_come_after_the_prompt_and_are_kept_by_themselves"
)
def test_a_style_adds_its_words_and_one_of_ones_own_is_there_the_next_time(
    page: Page, by_hand: HandDriven, photos: Sequence[Path]
) -> None:
    know_subjects(by_hand.store, KINDS, photos, "sdxl")
    visit(page, by_hand.url)
    open_place(page, "Make")
    choose_subject(page, "Mochi")
    ask_for(page, "Mochi asleep")
    page.get_by_role("radio", name=re.compile("^Storybook")).check(force=True)
    expect(page.locator("#prompt-reading")).to_contain_text("The style adds: storybook illustration", timeout=SOON)
    press_create(page)
    expect_waiting(page, 1)
    assert asked(by_hand)[0].prompt.startswith("mochi cat asleep, storybook illustration, ")

    page.get_by_text("Save a style of your own").click()
    page.get_by_label("Its name").fill("Album")
    page.get_by_role("button", name="Save it").click()
    expect(page.locator("#style")).to_contain_text("A style needs a name and words.")
    page.get_by_label("The words it adds").fill("faded photograph, white border")
    page.get_by_role("button", name="Save it").click()
    expect(page.get_by_role("radio", name=re.compile("^Album"))).to_be_checked()
    expect(page.locator("#prompt-reading")).to_contain_text("white border", timeout=SOON)
    page.reload()
    open_place(page, "Make")
    expect(page.get_by_role("radio", name=re.compile("^Album"))).to_be_checked(timeout=SOON)
    press_create(page)
    expect_waiting(page, 2)
    assert asked(by_hand)[1].style == "faded photograph, white border"
    page.get_by_role("button", name="Delete the style Album").click()
    expect(page.get_by_role("radio", name=re.compile("^As it comes"))).to_be_checked()


SMALL = """() => [...document.querySelectorAll(
    '#make-form .chip, #make-form .radio-card label, #make-form summary, #make-form .tray .name-tag, #create-button')]
  .filter(node => node.getClientRects().length && node.getBoundingClientRect().height < 43.5)
  .map(node => node.outerHTML)"""


@pytest.mark.slow(quick_sibling="test_an_idea_names_who_is_chosen_and_ctrl_and_enter_ask_for_it_once")
def test_on_a_phone_the_button_stays_in_reach_and_a_finger_puts_a_name_into_the_picture(
    browser: Browser, by_hand: HandDriven, photos: Sequence[Path]
) -> None:
    know_subjects(by_hand.store, KINDS, photos)
    context = browser.new_context(locale="en-US", viewport={"width": 375, "height": 740}, has_touch=True)
    phone = context.new_page()
    visit(phone, by_hand.url)
    open_place(phone, "Make")
    for name in KINDS:
        choose_subject(phone, name)
    expect(phone.locator("#create-button")).to_be_in_viewport(ratio=1)
    expect(phone.locator("#where .stage")).to_be_hidden()
    phone.locator("#where .places > summary").click()
    open_expert(phone)
    expect(phone.locator("#create-button")).to_be_in_viewport(ratio=1)
    assert width_of(phone) == 375
    assert phone.evaluate(SMALL) == []
    phone.locator("#where .tray").evaluate("node => node.scrollIntoView({ block: 'center', behavior: 'instant' })")
    tag = phone.locator('#where .name-tag[data-tag="Rex"]').bounding_box()
    stage = phone.locator("#where .stage").bounding_box()
    assert tag and stage
    finger = context.new_cdp_session(phone)
    x, y = tag["x"] + tag["width"] / 2, tag["y"] + tag["height"] / 2
    for kind, where in (
        ("touchStart", [(x, y)]),
        ("touchMove", [(x, y - 40)]),
        ("touchMove", [(stage["x"] + 0.3 * stage["width"], stage["y"] + 0.6 * stage["height"])]),
        ("touchEnd", []),
    ):
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": a, "y": b} for a, b in where]})
    expect(phone.locator("#where .stage .name-tag")).to_have_text(["Rex"])
    phone.reload()
    open_place(phone, "Make")
    expect(phone.locator("#create-more > button")).to_have_attribute("aria-expanded", "true", timeout=SOON)
    context.close()
