"""Stories about who stands where: names on a stage, and names over the early preview."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from studio.jobs.job import JobKind
from studio.jobs.requests import PictureRequest
from studio.people.person import OWNER
from tests.by_hand import begin, finish_pictures, know_subjects, png_of
from tests.e2e.conftest import HandDriven
from tests.e2e.steps import SOON, ask_for, choose_subject, open_place, press_create, visit, width_of

KINDS = {"Dumpling": "cat", "Rex": "dog", "Ink": "drawing"}


@pytest.fixture
def known(by_hand: HandDriven, photos: Sequence[Path]) -> HandDriven:
    """A cat, a dog and a style that are ready."""
    know_subjects(by_hand.store, KINDS, photos)
    return by_hand


def open_places(page: Page) -> None:
    """On a narrow page they are shut at first."""
    if not page.locator("#where .places").evaluate("node => node.open"):
        page.locator("#where .places > summary").click()
    expect(page.locator("#where .stage")).to_be_visible()


def tag(page: Page, name: str) -> Locator:
    return page.locator(f'#where .name-tag[data-tag="{name}"]')


def put_with_the_mouse(page: Page, name: str, x: float, y: float) -> None:
    """Drag a name to where its middle should be, in parts of the stage."""
    stage = page.locator("#where .stage")
    page.locator("#where .numbers").scroll_into_view_if_needed()
    start, edge = tag(page, name).bounding_box(), stage.bounding_box()
    assert start and edge
    page.mouse.move(start["x"] + start["width"] / 2, start["y"] + start["height"] / 2)
    page.mouse.down()
    page.mouse.move(edge["x"] + x * edge["width"], edge["y"] + y * edge["height"], steps=8)
    page.mouse.up()


def asked(known: HandDriven) -> PictureRequest:
    """The wish that waits."""
    request = next(job for job in known.store.jobs.list(OWNER) if job.state == "queued").request
    assert isinstance(request, PictureRequest)
    return request


def places(request: PictureRequest) -> dict[str, Any]:
    return {choice.name: choice.box for choice in request.subjects}


def test_names_are_put_where_they_should_stand_and_are_there_after_a_reload(page: Page, known: HandDriven) -> None:
    visit(page, known.url)
    open_place(page, "Make")
    choose_subject(page, "Dumpling")
    expect(page.locator("#where .places")).to_be_hidden()
    choose_subject(page, "Rex")
    open_places(page)
    expect(page.locator("#where .tray .name-tag")).to_have_count(2)
    put_with_the_mouse(page, "Dumpling", 0.7, 0.6)
    expect(page.locator("#where .stage .name-tag")).to_have_text(["Dumpling"])
    tag(page, "Rex").focus()
    for key in ("Enter", "ArrowRight", "ArrowUp", "Shift+ArrowLeft"):
        page.keyboard.press(key)
    expect(tag(page, "Rex")).to_be_focused()
    ask_for(page, "Dumpling and Rex on the beach")
    press_create(page)
    expect(page.locator('#jobs .job[data-state="queued"]')).to_have_count(1, timeout=SOON)
    expected = {"Dumpling": (0.48, 0.22, 0.93, 0.97), "Rex": (0.08, 0.15, 0.48, 0.9)}
    assert places(asked(known)) == {
        name: tuple(pytest.approx(side, abs=0.021) for side in box) for name, box in expected.items()
    }

    page.reload()
    open_place(page, "Make")
    expect(page.locator("#where .stage .name-tag")).to_have_count(2, timeout=SOON)
    kept = places(asked(known))
    page.locator("#where .numbers summary").click()
    left = page.get_by_label("Rex: left, in percent of the picture")
    expect(left).to_have_value(str(round(100 * kept["Rex"][0])))
    left.fill("20")
    left.press("Enter")
    page.get_by_role("button", name="Dumpling: anywhere again").click()
    expect(page.locator("#where .tray .name-tag")).to_have_text(["Dumpling"])
    press_create(page)
    expect(page.locator('#jobs .job[data-state="queued"]')).to_have_count(2, timeout=SOON)
    last = max(
        (job for job in known.store.jobs.list(OWNER) if job.state == "queued"), key=lambda job: job.position or 0
    )
    assert isinstance(last.request, PictureRequest)
    assert places(last.request) == {"Dumpling": None, "Rex": (0.2, *kept["Rex"][1:])}


@pytest.mark.slow(quick_sibling="test_names_are_put_where_they_should_stand_and_are_there_after_a_reload")
def test_a_place_is_moved_and_grown_with_the_mouse_and_never_leaves_the_picture(page: Page, known: HandDriven) -> None:
    visit(page, known.url)
    open_place(page, "Make")
    choose_subject(page, "Dumpling")
    choose_subject(page, "Rex")
    open_places(page)
    tag(page, "Rex").press("Enter")
    page.locator("#where .numbers").scroll_into_view_if_needed()
    stage = page.locator("#where .stage").bounding_box()
    corner = page.locator("#where .place-corner").bounding_box()
    assert stage and corner
    page.mouse.move(corner["x"] + 13, corner["y"] + 13)
    page.mouse.down()
    page.mouse.move(corner["x"] + 13 + 0.2 * stage["width"], corner["y"] + 500, steps=5)
    page.mouse.up()
    put_with_the_mouse(page, "Rex", 1.5, -1)
    ask_for(page, "Dumpling and Rex")
    press_create(page)
    expect(page.locator('#jobs .job[data-state="queued"]')).to_have_count(1, timeout=SOON)
    box = places(asked(known))["Rex"]
    assert box == tuple(pytest.approx(side, abs=0.021) for side in (0.35, 0, 1, 0.8))


@pytest.mark.slow(
    quick_sibling="tests/unit/ui/components/test_components.py::test_whoever_is_ready_can_be_chosen_and_has_a_place_unless_it_is_a_style"
)
def test_a_style_has_no_place_and_nobody_alone_has_one(page: Page, known: HandDriven) -> None:
    visit(page, known.url)
    open_place(page, "Make")
    choose_subject(page, "Dumpling")
    choose_subject(page, "Ink")
    expect(page.get_by_label("Likeness strength of Ink")).to_have_count(1)
    expect(page.locator("#where .places")).to_be_hidden()
    choose_subject(page, "Rex")
    open_places(page)
    expect(page.locator("#where .tray .name-tag")).to_have_text(["Dumpling", "Rex"])
    tag(page, "Dumpling").press("Enter")
    page.locator('#who button[data-name="Rex"]').click()
    expect(page.locator("#where .places")).to_be_hidden()
    ask_for(page, "Dumpling")
    press_create(page)
    expect(page.locator('#jobs .job[data-state="queued"]')).to_have_count(1, timeout=SOON)
    assert places(asked(known)) == {"Dumpling": None, "Ink": None}


@pytest.mark.slow(
    quick_sibling="tests/unit/ui/components/test_components.py::test_the_stage_has_the_shape_of_the_size_and_holds_nothing_else"
)
def test_the_stage_has_the_shape_of_the_picture(page: Page, known: HandDriven) -> None:
    visit(page, known.url)
    open_place(page, "Make")
    choose_subject(page, "Dumpling")
    choose_subject(page, "Rex")
    open_places(page)

    def shape() -> float:
        edge = page.locator("#where .stage").bounding_box()
        assert edge
        return edge["width"] / edge["height"]

    assert shape() == pytest.approx(1, abs=0.02)
    page.locator("#shape label", has_text="Landscape").click()
    page.wait_for_function(
        "() => { const e = document.querySelector('#where .stage').getBoundingClientRect();"
        " return Math.abs(e.width / e.height - 320 / 192) < 0.03 }"
    )
    page.wait_for_timeout(2000)  # the next rows come, and say nothing of the size
    assert shape() == pytest.approx(320 / 192, abs=0.03)
    expect(page.locator("#where .tray .name-tag")).to_have_text(["Dumpling", "Rex"])


@pytest.mark.slow(
    quick_sibling="tests/unit/ui/components/test_components.py::test_names_stand_at_their_places_over_the_preview_while_a_picture_is_made"
)
def test_names_over_the_early_preview_say_who_will_be_where_until_the_picture_is_done(
    page: Page, known: HandDriven
) -> None:
    visit(page, known.url)
    open_place(page, "Make")
    choose_subject(page, "Dumpling")
    choose_subject(page, "Rex")
    ask_for(page, "Dumpling and Rex")
    press_create(page)
    expect(page.locator('#jobs .job[data-state="queued"]')).to_have_count(1, timeout=SOON)
    job = begin(known.store, [JobKind.CREATE])
    assert isinstance(job.request, PictureRequest)
    early = known.store.files.write_whole(f"previews/{job.id}/000003.jpg", png_of(job.request, 0))
    seating = [{"subject": "Rex", "seat": [0, 0.25, 0.5, 1]}, {"subject": "Dumpling", "seat": [0.5, 0.5, 1, 1]}]
    known.store.jobs.progress(
        job.id, step=3, preview_file=known.store.files.relative(early), result={"findings": {}, "seating": seating}
    )
    names = page.locator("#creation .seat-name")
    expect(names).to_have_text(["Rex", "Dumpling"], timeout=SOON)
    preview, seat = (
        page.locator("#creation .preview").bounding_box(),
        page.locator("#creation .seat").last.bounding_box(),
    )
    assert preview and seat
    assert seat["x"] == pytest.approx(preview["x"] + preview["width"] / 2, abs=1)
    assert seat["y"] == pytest.approx(preview["y"] + preview["height"] / 2, abs=1)
    finish_pictures(known.store, job, 1000.0)
    expect(names).to_have_count(0, timeout=SOON)


@pytest.mark.slow(quick_sibling="test_names_are_put_where_they_should_stand_and_are_there_after_a_reload")
def test_places_fit_on_a_phone_and_a_finger_puts_them(page: Page, known: HandDriven) -> None:
    phone = page.context.browser
    assert phone is not None
    context = phone.new_context(locale="en-US", viewport={"width": 375, "height": 800}, has_touch=True, is_mobile=True)
    hand = context.new_page()
    visit(hand, known.url)
    open_place(hand, "Make")
    choose_subject(hand, "Dumpling")
    choose_subject(hand, "Rex")
    open_places(hand)
    tag(hand, "Rex").press("Enter")
    stage = hand.locator("#where .stage")
    hand.locator("#where .numbers").scroll_into_view_if_needed()
    start, edge = tag(hand, "Dumpling").bounding_box(), stage.bounding_box()
    assert start and edge
    touch = context.new_cdp_session(hand)

    def finger(kind: str, *points: tuple[float, float]) -> None:
        at = [{"x": x, "y": y} for x, y in points]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": at})

    x, y = start["x"] + 20, start["y"] + 15
    end_x, end_y = edge["x"] + 0.75 * edge["width"], edge["y"] + 0.5 * edge["height"]
    finger("touchStart", (x, y))
    for part in (0.2, 0.4, 0.6, 0.8, 1):
        finger("touchMove", (x + part * (end_x - x), y + part * (end_y - y)))
    finger("touchEnd")
    expect(hand.locator("#where .stage .name-tag")).to_have_count(2)
    hand.locator("#where .numbers summary").click()
    assert width_of(hand) == 375
    context.close()
