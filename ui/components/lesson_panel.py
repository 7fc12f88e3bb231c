"""The lesson worth watching: how far it is, its loss, and what it can draw so far."""

from studio.jobs import JobState
from studio.requests import TrainingRequest
from ui import texts, words
from ui.components.loss_chart import loss_chart
from ui.components.markup import bar, picture, text
from ui.handouts import Handouts
from ui.snapshot import Snapshot


def lesson_html(snapshot: Snapshot, handouts: Handouts) -> str:
    """The panel as HTML."""
    job = snapshot.lesson
    if job is None or not isinstance(job.request, TrainingRequest):
        return f'<section class="panel empty-panel"><p>{text(texts.NO_LESSON_YET)}</p></section>'
    request = job.request
    standing = words.job_standing(job)
    if job.state is JobState.DONE:
        standing = f"{request.subject_name} is ready. Open Create and ask for a picture."
    running = bar(words.done_part(job), f"Lesson: {request.subject_name}") if job.state is JobState.RUNNING else ""
    urls = [url for url in (handouts.url_of(file, longest_side=256) for file in snapshot.samples) if url]
    samples = "".join(picture(url, f"Sample {number} of the lesson") for number, url in enumerate(urls, start=1))
    drawn = f'<p class="panel-label">What it draws so far</p><div class="samples">{samples}</div>' if samples else ""
    return (
        f'<section class="panel" aria-label="Lesson" data-state="{job.state.value}">'
        f"<h3>{text(request.subject_name)} <small>{text(request.kind)}</small></h3>"
        f'<p class="job-standing">{text(standing)}</p>{running}'
        f"{loss_chart(snapshot.losses, job.steps)}{drawn}"
        f'<p class="hint">{text(words.recipe_in_words(request.recipe))}</p></section>'
    )
