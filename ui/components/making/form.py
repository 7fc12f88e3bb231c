"""The form of Make put together: who, what, in which style, how many and how good, the drawer, and the button."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import gradio as gr
from gradio.components import Component

from studio.errors import StudioError
from studio.jobs.requests import MAX_COUNT
from studio.models.base_models import BaseModel
from studio.models.choice import ModelChoice
from studio.pictures.pictures import Pictures
from studio.prompts.picture_words import PictureWords
from studio.studio import Studio
from studio.subjects.subject import Subject
from studio.words import say
from ui.components.jobs.news import JobNews, job_news
from ui.components.making.examples import example_chips, example_rows
from ui.components.making.expert import lay_out_expert, wire_expert, wire_numbers, wire_start
from ui.components.making.presses import Presses
from ui.components.making.prompt_reading import prompt_reading, reading_update
from ui.components.making.radio_cards import (
    quality_cards,
    quality_facts,
    shape_cards,
    shape_rows,
    style_cards,
    style_rows,
)
from ui.components.markup import problem, problem_line, remark
from ui.components.numbers import slider
from ui.components.scripts import script
from ui.components.subjects.picker import (
    cards,
    cards_update,
    places_of_subjects,
    shape_html,
    stage_shape,
    subject_picker,
)
from ui.errors import explained
from ui.forms import creating
from ui.forms.creating import CreateFields
from ui.forms.field_names import as_on_page
from ui.live import LivePart
from ui.people import asking
from ui.served_files import ServedFiles

_QUIET: dict[str, Any] = {"queue": False, "api_visibility": "private", "show_progress": "hidden"}


@dataclass(frozen=True, kw_only=True, slots=True)
class MakeForm:
    """The widgets of the form, by the names of CreateFields, and what follows them.

    `quality` and `shape` show what the widgets hold and change it; `examples` are ideas for the prompt. `token`: of a
    press. `start`: the picture to start from, in the drawer `expert`.
    """

    widgets: dict[str, Component]
    button: gr.Button
    token: gr.Textbox
    news: JobNews
    trouble: gr.HTML
    start: gr.Image
    expert: gr.Accordion
    stage_shape: gr.HTML
    quality: gr.HTML
    shape: gr.HTML
    examples: gr.HTML

    @property
    def in_order(self) -> list[Component]:
        """The widgets in the order of creating.NAMES."""
        return [self.widgets[name] for name in creating.NAMES]


def lay_out_form(studio: Studio, empty: CreateFields) -> MakeForm:
    """Lay the form out. `empty`: what it holds before anyone touched it."""
    widgets: dict[str, Component] = {}
    base_model = studio.status().base_model
    with gr.Column(elem_id="make-form"):
        gr.Markdown(f"### {say('who-label')}", elem_classes=["step"])
        widgets["subjects"] = subject_picker("who", places_id="where")
        widgets["prompt"] = gr.Textbox(
            label=say("prompt-label"), info=say("make-prompt-help"), placeholder=say("prompt-placeholder"), lines=2,
            max_lines=6, elem_id="prompt",
        )  # fmt: skip
        widgets["readings"] = prompt_reading("prompt-reading", prompt_id="prompt")
        examples = example_chips("examples", prompt_id="prompt")
        places_of_subjects("where")
        widgets["style"] = style_cards("style")
        quality = quality_cards("quality", base_model, empty)
        with gr.Row(elem_id="shape-and-count"):
            shape = shape_cards("shape", base_model, empty.size)
            widgets["count"] = slider(
                1, MAX_COUNT, value=empty.count, step=1, label=say("count-label"), min_width=220,
                elem_id="count",
            )  # fmt: skip
        shown_shape = stage_shape("stage-shape", empty.size)
        with gr.Accordion(say("expert"), open=False, elem_id="create-more") as expert:
            start, technical = lay_out_expert(studio, empty)
            widgets |= technical
        with gr.Column(elem_id="make-bar"):
            news = job_news("create-news", studio)
            trouble = problem_line("create-problem")
            button = gr.Button(say("make-button"), variant="primary", size="lg", elem_id="create-button")
        token = gr.Textbox("", visible=False, elem_id="press-token")
        gr.HTML(
            "", html_template="", js_on_load=script("make/making"), apply_default_css=False, elem_id="script-making"
        )  # fmt: skip
    return MakeForm(
        widgets=widgets, button=button, token=token, news=news, trouble=trouble, start=start, expert=expert,
        stage_shape=shown_shape, quality=quality, shape=shape, examples=examples,
    )  # fmt: skip


def wire_form(form: MakeForm, studio: Studio, served: ServedFiles) -> list[LivePart]:
    """Wire it, after whatever has to follow a change of the form before all else. Gives its live parts."""
    _wire_button(form, studio)
    _wire_reading(form.widgets, studio, served)
    _wire_cards(form)
    _wire_world(form, studio)
    wire_numbers(form.widgets, studio.models)
    wire_expert(form.widgets)
    wire_start(form.widgets, form.start, form.expert, studio.init_images, studio.models, served)
    return [
        LivePart(
            component=form.widgets["subjects"],
            content=lambda snapshot: cards(snapshot.usable, served, partial(studio.subjects.type_of, asking())),
            update=cards_update,
        ),
        form.news.live,
        LivePart(
            component=form.quality,
            content=lambda snapshot, name: quality_facts(snapshot.jobs, model_or_automatic(studio.models, name)),
            update=lambda facts: gr.HTML(**facts),
            chosen=form.widgets["base_model"],
        ),
    ]


def words_of(
    pictures: Pictures, prompt: str, subjects: object, readings: object, style: object
) -> tuple[PictureWords | None, list[dict[str, Any]]]:
    """How a prompt is read with these subjects, and their choices. None where the button would refuse it."""
    try:
        choices = creating.subject_choices(subjects)
        options = {"readings": creating.reading_choices(readings), "style": style}
        return pictures.read_prompt(asking(), prompt, subjects=choices, options=options), choices
    except StudioError:
        return None, []


def model_or_automatic(models: ModelChoice, base_model: str) -> BaseModel:
    """The base model of that name; the automatic one where there is none."""
    try:
        return models.named(asking(), base_model)
    except StudioError:
        return models.automatic()


def _wire_button(form: MakeForm, studio: Studio) -> None:
    presses, pictures = Presses(), studio.pictures

    @explained
    def make_pictures(press: str = "", **raw: Any) -> list[Any]:
        person = asking()
        try:
            arguments = creating.create_fields(raw).as_arguments()
            id, is_known = presses.once(person, press, arguments, lambda: pictures.create(person, **arguments).id)
        except StudioError as error:
            return [*form.news.nothing(), problem(say(as_on_page(error.message)))]
        job = studio.queue.get(person, id)
        return [*form.news.about(job), remark(say("press-known")) if is_known else ""]

    form.button.click(
        make_pictures,
        inputs_kwargs={**form.widgets, "press": form.token},
        outputs=[*form.news.parts, form.trouble],
        api_visibility="private",
        js="(...values) => [...values.slice(0, -1), window.tokenOfPress()]",
    ).then(None, js="() => { window.pressAnswered(); }", api_visibility="private")


def _wire_cards(form: MakeForm) -> None:
    """Quality and shape follow what the widgets hold, and the other way round; all of it in the browser."""
    widgets: dict[str, Any] = form.widgets
    held = ("sampler", "steps", "guidance_scale", "size", "count")
    names = ", ".join(held)
    gr.on(
        [widgets[name].change for name in held], None, inputs=[widgets[name] for name in held],
        outputs=[form.quality, form.shape], js=f"({names}) => [{{ {names} }}, size]", **_QUIET,
    )  # fmt: skip
    form.quality.pick(
        None, inputs=[form.quality], outputs=[widgets[name] for name in held[:3]],
        js="(held) => [held.sampler, held.steps, held.guidance_scale]", **_QUIET,
    )  # fmt: skip
    form.shape.pick(None, inputs=[form.shape], outputs=[widgets["size"]], js="(size) => size", **_QUIET)
    widgets["size"].change(explained(shape_html), inputs=[widgets["size"]], outputs=[form.stage_shape], **_QUIET)


def _wire_world(form: MakeForm, studio: Studio) -> None:
    """Shapes, examples and styles are those of the base model, and the examples are about who is chosen."""
    widgets: dict[str, Any] = form.widgets

    def chosen_subjects(subjects: object) -> list[Subject]:
        try:
            names = [choice["name"] for choice in creating.subject_choices(subjects)]
            return [studio.subjects.ready(asking(), name) for name in names]
        except StudioError:  # the button says it
            return []

    def model_of(chosen: Sequence[Subject], base_model: str) -> BaseModel:
        try:
            return studio.models.for_picture(asking(), chosen, base_model)
        except StudioError:
            return model_or_automatic(studio.models, base_model)

    @explained
    def world(subjects: object, base_model: str) -> list[Any]:
        chosen = chosen_subjects(subjects)
        family = model_of(chosen, base_model).family
        ideas = example_rows(family, [(one, studio.subjects.type_of(asking(), one)) for one in chosen])
        shapes = shape_rows(model_or_automatic(studio.models, base_model))
        return [gr.HTML(rows=shapes), gr.HTML(sentences=ideas), gr.HTML(rows=style_rows(family))]

    inputs = [widgets["subjects"], widgets["base_model"]]
    outputs = [form.shape, form.examples, widgets["style"]]
    changes = [widget.change for widget in inputs]
    gr.on(changes, world, inputs=inputs, outputs=outputs, trigger_mode="always_last", **_QUIET)
    gr.on(None, world, inputs=inputs, outputs=outputs, **_QUIET)  # when the page is opened


def _wire_reading(widgets: dict[str, Component], studio: Studio, served: ServedFiles) -> None:
    """Show how the prompt is read, and press the faces of those who are named as it is typed.

    Whoever fills the form shows it, too.
    """
    named = gr.State([])  # who was named when a face was pressed last: who is taken off again stays off

    @explained
    def look(prompt: str, subjects: object, readings: object, style: object) -> Any:
        if not prompt:  # emptied by hand or filled, which show it; an answer that comes late would wipe what they show
            return gr.skip()
        words, choices = words_of(studio.pictures, prompt, subjects, readings, style)
        return reading_update(words, [choice["name"] for choice in choices])

    @explained
    def look_and_press(
        prompt: str, subjects: object, readings: object, style: object, named_before: list[str]
    ) -> list[Any]:
        words, choices = words_of(studio.pictures, prompt, subjects, readings, style)
        if words is None:
            return [reading_update(None, ()), gr.skip(), gr.skip()]
        now = [subject.name for subject in words.reading.named()]
        chosen = creating.chosen_with(choices, words.choices, [name for name in now if name not in named_before])
        reading = reading_update(words, [choice["name"] for choice in chosen])
        if chosen == choices:
            return [reading, gr.skip(), now]
        person = asking()  # a face that is not there has no press
        shown = cards(studio.subjects.usable(person), served, partial(studio.subjects.type_of, person))
        return [reading, cards_update(shown, chosen), now]

    fields = [widgets[name] for name in ("prompt", "subjects", "readings", "style")]
    quiet: dict[str, Any] = {**_QUIET, "trigger_mode": "always_last"}
    pressing: dict[str, Any] = {
        "inputs": [*fields, named], "outputs": [widgets["readings"], widgets["subjects"], named], **quiet,
    }  # fmt: skip
    gr.on([widgets["prompt"].input, widgets["readings"].change], look_and_press, **pressing)  # type: ignore[attr-defined]
    widgets["readings"].put_in(look_and_press, **pressing)  # type: ignore[attr-defined]
    gr.on(
        [widgets[name].change for name in ("prompt", "subjects", "style")],  # type: ignore[attr-defined]
        look, inputs=fields, outputs=[widgets["readings"]], **quiet,
    )  # fmt: skip
