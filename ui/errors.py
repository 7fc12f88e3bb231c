"""From the studio's errors to what a person or a program reads."""

import functools
import logging
from collections.abc import Callable
from typing import ParamSpec, TypeVar

import gradio as gr

from studio.errors import StudioError

P = ParamSpec("P")
R = TypeVar("R")

log = logging.getLogger("cuddle.page")

SOMETHING_BROKE = "Something in Cuddle itself went wrong; nothing you gave is lost. Its log says more. Try it again."


def explained(handler: Callable[P, R]) -> Callable[P, R]:
    """A handler whose StudioError becomes a message with the same sentence; any other error is logged whole.

    Errors: gr.Error, which both the page and gradio_client show.
    """

    @functools.wraps(handler)
    def inner(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return handler(*args, **kwargs)
        except StudioError as error:
            raise gr.Error(str(error), print_exception=False) from error
        except gr.Error:
            raise
        except Exception as error:
            log.exception("%s failed", getattr(handler, "__name__", handler))
            raise gr.Error(SOMETHING_BROKE, print_exception=False) from error

    return inner
