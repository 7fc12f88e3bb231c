"""What a browser keeps of a form: brought back after a reload, and in another language."""

from collections.abc import Callable, Mapping
from typing import Any

import gradio as gr
from gradio.components import Component

from ui.errors import explained

# It only keeps gradio from making a new one at each start, which would lose the draft; the draft is no secret.
_SECRET = "cuddle"

_QUIET: dict[str, Any] = {"queue": False, "api_visibility": "private", "show_progress": "hidden"}


def draft(key: str) -> gr.BrowserState:
    """The draft that this browser keeps under a key. Made outside of the tabs: inside one it is read too late."""
    return gr.BrowserState(None, storage_key=key, secret=_SECRET)


def keep_draft(
    page: gr.Blocks, kept: gr.BrowserState, widgets: Mapping[str, Component], restore: Callable[[object], Any]
) -> Any:
    """Keep what these widgets hold, by their names, and bring it back when the page is opened.

    `restore` gives the updates of all widgets for what was kept. Gives the event that it is back.

    Gradio begins with what else follows a change only when an answer to what was wired before it has come: wired first,
    the draft waits for no answer. A form that is not all brought back yet is not kept.
    """
    in_order = list(widgets.values())
    names = ", ".join(widgets)
    state = f'((window.drafts ??= {{}})["{kept.storage_key}"] ??= {{}})'
    keeping: dict[str, Any] = {"fn": None, "inputs": in_order, "outputs": [kept], **_QUIET}
    gr.on(
        [widget.change for widget in in_order],  # type: ignore[attr-defined]
        js=f"({names}) => {{ if ({state}.isBack) return {{{names}}}; {state}.waits = true; }}", **keeping,
    )  # fmt: skip
    is_back = page.load(  # type: ignore[attr-defined]
        explained(restore), inputs=[kept], outputs=in_order, queue=False, api_visibility="private"
    )
    is_back.success(js=f"({names}) => {{ {state}.isBack = true; if ({state}.waits) return {{{names}}}; }}", **keeping)
    return is_back
