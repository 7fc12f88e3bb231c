"""Why jobs failed, as data: worded in the language of whoever reads it."""

from studio.errors import StudioError
from studio.jobs.failure import JobFailure, failure_of
from studio.words import Message, as_written, say


def test_a_studio_errors_message_travels_whole() -> None:
    failure = failure_of(StudioError("lesson-numbers-ran-away", step=12))
    assert failure.message == Message("lesson-numbers-ran-away", step=12)
    assert JobFailure.from_json(failure.to_json()) == failure


def test_a_defect_is_named_with_what_to_do() -> None:
    failure = failure_of(RuntimeError("tensor of\nthe wrong shape"))
    assert say(failure.message).startswith(
        "Something unexpected stopped this job (RuntimeError: tensor of the wrong shape). Its photos and settings are"
    )


def test_a_failure_of_an_earlier_version_is_a_sentence() -> None:
    earlier = {"error_type": "StudioError", "message": "There is no light.", "traceback": ""}
    assert JobFailure.from_json(earlier).message == as_written("There is no light.")
