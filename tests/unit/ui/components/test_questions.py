"""What is asked before a press throws work away: true numbers, and nothing where nothing is lost."""

import json
import re
from collections.abc import Sequence
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from studio.jobs.job import Job, JobCommand, JobKind, JobState
from studio.people.person import OWNER
from studio.store import Store
from studio.studio import Studio
from tests.by_hand import begin
from tests.unit.ui.components.test_components import EVIL, NOW, snapshot
from tests.unit.ui.conftest import laid_out
from tests.unit.ui.rows import lesson, picture_job
from ui.components.jobs.questions import before_cancelling
from ui.components.jobs.strip import jobs_strip_html
from ui.served_files import ServedFiles
from ui.snapshot import take_snapshot
from ui.tabs.subjects import build_subjects


def asked(html: str, act: str) -> dict[str, Any] | None:
    """What a press on the button for `act` asks first; None where it is done at once."""
    (button,) = re.findall(rf'<button[^>]*data-act="{act}"[^>]*>', html)
    found = re.search(r'data-ask="([^"]*)"', button)
    return None if found is None else json.loads(unescape(found[1]))


def cancelling(job: Job) -> dict[str, Any] | None:
    return asked(jobs_strip_html(snapshot(job)), "cancel")


LEARNT = {"batch_size": 4, "learnt_seconds": 2520.0}


def running(step: int, **changes: Any) -> Job:
    return lesson(state=JobState.RUNNING, position=None, step=step, **{"result": LEARNT, **changes})


def test_cancelling_a_lesson_says_what_is_lost_and_offers_to_keep_it() -> None:
    assert cancelling(running(103)) == {
        "title": "Cancel the lesson for Dumpling?",
        "words": (
            "That gives up 42 minutes of learning (103 of 160 steps). “Try again” could take it up from step 80; what "
            "came after that is lost."
        ),
        "answers": [["finish", "End it and keep what it learned"], ["cancel", "Cancel the lesson"]],
        "stay": "Go on with it",
    }


@pytest.mark.parametrize(
    ("job", "words"),
    [
        (running(30), "That gives up 42 minutes of learning (30 of 160 steps). All of it is lost."),
        (running(30, claimed_step=25), "from step 25; what came after"),
        (running(45, claimed_step=25), "from step 40; what came after"),
        (running(30, result={"batch_size": 4}), "That gives up 30 of 160 steps. All of it is lost."),
        (running(1, result={"learnt_seconds": 3.0}), "That gives up 1 minute of learning (1 of 160 steps)."),
        (lesson(state=JobState.PAUSED, position=None, step=30, result=LEARNT), "could take it up from there."),
        (lesson(step=30, result=LEARNT), "could take it up from there."),
        (lesson(state=JobState.INTERRUPTED, step=90, result=LEARNT), "from step 80; what came after"),
    ],
)
def test_the_numbers_of_a_cancelled_lesson_are_true_in_every_state(job: Job, words: str) -> None:
    question = cancelling(job)
    assert question is not None and words in question["words"]
    assert question["stay"] == ("Leave it paused" if job.state is JobState.PAUSED else "Go on with it")


def test_a_lesson_that_is_being_finished_already_is_not_offered_to_be_finished() -> None:
    question = cancelling(running(30))
    assert question is not None and len(question["answers"]) == 2
    finishing = lesson(step=30, command=JobCommand.FINISH, result=LEARNT)
    question = before_cancelling(finishing, NOW)
    assert question is not None and [act for act, _ in question.answers] == ["cancel"]


def test_where_nothing_is_lost_nothing_is_asked() -> None:
    assert cancelling(lesson()) is None, "it waits, and its photos are kept"
    assert cancelling(lesson(state=JobState.RUNNING, position=None)) is None
    assert cancelling(picture_job()) is None
    soon = picture_job(state=JobState.RUNNING, position=None, step=6, started_at=NOW - 59)
    assert cancelling(soon) is None, "made again sooner than read"


def test_a_picture_that_took_minutes_is_asked_about_with_its_own_minutes() -> None:
    second = picture_job(state=JobState.RUNNING, position=None, step=18, started_at=NOW - 540)  # 6 of 12 of the second
    question = cancelling(second)
    assert question is not None
    assert question["words"] == "About 3 minutes of work on it are lost. Pictures that are finished stay."
    assert question["answers"] == [["cancel", "Stop it"]]


def test_no_name_becomes_html_in_a_question() -> None:
    job = lesson(EVIL, state=JobState.RUNNING, position=None, step=30, result=LEARNT)
    html = jobs_strip_html(snapshot(job))
    question = asked(html, "cancel")
    assert "<img" not in html and question is not None and "<img" in question["title"]


def test_deleting_a_subject_that_is_being_taught_says_what_its_lesson_has_learned(
    studio: Studio, store: Store, page_files: ServedFiles, photos: Sequence[Path]
) -> None:
    with laid_out():
        parts = [part for part in build_subjects(studio, page_files) if str(part.component.elem_id)[-4:] != "news"]
    parts = [part for part in parts if part.chosen is not None]

    def question() -> str:
        told = [part.content(take_snapshot(OWNER, studio, 0.0), "Mango") for part in parts]
        return next(words for words in told if isinstance(words, str) and words.startswith("Delete"))

    job = studio.subjects.teach(OWNER, photos, "Mango", "cat")
    assert question() == "Delete **Mango** for good, with the photos and the LoRA files? Pictures stay."
    begin(store, [JobKind.TEACH])
    store.jobs.progress(job.id, step=30, result=LEARNT)
    studio.queue.pause(OWNER, job.id)
    store.jobs.hand_back(job.id)
    assert question() == (
        "Delete **Mango** for good, with the photos and the lesson? 42 minutes of learning (30 of 288 steps) are lost "
        "with it. Pictures stay."
    )
