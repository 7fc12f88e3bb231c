"""What an update of a component with props of its own changes."""

import asyncio
from typing import Any

import gradio as gr
import pytest

from tests.unit.ui.conftest import laid_out
from ui.live import let_skips_change_nothing


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        (gr.skip(), {}),
        ({"value": {"a": "b"}, "__type__": "update"}, {"value": {"a": "b"}}),
        ({"photos": ["one"], "__type__": "update"}, {"props": {"photos": ["one"]}}),
    ],
)
def test_a_skip_for_an_html_component_leaves_its_props_alone(given: dict[str, Any], sent: dict[str, Any]) -> None:
    with laid_out() as page:
        parts = [gr.HTML({}, photos=[], title="Photos"), gr.Textbox(), gr.HTML("a")]
        gr.Button().click(lambda: None, outputs=parts)
        let_skips_change_nothing(page)
    (handler,) = page.fns.values()
    answers = asyncio.run(page.postprocess_data(handler, [given, "words", "<p>b</p>"], None))
    assert answers == [{**sent, "__type__": "update"}, "words", "<p>b</p>"]
