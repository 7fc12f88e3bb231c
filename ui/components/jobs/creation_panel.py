"""The pictures being made: step count and an early preview with the names of those in it, or why there is none."""

from collections.abc import Collection, Sequence

from studio.jobs.findings import NoLikeness
from studio.jobs.job import Job, JobState
from studio.jobs.requests import PictureRequest
from studio.words import Listing, say
from ui import words
from ui.components.markup import bar, picture, text
from ui.served_files import ServedFiles
from ui.snapshot import Snapshot


def creation_html(snapshot: Snapshot, served: ServedFiles) -> str:
    """The panel as HTML; empty when the last pictures are done and shown, and there is nothing to say of them."""
    job = snapshot.creation
    if job is None:
        return f'<section class="panel empty-panel"><p>{text(say("no-creation-yet"))}</p></section>'
    likenesses = _likenesses(job, snapshot.kept_pictures) if job.state is JobState.DONE else ""
    if job.state is JobState.CANCELLED or (job.state is JobState.DONE and not job.message and not likenesses):
        return ""
    title = words.job_title(job)
    if job.state is JobState.FAILED:
        return (
            f'<section class="panel" data-state="failed"><p class="job-title">{text(title)}</p>'
            f'<p class="problem" role="alert">{text(words.why_failed(job))}</p></section>'
        )
    url = served.url_of(job.preview_file) if job.state is JobState.RUNNING else ""
    preview = _preview(job, url) if url else ""
    running = bar(words.done_part(job), title) if job.state is JobState.RUNNING else ""
    return (
        f'<section class="panel" data-state="{job.state.value}"><p class="job-title">{text(title)}</p>'
        f'<p class="job-standing">{text(words.job_standing(job))}</p>{running}{preview}{likenesses}</section>'
    )


def _likenesses(job: Job, kept: Collection[str]) -> str:
    """What the numbers at the pictures that are there mean (ui/components/pictures/results.py) or why there are none,
    and who is in one of them twice; or "".
    """
    pictures = job.pictures
    there = [(number, one) for number, one in enumerate(pictures, 1) if one in kept]
    unsaid: dict[str, NoLikeness] = {}
    for _, one in there:
        unsaid |= job.unsaid_likenesses(one)
    alone = len(pictures) == 1
    twice = words.there_twice([(number, job.twice_in(one)) for number, one in there], alone)
    why = "".join(f'<p class="hint">{text(line)}</p>' for line in [*words.no_likeness(unsaid), *twice])
    known = any(job.likenesses(one) for _, one in there)
    return f'<p class="hint">{text(say("likeness-help"))}</p>{why}' if known else why


def _preview(job: Job, url: str) -> str:
    """The preview; once it is known who will be where, with their names at their places."""
    image = picture(url, say("preview-alt"), "preview")
    placed = job.regions
    if not placed or not isinstance(job.request, PictureRequest):
        return image
    number, _, _ = job.request.standing(job.step)
    one = job.request.one(number)
    regions = "".join(_seat(where.subject, where.region) for where in placed if where.region)
    nowhere = [where.subject for where in placed if not where.region]
    more = f" {say('no-seat', names=Listing(nowhere, most=None))}" if nowhere else ""
    return (
        f'<div class="seated" style="aspect-ratio:{one.width}/{one.height};--shape:{one.width / one.height:.3f}">'
        f'{image}{regions}</div><p class="hint">{text(say("seated-help") + more)}</p>'
    )


def _seat(name: str, region: Sequence[float]) -> str:
    left, top, right, bottom = (100 * side for side in region)
    place = f"left:{left:.1f}%;top:{top:.1f}%;width:{right - left:.1f}%;height:{bottom - top:.1f}%"
    return f'<span class="seat" style="{place}"><span class="seat-name">{text(name)}</span></span>'
