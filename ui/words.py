"""Sentences made from rows: how the page names jobs, times and parameters."""

import time
from collections.abc import Mapping, Sequence

from studio.checks import shown
from studio.hub.requests import HubImportRequest, PublishRequest
from studio.jobs.findings import NoLikeness
from studio.jobs.job import ENDED, Job, JobCommand, JobState
from studio.jobs.recipes import Recipe
from studio.jobs.requests import ImportRequest, PictureRequest, TrainingRequest
from studio.words import Listing, Message, say, worded

_A_FEW_SECONDS = 45
_WISHES = {
    JobCommand.CANCEL: "Stopping…",
    JobCommand.PAUSE: "Pausing…",
    JobCommand.FINISH: "Finishing with what it has learnt so far…",
}
_NO_LIKENESS = {
    NoLikeness.BASE_MODEL: "no-likeness-model",
    NoLikeness.PHOTOS: "no-likeness-photos",
    NoLikeness.UNSURE: "no-likeness-unsure",
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
    if job.command is not None and job.state is JobState.RUNNING:
        return _WISHES[job.command]
    match job.state:
        case JobState.QUEUED:
            more = f"goes on from step {job.step} of {job.steps}" if job.step else worded(job.message)
            more = "the file is here" if job.step and isinstance(job.request, HubImportRequest) else more
            more = f"is kept as it was after {job.step} steps" if job.command is JobCommand.FINISH else more
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


def news_of(job: Job, *, is_busy: bool, engine_is_there: bool) -> str:
    """What became of a job since it was asked for, in a sentence; "" once it has ended, which the strip says.

    is_busy: whether any job is worked at; engine_is_there: whether a worker is.
    """
    if job.state in ENDED:
        return ""
    what = _what(job)
    singular = not (isinstance(job.request, PictureRequest) and job.request.amount > 1)
    verb = "is" if singular else "are"
    if job.state is JobState.PAUSED:
        said = f"{what} {verb} paused."
    elif job.state is JobState.RUNNING:
        said = f"{what} {verb} in the works now."
    elif not engine_is_there:
        said = f"{what} {'waits' if singular else 'wait'} for Cuddle's engine."
    elif job.is_cpu_job or (job.position in (None, 1) and not is_busy):
        said = f"{what} {'starts' if singular else 'start'} in a moment."
    elif job.position in (None, 1):
        said = f"{what} {verb} next in the queue."
    else:
        said = f"{what} {verb} number {job.position} in the queue."
    return f"{said} {say('may-close')}"


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
    return say(job.message or job.error_message or Message("job-failed"))


def done_part(job: Job) -> float:
    """How much of the job is done, 0 to 1; or of what its message says, such as of a download."""
    if job.part is not None:
        return min(1.0, job.part)
    return min(1.0, job.step / job.steps) if job.steps else 0.0


def likenesses(by_name: Mapping[str, float]) -> str:
    """How like its photos each one is: "Dumpling 84 %, Anna 91 %"."""
    return ", ".join(f"{name} {100 * likeness:.0f} %" for name, likeness in by_name.items())


def no_likeness(unsaid: Mapping[str, NoLikeness]) -> list[str]:
    """Why nothing is said of how like its photos somebody came out: a sentence for each reason."""
    return [
        say(key, names=Listing(names, most=None))
        for why, key in _NO_LIKENESS.items()
        if (names := [name for name, reason in unsaid.items() if reason is why])
    ]


def there_twice(seen: Sequence[tuple[int, Sequence[str]]], alone: bool) -> list[str]:
    """A sentence for everybody who is in a picture twice. seen: of each picture its number, and who is in it twice;
    alone: whether it is the only one, which then needs no number.
    """
    numbers: dict[str, list[str]] = {}
    for number, names in seen:
        for name in names:
            numbers.setdefault(name, []).append(str(number))
    if alone:
        return [say("twice", name=name) for name in numbers]
    return [
        say("twice-in" if len(which) == 1 else "twice-in-several", name=name, which=Listing(which, most=None))
        for name, which in numbers.items()
    ]


def size(bytes: int) -> str:
    """How much of a disk something takes: "12 MB", "1.4 GB"."""
    if bytes >= 1_000_000_000:
        return f"{bytes / 1_000_000_000:.1f} GB"
    return f"{max(1, round(bytes / 1_000_000))} MB"


def day_and_time(unix_seconds: float) -> str:
    """A moment in this computer's time, which is named: "2 Mar 2027, 14:05 CET"."""
    moment = time.localtime(unix_seconds)
    return f"{moment.tm_mday} {time.strftime('%b %Y, %H:%M %Z', moment)}"


def recipe_in_words(recipe: Recipe) -> str:
    """The numbers of a lesson in one line."""
    return (
        f"{recipe.preset.capitalize()}: {recipe.samples} samples, rank {recipe.rank}, alpha {recipe.alpha:g}, "
        f"learning rate {recipe.learning_rate:g}, batch size {recipe.batch_size or 'automatic'}, seed {recipe.seed}"
    )


def _progress(job: Job) -> str:
    parts = [_step(job) if job.step else worded(job.message) or "Starting…"]
    if job.step and job.message:
        parts.append(worded(job.message))
    if left := time_left(job.seconds_left):
        parts.append(left)
    if job.loss is not None:
        parts.append(f"loss {job.loss:.3f}")
    return " · ".join(parts)


def _done(job: Job) -> str:
    if isinstance(job.request, PublishRequest):
        who = "private" if job.request.private else "public"
        return f"on the Hub as {job.request.repository}, {who}"
    told = "" if isinstance(job.request, TrainingRequest) else worded(job.message)
    ended = "made" if isinstance(job.request, PictureRequest) else "ready"
    return f"{ended} · {told}" if told else ended


def _step(job: Job) -> str:
    if isinstance(job.request, PictureRequest) and job.request.amount > 1:
        made, step, steps = job.request.standing(job.step)
        return f"Picture {made + 1} of {job.request.amount}, step {step} of {steps}"
    return f"Step {job.step} of {job.steps}"


def _what(job: Job) -> str:
    match job.request:
        case TrainingRequest(subject_name=name):
            return f"The lesson for {shown(name)}"
        case ImportRequest(subject_name=name) | HubImportRequest(subject_name=name):
            return f"The LoRA of {shown(name)}"
        case PublishRequest(repository=place):
            return f"Publishing {shown(place)}"
        case PictureRequest(amount=amount):
            return "Your picture" if amount == 1 else f"Your {amount} pictures"


def _place(position: int | None) -> str:
    if position is None or position == 1:
        return "Next in the queue"
    return f"Number {position} in the queue"


def _counted(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
