"""Radio groups of Make whose choices look like cards: how good, which shape, which style."""

from collections.abc import Iterable
from typing import Any

import gradio as gr

from studio.jobs.job import Job
from studio.models.base_models import BaseModel
from studio.pictures.qualities import QUALITIES, model_calls, seconds_per_call
from studio.pictures.samplers import sampler_named
from studio.pictures.styles import styles_for
from studio.words import say
from ui.components.scripts import script
from ui.forms import creating
from ui.forms.creating import CreateFields


def quality_cards(elem_id: str, base_model: BaseModel, fields: CreateFields) -> gr.HTML:
    """Draft, good or best. Its value is what the form holds of sampler, steps, guidance_scale, size and count.

    Its event `pick` tells that a person chose one. `quality_update` gives it the numbers of another base model.
    """
    words = {
        "legend": say("quality-label"),
        "own": say("quality-own"),
        "seconds": say("quality-seconds", seconds="{seconds}"),
        "minutes": say("quality-minutes", minutes="{minutes}"),
    }
    held = ("sampler", "steps", "guidance_scale", "size", "count")
    return gr.HTML(
        value={name: getattr(fields, name) for name in held},
        html_template='<div class="quality-place"></div>',
        js_on_load=script("page/nodes", "make/radio_cards", "make/quality_cards", words=words),
        apply_default_css=False,
        elem_id=elem_id,
        **quality_facts((), base_model),
    )


def quality_facts(jobs: Iterable[Job], base_model: BaseModel) -> dict[str, Any]:
    """The properties of `quality_cards` for a base model; `jobs`, newest first, tell how long pictures take."""
    rows: list[dict[str, Any]] = []
    for quality in QUALITIES:
        sampler, steps, guidance_scale = quality.numbers(base_model)
        rows.append(
            {
                "name": quality.name,
                "title": say(f"quality-{quality.name}"),
                "help": say(f"quality-{quality.name}-help"),
                "sampler": sampler,
                "steps": steps,
                "guidance_scale": guidance_scale,
                "calls": model_calls(sampler_named(sampler), steps),
            }
        )
    return {"rows": rows, "rate": seconds_per_call(jobs, base_model)}


def shape_cards(elem_id: str, base_model: BaseModel, size: str) -> gr.HTML:
    """Square, upright or wide. Its value is the size that the form holds; its event `pick` tells of a choice."""
    return gr.HTML(
        value=size,
        html_template='<div class="shape-place"></div>',
        js_on_load=script(
            "page/nodes", "make/radio_cards", "make/shape_cards",
            words={"legend": say("shape-label"), "own": say("shape-own", size="{size}")},
        ),
        apply_default_css=False,
        elem_id=elem_id,
        rows=shape_rows(base_model),
    )  # fmt: skip


def shape_rows(base_model: BaseModel) -> list[dict[str, str]]:
    """The property `rows` of `shape_cards` for a base model."""
    shapes = creating.shapes_of(base_model)
    return [{"value": creating.size_name(*size), "title": say(f"shape-{shape}")} for shape, size in shapes.items()]


def style_cards(elem_id: str) -> gr.HTML:
    """The styles, and those of one's own, which the browser keeps. Its value is the words that a style adds.

    `rows` is None until `style_rows` of a base model came.
    """
    keys = (
        "none",
        "none-help",
        "own",
        "name",
        "name-example",
        "words",
        "words-example",
        "save",
        "empty",
        "full",
        "other",
    )
    words = {key.replace("-", "_"): say(f"style-{key}") for key in keys}
    return gr.HTML(
        value="",
        html_template='<div class="style-place"></div>',
        js_on_load=script(
            "page/nodes", "make/radio_cards", "make/style_cards",
            words={**words, "legend": say("style-label"), "forget": say("style-forget", name="{name}")},
        ),
        apply_default_css=False,
        elem_id=elem_id,
        rows=None,
    )  # fmt: skip


def style_rows(family: str) -> list[dict[str, str]]:
    """The property `rows` of `style_cards` for a family of base models."""
    return [{"value": style.words, "title": say(style.title)} for style in styles_for(family)]
