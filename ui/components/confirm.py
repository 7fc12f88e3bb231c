"""Asking once more before something goes for good, in the place where it was asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import gradio as gr

from studio.words import say


@dataclass(frozen=True, kw_only=True, slots=True)
class DeleteButton:
    """A button that asks first. `yes` is pressed when it is meant; `reset` gives the updates that hide the question."""

    button: gr.Button
    question: gr.Column
    words: gr.Markdown
    yes: gr.Button

    @property
    def parts(self) -> list[Any]:
        """What `reset` updates."""
        return [self.button, self.question]

    @staticmethod
    def reset() -> list[Any]:
        """The question goes, the button is back."""
        return [gr.Button(visible=True), gr.Column(visible=False)]


def delete_button(elem_id: str, question: str) -> DeleteButton:
    """The button and its question, laid out here; `words` may get another text later."""
    button = gr.Button(say("delete"), size="sm", elem_id=elem_id)
    with gr.Column(visible=False, elem_id=f"{elem_id}-sure", elem_classes=["sure"]) as group:
        words = gr.Markdown(question)
        with gr.Row():
            yes = gr.Button(say("delete-yes"), variant="stop", size="sm", min_width=80, elem_id=f"{elem_id}-yes")
            no = gr.Button(say("delete-no"), size="sm", min_width=80, elem_id=f"{elem_id}-no")
    asked: Callable[[], list[Any]] = lambda: [gr.Button(visible=False), gr.Column(visible=True)]  # noqa: E731
    button.click(asked, outputs=[button, group], queue=False, api_visibility="private")
    no.click(DeleteButton.reset, outputs=[button, group], queue=False, api_visibility="private")
    return DeleteButton(button=button, question=group, words=words, yes=yes)
