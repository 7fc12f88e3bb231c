"""From the studio's errors to what a person or a program reads."""

import functools
import inspect
import logging
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

import gradio as gr

from studio.errors import StudioError
from studio.words import say
from ui.forms.values import checked, hints_of

P = ParamSpec("P")
R = TypeVar("R")

log = logging.getLogger("cuddle.page")


def in_sentences(handler: Callable[P, dict[str, Any]]) -> Callable[P, dict[str, Any]]:
    """A function for scripts of the page to call, which answer events of their own and show no toast of gradio's.

    As explained(), but what it refuses is answered as {"problem": the sentence}.
    """
    said = explained(handler)

    @functools.wraps(handler)
    def inner(*args: P.args, **kwargs: P.kwargs) -> dict[str, Any]:
        try:
            return said(*args, **kwargs)
        except gr.Error as error:
            return {"problem": str(error.message)}

    return inner


def explained(handler: Callable[P, R]) -> Callable[P, R]:
    """A handler whose values are of the sorts that its annotations name, or it is not called (ui.forms.values).

    A StudioError becomes a message with the same sentence; any other error is logged whole. Not for generators: what
    one yielded last is sent once more when it ends (gradio 6.31), over what changed on the page meanwhile. Errors:
    gr.Error, which both the page and gradio_client show.
    """
    signature, hints = inspect.signature(handler), hints_of(handler)

    @functools.wraps(handler)
    def inner(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            given = signature.bind(*args, **kwargs)
            given.arguments.update(checked(given.arguments, hints))
            return handler(*given.args, **given.kwargs)
        except StudioError as error:
            raise gr.Error(str(error), print_exception=False) from error
        except gr.Error:
            raise
        except Exception as error:
            log.exception("%s failed", getattr(handler, "__name__", handler))
            raise gr.Error(say("something-broke"), print_exception=False) from error

    return inner
