"""The Create tab: taught subjects and words become pictures."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any

import gradio as gr

from studio.errors import StudioError
from studio.jobs.requests import MAX_PROMPT
from studio.pictures.init_images import InitImages
from studio.pictures.options import BLENDINGS
from studio.studio import Studio
from studio.words import say
from ui.components.drafts import keep_draft
from ui.components.jobs.creation_panel import creation_html
from ui.components.making.form import MakeForm, lay_out_form, model_or_automatic, wire_form, words_of
from ui.components.making.prompt_reading import reading_update
from ui.components.pictures.dropped_picture import dropped_picture
from ui.components.pictures.results import results_html
from ui.components.subjects.picker import cards, cards_update
from ui.forms import creating
from ui.forms.creating import CreateFields
from ui.live import LivePart
from ui.people import asking
from ui.served_files import ServedFiles

DRAFT_KEY = "cuddle-create-draft"


@dataclass(frozen=True, kw_only=True, slots=True)
class CreateTab:
    """What other parts of the page need of this tab."""

    form: MakeForm
    live: list[LivePart]
    updates: Callable[[CreateFields], list[Any]]


def build_create_tab(page: gr.Blocks, draft: gr.BrowserState, studio: Studio, served: ServedFiles) -> CreateTab:
    """Lay the tab out and wire it."""
    empty = creating.fields_for(studio.status().base_model)

    def updates(fields: CreateFields) -> list[Any]:
        return _filled(studio, served, fields)

    gr.Markdown(say("create-intro"), elem_classes=["intro"])
    with gr.Row(equal_height=False):
        with gr.Column(scale=3, min_width=320):
            form = lay_out_form(studio, empty)
        with gr.Column(scale=2, min_width=300):
            progress = gr.HTML("", elem_id="creation", apply_default_css=False)
            results = gr.HTML("", elem_id="results", apply_default_css=False)
            dropped_picture(studio.metadata, {name: form.widgets[name] for name in creating.NAMES}, updates)

    def restore(kept: object) -> Any:
        if kept is None:  # a first visit: an answer that comes late would wipe what is typed by then
            return gr.skip()
        return updates(creating.from_draft(kept, empty))

    # Before all else that follows a change of the form.
    keep_draft(page, draft, {name: form.widgets[name] for name in creating.NAMES}, restore)
    live = [
        *wire_form(form, studio, served),
        LivePart(component=progress, content=lambda snapshot: creation_html(snapshot, served)),
        LivePart(component=results, content=lambda snapshot: results_html(snapshot, served)),
    ]
    return CreateTab(form=form, live=live, updates=updates)


def _filled(studio: Studio, served: ServedFiles, fields: CreateFields) -> list[Any]:
    """Updates that put these fields into the form. A choice that is not there is left at the form's own."""
    values: dict[str, Any] = asdict(fields)
    model = model_or_automatic(studio.models, fields.base_model)
    fresh = creating.fields_for(model)
    samplers = [sampler.name for sampler in studio.pictures.samplers()]
    try:
        sizes = creating.size_choices(model, also=fields.size)
    except StudioError:
        sizes, values["size"] = creating.size_choices(model), fresh.size
    values["size"] = gr.Dropdown(choices=sizes, value=values["size"])
    values["sampler"] = fields.sampler if fields.sampler in samplers else fresh.sampler
    values["start"] = _start_that_is_there(studio.init_images, fields.start)
    values["seed"] = gr.Textbox(value=fields.seed, visible=not fields.surprise)
    names = {name for _, name in creating.axis_choices(fields.subjects)}
    values["x_name"] = fields.x_name if fields.x_name in names else "strength"
    values["y_name"] = fields.y_name if fields.y_name in names else ""
    values["compare"] = fields.compare if fields.compare in creating.COMPARISONS else creating.NOTHING
    values["blending"] = fields.blending if fields.blending in BLENDINGS else fresh.blending
    values["prompt"] = fields.prompt[:MAX_PROMPT]
    read, choices = words_of(studio.pictures, values["prompt"], values["subjects"], fields.readings, fields.style)
    values["readings"] = reading_update(read, [choice["name"] for choice in choices], value=fields.readings)
    known = [base_model.id for base_model in studio.models.known(asking())]
    person = asking()  # with the cards of those who came since the page last looked: one that is not there has no press
    shown = cards(studio.subjects.usable(person), served, partial(studio.subjects.type_of, person))
    values["subjects"] = cards_update(shown, values["subjects"])
    values["base_model"] = fields.base_model if fields.base_model in known else "auto"
    return [values[name] for name in creating.NAMES]


def _start_that_is_there(init_images: InitImages, file: str) -> str:
    try:
        init_images.file(asking(), file)
    except StudioError:
        return ""
    return file
