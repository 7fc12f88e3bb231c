"""Stories on the page whose jobs are moved on by hand: what is shown, what is refused, and that nothing is lost."""

import re
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, Route, expect

from studio.jobs.job import JobKind
from studio.jobs.requests import TrainingRequest
from studio.people.person import OWNER
from studio.photos.sample_photos import sample_subjects
from tests.by_hand import begin, finish_lesson, finish_pictures
from tests.conftest import draw_photo
from tests.e2e.conftest import WIDE, HandDriven
from tests.e2e.steps import (
    SOON,
    album,
    ask_for,
    ask_for_as_many,
    choose_subject,
    download_opened,
    drop_photos,
    facts,
    field,
    job_of,
    lightbox,
    open_activity,
    open_expert,
    open_picture,
    open_place,
    open_sheet,
    press_create,
    press_in_lightbox,
    results,
    say_who,
    set_strength,
    start_lesson,
    visit,
    width_of,
)
from tests.still_studio import studio_over


def teach(page: Page, by_hand: HandDriven, photos: Sequence[Path], name: str, kind: str = "cat") -> None:
    """Ask for a lesson on the page, and do it."""
    drop_photos(page, photos)
    say_who(page, name, kind)
    start_lesson(page)
    expect(job_of(page, f"Lesson: {name}", "queued")).to_be_attached(timeout=SOON)
    finish_lesson(by_hand.store, begin(by_hand.store, [JobKind.TEACH]))


def create(page: Page, by_hand: HandDriven, name: str, prompt: str) -> None:
    """Ask for a picture on the page, and make it."""
    open_place(page, "Make")
    choose_subject(page, name)
    ask_for(page, prompt)
    ask_for_as_many(page, 1)
    press_create(page)
    expect(page.locator("#creation .job-standing")).to_be_visible(timeout=SOON)
    finish_pictures(by_hand.store, begin(by_hand.store, [JobKind.CREATE]), time.time())
    expect(results(page).first).to_be_visible(timeout=SOON)


def test_an_empty_studio_says_what_to_do_first(page: Page, by_hand: HandDriven) -> None:
    visit(page, by_hand.url)
    expect(page.locator("#home-top")).to_contain_text("Teach Cuddle the ones you love")
    open_place(page, "Make")
    expect(page.locator("#who")).to_contain_text("You have taught nobody yet.")
    open_place(page, "Album")
    expect(page.locator("#no-pictures")).to_contain_text("The first one is made in Make")


@pytest.mark.slow(quick_sibling="test_what_is_wrong_is_said_beside_its_field_and_nothing_given_is_lost")
def test_a_press_without_anything_says_what_is_missing_beside_each_field(page: Page, by_hand: HandDriven) -> None:
    visit(page, by_hand.url)
    open_sheet(page)
    start_lesson(page)
    expect(page.locator("#photos-problem")).to_contain_text("There are no photos yet", timeout=SOON)
    expect(page.locator("#name-problem")).to_contain_text("The name is empty")
    expect(page.locator("#kind-problem")).to_contain_text("The kind is empty")
    assert by_hand.store.subjects.list(OWNER) == []


def test_what_is_wrong_is_said_beside_its_field_and_nothing_given_is_lost(
    page: Page, by_hand: HandDriven, photos: Sequence[Path]
) -> None:
    visit(page, by_hand.url)
    drop_photos(page, photos)
    say_who(page, "../../x", 'cat" dog')
    page.locator("#teach-more button").first.click()
    field(page, "option-samples").fill("100000")
    start_lesson(page)
    expect(page.locator("#name-problem")).to_contain_text("holds /", timeout=SOON)
    expect(page.locator("#kind-problem")).to_contain_text("more than words")
    expect(page.locator("#options-problem")).to_contain_text("“Looks at photos” is 100000; choose a whole number")
    expect(page.locator("#seen-photos img")).to_have_count(len(photos))
    expect(field(page, "name")).to_have_value("../../x")

    say_who(page, "Biscuit", "cat")
    field(page, "option-samples").fill("48")
    start_lesson(page)
    expect(job_of(page, "Lesson: Biscuit", "queued")).to_be_attached(timeout=SOON)
    expect(page.locator("#teach-news")).to_contain_text("The lesson for Biscuit starts in a moment.")
    expect(page.locator(".problem")).to_have_count(0)
    job = next(job for job in by_hand.store.jobs.list(OWNER) if job.state == "queued")
    assert job.steps == 12


@pytest.mark.slow(quick_sibling="tests/unit/ui/forms/test_forms.py::test_captions_of_photos_that_were_taken_away_go")
def test_what_is_on_a_photo_can_be_said_and_stays_with_its_photo(
    page: Page, by_hand: HandDriven, photos: Sequence[Path]
) -> None:
    visit(page, by_hand.url)
    open_sheet(page)
    page.locator("#teach-more button").first.click()
    expect(page.locator("#captions")).to_contain_text("Once there are photos above")
    drop_photos(page, photos)
    captions = page.locator("#captions input")
    expect(captions).to_have_count(5)
    captions.nth(0).fill("[name] before a hill")
    captions.nth(4).fill("[name] <b>asleep</b>")
    page.locator("#photos").get_by_label("Remove this file").first.click()
    expect(captions).to_have_count(4, timeout=SOON)
    expect(captions.nth(3)).to_have_value("[name] <b>asleep</b>")

    say_who(page, "Biscuit", "cat")
    start_lesson(page)
    expect(job_of(page, "Lesson: Biscuit", "queued")).to_be_attached(timeout=SOON)
    request = by_hand.store.jobs.list(OWNER)[0].request
    assert isinstance(request, TrainingRequest)
    assert request.captions == {"03.jpg": "biscuit cat <b>asleep</b>"}
    expect(captions).to_have_count(0)


@pytest.mark.slow(quick_sibling="tests/unit/ui/test_live.py::test_a_skip_for_an_html_component_leaves_its_props_alone")
def test_photos_can_be_captioned_where_the_captions_are_opened_last(
    page: Page, by_hand: HandDriven, photos: Sequence[Path]
) -> None:
    visit(page, by_hand.url)
    drop_photos(page, photos)
    expect(page.locator("#seen-photos")).to_contain_text("coloured shards")
    start_lesson(page)
    expect(page.locator("#name-problem")).to_contain_text("The name is empty")
    page.locator("#teach-more button").first.click()
    expect(page.locator("#captions input")).to_have_count(len(photos))


@pytest.mark.slow(
    quick_sibling="tests/unit/ui/forms/test_forms.py::test_as_what_a_kind_is_taught_is_said_with_its_english_noun"
)
def test_a_kind_says_what_it_is_taught_as_and_another_can_be_chosen(
    page: Page, by_hand: HandDriven, photos: Sequence[Path], tmp_path: Path
) -> None:
    more = [tmp_path / f"more_{number}.jpg" for number in (5, 6, 7)]
    for number, path in enumerate(more, start=5):
        draw_photo(number).save(path, quality=92)
    visit(page, by_hand.url)
    drop_photos(page, [*photos, *more])
    expect(page.locator("#seen-photos figcaption")).to_have_text(["kept aside"])
    aside = page.locator("#seen-photos figure", has_text="kept aside").get_by_role("img").get_attribute("alt")
    say_who(page, "Biscuit", "cat")
    expect(page.locator("#taught-as")).to_contain_text("Taught as an animal.", timeout=SOON)
    page.locator("#teach-more button").first.click()
    expect(page.locator("#option-rank input, #option-rank textarea")).to_have_attribute("placeholder", "16")
    page.get_by_label("Taught as").click()
    page.get_by_role("option", name="Thing").click()
    expect(page.locator("#taught-as")).to_contain_text("Taught as a thing.", timeout=SOON)

    start_lesson(page)
    expect(job_of(page, "Lesson: Biscuit", "queued")).to_be_attached(timeout=SOON)
    request = by_hand.store.jobs.list(OWNER)[0].request
    assert isinstance(request, TrainingRequest)
    assert request.recipe.subject_type == "object"
    assert [f"Photo {int(Path(file).stem) + 1}" for file in request.held_out_files] == [aside]


@pytest.mark.slow(
    quick_sibling="tests/unit/ui/forms/test_forms.py::test_photos_are_looked_at_as_soon_as_they_are_given"
)
def test_a_file_that_is_no_photo_is_named_at_once(
    page: Page, by_hand: HandDriven, photos: Sequence[Path], tmp_path: Path
) -> None:
    fake = tmp_path / "holiday.png"
    fake.write_text("I am no photo.")
    visit(page, by_hand.url)
    open_sheet(page)
    page.locator("#photos input[type=file]").set_input_files([*photos, fake])
    expect(page.locator("#photos-problem")).to_contain_text("holiday.png is not a photo", timeout=SOON)
    page.locator("#photos").get_by_label("Remove this file").last.click()
    expect(page.locator("#seen-photos img")).to_have_count(len(photos), timeout=SOON)
    expect(page.locator("#photos-problem .problem")).to_have_count(0)


@pytest.mark.slow(
    quick_sibling="tests/unit/ui/components/test_components.py::"
    "test_a_photo_with_a_fault_has_a_badge_of_words_with_its_number"
)
def test_a_photo_with_a_fault_has_a_badge_and_can_be_learned_from_all_the_same(
    page: Page, by_hand: HandDriven, photos: Sequence[Path], tmp_path: Path
) -> None:
    with Image.open(photos[1]) as image:
        image.point(lambda value: value * 0.2).save(tmp_path / "night.jpg")
    visit(page, by_hand.url)
    drop_photos(page, [*photos, tmp_path / "night.jpg"])
    expect(page.locator("#seen-photos figure").nth(5).locator(".photo-fault")).to_contain_text("6: ")
    expect(page.locator("#seen-photos")).to_contain_text("Photo 6 is very dark; one with more light teaches more.")
    say_who(page, "Dumpling", "cat")
    start_lesson(page)
    expect(job_of(page, "Lesson: Dumpling", "queued")).to_be_attached(timeout=SOON)


@pytest.mark.slow(
    quick_sibling="tests/unit/studio/photos/test_sample_photos.py::test_the_samples_can_be_taught_as_they_are"
)
def test_sample_photos_fill_the_form(page: Page, by_hand: HandDriven) -> None:
    samples = sample_subjects()
    if not samples:
        pytest.skip("the sample photos are not in this checkout")
    visit(page, by_hand.url)
    open_sheet(page)
    page.locator(f"#sample-{samples[0].stem}").click()
    expect(page.locator("#seen-photos img")).to_have_count(len(samples[0].photo_files), timeout=SOON)
    expect(field(page, "name")).to_have_value(samples[0].name)
    start_lesson(page)
    expect(job_of(page, f"Lesson: {samples[0].name}", "queued")).to_be_attached(timeout=SOON)


def test_a_reload_and_a_second_tab_show_the_same_running_lesson(
    page: Page, by_hand: HandDriven, photos: Sequence[Path]
) -> None:
    visit(page, by_hand.url)
    drop_photos(page, photos)
    say_who(page, "Noodle", "cat")
    start_lesson(page)
    expect(job_of(page, "Lesson: Noodle", "queued")).to_be_attached(timeout=SOON)
    job = begin(by_hand.store, [JobKind.TEACH])
    for step in range(1, 40):
        by_hand.store.jobs.progress(job.id, step=step, loss=1 / step, seconds_left=150.0)
    second = page.context.new_page()
    visit(second, by_hand.url)
    page.reload()
    for tab in (page, second):
        expect(job_of(tab, "Lesson: Noodle", "running")).to_contain_text("Step 39 of", timeout=SOON)
        expect(job_of(tab, "Lesson: Noodle", "running")).to_contain_text("about 2 minutes left")
        expect(tab.locator("#lesson .story-standing")).to_have_text("Ready in about 2 minutes.")
        tab.locator("#lesson summary").click()
        expect(tab.locator("#lesson .loss-chart svg")).to_be_visible()


def test_jobs_are_moved_up_cancelled_and_tried_again(page: Page, by_hand: HandDriven, photos: Sequence[Path]) -> None:
    studio = studio_over(by_hand.store, seed=None)
    for name in ("Aa", "Bb", "Cc"):
        studio.subjects.teach(OWNER, photos, name, "cat")
    visit(page, by_hand.url)
    expect(job_of(page, "Lesson: Cc", "queued")).to_contain_text("Number 3 in the queue", timeout=SOON)
    open_activity(page)
    page.get_by_role("button", name="Move up: Lesson: Cc").click()
    expect(job_of(page, "Lesson: Cc", "queued")).to_contain_text("Number 2 in the queue", timeout=SOON)
    page.get_by_role("button", name="Cancel: Lesson: Aa").click()
    expect(job_of(page, "Lesson: Cc", "queued")).to_contain_text("Next in the queue", timeout=SOON)
    page.get_by_role("button", name="Try again: Lesson: Aa").first.click()
    expect(job_of(page, "Lesson: Aa", "queued")).to_contain_text("Number 3 in the queue", timeout=SOON)


@pytest.mark.slow(quick_sibling="tests/contract/test_api.py::test_the_queue_is_reordered_cancelled_and_tried_again")
def test_a_failed_lesson_says_why_and_is_ready_for_another_try(
    page: Page, by_hand: HandDriven, photos: Sequence[Path]
) -> None:
    studio_over(by_hand.store, seed=None).subjects.teach(OWNER, photos, "Muffin", "cat")
    job = begin(by_hand.store, [JobKind.TEACH])
    by_hand.store.jobs.fail(job.id, RuntimeError("an inner thing <b>broke</b>"))
    visit(page, by_hand.url)
    expect(job_of(page, "Lesson: Muffin", "failed")).to_be_attached(timeout=SOON)
    expect(page.locator("#jobs b")).to_have_count(0)
    page.locator("#subjects button", has_text="Muffin").click()
    page.locator("#lesson-again").click()
    expect(job_of(page, "Lesson: Muffin", "queued")).to_be_attached(timeout=SOON)


def test_a_picture_is_found_opened_reused_and_deleted(
    page: Page, by_hand: HandDriven, photos: Sequence[Path], tmp_path: Path
) -> None:
    visit(page, by_hand.url)
    teach(page, by_hand, photos, "Dumpling")
    create(page, by_hand, "Dumpling", "Dumpling in the snow")
    ask_for(page, "Dumpling on the beach")
    open_place(page, "Album")
    page.get_by_label("Search").fill("beach")
    expect(page.locator("#no-pictures")).to_contain_text("No picture matches", timeout=SOON)
    page.get_by_label("Search").fill("snow")
    expect(album(page)).to_have_count(1, timeout=SOON)
    open_picture(album(page).first)
    known = facts(page)
    assert known["Prompt"] == "Dumpling in the snow"
    assert known["Read as"] == "dumpling cat in the snow"
    assert known["Subjects"] == "Dumpling (likeness strength 1)"
    picture = by_hand.store.pictures.list(OWNER)[0]
    assert download_opened(page, tmp_path).read_bytes() == by_hand.store.files.path(picture.file).read_bytes()

    press_in_lightbox(page, "again")
    expect(page.get_by_label("What should the picture show?")).to_have_value(known["Prompt"], timeout=SOON)
    expect(page.locator("#who button[data-name=Dumpling]")).to_have_attribute("aria-pressed", "true")
    open_expert(page)
    expect(field(page, "seed")).to_have_value(known["Seed"])

    open_place(page, "Album")
    open_picture(album(page).first)
    press_in_lightbox(page, "delete")
    expect(lightbox(page)).to_be_hidden(timeout=SOON)
    expect(album(page)).to_have_count(0)
    assert by_hand.store.pictures.list(OWNER) == []
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(album(page)).to_have_count(1, timeout=SOON)


@pytest.mark.slow(quick_sibling="tests/unit/ui/test_api_refusals.py::test_a_bad_wish_gets_one_sentence")
def test_a_wish_that_cannot_be_is_refused_in_a_sentence_and_stays(
    page: Page, by_hand: HandDriven, photos: Sequence[Path]
) -> None:
    visit(page, by_hand.url)
    teach(page, by_hand, photos, "Pixel")
    open_place(page, "Make")
    choose_subject(page, "Pixel")
    ask_for(page, "Pixel " + "very " * 2500 + "big")
    press_create(page)
    expect(page.locator("#create-problem")).to_contain_text("characters long; 2,000 are fine", timeout=SOON)
    expect(page.get_by_label("What should the picture show?")).to_have_value(re.compile("^Pixel very"))


@pytest.mark.slow(
    quick_sibling="tests/e2e/test_names_by_hand.py::test_how_the_words_were_read_is_shown_and_one_press_turns_it_round"
)
def test_what_was_typed_in_create_is_there_after_a_reload(
    page: Page, by_hand: HandDriven, photos: Sequence[Path]
) -> None:
    visit(page, by_hand.url)
    teach(page, by_hand, photos, "Waffle")
    open_place(page, "Make")
    choose_subject(page, "Waffle")
    set_strength(page, "Waffle", "0.75")
    ask_for(page, "Waffle at the window")
    open_expert(page)
    page.get_by_label("Things to avoid").fill("fog")
    for _ in range(2):  # the second time while the form is still being brought back
        page.reload()
        open_place(page, "Make")
        expect(page.get_by_label("What should the picture show?")).to_have_value("Waffle at the window", timeout=SOON)
    expect(page.get_by_label("Things to avoid")).to_have_value("fog")
    expect(page.get_by_label("Likeness strength of Waffle")).to_have_value("0.75", timeout=SOON)


@pytest.mark.slow(
    quick_sibling="tests/e2e/test_names_by_hand.py::test_how_the_words_were_read_is_shown_and_one_press_turns_it_round"
)
def test_words_typed_while_a_first_visit_still_arrives_stay(page: Page, by_hand: HandDriven) -> None:
    held: list[Route] = []

    def hold_the_draft(route: Route) -> None:
        nothing_kept = (route.request.post_data_json or {}).get("data") == [None]
        held.append(route) if nothing_kept else route.continue_()

    page.route("**/run/predict", hold_the_draft)
    visit(page, by_hand.url)
    open_place(page, "Make")
    ask_for(page, "a red house")
    assert held
    for route in held:
        with page.expect_response(route.request.url):
            route.continue_()
    page.wait_for_timeout(500)
    expect(page.get_by_label("What should the picture show?")).to_have_value("a red house")


@pytest.mark.slow(quick_sibling="tests/contract/test_api.py::test_a_subject_is_deleted_with_its_files")
def test_lora_files_are_fetched_and_a_subject_is_deleted_after_a_question(
    page: Page, by_hand: HandDriven, photos: Sequence[Path]
) -> None:
    visit(page, by_hand.url)
    teach(page, by_hand, photos, "Pretzel")
    page.locator("#subjects button", has_text="Pretzel").click()
    with page.expect_download() as download:
        page.locator("#lora-kohya").click()
    assert download.value.suggested_filename == "pretzel_kohya.safetensors"
    page.locator("#delete-subject").click()
    expect(page.locator("#delete-subject-sure")).to_contain_text("Delete Pretzel for good")
    expect(page.locator("#delete-subject-no")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#delete-subject-sure")).to_be_hidden()
    expect(page.locator("#delete-subject")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#delete-subject-no")).to_be_focused()
    page.locator("#delete-subject-yes").click()
    expect(page.locator("#subjects button", has_text="Pretzel")).to_have_count(0, timeout=SOON)
    assert by_hand.store.subjects.find(OWNER, "Pretzel") is None


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.slow(
    quick_sibling="tests/e2e/test_making_by_hand.py::test_an_opened_picture_is_seen_whole_and_closing_it_goes_back"
)
def test_a_phone_shows_every_tab_without_sideways_scrolling(
    browser: Browser, by_hand: HandDriven, photos: Sequence[Path], page: Page, scheme: str
) -> None:
    visit(page, by_hand.url)
    teach(page, by_hand, photos, "Peppermint Butterscotch")
    create(page, by_hand, "Peppermint Butterscotch", "A-very-long-word-" * 8)
    phone = browser.new_context(
        locale="en-US", viewport={"width": 375, "height": 800}, color_scheme="dark" if scheme == "dark" else "light"
    ).new_page()
    visit(phone, by_hand.url)
    for tab in ("Home", "Make", "Album"):
        open_place(phone, tab)
        phone.wait_for_timeout(500)
        assert width_of(phone) == 375, tab
    open_picture(album(phone).first)
    facts(phone)
    assert width_of(phone) == 375
    phone.context.close()


@pytest.mark.slow(quick_sibling="test_a_picture_is_found_opened_reused_and_deleted")
def test_everything_is_named_for_a_screen_reader(page: Page, by_hand: HandDriven, photos: Sequence[Path]) -> None:
    visit(page, by_hand.url)
    teach(page, by_hand, photos, "Cocoa")
    open_place(page, "Make")
    expect(page.locator("#who button[data-name=Cocoa]")).to_be_visible(timeout=SOON)
    nameless = page.evaluate(
        """() => [...document.querySelectorAll('#jobs button, #who button, #subjects button, img')]
            .filter(e => e.tagName === 'IMG' ? e.getAttribute('alt') === null
                : !(e.getAttribute('aria-label') || e.textContent.trim())).map(e => e.outerHTML.slice(0, 120))"""
    )
    assert nameless == []
    assert page.evaluate("document.documentElement.lang") == "en-GB"


FAMILIES = """() => {
  const family = getComputedStyle(document.querySelector(".masthead h1")).fontFamily;
  const first = family.split(",")[0];
  const brought = [...document.fonts].map((font) => font.family);
  return { first, brought, check: document.fonts.check(`16px ${first}`, "Anna Łąka Ωμέγα Пельмень") };
}"""


def test_the_page_answers_on_a_wide_screen_too_in_a_font_that_is_there(page: Page, by_hand: HandDriven) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    visit(page, by_hand.url)
    assert width_of(page) == WIDE["width"]
    found = page.evaluate(FAMILIES)
    assert found["first"] == "system-ui" and found["check"] and "Lexend" not in str(found["brought"])
    assert not [url for url in fetched if ".woff" in url]
