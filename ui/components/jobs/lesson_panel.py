"""The lesson worth watching as a story: a photo, the newest drawing beside it, and how long it still takes."""

import gradio as gr

from studio.jobs.job import Job, JobCommand, JobState
from studio.jobs.requests import TrainingRequest
from studio.words import in_english, say
from ui import words
from ui.components.jobs.loss_chart import loss_chart
from ui.components.jobs.questions import before_finishing
from ui.components.jobs.sample_rows import samples_html
from ui.components.making.examples import ideas_for
from ui.components.markup import act_button, bar, picture, text
from ui.components.scripts import script
from ui.served_files import ServedFiles
from ui.snapshot import Lesson, Snapshot

_IDEAS = 3  # one row of a wide page, and no more than a thumb passes over


def lesson_stories() -> gr.HTML:
    """The component. Its event `idea` brings {"subject": its name, "key": of the idea} when an idea is pressed."""
    return gr.HTML("", elem_id="lesson", js_on_load=script("subjects/lesson_ideas"), apply_default_css=False)


def lesson_html(snapshot: Snapshot, served: ServedFiles) -> str:
    """The stories of all lessons worth watching as HTML; "" where there is none.

    One that is done is told until there is a picture that was made after it: from then on its subject's card tells it.
    """
    return "".join(_story(lesson, snapshot, served) for lesson in snapshot.lessons if not _is_old(lesson.job, snapshot))


def _is_old(job: Job, snapshot: Snapshot) -> bool:
    ended = job.ended_at or 0
    return job.state is JobState.DONE and any(picture.created_at > ended for picture in snapshot.fresh_pictures)


def _story(lesson: Lesson, snapshot: Snapshot, served: ServedFiles) -> str:
    job, request = lesson.job, lesson.job.request
    assert isinstance(request, TrainingRequest)
    title = say("title-lesson", name=request.subject_name)
    in_progress = job.state in (JobState.RUNNING, JobState.PAUSED)
    running = bar(words.done_part(job), title) if in_progress else ""
    ready = _first_picture(job, request, snapshot) if job.state is JobState.DONE else ""
    return (
        f'<section class="panel story" aria-label="{text(title)}" data-state="{job.state.value}">'
        f"<h3>{text(request.subject_name)} <small>{text(request.kind)}</small></h3>"
        f"{_photo_and_drawing(lesson, request, served)}"
        f'<p class="story-standing">{text(words.lesson_in_short(job))}</p>{running}{ready}{_buttons(job, title)}'
        f"{_details(lesson, request, served)}</section>"
    )


def _first_picture(job: Job, request: TrainingRequest, snapshot: Snapshot) -> str:
    """What the story ends in: Make, and ideas for a sentence with the subject in it, each of which fills Make."""
    button = f'<a class="big-button" href="#make">{text(say("make-first"))}</a>'
    taught = next((one for one in snapshot.subjects if one.job_id == job.id and one.state == "ready"), None)
    if taught is None:
        return button
    chips = "".join(
        f'<button type="button" class="chip idea" data-idea="{text(idea.key)}" data-subject="{text(taught.name)}" '
        f'title="{text(in_english(idea.sentence))}">{text(say(idea.sentence))}</button>'
        for idea in ideas_for(taught.family, [(taught, request.recipe.subject_type)], _IDEAS)
    )
    label = text(say("first-ideas"))
    return (
        f'{button}<p class="panel-label">{label}</p><div class="chips" role="group" aria-label="{label}">{chips}</div>'
    )


def _photo_and_drawing(lesson: Lesson, request: TrainingRequest, served: ServedFiles) -> str:
    """A photo, and the newest drawing beside it; the photo alone before there is one."""
    drawn = [checkpoint.sample_files[0] for checkpoint in lesson.checkpoints if checkpoint.sample_files]
    shown = [(request.photo_files[0], say("story-photo", name=request.subject_name))]
    if drawn:
        shown.append((drawn[-1], say("story-drawing", name=request.subject_name)))
    figures = [
        f"<figure>{picture(url, caption)}<figcaption>{text(caption)}</figcaption></figure>"
        for file, caption in shown
        if (url := served.url_of(file, longest_side=384))
    ]
    return f'<div class="story-pictures">{"".join(figures)}</div>' if figures else ""


def _details(lesson: Lesson, request: TrainingRequest, served: ServedFiles) -> str:
    """Everything technical, shut until somebody wants it (ui/assets/page/folds.js keeps it open then)."""
    job = lesson.job
    return (
        f'<details class="fold" data-fold="lesson-{text(job.id)}"><summary>{text(say("details"))}</summary>'
        f'<p class="job-standing">{text(words.lesson_standing(job))}</p>'
        f"{_drawn(lesson, request, served)}{loss_chart(lesson.losses, job.steps)}"
        f'<p class="hint">{text(words.recipe_in_words(job.recipe or request.recipe))}</p></details>'
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
