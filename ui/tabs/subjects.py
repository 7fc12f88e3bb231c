"""Everyone taught so far, as Home shows them: one of them in detail, LoRA files out and in."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import gradio as gr

from studio.errors import NotFound, StudioError
from studio.jobs.job import ENDED, Job, JobState
from studio.jobs.queue import JobQueue
from studio.jobs.requests import TrainingRequest
from studio.studio import Studio
from studio.subjects.subject import Subject
from studio.words import say, worded
from ui.components.confirm import DeleteButton, delete_button
from ui.components.jobs.news import JobNews, job_news
from ui.components.jobs.questions import given_up
from ui.components.jobs.sample_rows import earlier_html
from ui.components.markup import good_news, plain, problem, problem_line, text
from ui.components.people.guest_use import guest_use_shown, guest_use_switch, wire_guest_use
from ui.components.scripts import script
from ui.components.subjects.cards import subject_cards, subject_cards_html, subject_details_html
from ui.components.subjects.publish_panel import PublishPanel, closed, is_offered, publish_panel, wire_publish_panel
from ui.errors import explained
from ui.forms import wire
from ui.live import LivePart
from ui.people import asking
from ui.served_files import ServedFiles
from ui.snapshot import Snapshot
from ui.words import kind_choices

_FORMATS = {"kohya": "kohya-button", "diffusers": "diffusers-button"}


@dataclass(frozen=True, kw_only=True, slots=True)
class SubjectPanel:
    """The widgets about one chosen subject; `name` is whose, `awaited` too while the subject is not ready."""

    name: gr.State
    awaited: gr.State
    group: gr.Column
    title: gr.Markdown
    facts: gr.HTML
    downloads: dict[str, gr.DownloadButton]
    again: gr.Button
    earlier: gr.HTML
    publish: PublishPanel
    guest_use: gr.Checkbox
    delete: DeleteButton
    said: gr.HTML
    news: JobNews

    @property
    def parts(self) -> list[Any]:
        """What `_shown` updates."""
        return [
            self.name, self.awaited, self.group, self.title, self.facts, *self.downloads.values(), self.again,
            self.earlier, *self.publish.parts, self.guest_use, *self.delete.parts, self.delete.words, self.said,
            *self.news.parts,
        ]  # fmt: skip


def build_subjects(studio: Studio, served: ServedFiles) -> list[LivePart]:
    """Lay this part out and wire it. Gives what follows the rows."""
    gr.HTML(f"<h3>{text(say('your-subjects'))}</h3>", elem_id="faces-title", apply_default_css=False)
    cards = subject_cards("subjects")
    panel = _lay_out_panel(studio)

    @explained
    def choose(event: gr.EventData) -> list[Any]:
        name = wire.an_id("field-name", wire.event_value(event._data, "name"))
        return _shown(studio.subjects.get(asking(), name), studio, served)

    cards.choose(choose, outputs=panel.parts, api_visibility="private")
    _wire_panel(panel, studio, served)
    shown = LivePart(component=cards, content=lambda snapshot: subject_cards_html(snapshot, served))
    return [shown, panel.news.live, *_live_panel(panel, studio, served)]


def _lay_out_panel(studio: Studio) -> SubjectPanel:
    name, awaited = gr.State(None), gr.State(None)
    with gr.Column(visible=False, elem_id="subject-panel") as group:
        title = gr.Markdown("")
        said = problem_line("subject-said")
        news = job_news("subject-news", studio)
        earlier = gr.HTML(
            "", elem_id="earlier", js_on_load=script("subjects/earlier"),
            apply_default_css=False,
        )  # fmt: skip
        with gr.Row():
            downloads = {
                format: gr.DownloadButton(say(label), size="sm", min_width=150, elem_id=f"lora-{format}")
                for format, label in _FORMATS.items()
            }
            again = gr.Button(say("lesson-again"), size="sm", min_width=150, visible=False, elem_id="lesson-again")
            opener = gr.Button(say("publish-open"), size="sm", min_width=150, visible=False, elem_id="publish-open")
        publish = publish_panel(opener)
        guest_use = guest_use_switch()
        facts = gr.HTML("", apply_default_css=False)
        delete = delete_button("delete-subject", "")
    return SubjectPanel(
        name=name, awaited=awaited, group=group, title=title, facts=facts, downloads=downloads, again=again,
        earlier=earlier, publish=publish, guest_use=guest_use, delete=delete, said=said, news=news,
    )  # fmt: skip


def _shown(subject: Subject, studio: Studio, served: ServedFiles) -> list[Any]:
    """Updates that make the panel show this subject."""
    return [
        subject.name,
        None if subject.state == "ready" else subject.name,
        gr.Column(visible=True),
        f"### {plain(subject.name)}",
        subject_details_html(subject),
        *(_download(_copy_of(subject, format, studio, served)) for format in _FORMATS),
        gr.Button(visible=_can_try_again(subject, studio.queue)),
        _earlier(subject, studio, served),
        *closed(is_offered(asking(), subject)),
        guest_use_shown(studio, asking(), subject),
        *DeleteButton.reset(),
        _delete_words(subject, studio.queue),
        "",
        *JobNews.nothing(),
    ]


def _live_panel(panel: SubjectPanel, studio: Studio, served: ServedFiles) -> list[LivePart]:
    """What keeps the panel true while the subject's lesson ends, another tab changes it, or deletes it."""

    def part(
        component: Any, content: Callable[[Subject], Any], update: Callable[[Any], Any] = lambda content: content
    ) -> LivePart:
        def of_chosen(snapshot: Snapshot, name: str | None) -> Any:
            subject = next((one for one in snapshot.subjects if one.name == name), None)
            return None if subject is None else content(subject)

        return LivePart(
            component=component, content=of_chosen, chosen=panel.name,
            update=lambda content: gr.skip() if content is None else update(content),
        )  # fmt: skip

    def is_gone(snapshot: Snapshot, name: str | None) -> bool:
        return name is not None and all(subject.name != name for subject in snapshot.subjects)

    def became_ready(snapshot: Snapshot, awaited: str | None) -> bool:
        return any(subject.name == awaited and is_offered(asking(), subject) for subject in snapshot.subjects)

    def downloads(format: str) -> LivePart:
        copy: Callable[[Subject], Any] = lambda subject: [_copy_of(subject, format, studio, served)]  # noqa: E731
        return part(panel.downloads[format], copy, lambda content: _download(content[0]))

    return [
        LivePart(
            component=panel.group, content=is_gone, chosen=panel.name,
            update=lambda gone: gr.Column(visible=False) if gone else gr.skip(),
        ),
        LivePart(  # not with every change: it is away while the panel of publishing is open
            component=panel.publish.opener, content=became_ready, chosen=panel.awaited,
            update=lambda ready: gr.Button(visible=True) if ready else gr.skip(),
        ),
        part(panel.facts, subject_details_html),
        *map(downloads, _FORMATS),
        part(panel.again, lambda subject: _can_try_again(subject, studio.queue), lambda can: gr.Button(visible=can)),
        part(panel.earlier, lambda subject: _earlier(subject, studio, served)),
        part(panel.delete.words, lambda subject: _delete_words(subject, studio.queue)),
    ]  # fmt: skip


def _copy_of(subject: Subject, format: str, studio: Studio, served: ServedFiles) -> str | None:
    """Where the browser fetches a LoRA file of the subject; None where there is none."""
    if subject.state != "ready" or format not in subject.lora_files:
        return None
    try:
        return str(served.copy_of(studio.file(asking(), subject.lora_files[format])))
    except NotFound:
        return None


def _download(copy: str | None) -> Any:
    return gr.DownloadButton(value=copy, visible=copy is not None)


def _earlier(subject: Subject, studio: Studio, served: ServedFiles) -> str:
    moments = [] if subject.job_id is None else studio.checkpoints.of_lesson(asking(), subject.job_id)
    return earlier_html(subject, moments, _held_out_files(subject, studio.queue), served)


def _delete_words(subject: Subject, queue: JobQueue) -> str:
    lesson, name = _lesson_of(subject, queue), f"**{plain(subject.name)}**"
    if lesson is None or subject.state == "ready" or not lesson.step:
        return say("delete-subject-sure", name=name)
    return say("delete-learning-sure", name=name, what=given_up(lesson))


def _hidden(panel: SubjectPanel) -> list[Any]:
    return [None, None, gr.Column(visible=False), *(gr.skip() for _ in panel.parts[3:])]


def _wire_panel(panel: SubjectPanel, studio: Studio, served: ServedFiles) -> None:
    @explained
    def delete_chosen_subject(name: str | None) -> list[Any]:
        if name is not None:
            studio.subjects.delete(asking(), wire.an_id("field-name", name))
            gr.Info(say("subject-deleted", name=name))
        return _hidden(panel)

    @explained
    def try_again(name: str | None) -> list[Any]:
        subject = studio.subjects.get(asking(), wire.an_id("field-name", name))
        if subject.job_id is None:
            raise NotFound("lesson-nothing-to-repeat", name=subject.name)
        job = studio.queue.retry(asking(), subject.job_id)
        shown = _shown(studio.subjects.get(asking(), subject.name), studio, served)
        return [*shown[:-2], *panel.news.about(job)]

    @explained
    def choose_step(event: gr.EventData, name: str | None) -> list[Any]:
        step = wire.a_step(wire.event_value(event._data, "step"))
        subject = studio.checkpoints.choose(asking(), wire.an_id("field-name", name), step)
        news = good_news(say("earlier-chosen", name=subject.name, steps=step))
        return [*_shown(subject, studio, served)[:-3], news, *panel.news.nothing()]

    panel.earlier.choose(choose_step, inputs=[panel.name], outputs=panel.parts, api_visibility="private")
    panel.delete.yes.click(delete_chosen_subject, inputs=[panel.name], outputs=panel.parts, api_visibility="private")
    panel.again.click(try_again, inputs=[panel.name], outputs=panel.parts, api_visibility="private")
    wire_guest_use(studio, panel.guest_use, panel.name)
    wire_publish_panel(panel.publish, panel.name, panel.news, studio.subjects, studio.hub, served)


def _lesson_of(subject: Subject, queue: JobQueue) -> Job | None:
    try:
        return None if subject.job_id is None else queue.get(asking(), subject.job_id)
    except NotFound:
        return None


def _can_try_again(subject: Subject, queue: JobQueue) -> bool:
    lesson = _lesson_of(subject, queue) if subject.state == "failed" else None
    return lesson is not None and lesson.state in ENDED and lesson.state is not JobState.DONE


def _held_out_files(subject: Subject, queue: JobQueue) -> tuple[str, ...]:
    lesson = _lesson_of(subject, queue)
    return lesson.request.held_out_files if lesson and isinstance(lesson.request, TrainingRequest) else ()


def build_import(studio: Studio) -> JobNews:
    """The form that takes a LoRA in, laid out here. Gives what tells of it."""
    gr.Markdown(say("import-help"), elem_classes=["hint"])
    file = gr.File(
        file_types=[".safetensors"], label=say("import-file-label"), height=110, interactive=True, elem_id="import-file"
    )
    hub_id = gr.Textbox(
        label=say("import-hub-label"), info=say("import-hub-help"), placeholder=say("import-hub-placeholder"),
        max_lines=1, elem_id="import-hub",
    )  # fmt: skip
    with gr.Row():
        name = gr.Textbox(label=say("name-label"), max_lines=1, min_width=150, elem_id="import-name")
        kind = gr.Dropdown(
            kind_choices(), value=None, label=say("kind-label"), allow_custom_value=True, min_width=150,
            elem_id="import-kind",
        )  # fmt: skip
        word = gr.Textbox(
            label=say("import-word-label"), info=say("import-word-help"), max_lines=1, min_width=150,
            elem_id="import-word",
        )  # fmt: skip
    said = problem_line("import-said")
    news = job_news("import-news", studio)
    button = gr.Button(say("import-button"), elem_id="import-button")

    @explained
    def take_in(
        file: str | None, hub_id: str | None, name: str | None, kind: str | None, trigger_word: str | None
    ) -> list[Any]:
        try:
            place = (hub_id or "").strip()
            told: dict[str, Any] = {
                "name": name or "",
                "kind": kind or "",
                "trigger_word": (trigger_word or "").strip() or None,
            }
            if bool(file) == bool(place):
                raise StudioError("import-both" if file else "import-neither")
            if file:
                job = studio.imports.from_file(asking(), file=wire.files(file)[0], **told)
            else:
                job = studio.imports.from_hub(asking(), hub_id=place, **told)
        except StudioError as error:
            return [*(gr.skip() for _ in range(5)), problem(str(error)), *news.nothing()]
        return [None, "", "", None, "", good_news(worded(job.message)), *news.about(job)]

    button.click(
        take_in, inputs_kwargs={"file": file, "hub_id": hub_id, "name": name, "kind": kind, "trigger_word": word},
        outputs=[file, hub_id, name, kind, word, said, *news.parts], api_visibility="private",
    )  # fmt: skip
    return news
