"""The pictures being made: step count and an early preview, or why there is none."""

from studio.jobs import JobState
from ui import texts, words
from ui.components.markup import bar, picture, text
from ui.handouts import Handouts
from ui.snapshot import Snapshot


def creation_html(snapshot: Snapshot, handouts: Handouts) -> str:
    """The panel as HTML; empty when the last pictures are done and shown, and there is nothing to say of them."""
    job = snapshot.creation
    if job is None:
        return f'<section class="panel empty-panel"><p>{text(texts.NO_CREATION_YET)}</p></section>'
    if job.state is JobState.CANCELLED or (job.state is JobState.DONE and not job.message):
        return ""
    title = words.job_title(job)
    if job.state is JobState.FAILED:
        return (
            f'<section class="panel" data-state="failed"><p class="job-title">{text(title)}</p>'
            f'<p class="problem" role="alert">{text(words.why_failed(job))}</p></section>'
        )
    url = handouts.url_of(job.preview_file) if job.state is JobState.RUNNING else ""
    preview = picture(url, "Early preview", "preview") if url else ""
    running = bar(words.done_part(job), title) if job.state is JobState.RUNNING else ""
    return (
        f'<section class="panel" data-state="{job.state.value}"><p class="job-title">{text(title)}</p>'
        f'<p class="job-standing">{text(words.job_standing(job))}</p>{running}{preview}</section>'
    )
