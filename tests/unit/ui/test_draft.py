"""What a browser keeps of the form of Create."""

import asyncio
import gc
import warnings

import gradio as gr

from studio.studio import Studio
from ui.page import build_page
from ui.served_files import ServedFiles


def test_a_change_is_kept_before_anything_is_asked_about_it(studio: Studio, page_files: ServedFiles) -> None:
    """Gradio does what follows a change one after the other: behind a question, a reload would lose what was typed."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # gradio leaves event loops open that nothing runs in
        page = build_page(studio, page_files, lambda: 0.0)
        asyncio.set_event_loop(None)
        gc.collect()
    handlers = list(page.fns.values())
    keeping = next(one for one in handlers if any(isinstance(block, gr.BrowserState) for block in one.outputs))
    assert len(keeping.targets) > 20
    first = {target: next(one for one in handlers if target in one.targets) for target in keeping.targets}
    assert {target: one.fn for target, one in first.items() if one is not keeping} == {}
