"""The lesson worth watching: how far it is, its loss, and what it can draw so far beside the photos."""

from studio.jobs import Job, JobState, Wish
from studio.requests import TrainingRequest
from ui import texts, words
from ui.components.loss_chart import loss_chart
from ui.components.markup import act_button, bar, text
from ui.components.sample_rows import samples_html
from ui.handouts import Handouts
from ui.snapshot import Snapshot


def lesson_html(snapshot: Snapshot, handouts: Handouts) -> str:
    """The panel as HTML."""
    job = snapshot.lesson
    if job is None or not isinstance(job.request, TrainingRequest):
        return f'<section class="panel empty-panel"><p>{text(texts.NO_LESSON_YET)}</p></section>'
    request = job.request
    title = f"Lesson: {request.subject_name}"
    in_progress = job.state in (JobState.RUNNING, JobState.PAUSED)
    running = bar(words.done_part(job), title) if in_progress else ""
    samples = samples_html(snapshot.checkpoints, request.photo_files, handouts)
    label = f'<p class="panel-label">{text(texts.DRAWS_SO_FAR)}</p><p class="hint">{text(texts.DRAWS_HELP)}</p>'
    drawn = label + samples if samples else ""
    return (
        f'<section class="panel" aria-label="Lesson" data-state="{job.state.value}">'
        f"<h3>{text(request.subject_name)} <small>{text(request.kind)}</small></h3>"
        f'<p class="job-standing">{text(words.lesson_standing(job))}</p>{running}{_buttons(job, request, title)}'
        f"{loss_chart(snapshot.losses, request.recipe.steps)}{drawn}"
        f'<p class="hint">{text(words.recipe_in_words(request.recipe))}</p></section>'
    )


def _buttons(job: Job, request: TrainingRequest, title: str) -> str:
    buttons = ""
    if job.state is JobState.PAUSED or job.wish is Wish.PAUSE:
        buttons += act_button("resume", job.id, texts.RESUME, title)
    elif job.state is JobState.RUNNING and job.may_be(Wish.PAUSE):
        buttons += act_button("pause", job.id, texts.PAUSE, title)
    if job.may_be(Wish.FINISH):
        sure = texts.FINISH_SURE.format(name=request.subject_name, step=job.step)
        buttons += act_button("finish", job.id, texts.FINISH, title, sure)
    return f'<div class="lesson-buttons">{buttons}</div>' if buttons else ""
