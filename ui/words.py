"""Sentences made from rows: how the page names jobs, times and parameters."""

import time
from collections.abc import Mapping

from studio.checks import shown
from studio.hub_requests import HubImportRequest, PublishRequest
from studio.jobs import Job, JobState, Wish
from studio.recipes import Recipe
from studio.requests import ImportRequest, PictureRequest, TrainingRequest

_A_FEW_SECONDS = 45
_WISHES = {
    Wish.CANCEL: "Stopping…",
    Wish.PAUSE: "Pausing…",
    Wish.FINISH: "Finishing with what it has learnt so far…",
}
_LIVELY = {JobState.RUNNING, JobState.PAUSED, JobState.QUEUED, JobState.INTERRUPTED}


def is_live(job: Job) -> bool:
    """Whether the job waits or works: there is more to come from it."""
    return job.state in _LIVELY


def time_left(seconds: float | None) -> str:
    """How long something still takes, as a person says it; empty when nobody knows."""
    if seconds is None:
        return ""
    if seconds < _A_FEW_SECONDS:
        return "less than a minute left"
    return f"about {duration(seconds)} left"


def duration(seconds: float) -> str:
    """A length of time in round words: "1 minute", "25 minutes", "1 hour 10 minutes"."""
    minutes = max(1, round(seconds / 60))
    hours, minutes = divmod(minutes, 60)
    parts = [_counted(hours, "hour")] if hours else []
    parts += [_counted(minutes, "minute")] if minutes or not hours else []
    return " ".join(parts)


def job_title(job: Job) -> str:
    """What the job is about: "Lesson: Dumpling"."""
    match job.request:
        case TrainingRequest(subject_name=name):
            return f"Lesson: {shown(name)}"
        case ImportRequest(subject_name=name):
            return f"LoRA file: {shown(name)}"
        case HubImportRequest(subject_name=name):
            return f"LoRA from the Hub: {shown(name)}"
        case PublishRequest(subject_name=name):
            return f"Publish: {shown(name)}"
        case PictureRequest(amount=amount, told_prompt=prompt):
            return f"{_counted(amount, 'picture')}: “{shown(prompt, 60)}”"


def job_standing(job: Job) -> str:
    """Where the job stands, in one line: its place in the queue, its step and the time left, or how it ended."""
    if job.wish is not None and job.state is JobState.RUNNING:
        return _WISHES[job.wish]
    match job.state:
        case JobState.QUEUED:
            more = f"goes on from step {job.step} of {job.steps}" if job.step else job.message
            more = "the file is here" if job.step and isinstance(job.request, HubImportRequest) else more
            more = f"is kept as it was after {job.step} steps" if job.wish is Wish.FINISH else more
            return f"{_place(job.position)} · {more}" if more else _place(job.position)
        case JobState.INTERRUPTED:
            return f"Was interrupted and goes on by itself. {_place(job.position)}"
        case JobState.PAUSED:
            return f"Paused at step {job.step} of {job.steps}. It goes on when you say so." if job.step else "Paused"
        case JobState.RUNNING:
            return _progress(job)
        case JobState.DONE:
            return _done(job)
        case JobState.CANCELLED:
            return "Cancelled"
        case JobState.FAILED:
            return why_failed(job)


def lesson_standing(job: Job) -> str:
    """Where a lesson stands, with how much it has seen; for a panel of its own."""
    seen = f"{_counted(job.samples_seen, 'look')} at your photos (samples)" if job.samples_seen else ""
    if job.state is JobState.DONE and isinstance(job.request, TrainingRequest) and job.recipe is not None:
        early = f", as it was after {job.step} steps" if job.step < job.recipe.steps else ""
        return f"{job.request.subject_name} is ready{early}. Open Create and ask for a picture."
    standing = job_standing(job)
    return f"{standing} · {seen}" if seen and job.state in (JobState.RUNNING, JobState.PAUSED) else standing


def why_failed(job: Job) -> str:
    """The sentence of a failed job. A defect's own words go to the log; the page says what to do."""
    if job.message:
        return job.message
    return job.error_message or "This did not work, and nobody said why. Try it again."


def done_part(job: Job) -> float:
    """How much of the job is done, 0 to 1; or of what its message says, such as of a download."""
    if job.part is not None:
        return min(1.0, job.part)
    return min(1.0, job.step / job.steps) if job.steps else 0.0


def likenesses(by_name: Mapping[str, float]) -> str:
    """How like its photos each one is: "Dumpling 84 %, Anna 91 %"."""
    return ", ".join(f"{name} {100 * likeness:.0f} %" for name, likeness in by_name.items())


def size(bytes: int) -> str:
    """How much of a disk something takes: "12 MB", "1.4 GB"."""
    if bytes >= 1_000_000_000:
        return f"{bytes / 1_000_000_000:.1f} GB"
    return f"{max(1, round(bytes / 1_000_000))} MB"


def day_and_time(unix_seconds: float | None) -> str:
    """A moment in this computer's time: "2 Mar 2027, 14:05"."""
    if unix_seconds is None:
        return ""
    moment = time.localtime(unix_seconds)
    return f"{moment.tm_mday} {time.strftime('%b %Y, %H:%M', moment)}"


def recipe_in_words(recipe: Recipe) -> str:
    """The numbers of a lesson in one line."""
    return (
        f"{recipe.preset.capitalize()}: {recipe.samples} samples, rank {recipe.rank}, alpha {recipe.alpha:g}, "
        f"learning rate {recipe.learning_rate:g}, batch size {recipe.batch_size or 'automatic'}, seed {recipe.seed}"
    )


def _progress(job: Job) -> str:
    parts = [_step(job) if job.step else job.message or "Starting…"]
    if job.step and job.message:
        parts.append(job.message)
    if left := time_left(job.seconds_left):
        parts.append(left)
    if job.loss is not None:
        parts.append(f"loss {job.loss:.3f}")
    return " · ".join(parts)


def _done(job: Job) -> str:
    if isinstance(job.request, PublishRequest):
        who = "private" if job.request.private else "public"
        return f"on the Hub as {job.request.repository}, {who}"
    told = "" if isinstance(job.request, TrainingRequest) else job.message
    return f"ready · {told}" if told else "ready"


def _step(job: Job) -> str:
    if isinstance(job.request, PictureRequest) and job.request.amount > 1:
        made, step, steps = job.request.standing(job.step)
        return f"Picture {made + 1} of {job.request.amount}, step {step} of {steps}"
    return f"Step {job.step} of {job.steps}"


def _place(position: int | None) -> str:
    if position is None or position == 1:
        return "Next in the queue"
    return f"Number {position} in the queue"


def _counted(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
