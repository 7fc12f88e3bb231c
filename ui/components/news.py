"""The part of the page that nobody sees: it asks whether anything is new, and says so to the rest of the page."""

import json
from collections.abc import Callable

import gradio as gr

from studio.studio import Studio
from ui.components.scripts import script

_READ_AGAIN_SECONDS = 60  # then everything is read anyway, for what time alone changes, such as news that is old


def news_watch(newest: Callable[[], str], every_seconds: float) -> gr.HTML:
    """The component. Its event `news` comes while `newest()` is not the value that it has.

    `newest` must be quick: each open page calls it every so many seconds, past gradio's events, behind the same login.
    """

    def newest_now(_arguments: object) -> str:
        return newest()

    return gr.HTML(
        "",
        elem_id="news",
        html_template="",
        js_on_load=script("page/news"),
        apply_default_css=False,
        server_functions=[newest_now],
        every_ms=1000 * every_seconds,
    )


def what_is_new(studio: Studio, now: float) -> str:
    """A text that is another one whenever the page would show anything else. `now`: unix seconds."""
    return json.dumps([*studio.standing(), int(now // _READ_AGAIN_SECONDS)])
