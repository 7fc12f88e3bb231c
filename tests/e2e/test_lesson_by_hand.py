"""A lesson watched and steered on the page: paused, resumed, ended early, and an earlier step of it chosen."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from studio.jobs.job import JobCommand, JobKind, JobState
from studio.people.person import OWNER
from tests.by_hand import begin, finish_lesson, keep_checkpoint
from tests.e2e.conftest import HandDriven
from tests.e2e.steps import SOON, close_activity, job_of, open_activity, visit
from tests.still_studio import studio_over

_ANSWER_AND_ASK_AGAIN_AT_ONCE = """() => {
  document.querySelector("dialog.question .stay").click();
  document.querySelector('#jobs button[data-act="cancel"]').click();
}"""
_WAIT_FOR_A_TASK = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"


@pytest.mark.slow(quick_sibling="test_an_idea_at_the_end_of_a_story_fills_make_with_a_picture_of_whom_it_was_about")
def test_a_lesson_is_paused_goes_on_and_is_ended_early_after_a_question(
    page: Page, by_hand: HandDriven, photos: Sequence[Path]
) -> None:
    studio_over(by_hand.store, seed=None).subjects.teach(OWNER, photos, "Mango", "cat")
    job = begin(by_hand.store, [JobKind.TEACH])
    by_hand.store.jobs.progress(job.id, step=30, seconds_left=200.0)
    visit(page, by_hand.url)
    lesson = page.locator("#lesson")
    expect(lesson).to_contain_text("Step 30 of 288 · about 3 minutes left · 120 looks at your photos", timeout=SOON)

    lesson.get_by_role("button", name="Pause: Lesson: Mango").click()
    expect(job_of(page, "Lesson: Mango")).to_contain_text("Pausing…", timeout=SOON)
    by_hand.store.jobs.hand_back(job.id)
    expect(job_of(page, "Lesson: Mango", "paused")).to_contain_text("Paused at step 30 of 288", timeout=SOON)
    page.reload()
    open_activity(page)
    page.locator("#jobs").get_by_role("button", name="Go on: Lesson: Mango").click()
    expect(job_of(page, "Lesson: Mango", "queued")).to_contain_text("goes on from step 30", timeout=SOON)

    begin(by_hand.store, [JobKind.TEACH])
    by_hand.store.jobs.progress(job.id, step=40)
    question = page.get_by_role("dialog")
    cancel = page.locator("#jobs").get_by_role("button", name="Cancel: Lesson: Mango")
    cancel.click(timeout=SOON)
    expect(question).to_contain_text("40 of 288 steps")
    expect(question.get_by_role("button", name="Go on with it")).to_be_focused()
    by_hand.store.jobs.progress(job.id, step=45, result={"batch_size": 4, "learnt_seconds": 600.0})
    expect(question).to_contain_text("gives up 10 minutes of learning (45 of 288 steps)", timeout=SOON)
    expect(question.get_by_role("button", name="Go on with it")).to_be_focused()
    page.keyboard.press("Escape")
    expect(question).to_be_hidden()
    expect(cancel).to_be_focused()
    close_activity(page)
    keep = lesson.get_by_role("button", name="Stop now and keep this one: Lesson: Mango")
    keep.click()
    expect(question).to_contain_text("It cannot go on after that")
    page.evaluate(_ANSWER_AND_ASK_AGAIN_AT_ONCE)
    expect(question).to_be_visible()
    page.evaluate(_WAIT_FOR_A_TASK)
    assert by_hand.store.jobs.command(job.id) is None, "she said no"
    question.get_by_role("button", name="End it and keep what it learned").click()
    expect(job_of(page, "Lesson: Mango", "running")).to_contain_text("Finishing with what it has learnt", timeout=SOON)
    assert by_hand.store.jobs.command(job.id) is JobCommand.FINISH
    finish_lesson(by_hand.store, job, steps=41)
    expect(lesson).to_contain_text("Mango is ready, as it was after 41 steps", timeout=SOON)
    assert by_hand.store.jobs.get(OWNER, job.id).state is JobState.DONE


def test_an_idea_at_the_end_of_a_story_fills_make_with_a_picture_of_whom_it_was_about(
    page: Page, by_hand: HandDriven, photos: Sequence[Path]
) -> None:
    studio_over(by_hand.store, seed=None).subjects.teach(OWNER, photos, "Mango", "cat")
    finish_lesson(by_hand.store, begin(by_hand.store, [JobKind.TEACH]))
    visit(page, by_hand.url)
    page.get_by_role("group", name="Ideas for it").get_by_role("button").nth(1).click(timeout=SOON)
    expect(page).to_have_url(re.compile("#make$"))
    expect(page.locator('#who button[data-name="Mango"]')).to_have_attribute("aria-pressed", "true", timeout=SOON)
    expect(page.locator("#prompt textarea")).to_have_value("Mango sitting in the kitchen")


@pytest.mark.slow(
    quick_sibling="tests/unit/ui/components/test_components.py::test_only_kept_steps_can_be_chosen_and_the_chosen_one_says_so"
)
def test_samples_come_in_rows_beside_the_photos_and_an_earlier_step_is_chosen_and_taken_back(
    page: Page, by_hand: HandDriven, photos: Sequence[Path]
) -> None:
    studio_over(by_hand.store, seed=None).subjects.teach(OWNER, photos, "Papaya", "cat")
    job = begin(by_hand.store, [JobKind.TEACH])
    by_hand.store.jobs.progress(job.id, step=80)
    keep_checkpoint(by_hand.store, job, 80)
    visit(page, by_hand.url)
    expect(page.locator("#lesson .drawing")).to_have_count(1, timeout=SOON)
    keep_checkpoint(by_hand.store, job, 160)
    expect(page.locator("#lesson .drawing")).to_have_text(["Step 160", "Step 80"], timeout=SOON)
    expect(page.locator("#lesson .photos img")).to_have_count(4)
    finish_lesson(by_hand.store, job)
    expect(page.locator("#lesson")).to_contain_text("Did an earlier step look better?", timeout=SOON)

    page.locator("#subjects button", has_text="Papaya").click()
    earlier = page.locator("#earlier")
    expect(earlier.locator(".drawing", has_text="in use")).to_contain_text("Step 288", timeout=SOON)
    expect(earlier).to_contain_text("takes 6 MB of the disk")
    earlier.get_by_role("button", name="Use this one: step 80 of Papaya").click()
    expect(page.locator("#subject-said")).to_contain_text("You chose Papaya as it was after 80 steps.", timeout=SOON)
    expect(earlier.locator(".drawing", has_text="in use")).to_contain_text("Step 80")
    assert by_hand.store.subjects.get(OWNER, "Papaya").steps == 80
    with page.expect_download() as download:
        page.locator("#lora-kohya").click()
    assert Path(download.value.path()).read_bytes() == b"kohya 80" * 50
    earlier.get_by_role("button", name="Use this one: step 288 of Papaya").click()
    expect(earlier.locator(".drawing", has_text="in use")).to_contain_text("Step 288", timeout=SOON)
    assert by_hand.store.subjects.get(OWNER, "Papaya").steps == 288
