"""Choosing a base model."""

import gradio as gr

from studio.base_models import BaseModel, resolve
from studio.studio import Studio
from ui import texts


def base_model_dropdown(studio: Studio, elem_id: str) -> gr.Dropdown:
    """The base models by title, with what "auto" means here first."""
    automatic = studio.status().base_model
    choices = [(f"Automatic: {automatic.title}", "auto")]
    choices += [(model.title, model.id) for model in studio.base_models()]
    return gr.Dropdown(choices, value="auto", label=texts.BASE_MODEL_LABEL, info=automatic.description, elem_id=elem_id)


def model_named(studio: Studio, base_model: str | None) -> BaseModel:
    """The base model of a page's choice. Errors: StudioError."""
    return studio.status().base_model if base_model in (None, "", "auto") else resolve(base_model)
