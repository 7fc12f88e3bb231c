"""What the page is told once a subject was deleted."""

from collections.abc import Sequence
from pathlib import Path

import gradio as gr
from gradio.blocks import Block

from studio.people.person import OWNER
from studio.store import Store
from studio.studio import Studio
from tests.by_hand import begin, finish_lesson
from tests.unit.ui.conftest import handlers_named, laid_out
from ui.served_files import ServedFiles
from ui.tabs.subjects import build_subjects


def test_its_panel_goes_and_nothing_is_chosen_or_awaited_any_more(
    studio: Studio, store: Store, page_files: ServedFiles, photos: Sequence[Path]
) -> None:
    studio.subjects.teach(OWNER, photos, "Pretzel", "cat")
    finish_lesson(store, begin(store))
    with laid_out() as blocks:
        build_subjects(studio, page_files)
        (deleting,) = handlers_named(blocks, "delete_chosen_subject")
        told = dict(zip(deleting.outputs, deleting.fn("Pretzel"), strict=True))
    kept = [value for part, value in told.items() if isinstance(part, gr.State)]
    assert kept[:2] == [None, None] and not any(isinstance(value, Block) for value in kept)
    (panel,) = (value for part, value in told.items() if isinstance(part, gr.Column) and isinstance(value, gr.Column))
    assert not panel.visible
