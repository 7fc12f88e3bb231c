"""What may be chosen: samplers, base models, presets."""

from typing import Any

from gradio.events import api

from studio.studio import Studio
from ui.errors import explained
from ui.forms import rows
from ui.people import asking


def add_choices(studio: Studio) -> None:
    @explained
    def samplers() -> list[dict[str, Any]]:
        """The samplers, the recommended one first."""
        return [rows.sampler_row(sampler) for sampler in studio.pictures.samplers()]

    @explained
    def base_models() -> list[dict[str, Any]]:
        """The base models; "automatic" marks the one that "auto" means here."""
        automatic = studio.status().base_model
        return [rows.base_model_row(model, automatic) for model in studio.models.known(asking())]

    @explained
    def presets() -> list[dict[str, Any]]:
        """The presets, from quick to thorough."""
        return [rows.preset_row(preset) for preset in studio.subjects.presets()]

    for handler in (samplers, base_models, presets):
        api(handler, api_name=handler.__name__)
