"""The Teach tab: photos become a lesson; the lesson worth watching; everyone who has been taught."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import gradio as gr
from gradio.blocks import Block
from gradio.components import Component

from studio.checks import one_of
from studio.errors import StudioError
from studio.recipes import Preset
from studio.studio import Studio
from ui import texts
from ui.components.base_models import base_model_dropdown, model_named
from ui.components.lesson_panel import lesson_html
from ui.components.markup import good_news, picture, problem, problem_line, text
from ui.errors import explained
from ui.forms import teaching
from ui.handouts import Handouts
from ui.live import LivePart
from ui.tabs.subjects import build_subjects

_PHOTO_TYPES = ["image", ".heic", ".heif", ".zip"]
_OPTION_LABELS = {
    "steps": ("Steps", "How long it practises. (training steps)"),
    "learning_rate": ("Learning rate", "How big each correction is."),
    "rank": ("Rank", "How much a LoRA file can remember; more makes it bigger."),
    "alpha": ("Alpha", "How loudly it speaks; the same as the rank is usual."),
    "batch_size": ("Batch size", "Photos looked at in each step."),
    "resolution": ("Resolution", "In pixels; the base model's own is best."),
    "seed": ("Seed", "The same seed and settings give the same file on the same computer."),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class LessonForm:
    """The widgets of a new lesson. `beside` has the place for what is wrong, by field."""

    photos: gr.File
    seen_photos: gr.HTML
    name: gr.Textbox
    kind: gr.Dropdown
    preset: gr.Radio
    base_model: gr.Dropdown
    options: dict[str, Component]
    button: gr.Button
    news: gr.HTML
    beside: dict[str, gr.HTML]

    @property
    def fields(self) -> dict[str, Block]:
        """What is sent to the handler, by name."""
        return {
            "photos": self.photos,
            "name": self.name,
            "kind": self.kind,
            "preset": self.preset,
            "base_model": self.base_model,
            **self.options,
        }


def build_teach_tab(studio: Studio, handouts: Handouts) -> list[LivePart]:
    """Lay the tab out and wire it. Gives the parts that follow the rows."""
    model = studio.status().base_model
    gr.Markdown(texts.TEACH_INTRO, elem_classes=["intro"])
    works_with = texts.WORKS_WITH.format(title=model.title, description=model.description)
    gr.HTML(f'<p class="hint">{text(works_with)}</p>', apply_default_css=False)
    with gr.Row(equal_height=False):
        with gr.Column(scale=3, min_width=320):
            form = _lay_out_form(studio, handouts)
        with gr.Column(scale=2, min_width=300):
            lesson = gr.HTML("", elem_id="lesson", apply_default_css=False)
    subjects = build_subjects(studio, handouts)
    _wire_photos(form, handouts)
    _wire_numbers(form, studio)
    _wire_button(form, studio, handouts)
    return [LivePart(component=lesson, content=lambda snapshot: lesson_html(snapshot, handouts)), *subjects]


def _lay_out_form(studio: Studio, handouts: Handouts) -> LessonForm:
    beside = {}
    base_model = studio.status().base_model
    gr.Markdown(f"### 1 · {texts.PHOTOS_LABEL}\n{texts.PHOTOS_HELP}", elem_classes=["step"])
    photos = gr.File(
        file_count="multiple", file_types=_PHOTO_TYPES, show_label=False, label=texts.PHOTOS_LABEL, height=170,
        interactive=True, elem_id="photos",
    )  # fmt: skip
    beside["photos"] = problem_line("photos-problem")
    seen_photos = gr.HTML("", elem_id="seen-photos", apply_default_css=False)
    samples = _lay_out_samples(studio)
    gr.Markdown("### 2 · Name and kind", elem_classes=["step"])
    with gr.Row():
        with gr.Column(min_width=150):
            name = gr.Textbox(label=texts.NAME_LABEL, info=texts.NAME_HELP, elem_id="name", max_lines=1)
            beside["name"] = problem_line("name-problem")
        with gr.Column(min_width=150):
            kind = gr.Dropdown(
                list(texts.KINDS), value=None, label=texts.KIND_LABEL, info=texts.KIND_HELP, allow_custom_value=True,
                elem_id="kind",
            )  # fmt: skip
            beside["kind"] = problem_line("kind-problem")
    gr.Markdown("### 3 · The lesson", elem_classes=["step"])
    preset = gr.Radio(
        teaching.preset_choices(studio.presets(), base_model, studio.jobs()), value="balanced",
        label=texts.PRESET_LABEL, elem_id="preset", elem_classes=["tall-choices"],
    )  # fmt: skip
    news = problem_line("teach-news")
    beside["whole"] = problem_line("teach-problem")
    button = gr.Button(texts.TEACH_BUTTON, variant="primary", size="lg", elem_id="teach-button")
    gr.Markdown(texts.CONSENT, elem_classes=["hint"])
    with gr.Accordion(texts.ADVANCED, open=False, elem_id="teach-more"):
        gr.Markdown(texts.ADVANCED_HELP, elem_classes=["hint"])
        model = base_model_dropdown(studio, "teach-base-model")
        options = _lay_out_options(teaching.shown_options(preset_named(studio, "balanced"), base_model))
        beside["options"] = problem_line("options-problem")
    form = LessonForm(
        photos=photos, seen_photos=seen_photos, name=name, kind=kind, preset=preset, base_model=model, options=options,
        button=button, news=news, beside=beside,
    )  # fmt: skip
    for sample, sample_button in samples:
        sample_button.click(
            _sample_filler(sample, handouts), outputs=[photos, name, kind], api_visibility="private"
        ).then(**_look(form, handouts))
    return form


def _lay_out_samples(studio: Studio) -> list[tuple[Any, gr.Button]]:
    samples = studio.sample_subjects()
    if not samples:
        return []
    with gr.Row(elem_id="samples", elem_classes=["sample-row"]):
        gr.Markdown(texts.SAMPLES_HELP, elem_classes=["hint"])
        return [
            (sample, gr.Button(f"{sample.name}, a {sample.kind}", size="sm", elem_id=f"sample-{sample.stem}"))
            for sample in samples
        ]


def preset_named(studio: Studio, name: str | None) -> Preset:
    """The preset of a page's choice. Errors: StudioError."""
    names = {preset.name: preset for preset in studio.presets()}
    return names[one_of("The preset", name, list(names))]


def _lay_out_options(numbers: dict[str, Any]) -> dict[str, Component]:
    options: dict[str, Component] = {}
    with gr.Row():
        for name in teaching.SHOWN_OPTIONS:
            label, help_text = _OPTION_LABELS[name]
            options[name] = gr.Number(
                value=numbers[name], label=label, info=help_text, min_width=150, elem_id=f"option-{name}",
                interactive=True,
            )  # fmt: skip
    options["prior_preservation"] = gr.Checkbox(
        value=False, label="Keep what the base model knows of its kind (prior preservation)",
        info="It also practises on its own pictures of the kind. Slower; helps when all cats look like yours.",
        elem_id="option-prior_preservation",
    )  # fmt: skip
    return options


def _sample_filler(sample: Any, handouts: Handouts) -> Any:
    @explained
    def use_sample_photos() -> tuple[list[str], str, str]:
        copies = [str(handouts.copy_of(photo, f"{sample.stem}-{photo.name}")) for photo in sample.photo_files]
        return copies, sample.name, sample.kind

    return use_sample_photos


def _look(form: LessonForm, handouts: Handouts) -> dict[str, Any]:
    @explained
    def look_at_photos(photos: list[str] | None) -> tuple[str, str]:
        look = teaching.look_at([Path(photo) for photo in photos or []], handouts.scratch("look"))
        urls = [handouts.url_of(photo, longest_side=160) for photo in look.kept]
        shown = "".join(picture(url, f"Photo {number}") for number, url in enumerate(urls, start=1))
        count = f"{len(look.kept)} photos, all fine. " if look.kept else ""
        note = f'<p class="hint">{text(count + look.advice)}</p>' if count else ""
        return f'<div class="samples">{shown}</div>{note}' if shown else "", problem(look.problem)

    return {
        "fn": look_at_photos, "inputs": [form.photos], "outputs": [form.seen_photos, form.beside["photos"]],
        "api_visibility": "private", "show_progress": "minimal",
    }  # fmt: skip


def _wire_photos(form: LessonForm, handouts: Handouts) -> None:
    look = _look(form, handouts)
    form.photos.upload(**look)
    form.photos.delete(**look)
    form.photos.clear(lambda: ("", ""), outputs=look["outputs"], api_visibility="private")
    for field, place in (("name", form.name), ("kind", form.kind)):
        place.change(lambda: "", outputs=[form.beside[field]], api_visibility="private", queue=False)


def _wire_numbers(form: LessonForm, studio: Studio) -> None:
    """Another preset or base model brings its numbers; the time that a preset takes depends on the base model."""
    numbers = [form.options[name] for name in teaching.SHOWN_OPTIONS]

    @explained
    def numbers_for(base_model: str, preset: str) -> list[Any]:
        shown = teaching.shown_options(preset_named(studio, preset), model_named(studio, base_model))
        return [shown[name] for name in teaching.SHOWN_OPTIONS]

    @explained
    def times_for(base_model: str, preset: str) -> Any:
        model = model_named(studio, base_model)
        return gr.Radio(choices=teaching.preset_choices(studio.presets(), model, studio.jobs()), value=preset)

    gr.on(
        [form.base_model.input, form.preset.input], numbers_for, inputs=[form.base_model, form.preset],
        outputs=numbers, api_visibility="private", show_progress="hidden",
    )  # fmt: skip
    form.base_model.input(
        times_for, inputs=[form.base_model, form.preset], outputs=[form.preset], api_visibility="private",
        show_progress="hidden",
    )  # fmt: skip


def _wire_button(form: LessonForm, studio: Studio, handouts: Handouts) -> None:
    places = list(form.beside)
    to_clear = [form.photos, form.seen_photos, form.name, form.kind]

    @explained
    def start_lesson(
        photos: list[str] | None, name: str, kind: str | None, preset: str, base_model: str, **options: Any
    ) -> list[Any]:
        fields = teaching.lesson_fields(
            photos=photos, name=name, kind=kind, preset=preset, base_model=base_model, options=options
        )
        try:
            job = studio.teach(**fields.as_arguments())
        except StudioError as error:
            model = model_named(studio, fields.base_model)
            found = teaching.problems(fields, model, studio.subjects(), handouts.scratch("try"))
            found = found or {"whole": str(error)}
            return [*(gr.skip() for _ in to_clear), "", *(problem(found.get(place, "")) for place in places)]
        place = "It starts now." if job.position in (None, 1) else f"It is number {job.position} in the queue."
        news = good_news(f"The lesson for {fields.name.strip()} is in the queue. {place} You may close the page.")
        return [None, "", "", None, news, *("" for _ in places)]

    form.button.click(
        start_lesson, inputs_kwargs=form.fields,
        outputs=[*to_clear, form.news, *form.beside.values()], api_visibility="private", scroll_to_output=False,
    )  # fmt: skip
