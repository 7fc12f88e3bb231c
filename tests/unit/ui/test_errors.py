"""What a handler of the page does with errors, also one that yields."""

import inspect
from collections.abc import Iterator

import gradio as gr
import pytest

from studio.errors import StudioError
from studio.words import say
from ui.errors import explained


@pytest.mark.parametrize(
    ("error", "sentence"), [(StudioError("It is empty."), "It is empty."), (KeyError("x"), say("something-broke"))]
)
def test_a_handler_that_yields_is_still_one_and_its_errors_are_told(error: Exception, sentence: str) -> None:
    @explained
    def handler() -> Iterator[str]:
        yield "first"
        raise error

    assert inspect.isgeneratorfunction(handler)
    answers = handler()
    assert next(answers) == "first"
    with pytest.raises(gr.Error, match=sentence):
        next(answers)
