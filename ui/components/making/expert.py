"""The drawer "Expert": what to avoid, a picture to start from, the sampler and its numbers, comparing, base model."""

from collections.abc import Callable
from typing import Any

import gradio as gr
from gradio.components import Component

from studio.errors import StudioError
from studio.models.choice import ModelChoice
from studio.pictures.init_images import InitImages
from studio.pictures.options import BLENDINGS
from studio.pictures.qualities import GOOD, QUALITIES, own_numbers
from studio.pictures.samplers import MAX_STEPS, Sampler
from studio.studio import Studio
from studio.words import Message, say
from ui.components.base_models import base_model_dropdown
from ui.components.numbers import slider
from ui.errors import explained
from ui.forms import creating, wire
from ui.forms.creating import CreateFields
from ui.people import asking
from ui.served_files import ServedFiles


def lay_out_expert(studio: Studio, empty: CreateFields) -> tuple[gr.Image, dict[str, Component]]:
    """The widgets by the names of CreateFields, inside the drawer, and the place for a picture to start from."""
    widgets: dict[str, Component] = {}
    widgets["negative_prompt"] = gr.Textbox(
        label=say("avoid-label"), info=say("avoid-help"), placeholder=say("avoid-placeholder"), max_lines=4,
        elem_id="avoid",
    )  # fmt: skip
    start, about_start = _lay_out_start(empty)
    widgets |= about_start
    widgets["size"] = gr.Dropdown(
        creating.size_choices(studio.status().base_model), value=empty.size, label=say("size-label"),
        info=say("size-help"), elem_id="size",
    )  # fmt: skip
    rows = [(_sampler_words(row), row.name) for row in studio.pictures.samplers()]
    widgets["sampler"] = gr.Dropdown(
        rows, value=empty.sampler, label=say("sampler-label"), elem_id="sampler", filterable=False
    )
    with gr.Row():
        widgets["steps"] = slider(
            1, MAX_STEPS, value=empty.steps, step=1, label=say("steps-label"), info=say("steps-help"), min_width=150,
            elem_id="steps",
        )  # fmt: skip
        widgets["guidance_scale"] = slider(
            1, 30, value=empty.guidance_scale, step=0.5, label=say("guidance-label"), info=say("guidance-help"),
            min_width=150, elem_id="guidance",
        )  # fmt: skip
    with gr.Row():
        widgets["surprise"] = gr.Checkbox(
            value=empty.surprise, label=say("surprise-label"), info=say("surprise-help"), min_width=150,
            elem_id="surprise",
        )  # fmt: skip
        widgets["seed"] = gr.Textbox(  # a browser's numbers are exact up to 2**53 alone, and seeds go up to 2**64 - 1
            value=empty.seed, label=say("seed-label"), info=say("seed-help"), max_lines=1, max_length=40, min_width=150,
            visible=not empty.surprise, interactive=True, elem_id="seed",
        )  # fmt: skip
    with gr.Row():
        widgets["variation_strength"] = slider(
            0, 1, value=empty.variation_strength, step=0.05, label=say("variation-label"), info=say("variation-help"),
            min_width=150, visible=not empty.surprise, elem_id="variation",
        )  # fmt: skip
        widgets["variation_seed"] = gr.Textbox(
            value=empty.variation_seed, label=say("variation-seed-label"), info=say("variation-seed-help"), max_lines=1,
            max_length=40, min_width=150, visible=False, interactive=True, elem_id="variation-seed",
        )  # fmt: skip
    with gr.Row():
        widgets["larger_scale"] = slider(
            1, 3, value=empty.larger_scale, step=0.25, label=say("larger-label"), info=say("larger-help"),
            min_width=150, elem_id="larger",
        )  # fmt: skip
        widgets["larger_strength"] = slider(
            0.05, 1, value=empty.larger_strength, step=0.05, label=say("larger-strength-label"),
            info=say("larger-strength-help"), min_width=150, visible=empty.larger_scale > 1, elem_id="larger-strength",
        )  # fmt: skip
    widgets["blending"] = gr.Radio(
        list(zip((say("blend-apart"), say("blend-sum")), BLENDINGS, strict=True)), value=empty.blending,
        label=say("blending-label"), info=say("blending-help"), elem_id="blending",
    )  # fmt: skip
    widgets |= _lay_out_compare(empty)
    widgets["base_model"] = base_model_dropdown(studio, "create-base-model")
    return start, widgets


def _lay_out_compare(empty: CreateFields) -> dict[str, Component]:
    widgets: dict[str, Component] = {}
    widgets["compare"] = gr.Radio(
        [(say("compare-nothing"), creating.NOTHING), (say("compare-strip"), creating.STRIP),
         (say("compare-grid"), creating.GRID)],
        value=empty.compare, label=say("compare-label"), info=say("compare-help"), elem_id="compare",
    )  # fmt: skip
    choices = creating.axis_choices([])
    with gr.Row():
        for side, label in (("x", say("across-label")), ("y", say("down-label"))):
            widgets[f"{side}_name"] = gr.Dropdown(
                choices if side == "x" else [(say("down-nothing"), ""), *choices], value=getattr(empty, f"{side}_name"),
                label=label, visible=False, min_width=220, elem_id=f"{side}-name",
            )  # fmt: skip
            widgets[f"{side}_values"] = gr.Textbox(
                value=getattr(empty, f"{side}_values"), label=say("values-label"), info=say("values-help"), max_lines=1,
                visible=False, min_width=220, elem_id=f"{side}-values",
            )  # fmt: skip
    return widgets


def _lay_out_start(empty: CreateFields) -> tuple[gr.Image, dict[str, Component]]:
    """Where a picture to start from is dropped, and the fields about it."""
    picture = gr.Image(
        label=say("start-label"), type="filepath", sources=["upload", "clipboard"], height=220, elem_id="start-picture",
        buttons=[],
        image_mode=None,  # or gradio would decode it here, whatever its size
    )  # fmt: skip
    widgets: dict[str, Component] = {
        "start": gr.Textbox(value=empty.start, visible=False, elem_id="start-file"),
        "start_strength": slider(
            0.05, 1, value=empty.start_strength, step=0.05, label=say("start-strength-label"),
            info=say("start-strength-help"), elem_id="start-strength", visible=bool(empty.start),
        ),
    }  # fmt: skip
    return picture, widgets


def wire_numbers(widgets: dict[str, Any], models: ModelChoice) -> None:
    """Sampler and base model bring the numbers that suit them."""
    numbers = [widgets["sampler"], widgets["steps"], widgets["guidance_scale"]]

    @explained
    def sampler_changed(sampler: str, base_model: str) -> tuple[int, float]:
        _, steps, guidance_scale = own_numbers(sampler, models.named(asking(), base_model))
        return steps, guidance_scale

    @explained
    def base_model_changed(base_model: str, sampler: str) -> tuple[Any, str, int, float]:
        model = models.named(asking(), base_model)
        sizes = gr.Dropdown(choices=creating.size_choices(model), value=creating.fields_for(model).size)
        quality = next((one for one in QUALITIES if one.sampler == sampler), GOOD)
        return sizes, *quality.numbers(model)

    quiet: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
    widgets["sampler"].input(
        sampler_changed, inputs=[widgets["sampler"], widgets["base_model"]],
        outputs=[widgets["steps"], widgets["guidance_scale"]], **quiet,
    )  # fmt: skip
    widgets["base_model"].input(
        base_model_changed,
        inputs=[widgets["base_model"], widgets["sampler"]],
        outputs=[widgets["size"], *numbers],
        **quiet,
    )


def wire_expert(widgets: dict[str, Any]) -> None:
    """What shows only when it is needed, and what a grid can vary for those who are chosen."""

    def shows(sources: list[str], targets: list[str], is_shown: Callable[..., bool]) -> None:
        def updates(*values: Any) -> Any:
            each = [gr.update(visible=bool(is_shown(*values))) for _ in targets]
            return each if len(each) > 1 else each[0]

        gr.on(
            [widgets[name].change for name in sources], updates, inputs=[widgets[name] for name in sources],
            outputs=[widgets[name] for name in targets], queue=False, api_visibility="private",
            show_progress="hidden",
        )  # fmt: skip

    def is_grid(compare: object) -> bool:
        return compare == creating.GRID

    def is_larger(scale: object) -> bool:
        return isinstance(scale, int | float) and scale > 1

    shows(["surprise"], ["seed", "variation_strength"], lambda surprise: not surprise)
    shows(["surprise", "variation_strength"], ["variation_seed"], lambda surprise, far: not surprise and bool(far))
    shows(["larger_scale"], ["larger_strength"], is_larger)
    shows(["compare"], ["x_name", "x_values", "y_name"], is_grid)
    shows(["compare", "y_name"], ["y_values"], lambda compare, name: is_grid(compare) and bool(name))

    @explained
    def likeness_of_each(chosen: object, x_name: str, y_name: str) -> tuple[Any, Any]:
        try:
            choices = creating.axis_choices(creating.subject_choices(chosen))
        except StudioError:  # the button says it
            choices = creating.axis_choices([])
        known = [name for _, name in choices]
        return (
            gr.update(choices=choices, value=x_name if x_name in known else "strength"),
            gr.update(choices=[(say("down-nothing"), ""), *choices], value=y_name if y_name in known else ""),
        )

    sides = [widgets["x_name"], widgets["y_name"]]
    widgets["subjects"].change(
        likeness_of_each, inputs=[widgets["subjects"], *sides], outputs=sides, queue=False, api_visibility="private",
        show_progress="hidden",
    )  # fmt: skip


def wire_start(
    widgets: dict[str, Any],
    picture: gr.Image,
    part: gr.Accordion,
    init_images: InitImages,
    models: ModelChoice,
    served: ServedFiles,
) -> None:
    """A picture that is dropped is kept, and the nearest size is chosen; one that is chosen elsewhere is shown."""

    @explained
    def kept(path: str | None, base_model: str) -> tuple[str, Any]:
        if not path:
            return "", gr.skip()
        model = models.named(asking(), base_model)  # first, so that nothing is kept where it is none
        file = init_images.keep(asking(), wire.files(path)[0])
        return file, creating.nearest_size(*init_images.size(asking(), file), model)

    @explained
    def shown(start: str) -> tuple[Any, Any, Any]:
        if not start:
            return None, gr.Slider(visible=False), gr.skip()
        return str(served.copy_of(init_images.file(asking(), start))), gr.Slider(visible=True), gr.Accordion(open=True)

    picture.upload(
        kept, inputs=[picture, widgets["base_model"]], outputs=[widgets["start"], widgets["size"]],
        api_visibility="private",
    )  # fmt: skip
    picture.clear(lambda: "", outputs=[widgets["start"]], queue=False, api_visibility="private")
    widgets["start"].change(
        shown, inputs=[widgets["start"]], outputs=[picture, widgets["start_strength"], part], api_visibility="private",
        show_progress="hidden",
    )  # fmt: skip


def _sampler_words(row: Sampler) -> str:
    low, high = row.good_steps
    steps = Message("sampler-steps" if low == high else "sampler-steps-between", low=low, high=high)
    key = "sampler-choice-recommended" if row.recommended else "sampler-choice"
    return say(key, name=row.name, help=Message(row.description), steps=steps)
