"""The lower part of the Teach tab: everyone taught so far, one of them in detail, LoRA files out and in."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import gradio as gr

from studio.errors import NotFound, StudioError
from studio.jobs import ENDED, Job, JobState
from studio.requests import TrainingRequest
from studio.studio import Studio
from studio.subjects import Subject
from ui import texts
from ui.components.confirm import DeleteButton, delete_button
from ui.components.markup import good_news, problem, problem_line
from ui.components.publish_panel import PublishPanel, closed, publish_panel, wire_publish_panel
from ui.components.sample_rows import earlier_html
from ui.components.subject_cards import subject_cards, subject_cards_html, subject_details_html
from ui.errors import explained
from ui.handouts import Handouts
from ui.live import LivePart
from ui.theme import ASSETS

_FORMATS = {"kohya": texts.KOHYA_BUTTON, "diffusers": texts.DIFFUSERS_BUTTON}


@dataclass(frozen=True, kw_only=True, slots=True)
class SubjectPanel:
    """The widgets about one chosen subject; `name` is whose."""

    name: gr.State
    group: gr.Column
    title: gr.Markdown
    facts: gr.HTML
    downloads: dict[str, gr.DownloadButton]
    again: gr.Button
    earlier: gr.HTML
    publish: PublishPanel
    delete: DeleteButton
    said: gr.HTML

    @property
    def parts(self) -> list[Any]:
        """What `_shown` updates."""
        return [
            self.name, self.group, self.title, self.facts, *self.downloads.values(), self.again, self.earlier,
            *self.publish.parts, *self.delete.parts, self.delete.words, self.said,
        ]  # fmt: skip


def build_subjects(studio: Studio, handouts: Handouts) -> list[LivePart]:
    """Lay this part out and wire it. Gives what follows the rows."""
    gr.Markdown(f"### {texts.YOUR_SUBJECTS}\n{texts.SUBJECT_HELP}", elem_classes=["step"])
    cards = subject_cards("subjects")
    panel = _lay_out_panel()
    with gr.Accordion(texts.IMPORT_TITLE, open=False, elem_id="import"):
        _build_import(studio)

    @explained
    def choose(event: gr.EventData) -> list[Any]:
        data = event._data if isinstance(event._data, dict) else {}
        return _shown(studio.subject(str(data.get("name", ""))), studio, handouts)

    cards.choose(choose, outputs=panel.parts, api_visibility="private")
    _wire_panel(panel, studio, handouts)
    return [LivePart(component=cards, content=lambda snapshot: subject_cards_html(snapshot, handouts))]


def _lay_out_panel() -> SubjectPanel:
    name = gr.State(None)
    with gr.Column(visible=False, elem_id="subject-panel") as group:
        title = gr.Markdown("")
        said = problem_line("subject-said")
        earlier = gr.HTML(
            "", elem_id="earlier", js_on_load=(ASSETS / "earlier.js").read_text(encoding="utf-8"),
            apply_default_css=False,
        )  # fmt: skip
        with gr.Row():
            downloads = {
                format: gr.DownloadButton(label, size="sm", min_width=150, elem_id=f"lora-{format}")
                for format, label in _FORMATS.items()
            }
            again = gr.Button("Try the lesson again", size="sm", min_width=150, visible=False, elem_id="lesson-again")
            opener = gr.Button(texts.PUBLISH_OPEN, size="sm", min_width=150, visible=False, elem_id="publish-open")
        publish = publish_panel(opener)
        facts = gr.HTML("", apply_default_css=False)
        delete = delete_button("delete-subject", "")
    return SubjectPanel(
        name=name, group=group, title=title, facts=facts, downloads=downloads, again=again, earlier=earlier,
        publish=publish, delete=delete, said=said,
    )  # fmt: skip


def _shown(subject: Subject, studio: Studio, handouts: Handouts) -> list[Any]:
    """Updates that make the panel show this subject."""
    downloads = []
    for format in _FORMATS:
        is_there = subject.state == "ready" and format in subject.lora_files
        copy = str(handouts.copy_of(studio.subject_file(subject.name, format))) if is_there else None
        downloads.append(gr.DownloadButton(value=copy, visible=is_there))
    sure = texts.DELETE_SUBJECT_SURE.format(name=f"**{_plain(subject.name)}**")
    return [
        subject.name,
        gr.Column(visible=True),
        f"### {_plain(subject.name)}",
        subject_details_html(subject),
        *downloads,
        gr.Button(visible=_can_try_again(subject, studio)),
        earlier_html(subject, studio.subject_checkpoints(subject.name), _held_out_files(subject, studio), handouts),
        *closed(subject.state == "ready"),
        *DeleteButton.reset(),
        sure,
        "",
    ]


def _hidden(panel: SubjectPanel) -> list[Any]:
    return [None, gr.Column(visible=False), *(gr.skip() for _ in panel.parts[2:])]


def _wire_panel(panel: SubjectPanel, studio: Studio, handouts: Handouts) -> None:
    @explained
    def delete_chosen_subject(name: str | None) -> list[Any]:
        if name is not None:
            studio.delete_subject(name)
            gr.Info(f"{name} is deleted.")
        return _hidden(panel)

    @explained
    def try_again(name: str | None) -> list[Any]:
        subject = studio.subject(name or "")
        if subject.job_id is None:
            raise NotFound(f"{subject.name} has no lesson that could be tried again; teach it anew.")
        studio.retry_job(subject.job_id)
        return [*_shown(studio.subject(subject.name), studio, handouts)[:-1], good_news("The lesson is in the queue.")]

    @explained
    def choose_step(event: gr.EventData, name: str | None) -> list[Any]:
        step = event._data.get("step") if isinstance(event._data, dict) else None
        subject = studio.choose_checkpoint(name or "", step if isinstance(step, int | float) else -1)
        news = f"{subject.name} is from now on as it was after {subject.steps} steps."
        return [*_shown(subject, studio, handouts)[:-1], good_news(news)]

    panel.earlier.choose(choose_step, inputs=[panel.name], outputs=panel.parts, api_visibility="private")
    panel.delete.yes.click(delete_chosen_subject, inputs=[panel.name], outputs=panel.parts, api_visibility="private")
    panel.again.click(try_again, inputs=[panel.name], outputs=panel.parts, api_visibility="private")
    wire_publish_panel(panel.publish, panel.name, panel.said, studio, handouts)


def _lesson_of(subject: Subject, studio: Studio) -> Job | None:
    try:
        return None if subject.job_id is None else studio.job(subject.job_id)
    except NotFound:
        return None


def _can_try_again(subject: Subject, studio: Studio) -> bool:
    lesson = _lesson_of(subject, studio) if subject.state == "failed" else None
    return lesson is not None and lesson.state in ENDED and lesson.state is not JobState.DONE


def _held_out_files(subject: Subject, studio: Studio) -> tuple[str, ...]:
    lesson = _lesson_of(subject, studio)
    return lesson.request.held_out_files if lesson and isinstance(lesson.request, TrainingRequest) else ()


def _build_import(studio: Studio) -> None:
    gr.Markdown(texts.IMPORT_HELP, elem_classes=["hint"])
    file = gr.File(file_types=[".safetensors"], label="LoRA file", height=110, interactive=True, elem_id="import-file")
    hub_id = gr.Textbox(
        label=texts.IMPORT_HUB_LABEL, info=texts.IMPORT_HUB_HELP, placeholder=texts.IMPORT_HUB_PLACEHOLDER, max_lines=1,
        elem_id="import-hub",
    )  # fmt: skip
    with gr.Row():
        name = gr.Textbox(label=texts.NAME_LABEL, max_lines=1, min_width=150, elem_id="import-name")
        kind = gr.Dropdown(
            list(texts.KINDS), value=None, label=texts.KIND_LABEL, allow_custom_value=True, min_width=150,
            elem_id="import-kind",
        )  # fmt: skip
        word = gr.Textbox(
            label=texts.IMPORT_WORD_LABEL, info=texts.IMPORT_WORD_HELP, max_lines=1, min_width=150,
            elem_id="import-word",
        )  # fmt: skip
    said = problem_line("import-said")
    button = gr.Button(texts.IMPORT_BUTTON, elem_id="import-button")

    @explained
    def take_in(file: str | None, hub_id: str, name: str, kind: str | None, trigger_word: str) -> list[Any]:
        told: dict[str, Any] = {"name": name, "kind": kind or "", "trigger_word": trigger_word.strip() or None}
        try:
            if bool(file) == bool(hub_id.strip()):
                raise StudioError(texts.IMPORT_BOTH if file else texts.IMPORT_NEITHER)
            if file:
                studio.import_subject(file=Path(file), **told)
            else:
                studio.import_from_hub(hub_id=hub_id, **told)
        except StudioError as error:
            return [*(gr.skip() for _ in range(5)), problem(str(error))]
        news = f"{name.strip()} is in the queue; the file is {'looked at' if file else 'fetched'} in a moment."
        return [None, "", "", None, "", good_news(news)]

    button.click(
        take_in, inputs_kwargs={"file": file, "hub_id": hub_id, "name": name, "kind": kind, "trigger_word": word},
        outputs=[file, hub_id, name, kind, word, said], api_visibility="private",
    )  # fmt: skip


def _plain(name: str) -> str:
    """A name inside Markdown, where its own signs would mean something."""
    return "".join(f"\\{c}" if c in "\\`*_{}[]()#+-.!|<>~" else c for c in name)
