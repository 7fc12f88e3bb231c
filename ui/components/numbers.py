"""Sliders whose values the handlers check, so that what is wrong is said in a sentence of ours, beside the button.

Gradio's own refuse a value outside of their bounds in a message that does not say which field it is about.
"""

from typing import Any

import gradio as gr


def slider(*bounds: float, **settings: Any) -> gr.Slider:
    """gr.Slider that hands on whatever its number field holds."""
    made = gr.Slider(*bounds, **settings)
    made.preprocess = lambda payload: payload  # type: ignore[method-assign] - a subclass would write a .pyi file
    return made
