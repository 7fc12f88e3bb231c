"""What is asked before a press on a job throws work away: how much there is to lose, and what else could be done."""

import json
from dataclasses import dataclass

from studio.checks import shown
from studio.jobs.job import Job, JobCommand, JobState
from studio.jobs.requests import PictureRequest, TrainingRequest
from studio.words import say
from ui import words

_ASKS_FROM_SECONDS = 60.0  # a picture that took less is made again sooner than a question is read


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """Asked by page/jobs_strip.js. `answers`: (act, label); `stay`: the label of the one that changes nothing."""

    title: str
    words: str
    answers: tuple[tuple[str, str], ...]
    stay: str

    def to_json(self) -> str:
        """As the script reads it."""
        return json.dumps({"title": self.title, "words": self.words, "answers": self.answers, "stay": self.stay})


def before_finishing(job: Job) -> Question:
    """Before a lesson ends early: it cannot go on after that."""
    assert isinstance(job.request, TrainingRequest)
    name = shown(job.request.subject_name)
    return Question(
        title=say("finish-title", name=name),
        words=say("finish-sure", step=job.step, steps=job.steps),
        answers=(("finish", say("finish")),),
        stay=_stay(job),
    )


def before_cancelling(job: Job, now: float) -> Question | None:
    """Before work is thrown away; None where none is. `now`: unix seconds."""
    match job.request:
        case TrainingRequest(subject_name=name) if job.step > 0:
            finish = (("finish", say("cancel-keep")),) if job.may_be(JobCommand.FINISH) else ()
            return Question(
                title=say("cancel-lesson-title", name=shown(name)),
                words=f"{_given_up(job)} {_taken_up_again(job)}",
                answers=(*finish, ("cancel", say("cancel-lesson"))),
                stay=_stay(job),
            )
        case PictureRequest() if (lost := _seconds_lost(job, now)) >= _ASKS_FROM_SECONDS:
            return Question(
                title=say("cancel-pictures-title"),
                words=say("cancel-pictures-loses", time=words.duration(lost)),
                answers=(("cancel", say("cancel-pictures")),),
                stay=_stay(job),
            )
        case _:
            return None


def given_up(job: Job) -> str:
    """How much a lesson has learned: "42 minutes of learning (300 of 900 steps)"."""
    of = say("steps-of", step=job.step, steps=job.steps)
    seconds = job.learnt_seconds
    return of if seconds is None else say("learning", time=words.duration(seconds), of=of)


def _given_up(job: Job) -> str:
    return say("cancel-gives-up", what=given_up(job))


def _taken_up_again(job: Job) -> str:
    saved = job.saved_step
    if saved == 0:
        return say("cancel-all-lost")
    return say("cancel-some-lost", step=saved) if saved < job.step else say("cancel-none-lost")


def _stay(job: Job) -> str:
    return say("stay-paused") if job.state is JobState.PAUSED else say("stay")


def _seconds_lost(job: Job, now: float) -> float:
    """How long the picture that is being made has been in the works; those that are made are kept."""
    if job.state is not JobState.RUNNING or job.started_at is None or not job.step:
        return 0.0
    assert isinstance(job.request, PictureRequest)
    _, own, _ = job.request.standing(job.step)
    return max(0.0, now - job.started_at) * own / job.step
