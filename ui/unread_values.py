"""Values that gradio itself cannot read for a component, or that are none of its choices, in a sentence of ours.

They come from no browser that shows this page as it is. Gradio would answer without a word, and write a traceback into
the log, before a handler could look at them.
"""

from typing import Any

import gradio as gr
from gradio.block_function import BlockFunction
from gradio.components import Component

from studio.checks import shown
from studio.words import say


def explain_unread(page: gr.Blocks) -> None:
    """Have the page answer such values in a sentence that names the field. Called when all of it is laid out."""
    read, call = page.preprocess_data, page.call_function

    async def preprocess_data(block_fn: BlockFunction, inputs: list[Any], *more: Any, **named: Any) -> Any:
        try:
            return await read(block_fn, inputs, *more, **named)
        except gr.Error as error:
            if error.print_exception:  # gradio's own, which does not say which field it is about
                raise _refusal(page, block_fn, inputs) from error
            raise
        except Exception as error:
            raise _refusal(page, block_fn, inputs) from error

    async def call_function(*values: Any, **named: Any) -> Any:
        try:
            return await call(*values, **named)
        except gr.Error as error:
            if error.print_exception:  # gradio's own, of a file that came with a press
                raise gr.Error(say("unread-event"), print_exception=False) from error
            raise
        except Exception as error:  # of what came with a press; handlers explain their own
            raise gr.Error(say("unread-event"), print_exception=False) from error

    page.preprocess_data = preprocess_data  # type: ignore[method-assign] - gradio would write a .pyi for a subclass
    page.call_function = call_function  # type: ignore[method-assign]


def _refusal(page: gr.Blocks, block_fn: BlockFunction, inputs: object) -> gr.Error:
    values = inputs if isinstance(inputs, list) else []
    if len(values) < len(block_fn.inputs):
        sentence = say("too-few-values", count=len(values), needed=len(block_fn.inputs))
        return gr.Error(sentence, print_exception=False)
    for block, value in zip(block_fn.inputs, values, strict=False):
        if isinstance(block, Component) and not block.stateful and not _can_be_read(block, value):
            what = _label(page, block) or say("a-field")
            return gr.Error(say("unread-value", what=what, value=shown(value)), print_exception=False)
    return gr.Error(say("unread-values"), print_exception=False)


def _label(page: gr.Blocks, block: Component) -> str | None:
    """A field's label as it stands on the page of whoever sent the value: in her language."""
    return next((one["props"].get("label") for one in page.config["components"] if one["id"] == block._id), None)


def _can_be_read(block: Component, value: Any) -> bool:
    try:
        if block.data_model is not None and value is not None:
            value = block.data_model.model_validate(value, context={"validate_meta": True})
        block.preprocess(value)
    except Exception:  # noqa: BLE001 - whatever it is, that is the field
        return False
    return True
