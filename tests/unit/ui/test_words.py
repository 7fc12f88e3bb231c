"""What the page says about jobs and times."""

import time
from dataclasses import replace

import pytest

from studio.hub.account import HubAccount
from studio.hub.publishing import Published
from studio.jobs.job import JobCommand, JobKind, JobState
from studio.jobs.requests import ImportRequest
from studio.words import as_written
from tests.unit.ui.rows import lesson, picture, picture_job, subject
from ui import words
from ui.components.markup import moment
from ui.components.pictures.details import picture_details_html
from ui.components.subjects.cards import subject_details_html
from ui.components.subjects.publish_panel import account_html


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (None, ""),
        (3.0, "less than a minute left"),
        (60.0, "about 1 minute left"),
        (150.0, "about 2 minutes left"),
        (3600.0, "about 1 hour left"),
        (4300.0, "about 1 hour 12 minutes left"),
    ],
)
def test_time_left_is_said_in_round_words(seconds: float | None, said: str) -> None:
    assert words.time_left(seconds) == said


def test_a_running_lesson_says_step_time_and_loss() -> None:
    job = lesson(state=JobState.RUNNING, position=None, step=80, seconds_left=120.0, loss=0.12345)
    assert words.job_standing(job) == "Step 80 of 160 · about 2 minutes left · loss 0.123"
    assert words.done_part(job) == 0.5


def test_a_job_that_has_just_begun_says_what_it_waits_for() -> None:
    job = lesson(state=JobState.RUNNING, position=None, message=as_written("Loading the base model."))
    assert words.job_standing(job) == "Loading the base model."


def test_a_download_says_how_far_it_is_and_its_bar_is_its_own() -> None:
    message = "Downloading Stable Diffusion XL: 2.1 of 6.9 GB"
    job = lesson(state=JobState.RUNNING, position=None, message=as_written(message), part=0.3, seconds_left=240.0)
    assert words.job_standing(job) == f"{message} · about 4 minutes left"
    assert words.done_part(job) == 0.3


def test_pictures_are_counted_one_by_one() -> None:
    job = picture_job(state=JobState.RUNNING, position=None, step=15)
    assert words.job_standing(job).startswith("Picture 2 of 2, step 3 of 12")
    last = picture_job(state=JobState.RUNNING, position=None, step=24)
    assert words.job_standing(last).startswith("Picture 2 of 2, step 12 of 12")


def test_the_place_in_the_queue_is_said() -> None:
    assert words.job_standing(lesson()) == "Next in the queue"
    assert words.job_standing(lesson(position=3)) == "Number 3 in the queue"
    interrupted = words.job_standing(lesson(state=JobState.INTERRUPTED))
    assert interrupted == "Was interrupted and goes on by itself. Next in the queue"


def test_a_wish_to_stop_is_seen_at_once() -> None:
    job = lesson(state=JobState.RUNNING, position=None, step=3, command=JobCommand.CANCEL)
    assert words.job_standing(job) == "Stopping…"


def test_a_lesson_that_rested_says_where_it_goes_on_and_one_to_be_kept_says_so() -> None:
    assert words.job_standing(lesson(step=30)) == "Next in the queue · goes on from step 30 of 160"
    kept = words.job_standing(lesson(step=30, command=JobCommand.FINISH))
    assert kept == "Next in the queue · is kept as it was after 30 steps"
    paused = words.job_standing(lesson(state=JobState.PAUSED, position=None, step=30))
    assert paused == "Paused at step 30 of 160. It goes on when you say so."
    running = lesson(state=JobState.RUNNING, position=None, step=30, command=JobCommand.PAUSE)
    assert words.job_standing(running) == "Pausing…"


def test_a_size_is_said_in_round_numbers() -> None:
    assert [words.size(bytes) for bytes in (0, 1, 21_400_000, 1_440_000_000)] == ["0 kB", "1 kB", "21 MB", "1.4 GB"]


def test_pictures_are_called_by_what_was_typed() -> None:
    assert words.job_title(picture_job()) == "2 pictures: “Dumpling on the beach”"


def test_what_an_import_has_to_say_is_there_when_it_is_ready() -> None:
    request = ImportRequest(subject_name="Anna", kind="woman", trigger_word="anna", file="x", base_model="pocket")
    job = lesson(kind=JobKind.IMPORT, request=request, state=JobState.DONE, message=as_written("Write 'ohwx' as well."))
    assert words.job_standing(job) == "ready · Write 'ohwx' as well."
    assert words.job_standing(replace(job, message=None)) == "ready"
    assert words.job_standing(lesson(state=JobState.DONE, message=as_written("Two photos look alike."))) == "ready"


@pytest.mark.parametrize(
    ("zone", "said"), [("JST-9", "15 Jan 2027, 17:00 JST"), ("<-0330>3:30", "04:30 -0330"), ("UTC0", "08:00 UTC")]
)
def test_a_moment_names_the_servers_zone_and_holds_what_every_browser_understands(
    zone: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        told = moment(1_800_000_000.4)
    finally:
        monkeypatch.undo()
        time.tzset()
    assert told.startswith('<time datetime="2027-01-15T08:00:00Z">') and f"{said}</time>" in told
    assert moment(None) == ""


def test_every_moment_on_the_page_is_told_that_way() -> None:
    made = subject(created_at=1_800_000_000.0)
    published = Published(repository="anna/dumpling-lora", private=True, license="", at=1_800_000_000.0)
    for html in (
        picture_details_html(picture(created_at=1_800_000_000.0), {}),
        subject_details_html(made),
        account_html(HubAccount(name="anna"), published),
    ):
        assert html.count('<time datetime="2027-01-15T08:00:00Z">') == 1
        assert html.count("2027") == 2, "and in no other way"
