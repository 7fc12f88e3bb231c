"""How an endpoint is laid out that takes or gives files, or texts with a default."""

from typing import Any

import gradio as gr


def texts(**defaults: str | None) -> dict[str, Any]:
    """Hidden text boxes by name; one whose default is None must be given."""
    return {name: gr.Textbox(value=default, visible=False, interactive=True) for name, default in defaults.items()}


def endpoint(handler: Any, name: str, inputs: dict[str, Any], outputs: list[Any]) -> None:
    """An endpoint that takes or gives files, which gradio only moves for components."""
    gr.Button(visible=False).click(
        handler, inputs_kwargs=inputs, outputs=outputs, api_name=name, api_description=handler.__doc__
    )
