"""What a handler of the page does with errors."""

import gradio as gr
import pytest

from studio.errors import StudioError
from studio.words import as_written, say
from ui.errors import explained


@pytest.mark.parametrize(
    ("error", "sentence"),
    [(StudioError(as_written("It is empty.")), "It is empty."), (KeyError("x"), say("something-broke"))],
)
def test_the_errors_of_a_handler_are_told(error: Exception, sentence: str) -> None:
    @explained
    def handler(name: str) -> str:
        if name == "Biscuit":
            return name
        raise error

    assert handler("Biscuit") == "Biscuit"
    with pytest.raises(gr.Error, match=sentence):
        handler("")
