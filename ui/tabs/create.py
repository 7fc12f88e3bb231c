"""The Create tab: taught subjects and words become pictures."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any

import gradio as gr
from gradio.components import Component

from studio.errors import StudioError
from studio.jobs.requests import MAX_COUNT, MAX_PROMPT
from studio.models.base_models import BaseModel
from studio.models.choice import ModelChoice
from studio.pictures.init_images import InitImages
from studio.pictures.options import BLENDINGS
from studio.pictures.pictures import Pictures
from studio.prompts.picture_words import PictureWords
from studio.studio import Studio
from studio.words import say
from ui.components.jobs.creation_panel import creation_html
from ui.components.jobs.news import JobNews, job_news
from ui.components.markup import problem, problem_line
from ui.components.numbers import slider
from ui.components.pictures.create_more import (
    lay_out_more,
    lay_out_pace,
    lay_out_start,
    wire_more,
    wire_pace,
    wire_start,
)
from ui.components.pictures.dropped_picture import dropped_picture
from ui.components.pictures.prompt_reading import prompt_reading, reading_update
from ui.components.pictures.results import results_html
from ui.components.subjects.picker import cards, cards_update, shape_html, stage_shape, subject_picker
from ui.errors import explained
from ui.forms import creating
from ui.forms.creating import CreateFields
from ui.forms.field_names import as_on_page
from ui.live import LivePart
from ui.people import asking
from ui.served_files import ServedFiles

DRAFT_KEY = "cuddle-create-draft"
# It only keeps gradio from making a new one at each start, which would lose the draft; the draft is no secret.
DRAFT_SECRET = "cuddle"


@dataclass(frozen=True, kw_only=True, slots=True)
class CreateForm:
    """The widgets of the form, by the names of CreateFields."""

    widgets: dict[str, Component]
    button: gr.Button
    news: JobNews
    trouble: gr.HTML
    start: gr.Image
    start_part: gr.Accordion
    shape: gr.HTML

    @property
    def in_order(self) -> list[Component]:
        """The widgets in the order of creating.NAMES, as `updates` gives them."""
        return [self.widgets[name] for name in creating.NAMES]


@dataclass(frozen=True, kw_only=True, slots=True)
class CreateTab:
    """What other parts of the page need of this tab."""

    form: CreateForm
    live: list[LivePart]
    updates: Callable[[CreateFields], list[Any]]


def create_draft() -> gr.BrowserState:
    """What this browser keeps of the form. Made outside of the tabs: inside one it is read too late."""
    return gr.BrowserState(None, storage_key=DRAFT_KEY, secret=DRAFT_SECRET)


def build_create_tab(page: gr.Blocks, draft: gr.BrowserState, studio: Studio, served: ServedFiles) -> CreateTab:
    """Lay the tab out and wire it."""
    empty = creating.fields_for(studio.status().base_model)

    def updates(fields: CreateFields) -> list[Any]:
        return _filled(studio, fields)

    gr.Markdown(say("create-intro"), elem_classes=["intro"])
    with gr.Row(equal_height=False):
        with gr.Column(scale=3, min_width=320):
            form = _lay_out_form(studio, empty)
        with gr.Column(scale=2, min_width=300):
            progress = gr.HTML("", elem_id="creation", apply_default_css=False)
            results = gr.HTML("", elem_id="results", apply_default_css=False)
            dropped_picture(studio.metadata, {name: form.widgets[name] for name in creating.NAMES}, updates)

    _wire_draft(page, draft, form, empty, updates)  # before all else that follows a change of the form
    _wire_form(form, studio.pictures)
    _wire_reading(form.widgets, studio, served)
    wire_pace(form.widgets, studio.models)
    wire_more(form.widgets)
    wire_start(form.widgets, form.start, form.start_part, studio.init_images, studio.models, served)
    live = [
        LivePart(
            component=form.widgets["subjects"],
            content=lambda snapshot: cards(snapshot.subjects, served, partial(studio.subjects.type_of, asking())),
            update=cards_update,
        ),
        form.news.live,
        LivePart(component=progress, content=lambda snapshot: creation_html(snapshot, served)),
        LivePart(component=results, content=lambda snapshot: results_html(snapshot, served)),
    ]
    return CreateTab(form=form, live=live, updates=updates)


def _lay_out_form(studio: Studio, empty: CreateFields) -> CreateForm:
    widgets: dict[str, Component] = {}
    gr.Markdown(f"### {say('who-label')}", elem_classes=["step"])
    widgets["subjects"] = subject_picker("who")
    widgets["prompt"] = gr.Textbox(
        label=say("prompt-label"), info=say("prompt-help"), placeholder=say("prompt-placeholder"), lines=2, max_lines=6,
        elem_id="prompt",
    )  # fmt: skip
    widgets["readings"] = prompt_reading("prompt-reading", prompt_id="prompt")
    widgets["negative_prompt"] = gr.Textbox(
        label=say("avoid-label"), info=say("avoid-help"), placeholder=say("avoid-placeholder"), max_lines=4,
        elem_id="avoid",
    )  # fmt: skip
    with gr.Row():
        widgets["size"] = gr.Dropdown(
            creating.size_choices(studio.status().base_model), value=empty.size, label=say("size-label"),
            info=say("size-help"), min_width=240, elem_id="size",
        )  # fmt: skip
        widgets["count"] = slider(
            1, MAX_COUNT, value=empty.count, step=1, label=say("count-label"), info=say("count-help"), min_width=240,
            elem_id="count",
        )  # fmt: skip
    shape = stage_shape("stage-shape", empty.size)
    widgets["pace"] = lay_out_pace(empty)
    news = job_news("create-news", studio)
    trouble = problem_line("create-problem")
    button = gr.Button(say("create-button"), variant="primary", size="lg", elem_id="create-button")
    with gr.Accordion(say("start-title"), open=False, elem_id="create-start") as start_part:
        start, about_start = lay_out_start(empty)
    with gr.Accordion(say("advanced"), open=False, elem_id="create-more"):
        widgets |= about_start | lay_out_more(studio, empty)
    return CreateForm(
        widgets=widgets, button=button, news=news, trouble=trouble, start=start, start_part=start_part, shape=shape
    )


def _wire_form(form: CreateForm, pictures: Pictures) -> None:
    @explained
    def make_pictures(**raw: Any) -> list[Any]:
        try:
            job = pictures.create(asking(), **creating.create_fields(raw).as_arguments())
        except StudioError as error:
            return [*form.news.nothing(), problem(say(as_on_page(error.message)))]
        return [*form.news.about(job), ""]

    widgets = form.widgets
    widgets["size"].change(  # type: ignore[attr-defined]
        explained(shape_html), inputs=[widgets["size"]], outputs=[form.shape], queue=False, api_visibility="private",
        show_progress="hidden",
    )  # fmt: skip
    form.button.click(
        make_pictures, inputs_kwargs=dict(widgets), outputs=[*form.news.parts, form.trouble], api_visibility="private"
    )


def _words_of(
    pictures: Pictures, prompt: str, subjects: object, readings: object
) -> tuple[PictureWords | None, list[dict[str, Any]]]:
    """How a prompt is read with these subjects, and their choices. None where the button would refuse it."""
    try:
        choices = creating.subject_choices(subjects)
        options = {"readings": creating.reading_choices(readings)}
        return pictures.read_prompt(asking(), prompt, subjects=choices, options=options), choices
    except StudioError:
        return None, []


def _wire_reading(widgets: dict[str, Component], studio: Studio, served: ServedFiles) -> None:
    """Show how the prompt is read, and press the cards of those who are named as it is typed.

    Whoever fills the form shows it too (`_filled`).
    """
    named = gr.State([])  # who was named when a card was pressed last: who is taken off again stays off

    @explained
    def look(prompt: str, subjects: object, readings: object) -> Any:
        if not prompt:  # emptied by hand or filled, which show it; an answer that comes late would wipe what they show
            return gr.skip()
        words, choices = _words_of(studio.pictures, prompt, subjects, readings)
        return reading_update(words, [choice["name"] for choice in choices])

    @explained
    def look_and_press(prompt: str, subjects: object, readings: object, named_before: list[str]) -> list[Any]:
        words, choices = _words_of(studio.pictures, prompt, subjects, readings)
        if words is None:
            return [reading_update(None, ()), gr.skip(), gr.skip()]
        now = [subject.name for subject in words.reading.named()]
        chosen = creating.chosen_with(choices, words.choices, [name for name in now if name not in named_before])
        reading = reading_update(words, [choice["name"] for choice in chosen])
        if chosen == choices:
            return [reading, gr.skip(), now]
        person = asking()  # a card that is not there has no press
        shown = cards(studio.subjects.list(person), served, partial(studio.subjects.type_of, person))
        return [reading, cards_update(shown, chosen), now]

    fields = [widgets["prompt"], widgets["subjects"], widgets["readings"]]
    quiet: dict[str, Any] = {
        "queue": False, "api_visibility": "private", "show_progress": "hidden", "trigger_mode": "always_last",
    }  # fmt: skip
    pressing: dict[str, Any] = {
        "inputs": [*fields, named], "outputs": [widgets["readings"], widgets["subjects"], named], **quiet,
    }  # fmt: skip
    gr.on([widgets["prompt"].input, widgets["readings"].change], look_and_press, **pressing)  # type: ignore[attr-defined]
    widgets["readings"].put_in(look_and_press, **pressing)  # type: ignore[attr-defined]
    gr.on(
        [widgets["prompt"].change, widgets["subjects"].change],  # type: ignore[attr-defined]
        look, inputs=fields, outputs=[widgets["readings"]], **quiet,
    )  # fmt: skip


def _wire_draft(
    page: gr.Blocks,
    draft: gr.BrowserState,
    form: CreateForm,
    empty: CreateFields,
    updates: Callable[[CreateFields], list[Any]],
) -> None:
    """Keep what is typed in this browser, and bring it back after a reload.

    Gradio begins with what else follows a change only when an answer to what was wired before it has come: wired first,
    the draft waits for no answer. A form that is not all brought back yet is not kept.
    """
    names = ", ".join(creating.NAMES)
    quiet: dict[str, Any] = {"queue": False, "api_visibility": "private", "show_progress": "hidden"}
    keeping: dict[str, Any] = {"fn": None, "inputs": form.in_order, "outputs": [draft], **quiet}
    gr.on(
        [widget.change for widget in form.in_order],  # type: ignore[attr-defined]
        js=f"({names}) => {{ if (window.draftIsBack) return {{{names}}}; window.draftWaits = true; }}", **keeping,
    )  # fmt: skip

    @explained
    def restore(kept: object) -> Any:
        if kept is None:  # a first visit: an answer that comes late would wipe what is typed by then
            return gr.skip()
        return updates(creating.from_draft(kept, empty))

    page.load(  # type: ignore[attr-defined]
        restore, inputs=[draft], outputs=form.in_order, queue=False, api_visibility="private"
    ).success(js=f"({names}) => {{ window.draftIsBack = true; if (window.draftWaits) return {{{names}}}; }}", **keeping)


def _filled(studio: Studio, fields: CreateFields) -> list[Any]:
    """Updates that put these fields into the form. A choice that is not there is left at the form's own."""
    values: dict[str, Any] = asdict(fields)
    model = _model_or_automatic(studio.models, fields.base_model)
    fresh = creating.fields_for(model)
    samplers = [sampler.name for sampler in studio.pictures.samplers()]
    try:
        sizes = creating.size_choices(model, also=fields.size)
    except StudioError:
        sizes, values["size"] = creating.size_choices(model), fresh.size
    values["size"] = gr.Dropdown(choices=sizes, value=values["size"])
    values["sampler"] = fields.sampler if fields.sampler in samplers else fresh.sampler
    values["pace"] = creating.pace_of(values["sampler"])
    values["start"] = _start_that_is_there(studio.init_images, fields.start)
    values["seed"] = gr.Textbox(value=fields.seed, visible=not fields.surprise)
    names = {name for _, name in creating.axis_choices(fields.subjects)}
    values["x_name"] = fields.x_name if fields.x_name in names else "strength"
    values["y_name"] = fields.y_name if fields.y_name in names else ""
    values["compare"] = fields.compare if fields.compare in creating.COMPARISONS else creating.NOTHING
    values["blending"] = fields.blending if fields.blending in BLENDINGS else fresh.blending
    values["prompt"] = fields.prompt[:MAX_PROMPT]
    read, choices = _words_of(studio.pictures, values["prompt"], values["subjects"], fields.readings)
    values["readings"] = reading_update(read, [choice["name"] for choice in choices], value=fields.readings)
    known = [base_model.id for base_model in studio.models.known()]
    values["base_model"] = fields.base_model if fields.base_model in known else "auto"
    return [values[name] for name in creating.NAMES]


def _start_that_is_there(init_images: InitImages, file: str) -> str:
    try:
        init_images.file(asking(), file)
    except StudioError:
        return ""
    return file


def _model_or_automatic(models: ModelChoice, base_model: str) -> BaseModel:
    try:
        return models.named(base_model)
    except StudioError:
        return models.named()
