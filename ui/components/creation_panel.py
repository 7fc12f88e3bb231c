"""The pictures being made: step count and an early preview with the names of those in it, or why there is none."""

from collections.abc import Mapping, Sequence
from typing import Any

from studio.jobs import Job, JobState
from studio.requests import PictureRequest
from ui import texts, words
from ui.components.markup import bar, picture, text
from ui.handouts import Handouts
from ui.snapshot import Snapshot


def creation_html(snapshot: Snapshot, handouts: Handouts) -> str:
    """The panel as HTML; empty when the last pictures are done and shown, and there is nothing to say of them."""
    job = snapshot.creation
    if job is None:
        return f'<section class="panel empty-panel"><p>{text(texts.NO_CREATION_YET)}</p></section>'
    likenesses = _likenesses(job) if job.state is JobState.DONE else ""
    if job.state is JobState.CANCELLED or (job.state is JobState.DONE and not job.message and not likenesses):
        return ""
    title = words.job_title(job)
    if job.state is JobState.FAILED:
        return (
            f'<section class="panel" data-state="failed"><p class="job-title">{text(title)}</p>'
            f'<p class="problem" role="alert">{text(words.why_failed(job))}</p></section>'
        )
    url = handouts.url_of(job.preview_file) if job.state is JobState.RUNNING else ""
    preview = _preview(job, url) if url else ""
    running = bar(words.done_part(job), title) if job.state is JobState.RUNNING else ""
    return (
        f'<section class="panel" data-state="{job.state.value}"><p class="job-title">{text(title)}</p>'
        f'<p class="job-standing">{text(words.job_standing(job))}</p>{running}{preview}{likenesses}</section>'
    )


def _likenesses(job: Job) -> str:
    """How like its photos everybody is, picture by picture, and what the numbers mean; "" where nothing is known."""
    pictures: Sequence[str] = (job.result or {}).get("pictures", [])
    known = [(number, found) for number, one in enumerate(pictures, 1) if (found := job.likenesses(one))]
    if not known:
        return ""
    alone = len(pictures) == 1
    lines = [("" if alone else f"Picture {number}: ") + words.likenesses(by_name) for number, by_name in known]
    rows = "".join(f"<li>{text(line)}</li>" for line in lines)
    return f'<ul class="likenesses">{rows}</ul><p class="hint">{text(texts.LIKENESS_HELP)}</p>'


def _preview(job: Job, url: str) -> str:
    """The preview; once it is known who will be where, with their names at their places."""
    image = picture(url, "Early preview", "preview")
    seating: Sequence[Mapping[str, Any]] = (job.result or {}).get("seating", [])
    if not seating or not isinstance(job.request, PictureRequest):
        return image
    number, _, _ = job.request.standing(job.step)
    one = job.request.one(number)
    seats = "".join(_seat(row["subject"], row["seat"]) for row in seating if row["seat"])
    nowhere = [row["subject"] for row in seating if not row["seat"]]
    more = f" {texts.NO_SEAT.format(names=' and '.join(nowhere))}" if nowhere else ""
    return (
        f'<div class="seated" style="aspect-ratio:{one.width}/{one.height};--shape:{one.width / one.height:.3f}">'
        f'{image}{seats}</div><p class="hint">{text(texts.SEATED_HELP + more)}</p>'
    )


def _seat(name: str, seat: Sequence[float]) -> str:
    left, top, right, bottom = (100 * side for side in seat)
    place = f"left:{left:.1f}%;top:{top:.1f}%;width:{right - left:.1f}%;height:{bottom - top:.1f}%"
    return f'<span class="seat" style="{place}"><span class="seat-name">{text(name)}</span></span>'
