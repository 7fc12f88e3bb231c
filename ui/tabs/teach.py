"""The sheet in which somebody new is taught: photos, who is it, start."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import gradio as gr
from gradio.blocks import Block
from gradio.components import Component
from gradio.utils import get_upload_folder

from studio.checks import one_of
from studio.errors import StudioError
from studio.jobs.recipes import Preset
from studio.models.base_models import BaseModel
from studio.models.choice import ModelChoice
from studio.photos.reconstruction import draws_anything
from studio.photos.sample_photos import SampleSubject
from studio.studio import Studio
from studio.subjects.subject_types import SUBJECT_TYPES
from studio.subjects.subjects import Subjects
from studio.words import say, worded
from ui.components.base_models import base_model_dropdown
from ui.components.drafts import keep_draft
from ui.components.jobs.news import JobNews
from ui.components.markup import problem, problem_line, text
from ui.components.places import HOME, going_to
from ui.components.subjects.photo_captions import captions_update, photo_captions
from ui.components.subjects.seen_photos import (
    SeenPhoto,
    SeenPhotos,
    no_photos_update,
    seen_photos,
    seen_photos_update,
)
from ui.errors import explained
from ui.forms import teaching
from ui.forms.field_names import as_on_page
from ui.forms.lesson_draft import drafted_lesson
from ui.people import asking
from ui.served_files import ServedFiles
from ui.turns import Turns
from ui.words import kind_choices, kind_word

LESSON_DRAFT_KEY = "cuddle-lesson-draft"
_OPTION_WORDS = {
    "samples": ("samples-label", "option-samples-help"),
    "learning_rate": ("option-learning-rate", "option-learning-rate-help"),
    "rank": ("option-rank", "option-rank-help"),
    "alpha": ("option-alpha", "option-alpha-help"),
    "batch_size": ("option-batch-size", "option-batch-size-help"),
    "resolution": ("option-resolution", "option-resolution-help"),
    "seed": ("seed-label", "option-seed-help"),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class LessonForm:
    """The widgets of a new lesson. `beside` has the place for what is wrong, by field; `looks`: the page's Turns.

    `samples`: each with the button that gives its photos.
    """

    samples: list[tuple[SampleSubject, gr.Button]]
    photos: gr.File
    seen_photos: gr.HTML
    name: gr.Textbox
    about_name: gr.HTML
    kind: gr.Dropdown
    taught_as: gr.HTML
    preset: gr.Radio
    base_model: gr.Dropdown
    options: dict[str, Any]
    button: gr.Button
    beside: dict[str, gr.HTML]
    looks: gr.State

    @property
    def fields(self) -> dict[str, Block]:
        """What is sent to the handler, by name."""
        return {
            "photos": self.photos,
            "edits": self.seen_photos,
            "name": self.name,
            "kind": self.kind,
            "preset": self.preset,
            "base_model": self.base_model,
            **self.options,
        }


@dataclass(frozen=True, kw_only=True, slots=True)
class _Looked:
    """Photos that are shown already, while it is open whether the model can draw them. `turn`: which of `looks`."""

    looks: Turns
    turn: int
    model: BaseModel
    kept: list[Path]
    seen: SeenPhotos
    advice: str


def build_teach_tab(
    page: gr.Blocks, draft: gr.BrowserState, studio: Studio, served: ServedFiles, news: JobNews, place: gr.HTML
) -> None:
    """Lay the sheet out and wire it. A lesson that has begun is told of in `news`, at Home, where its story is."""
    model = studio.status().base_model
    gr.HTML(
        f'<header class="sheet-head"><h2 tabindex="-1">{text(say("teach-somebody"))}</h2>'
        f'<a class="sheet-close" href="#home" aria-label="{text(say("teach-close"))}">×</a></header>',
        elem_id="teach-head", apply_default_css=False,
    )  # fmt: skip
    gr.Markdown(say("teach-intro"), elem_classes=["intro"])
    works_with = say("works-with", title=model.title, description=model.description)
    gr.HTML(f'<p class="hint">{text(works_with)}</p>', apply_default_css=False)
    form = _lay_out_form(studio, served)
    is_back = _wire_draft(page, draft, form, studio)  # before all else that follows a change of the form
    _wire_photos(form, studio.models, served, is_back)
    _wire_name(form, studio.subjects)
    _wire_numbers(form, studio)
    _wire_button(form, studio.subjects, studio.models, served, news, place)


def _lay_out_form(studio: Studio, served: ServedFiles) -> LessonForm:
    beside = {}
    base_model = studio.status().base_model
    gr.Markdown(f"### 1 · {say('photos-label')}\n{say('photos-help')}", elem_classes=["step"])
    photos = gr.File(
        file_count="multiple",  # of any type: what is none of photos, captions and zips is told its name and why
        show_label=False, label=say("photos-label"), height=170,
        interactive=True, elem_id="photos",
    )  # fmt: skip
    beside["photos"] = problem_line("photos-problem")
    photo_tiles = seen_photos("seen-photos")
    samples = _lay_out_samples(studio.subjects)
    gr.Markdown(f"### 2 · {say('name-and-kind')}", elem_classes=["step"])
    with gr.Row():
        with gr.Column(min_width=150):
            name = gr.Textbox(label=say("name-label"), info=say("name-help"), elem_id="name", max_lines=1)
            about_name = gr.HTML("", elem_id="about-name", apply_default_css=False)
            beside["name"] = problem_line("name-problem")
        with gr.Column(min_width=150):
            kind = gr.Dropdown(
                kind_choices(), value=None, label=say("kind-label"), info=say("kind-help"),
                allow_custom_value=True, elem_id="kind",
            )  # fmt: skip
            beside["kind"] = problem_line("kind-problem")
    taught_as = gr.HTML("", elem_id="taught-as", apply_default_css=False)
    gr.Markdown(f"### 3 · {say('the-lesson')}", elem_classes=["step"])
    recipes = [
        (preset, teaching.recipe_shown(preset, base_model, None, None, [])) for preset in studio.subjects.presets()
    ]
    preset = gr.Radio(
        teaching.preset_choices(recipes, base_model, []), value="balanced",  # whoever opens the page is told her own
        label=say("preset-label"), elem_id="preset", elem_classes=["tall-choices"],
    )  # fmt: skip
    beside["options"] = problem_line("options-problem")  # not where they are, which may be shut
    beside["whole"] = problem_line("teach-problem")
    button = gr.Button(say("teach-button"), variant="primary", size="lg", elem_id="teach-button")
    gr.Markdown(say("consent"), elem_classes=["hint"])
    with gr.Accordion(say("advanced"), open=False, elem_id="teach-more"):
        gr.Markdown(say("advanced-help"), elem_classes=["hint"])
        model = base_model_dropdown(studio, "teach-base-model")
        balanced = preset_named(studio.subjects, "balanced")
        options = _lay_out_options(
            teaching.shown_options(next(recipe for preset, recipe in recipes if preset == balanced))
        )
    return LessonForm(
        samples=samples, photos=photos, seen_photos=photo_tiles, name=name, about_name=about_name, kind=kind,
        taught_as=taught_as, preset=preset,
        base_model=model, options=options, button=button, beside=beside,
        looks=gr.State(Turns()),
    )  # fmt: skip


def _lay_out_samples(subjects: Subjects) -> list[tuple[SampleSubject, gr.Button]]:
    samples = subjects.samples()
    if not samples:
        return []
    with gr.Row(elem_id="samples", elem_classes=["sample-row"]):
        gr.Markdown(say("samples-help"), elem_classes=["hint"])
        return [
            (sample, gr.Button(_sample_words(sample), size="sm", elem_id=f"sample-{sample.stem}")) for sample in samples
        ]


def _sample_words(sample: SampleSubject) -> str:
    return say("sample-button", name=sample.name, kind=kind_word(sample.kind))


def preset_named(subjects: Subjects, name: str | None) -> Preset:
    """The preset of a page's choice. Errors: StudioError."""
    names = {preset.name: preset for preset in subjects.presets()}
    return names[one_of("field-preset", name, list(names))]


def _lay_out_options(numbers: dict[str, str]) -> dict[str, Component]:
    options: dict[str, Component] = {}
    options["subject_type"] = gr.Dropdown(
        [(say("type-automatic"), ""), *((say(row.title), row.name) for row in SUBJECT_TYPES.values())], value="",
        label=say("type-label"), info=say("type-help"), elem_id="option-subject_type", filterable=False,
    )  # fmt: skip
    with gr.Row():
        for name in teaching.SHOWN_OPTIONS:
            label, help_text = map(say, _OPTION_WORDS[name])
            options[name] = gr.Textbox(  # a number field would show what is left empty as 0
                placeholder=numbers[name], label=label, info=help_text, min_width=150, max_lines=1, max_length=40,
                elem_id=f"option-{name}",
            )  # fmt: skip
    options["prior_preservation"] = gr.Checkbox(
        value=False, label=say("option-prior-preservation"),
        info=say("option-prior-preservation-help"),
        elem_id="option-prior_preservation",
    )  # fmt: skip
    options["captions"] = photo_captions("captions")
    return options


def _sample_filler(sample: SampleSubject, served: ServedFiles) -> Any:
    @explained
    def use_sample_photos() -> tuple[list[str], str, str]:
        copies = [str(served.copy_of(photo, f"{sample.stem}-{photo.name}")) for photo in sample.photo_files]
        return copies, sample.name, sample.kind

    return use_sample_photos


def _wire_draft(page: gr.Blocks, draft: gr.BrowserState, form: LessonForm, studio: Studio) -> Any:
    """Keep the form in this browser, for whoever fills it in. Gives the event that it is back."""
    who = gr.Textbox("", visible=False, elem_id="draft-of")
    widgets: dict[str, Any] = {"who": who, **form.fields}
    presets = [preset.name for preset in studio.subjects.presets()]

    def restore(kept: object) -> list[Any]:
        person, models = asking().id, [model.id for model in studio.models.known(asking())]
        values = drafted_lesson(kept, person, Path(get_upload_folder()), presets, models) or {}
        updates = {name: widgets[name].__class__(value=value) for name, value in values.items()}
        return [person, *(updates.get(name, gr.skip()) for name in form.fields)]

    return keep_draft(page, draft, widgets, restore)


def _wire_photos(form: LessonForm, models: ModelChoice, served: ServedFiles, is_back: Any) -> None:
    """Show the photos as soon as they are tidied; then, where it takes a moment, whether they can be learned at all.

    `is_back`: the event that those of a draft are there again.

    Two handlers after each other, since what a generator yielded last is sent once more when it ends (gradio 6.31): by
    then a lesson may have taken the photos off the page. An answer about photos that are not there any more is dropped.
    """
    looked = gr.State(None)

    @explained
    def look_at_photos(
        photos: list[str] | None, base_model: str, seed: str | None, edits: object, looks: object
    ) -> Any:
        turns = Turns.of(looks)
        turn = turns.take()
        paths, model = [Path(photo) for photo in photos or []], models.named(asking(), base_model)
        look = teaching.look_at(paths, served.scratch("look"), model, seed, edits)
        if not turns.is_newest(turn):
            return gr.skip()
        seen = _seen(look, served)
        urls = [photo.url for photo in seen.photos]
        captions = captions_update(list(zip(look.names, urls, look.captions, strict=True)))
        if not look.kept or draws_anything(model):
            return seen_photos_update(seen, look.advice), problem(look.problem), captions, None
        still_open = _Looked(
            looks=turns,
            turn=turn,
            model=model,
            kept=look.kept,
            seen=seen,
            advice=look.advice,
        )
        advice = f"{look.advice} {say('looking-who-draws')}".strip()
        return seen_photos_update(seen, advice), problem(look.problem), captions, still_open

    @explained
    def say_who_draws_them(still_open: object) -> Any:
        if not isinstance(still_open, _Looked):
            return gr.skip()
        beyond = worded(models.beyond(still_open.model, still_open.kept))
        if not still_open.looks.is_newest(still_open.turn):
            return gr.skip()
        return seen_photos_update(still_open.seen, still_open.advice, beyond)

    @explained
    def nothing_to_see(looks: object) -> tuple[Any, str, Any]:
        Turns.of(looks).take()
        return no_photos_update(), "", captions_update([])

    seen = [form.seen_photos, form.beside["photos"], form.options["captions"]]
    quiet: dict[str, Any] = {"api_visibility": "private", "show_progress": "minimal"}
    look: dict[str, Any] = {
        "fn": look_at_photos,
        "inputs": [form.photos, form.base_model, form.options["seed"], form.seen_photos, form.looks],
        "outputs": [*seen, looked], **quiet,
    }  # fmt: skip
    second: dict[str, Any] = {  # what is on the page stays in use meanwhile
        "fn": say_who_draws_them, "inputs": [looked], "outputs": [form.seen_photos], "api_visibility": "private",
        "show_progress": "hidden",
    }  # fmt: skip
    is_back.success(**look | {"show_progress": "hidden"}).success(**second)
    form.photos.upload(**look).success(**second)
    form.photos.delete(**look).success(**second)
    edited = form.seen_photos.edited(**look | {"show_progress": "hidden"}, trigger_mode="always_last")  # type: ignore[attr-defined]
    edited.success(**second)
    form.options["seed"].blur(**look).success(**second)  # the seed chooses who is kept aside
    form.base_model.input(**look).success(**second)  # whose resolution says which photos are small
    for sample, button in form.samples:
        filled = button.click(
            _sample_filler(sample, served), outputs=[form.photos, form.name, form.kind], api_visibility="private"
        )
        filled.then(**look).success(**second)
    form.photos.clear(nothing_to_see, inputs=[form.looks], outputs=seen, api_visibility="private")
    for field, place in (("name", form.name), ("kind", form.kind)):
        place.change(lambda: "", outputs=[form.beside[field]], api_visibility="private", queue=False)


def _seen(look: teaching.PhotoLook, served: ServedFiles) -> SeenPhotos:
    photos = [
        SeenPhoto(
            name=name,
            url=served.url_of(kept, longest_side=320),
            whole_url=served.url_of(kept),
            faults=faults,
            turns=turns,
            is_aside=index in look.aside,
        )
        for index, (name, kept, faults, turns) in enumerate(
            zip(look.names, look.kept, look.faults, look.turns, strict=True)
        )
    ]
    return SeenPhotos(photos=photos, left_out=look.left_out)


def _wire_name(form: LessonForm, subjects: Subjects) -> None:
    """What there is to know of the word that a name becomes, before the lesson."""

    @explained
    def remark_on(name: str | None, kind: str | None) -> str:
        try:
            remark = subjects.name_remark(asking(), name or "", kind or "subject")
        except StudioError:  # the button says it
            return ""
        return "" if remark is None else f'<p class="hint">{text(say(remark))}</p>'

    gr.on(
        [form.name.change, form.kind.change], remark_on, inputs=[form.name, form.kind], outputs=[form.about_name],
        queue=False, api_visibility="private", show_progress="hidden", trigger_mode="always_last",
    )  # fmt: skip


def _wire_numbers(form: LessonForm, studio: Studio) -> None:
    """What a lesson takes follows from the preset, the base model, the kind and the number of photos."""
    numbers = [form.options[name] for name in teaching.SHOWN_OPTIONS]
    inputs = [form.base_model, form.preset, form.kind, form.options["subject_type"], form.photos]

    @explained
    def numbers_for(
        base_model: str, preset: str, kind: str | None, subject_type: str, photos: list[str] | None
    ) -> list[Any]:
        model, paths = studio.models.named(asking(), base_model), [Path(photo) for photo in photos or []]
        recipes = [
            (row, teaching.recipe_shown(row, model, kind, subject_type, paths)) for row in studio.subjects.presets()
        ]
        chosen = preset_named(studio.subjects, preset)
        recipe = next(recipe for row, recipe in recipes if row == chosen)
        shown = teaching.shown_options(recipe)
        taught_as = teaching.taught_as(kind, recipe.subject_type)
        return [
            *(gr.Textbox(placeholder=shown[name]) for name in teaching.SHOWN_OPTIONS),
            gr.Radio(choices=teaching.preset_choices(recipes, model, studio.queue.list(asking())), value=preset),
            f'<p class="hint">{text(taught_as)}</p>' if taught_as else "",
        ]

    shown: dict[str, Any] = {
        "fn": numbers_for, "inputs": inputs, "outputs": [*numbers, form.preset, form.taught_as],
        "api_visibility": "private", "show_progress": "hidden", "trigger_mode": "always_last",
    }  # fmt: skip
    gr.on(
        [form.base_model.input, form.preset.input, form.kind.change, form.options["subject_type"].input,
         form.photos.change],
        **shown,
    )  # fmt: skip
    gr.on(None, **shown)  # without a trigger: when the page is opened, since lessons done meanwhile tell the time


def _wire_button(
    form: LessonForm, subjects: Subjects, models: ModelChoice, served: ServedFiles, news: JobNews, place: gr.HTML
) -> None:
    fields_told = list(form.beside)
    to_clear = [form.photos, form.seen_photos, form.options["captions"], form.name, form.kind]

    @explained
    def start_lesson(
        photos: list[str] | None,
        name: str,
        kind: str | None,
        preset: str,
        base_model: str,
        looks: object = None,
        **options: Any,
    ) -> list[Any]:
        fields = teaching.lesson_fields(
            photos=photos, name=name, kind=kind, preset=preset, base_model=base_model, options=options
        )
        try:
            job = subjects.teach(asking(), **fields.as_arguments())
        except StudioError as error:
            model = models.named(asking(), fields.base_model)
            found = teaching.problems(fields, model, subjects.list(asking()), served.scratch("try"))
            found = found or {"whole": error.message}
            beside = [problem(say(as_on_page(found[field])) if field in found else "") for field in fields_told]
            return [*(gr.skip() for _ in to_clear), gr.skip(), *news.nothing(), *beside]
        Turns.of(looks).take()  # of photos that are not on the page any more
        cleared = [None, no_photos_update(), captions_update([]), "", None]
        return [*cleared, going_to(HOME), *news.about(job), *("" for _ in fields_told)]

    form.button.click(
        start_lesson, inputs_kwargs={**form.fields, "looks": form.looks},
        outputs=[*to_clear, place, *news.parts, *form.beside.values()], api_visibility="private",
        scroll_to_output=False,
    )  # fmt: skip
