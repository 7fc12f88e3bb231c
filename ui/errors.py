"""From the studio's errors to what a person or a program reads."""

import functools
import inspect
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, ParamSpec, TypeVar

import gradio as gr

from studio.errors import StudioError
from studio.words import say
from ui.forms.values import checked, hints_of

P = ParamSpec("P")
R = TypeVar("R")

log = logging.getLogger("cuddle.page")


def explained(handler: Callable[P, R]) -> Callable[P, R]:
    """A handler whose values are of the sorts that its annotations name, or it is not called (ui.forms.values).

    A handler that yields stays one. A StudioError becomes a message with the same sentence; any other error is logged
    whole. Errors: gr.Error, which both the page and gradio_client show.
    """
    signature, hints = inspect.signature(handler), hints_of(handler)

    def bound(*args: P.args, **kwargs: P.kwargs) -> inspect.BoundArguments:
        given = signature.bind(*args, **kwargs)
        given.arguments.update(checked(given.arguments, hints))
        return given

    if inspect.isgeneratorfunction(handler):

        @functools.wraps(handler)
        def yielding(*args: P.args, **kwargs: P.kwargs) -> Any:
            with _told(handler):
                given = bound(*args, **kwargs)
                yield from handler(*given.args, **given.kwargs)

        return yielding

    @functools.wraps(handler)
    def inner(*args: P.args, **kwargs: P.kwargs) -> R:
        with _told(handler):
            given = bound(*args, **kwargs)
            return handler(*given.args, **given.kwargs)

    return inner


@contextmanager
def _told(handler: Callable[..., object]) -> Iterator[None]:
    try:
        yield
    except StudioError as error:
        raise gr.Error(str(error), print_exception=False) from error
    except gr.Error:
        raise
    except Exception as error:
        log.exception("%s failed", getattr(handler, "__name__", handler))
        raise gr.Error(say("something-broke"), print_exception=False) from error
