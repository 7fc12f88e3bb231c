"""The place in Create where a picture made here or elsewhere is dropped, to fill the form with its settings."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import gradio as gr
from gradio.components import Component

from studio.checks import shown
from studio.errors import StudioError
from studio.interop.bounded_request import FoundSettings
from studio.interop.metadata import COPIES
from studio.interop.metadata_import import MetadataImport
from studio.words import say
from ui.components.markup import problem, problem_line, text
from ui.errors import explained
from ui.forms import wire
from ui.forms.creating import CreateFields
from ui.forms.found import fields_found
from ui.people import asking


def dropped_picture(
    metadata: MetadataImport, widgets: Mapping[str, Component], updates: Callable[[CreateFields], list[Any]]
) -> None:
    """Lay it out and wire it. `widgets` are the form's, in the order in which `updates` gives their updates."""
    gr.Markdown(say("dropped-help"), elem_classes=["hint"])
    file = gr.File(
        file_types=[*(form.suffix for form in COPIES.values()), ".jpeg"], label=say("dropped-label"), height=130,
        interactive=True, elem_id="dropped-picture",
    )  # fmt: skip
    said = problem_line("dropped-said")

    @explained
    def take_over(file: str | None, subjects: Any) -> list[Any]:
        # gradio 6.31 turns a skip for a gr.HTML with props of its own into an update that loses them
        unchanged = [subjects if name == "subjects" else gr.skip() for name in widgets]
        if not file:
            return [gr.skip(), gr.skip(), *unchanged]
        try:
            found = metadata.read(asking(), wire.files(file)[0])
        except StudioError as error:
            return [None, problem(str(error)), *unchanged]
        return [None, _said(Path(file).name, found), *updates(fields_found(found))]

    file.upload(
        take_over, inputs_kwargs={"file": file, "subjects": widgets["subjects"]},
        outputs=[file, said, *widgets.values()], api_visibility="private", show_progress="hidden",
    )  # fmt: skip


def _said(name: str, found: FoundSettings) -> str:
    remarks = "".join(f"<li>{text(say(remark))}</li>" for remark in found.remarks)
    news = text(say("form-took-over", file=shown(name, 60), program=found.program))
    return f'<div class="good-news" role="status"><p>{news}</p>{f"<ul>{remarks}</ul>" if remarks else ""}</div>'
