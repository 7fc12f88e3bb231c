"""Ideas for the sentence of a picture, as chips below its field."""

from collections.abc import Sequence
from dataclasses import dataclass

import gradio as gr

from studio.models.worlds import SHOWN_EXAMPLES, examples_for, sentence
from studio.subjects.subject import Subject
from studio.words import Message, in_english, say
from ui.components.scripts import script


@dataclass(frozen=True, kw_only=True, slots=True)
class Idea:
    """A sentence for a picture of certain subjects. `key`: of the example that it was made from."""

    key: str
    sentence: Message


def example_chips(elem_id: str, prompt_id: str) -> gr.HTML:
    """The component. A press writes a sentence into the field `prompt_id`; `example_rows` are what it shows."""
    words = {
        "title": say("examples-title"),
        "surprise": say("examples-surprise"),
        "back": say("examples-back"),
        "filled": say("examples-filled", sentence="{sentence}"),
    }
    return gr.HTML(
        "",
        html_template='<div class="examples"></div>',
        js_on_load=script("page/nodes", "make/examples", words=words, field=f"#{prompt_id}"),
        apply_default_css=False,
        elem_id=elem_id,
        sentences=[],
    )


def example_rows(family: str, chosen: Sequence[tuple[Subject, str]]) -> list[dict[str, str]]:
    """The property `sentences`, for a family of base models and the chosen subjects, each with its type."""
    return [
        {"key": idea.key, "label": say(idea.key, who="…"), "sentence": in_english(idea.sentence)}  # what models read
        for idea in ideas_for(family, chosen)
    ]


def ideas_for(family: str, chosen: Sequence[tuple[Subject, str]], most: int = SHOWN_EXAMPLES) -> list[Idea]:
    """At most so many sentences about the chosen subjects, each with its type, for a family of base models."""
    people = [subject for subject, type in chosen if type != "style"]
    styles = [subject.name for subject, type in chosen if type == "style"]
    names = [subject.name for subject in people]
    return [
        Idea(key=example.key, sentence=sentence(example, names, styles))
        for example in examples_for(family, [subject.kind for subject in people], most)
    ]
