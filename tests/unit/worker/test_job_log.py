"""What a job's log keeps, and what it does not say."""

import logging
import threading
from collections.abc import Iterable

import pytest

from studio.errors import StudioError
from worker.job_log import MOST_LINES, lines_of_job

log = logging.getLogger("worker.test")


@pytest.fixture(autouse=True)
def everything_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)


def said(lines: Iterable[str]) -> list[str]:
    return [line.partition(" ")[2] for line in lines]


def test_a_jobs_log_has_the_newest_lines_of_its_own_thread_and_of_cuddles_own_modules() -> None:
    with lines_of_job() as lines:
        log.info("Step %d begins.", 3)
        logging.getLogger("diffusers").warning("Truncated: a secret prompt")
        other = threading.Thread(target=log.info, args=("What another job says.",))
        other.start()
        other.join()
        with lines_of_job() as inner:
            log.info("A picture between two steps.")
        log.info("It goes on.")
    log.info("Nobody's.")
    assert said(lines) == ["INFO Step 3 begins.", "INFO It goes on."]
    assert said(inner) == ["INFO A picture between two steps."]
    with lines_of_job() as many:
        for number in range(MOST_LINES + 5):
            log.info("%d", number)
    assert said(many) == [f"INFO {number}" for number in range(5, MOST_LINES + 5)]


def test_a_jobs_log_names_an_errors_class_and_place_and_none_of_its_words() -> None:
    with lines_of_job() as lines:
        try:
            try:
                raise OSError("/home/anna/IMG_2041.jpg")
            except OSError as error:
                raise StudioError("file-gone", file="IMG_2041.jpg") from error
        except StudioError as error:
            log.info("Job %s: %s", "a1", error, exc_info=error.__cause__)
    kept = "\n".join(lines)
    assert "Job a1: StudioError (file-gone)" in kept and "test_job_log.py:" in kept and "OSError" in kept
    assert "IMG_2041" not in kept and "/home" not in kept
