"""Sentences made from rows: how the page names jobs, times and parameters."""

import math
import re
import time
from collections.abc import Mapping, Sequence

from studio.checks import shown
from studio.hub.requests import HubImportRequest, PublishRequest
from studio.jobs.explanations import ExplanationRequest
from studio.jobs.findings import NoLikeness
from studio.jobs.job import ENDED, Job, JobCommand, JobState
from studio.jobs.recipes import PRESETS, Recipe
from studio.jobs.requests import ImportRequest, PictureRequest, TrainingRequest
from studio.words import AS_WRITTEN, Listing, Message, in_english, say, worded

_A_FEW_SECONDS = 45
_KINDS_BETWEEN = re.compile(r"\s*[,，、،]\s*")
_COMMANDS = {
    JobCommand.CANCEL: "standing-cancel",
    JobCommand.PAUSE: "standing-pause",
    JobCommand.FINISH: "standing-finish",
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
        return say("time-left-little")
    return say("time-left", time=duration(seconds))


def duration(seconds: float) -> str:
    """A length of time in round words: "1 minute", "25 minutes", "1 hour 10 minutes"."""
    minutes = max(1, round(seconds / 60))
    hours, minutes = divmod(minutes, 60)
    if not hours:
        return say("duration-minutes", minutes=minutes)
    return say("duration-hours-and-minutes" if minutes else "duration-hours", hours=hours, minutes=minutes)


def job_title(job: Job) -> str:
    """What the job is about: "Lesson: Dumpling"."""
    match job.request:
        case TrainingRequest(subject_name=name):
            return say("title-lesson", name=shown(name))
        case ImportRequest(subject_name=name):
            return say("title-import", name=shown(name))
        case HubImportRequest(subject_name=name):
            return say("title-hub-import", name=shown(name))
        case PublishRequest(subject_name=name):
            return say("title-publish", name=shown(name))
        case PictureRequest(amount=amount, told_prompt=prompt):
            return say("title-pictures", count=amount, prompt=shown(prompt, 60))
        case ExplanationRequest(topic=topic):
            return say("title-explanation", topic=Message(f"how-{topic}"))


def job_name(job: Job) -> str:
    """The job in the fewest words: whose lesson it is, or what is made."""
    match job.request:
        case PictureRequest(amount=amount):
            return say("pill-pictures", count=amount)
        case ExplanationRequest():
            return say("how-it-works")
        case request:
            return shown(request.subject_name, 24)


def job_standing(job: Job) -> str:
    """Where the job stands, in one line: its place in the queue, its step and the time left, or how it ended."""
    if job.command is not None and job.state is JobState.RUNNING:
        return say(_COMMANDS[job.command])
    match job.state:
        case JobState.QUEUED:
            more = say("standing-goes-on", step=job.step, steps=job.steps) if job.step else worded(job.message)
            more = say("standing-file-is-here") if job.step and isinstance(job.request, HubImportRequest) else more
            more = say("standing-is-kept", step=job.step) if job.command is JobCommand.FINISH else more
            return f"{_place(job.position)} · {more}" if more else _place(job.position)
        case JobState.INTERRUPTED:
            return f"{say('standing-interrupted')} {_place(job.position)}"
        case JobState.PAUSED:
            is_begun = job.step > 0
            return say("standing-paused-at", step=job.step, steps=job.steps) if is_begun else say("standing-paused")
        case JobState.RUNNING:
            return _progress(job)
        case JobState.DONE:
            return _done(job)
        case JobState.CANCELLED:
            return say("standing-cancelled")
        case JobState.FAILED:
            return why_failed(job)


def news_of(job: Job, *, is_busy: bool, engine_is_there: bool) -> str:
    """What became of a job since it was asked for, in a sentence; "" once it has ended, which the strip says.

    is_busy: whether any job is worked at; engine_is_there: whether a worker is.
    """
    if job.state in ENDED:
        return ""
    what = _what(job)
    count = job.request.amount if isinstance(job.request, PictureRequest) else 1
    if job.state is JobState.PAUSED:
        said = say("news-paused", what=what, count=count)
    elif job.state is JobState.RUNNING:
        said = say("news-running", what=what, count=count)
    elif not engine_is_there:
        said = say("news-no-engine", what=what, count=count)
    elif job.is_cpu_job or (job.position in (None, 1) and not is_busy):
        said = say("news-at-once", what=what, count=count)
    elif job.position is None or job.position == 1:
        said = say("news-next", what=what, count=count)
    else:
        said = say("news-number", what=what, count=count, position=job.position)
    return f"{said} {say('may-close')}"


def lesson_standing(job: Job) -> str:
    """Where a lesson stands, with how much it has seen; for a panel of its own."""
    seen = say("samples-seen", count=job.samples_seen) if job.samples_seen else ""
    if job.state is JobState.DONE and isinstance(job.request, TrainingRequest) and job.recipe is not None:
        key = "lesson-ready-early" if job.step < job.recipe.steps else "lesson-ready"
        return say(key, name=job.request.subject_name, step=job.step)
    standing = job_standing(job)
    return f"{standing} · {seen}" if seen and job.state in (JobState.RUNNING, JobState.PAUSED) else standing


def lesson_in_short(job: Job) -> str:
    """How a lesson stands, for somebody who only wants to know when she can make pictures."""
    if job.state is JobState.RUNNING and job.command is None and job.seconds_left is not None:
        little = job.seconds_left < _A_FEW_SECONDS
        return say("story-left-little") if little else say("story-left", time=duration(job.seconds_left))
    return lesson_standing(job)


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
    each = [Message("likeness", name=name, percent=round(100 * likeness)) for name, likeness in by_name.items()]
    return worded(Listing(each, most=None, style="comma"))


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


def kind_choices() -> list[tuple[str, str]]:
    """The kinds that are offered: each as the page says it, and the English noun that the models read."""
    here, english = (_KINDS_BETWEEN.split(kinds) for kinds in (say("kinds"), in_english(Message("kinds"))))
    return list(zip(here, english, strict=True))


def kind_word(kind: str) -> str:
    """A subject's kind as the page says it; as it is where it is none of those that are offered."""
    return next((word for word, noun in kind_choices() if noun == kind), kind)


def number(value: float) -> str:
    """A number by itself, to three places: "7.5", or "7,5"."""
    return say(AS_WRITTEN, text=round(value, 3))


def size(bytes: int) -> str:
    """How much of a disk something takes: "0 kB", "340 kB", "12 MB", "1.4 GB"."""
    if bytes >= 1_000_000_000:
        return say("amount-gigabytes", number=round(bytes / 1_000_000_000, 1))
    if bytes >= 1_000_000:
        return say("amount-megabytes", number=f"{bytes / 1_000_000:.0f}")
    return say("amount-kilobytes", number=f"{math.ceil(bytes / 1_000)}")


def day_and_time(unix_seconds: float) -> str:
    """A moment in this computer's time, which is named: "2 Mar 2027, 14:05 CET"."""
    moment = time.localtime(unix_seconds)
    return say(
        "day-and-time", day=moment.tm_mday, month=moment.tm_mon, year=moment.tm_year,
        time=time.strftime("%H:%M", moment), zone=time.strftime("%Z", moment),
    )  # fmt: skip


def recipe_in_words(recipe: Recipe) -> str:
    """The numbers of a lesson in one line."""
    return say(
        "recipe-in-words", preset=Message(PRESETS[recipe.preset].title), samples=recipe.samples, rank=recipe.rank,
        alpha=recipe.alpha, learning_rate=recipe.learning_rate,
        batch_size=str(recipe.batch_size) if recipe.batch_size else Message("batch-size-automatic"),
        seed=str(recipe.seed),
    )  # fmt: skip


def _progress(job: Job) -> str:
    parts = [_step(job) if job.step else worded(job.message) or say("standing-starting")]
    if job.step and job.message:
        parts.append(worded(job.message))
    if left := time_left(job.seconds_left):
        parts.append(left)
    if job.loss is not None:
        parts.append(say("standing-loss", loss=round(job.loss, 3)))
    return " · ".join(parts)


def _done(job: Job) -> str:
    if isinstance(job.request, PublishRequest):
        who = "private" if job.request.private else "public"
        return say("standing-published", repository=job.request.repository, who=who)
    told = "" if isinstance(job.request, TrainingRequest) else worded(job.message)
    is_made = isinstance(job.request, PictureRequest | ExplanationRequest)
    ended = say("standing-made" if is_made else "standing-ready")
    return f"{ended} · {told}" if told else ended


def _step(job: Job) -> str:
    if isinstance(job.request, PictureRequest) and job.request.amount > 1:
        made, step, steps = job.request.standing(job.step)
        return say("standing-picture-step", number=made + 1, count=job.request.amount, step=step, steps=steps)
    return say("standing-step", step=job.step, steps=job.steps)


def _what(job: Job) -> Message:
    match job.request:
        case TrainingRequest(subject_name=name):
            return Message("news-lesson", name=shown(name))
        case ImportRequest(subject_name=name) | HubImportRequest(subject_name=name):
            return Message("news-import", name=shown(name))
        case PublishRequest(repository=place):
            return Message("news-publish", place=shown(place))
        case PictureRequest(amount=amount):
            return Message("news-pictures", count=amount)
        case ExplanationRequest(topic=topic):
            return Message("title-explanation", topic=Message(f"how-{topic}"))


def _place(position: int | None) -> str:
    if position is None or position == 1:
        return say("place-next")
    return say("place-number", position=position)
