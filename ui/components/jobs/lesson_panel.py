"""The lesson worth watching: how far it is, its loss, and what it can draw so far beside the photos."""

from studio.jobs.job import Job, JobCommand, JobState
from studio.jobs.requests import TrainingRequest
from studio.words import say
from ui import words
from ui.components.jobs.loss_chart import loss_chart
from ui.components.jobs.questions import before_finishing
from ui.components.jobs.sample_rows import samples_html
from ui.components.markup import act_button, bar, text
from ui.served_files import ServedFiles
from ui.snapshot import Lesson, Snapshot


def lesson_html(snapshot: Snapshot, served: ServedFiles) -> str:
    """The panels of all lessons worth watching as HTML; one unless several run at once."""
    panels = [_panel(lesson, served) for lesson in snapshot.lessons]
    return "".join(panels) or f'<section class="panel empty-panel"><p>{text(say("no-lesson-yet"))}</p></section>'


def _panel(lesson: Lesson, served: ServedFiles) -> str:
    job, request = lesson.job, lesson.job.request
    assert isinstance(request, TrainingRequest)
    title = say("title-lesson", name=request.subject_name)
    in_progress = job.state in (JobState.RUNNING, JobState.PAUSED)
    running = bar(words.done_part(job), title) if in_progress else ""
    return (
        f'<section class="panel" aria-label="{text(title)}" data-state="{job.state.value}">'
        f"<h3>{text(request.subject_name)} <small>{text(request.kind)}</small></h3>"
        f'<p class="job-standing">{text(words.lesson_standing(job))}</p>{running}{_buttons(job, title)}'
        f"{_drawn(lesson, request, served)}{loss_chart(lesson.losses, job.steps)}"
        f'<p class="hint">{text(words.recipe_in_words(job.recipe or request.recipe))}</p></section>'
    )


def _drawn(lesson: Lesson, request: TrainingRequest, served: ServedFiles) -> str:
    samples = samples_html(lesson.checkpoints, request.photo_files, request.held_out_files, served)
    if not samples:
        return ""
    done = lesson.job.state is JobState.DONE
    label = say("drew") if done else say("draws-so-far")
    hint = say("drew-help", name=request.subject_name) if done else say("draws-help")
    return f'<p class="panel-label">{text(label)}</p><p class="hint">{text(hint)}</p>{samples}'


def _buttons(job: Job, title: str) -> str:
    buttons = ""
    if job.state is JobState.PAUSED or job.command is JobCommand.PAUSE:
        buttons += act_button("resume", job.id, say("resume"), title)
    elif job.state is JobState.RUNNING and job.may_be(JobCommand.PAUSE):
        buttons += act_button("pause", job.id, say("pause"), title)
    if job.may_be(JobCommand.FINISH):
        buttons += act_button("finish", job.id, say("finish"), title, before_finishing(job).to_json())
    return f'<div class="lesson-buttons">{buttons}</div>' if buttons else ""
