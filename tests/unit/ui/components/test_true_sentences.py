"""What the page says of jobs, pictures and subjects stays true when they change: no sentence outlives its reason."""

import re
from collections.abc import Sequence
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from studio.jobs.job import Job, JobKind, JobState
from studio.people.person import OWNER
from studio.store import Store
from studio.studio import Studio
from tests.by_hand import begin, finish_lesson, finish_pictures
from tests.unit.ui.conftest import Engine, laid_out
from tests.unit.ui.rows import lesson, picture_job
from ui import words
from ui.components.jobs.creation_panel import creation_html
from ui.components.jobs.lesson_panel import lesson_html
from ui.components.jobs.news import JobNews, job_news
from ui.components.jobs.strip import jobs_strip_html
from ui.components.pictures.results import results_html
from ui.live import Contents
from ui.served_files import ServedFiles
from ui.snapshot import Snapshot, take_snapshot
from ui.tabs.subjects import build_subjects


def badges(snapshot: Snapshot, served: ServedFiles) -> list[list[str]]:
    """What stands at each of the newest pictures."""
    return [re.findall(r"<span[^>]*>([^<]*)</span>", one) for one in results_html(snapshot, served).split("<li>")[1:]]


def sentence(news: JobNews, studio: Studio, job: Job) -> str:
    """What stands on the page of a job that was asked for there, without its tags."""
    html = news.live.content(take_snapshot(OWNER, studio, 0.0), job.id)
    return unescape(html).removeprefix('<p class="good-news" role="status">').removesuffix("</p>")


def test_what_a_press_put_into_the_queue_is_told_as_it_stands_until_it_has_ended(
    studio: Studio, store: Store, engine: Engine, photos: Sequence[Path]
) -> None:
    news = job_news("news", studio)
    first = studio.subjects.teach(OWNER, photos, "Mango", "cat")
    assert news.about(first)[1] == news.live.content(take_snapshot(OWNER, studio, 0.0), first.id)
    assert sentence(news, studio, first) == "The lesson for Mango starts in a moment. You may close the page."
    begin(store)
    second, third = (
        studio.subjects.teach(OWNER, photos, "Papaya", "dog"),
        studio.pictures.create(OWNER, "a red house", count=3),
    )
    assert sentence(news, studio, first) == "The lesson for Mango is in the works now. You may close the page."
    assert sentence(news, studio, second) == "The lesson for Papaya is next in the queue. You may close the page."
    assert sentence(news, studio, third) == "Your 3 pictures are number 2 in the queue. You may close the page."
    engine.is_there = False
    assert sentence(news, studio, third).startswith("Your 3 pictures wait for Cuddle's engine.")
    engine.is_there = True
    studio.queue.pause(OWNER, second.id)
    assert sentence(news, studio, second).startswith("The lesson for Papaya is paused.")
    assert sentence(news, studio, third).startswith("Your 3 pictures are next in the queue.")
    finish_lesson(store, first)
    assert sentence(news, studio, third).startswith("Your 3 pictures start in a moment.")
    finish_pictures(store, begin(store, [JobKind.CREATE]), 0.0)
    studio.queue.cancel(OWNER, second.id)
    assert [sentence(news, studio, job) for job in (first, second, third)] == ["", "", ""]
    assert news.live.content(take_snapshot(OWNER, studio, 0.0), None) == "" and news.nothing() == [None, ""]


def made(studio: Studio, store: Store, *likenesses: float) -> Job:
    """Pictures of Mango that are done, each with its likeness."""
    job = studio.pictures.create(OWNER, "a red house", count=len(likenesses))
    finish_pictures(store, begin(store, [JobKind.CREATE]), 100.0)
    ids = [f"{job.id}-{number:02d}" for number in range(len(likenesses))]
    rows = zip(ids, likenesses, strict=True)
    findings: dict[str, Any] = {id: [{"subject": "Mango", "likeness": part}] for id, part in rows}
    with store.database.writing() as session:
        from studio.store.tables import JobRow

        row = session.get(JobRow, job.id)
        assert row is not None
        row.result = {"pictures": ids, "findings": findings}
        row.message = "Little like its photos: Mango in picture 1."
    return store.jobs.get(OWNER, job.id)


def test_a_likeness_stands_with_its_own_picture_and_goes_with_it(
    studio: Studio, store: Store, page_files: ServedFiles
) -> None:
    older, job = made(studio, store, 0.5), made(studio, store, 0.1, 0.9)
    now = take_snapshot(OWNER, studio, 101.0)
    html = creation_html(now, page_files)
    assert "Mango in picture 1" in html
    assert badges(now, page_files) == [["Picture 1", "Mango 10 %"], ["Picture 2", "Closest", "Mango 90 %"]]

    studio.pictures.put_in_bin(OWNER, [f"{job.id}-00"])
    now = take_snapshot(OWNER, studio, 101.0)
    html = creation_html(now, page_files)
    assert "in picture 1" not in html
    assert badges(now, page_files) == [["Picture 2", "Mango 90 %"]]
    card = jobs_strip_html(now).split(job.id)[1].split("</article>")[0]
    assert "in picture 1" not in card and "made" in card

    studio.pictures.delete(OWNER, f"{job.id}-01")
    now = take_snapshot(OWNER, studio, 101.0)
    assert job.id not in jobs_strip_html(now)
    assert badges(now, page_files) == [["Mango 50 %"]]
    assert now.fresh_pictures[0].job_id == older.id


def test_a_lesson_whose_subject_was_deleted_is_not_called_ready_any_more(
    studio: Studio, store: Store, page_files: ServedFiles, photos: Sequence[Path]
) -> None:
    studio.subjects.teach(OWNER, photos, "Mango", "cat")
    finish_lesson(store, begin(store))
    now = take_snapshot(OWNER, studio, store.clock())
    assert "Mango is ready" in lesson_html(now, page_files) and "Lesson: Mango" in jobs_strip_html(now)
    studio.subjects.delete(OWNER, "Mango")
    now = take_snapshot(OWNER, studio, store.clock())
    assert "Mango" not in lesson_html(now, page_files) and "Mango" not in jobs_strip_html(now)


def test_a_cancelled_lesson_offers_another_try_only_while_its_photos_are_there(
    studio: Studio, store: Store, photos: Sequence[Path]
) -> None:
    job = studio.queue.cancel(OWNER, studio.subjects.teach(OWNER, photos, "Mango", "cat").id)
    assert 'data-act="again"' in jobs_strip_html(take_snapshot(OWNER, studio, store.clock()))
    again = studio.subjects.teach(OWNER, photos, "Mango", "cat")  # takes its place
    strip = jobs_strip_html(take_snapshot(OWNER, studio, store.clock()))
    assert job.id not in strip and again.id in strip


def test_nobody_promises_a_time_while_the_engine_is_away(
    studio: Studio, store: Store, engine: Engine, photos: Sequence[Path]
) -> None:
    job = studio.subjects.teach(OWNER, photos, "Mango", "cat")
    begin(store)
    store.jobs.progress(job.id, step=30, seconds_left=200.0)
    assert "about 3 minutes left" in jobs_strip_html(take_snapshot(OWNER, studio, 0.0))
    engine.is_there = False
    strip = jobs_strip_html(take_snapshot(OWNER, studio, 0.0))
    assert "Step 30 of 288" in strip and "left" not in strip


@pytest.mark.parametrize("state", [JobState.DONE, JobState.FAILED, JobState.CANCELLED])
def test_an_ended_job_is_left_to_the_strip(state: JobState) -> None:
    for job in (lesson(state=state, position=None), picture_job(state=state, position=None)):
        assert words.news_of(job, is_busy=False, engine_is_there=True) == ""


def test_the_panel_of_a_subject_follows_its_lesson_and_goes_when_another_tab_deletes_it(
    studio: Studio, store: Store, page_files: ServedFiles, photos: Sequence[Path]
) -> None:
    with laid_out():
        parts = [part for part in build_subjects(studio, page_files) if part.chosen is not None]

    def told() -> dict[str, Any]:
        """What is sent to a page that has Mango open, by the component."""
        contents = Contents(parts, lambda: take_snapshot(OWNER, studio, 0.0))
        updates, _ = contents.refreshed({}, ["Mango"] * len(parts))
        names = [str(part.component.elem_id or part.component.get_block_name()) for part in parts]
        return dict(zip(names, updates, strict=True))

    parts = [part for part in parts if not str(part.component.elem_id).endswith("news")]
    job = studio.subjects.teach(OWNER, photos, "Mango", "cat")
    assert "is learning" in told()["html"] and told()["lora-kohya"].visible is False
    begin(store)
    finish_lesson(store, job)
    now = told()
    assert "ready" in now["html"] and now["lora-kohya"].visible and now["publish-open"].visible
    assert Path(now["lora-kohya"].value["path"]).read_bytes() == b"kohya" * 50
    studio.subjects.delete(OWNER, "Mango")
    assert told()["subject-panel"].visible is False
