"""How the words of a prompt were read, under the field: a press on a name makes it a word, and the other way round."""

from collections.abc import Collection
from typing import Any

import gradio as gr

from studio.prompts.picture_words import PictureWords
from studio.prompts.reading import Mention
from studio.words import say
from ui.components.scripts import script
from ui.words import kind_word


def prompt_reading(elem_id: str, prompt_id: str) -> gr.HTML:
    """The component. Its value is what a person said of mentions, as studio.read_prompt takes it.

    `reading_update` gives it what to show. Its event `put_in` tells that words came into the field `prompt_id` by no
    key, of which gradio's own event `input` does not tell.
    """
    words = {"title": say("read-as"), "help": say("read-as-help")}
    return gr.HTML(
        value={},
        html_template='<div class="prompt-reading" aria-live="polite"></div>',
        js_on_load=script("page/nodes", "make/prompt_reading", words=words, field=f"#{prompt_id}"),
        apply_default_css=False,
        elem_id=elem_id,
        parts=[],
        remarks=[],
        added="",
    )


def reading_update(words: PictureWords | None, chosen: Collection[str], **value: Any) -> Any:
    """The update that shows how these words are read with the chosen subjects' names; None shows nothing.

    `value`: what is said of mentions, where that changes too.
    """
    parts = [] if words is None else reading_parts(words, chosen)
    remarks = [] if words is None else [say(one) for one in words.remarks]
    added = say("style-added", words=words.style) if words is not None and words.style else ""
    return gr.HTML(parts=parts, remarks=remarks, added=added, **value)


def reading_parts(words: PictureWords, chosen: Collection[str]) -> list[dict[str, Any]]:
    """The prompt in pieces, each with its "text", and for a mention its "key", "is_name" and "label".

    Empty where there is nothing to look at: every name was written as it is, and is nothing but a name.
    """
    reading = words.reading
    shown = [one for one in reading.mentions if _is_worth_a_look(one, reading.text)]
    if not shown:
        return []
    parts: list[dict[str, Any]] = []
    place = 0
    for one in reading.mentions:
        is_name = one.is_name and one.subject.name in chosen
        typed = reading.text[one.start : one.end]
        named = {"typed": typed, "name": one.subject.name, "kind": kind_word(one.subject.kind)}
        parts.append({"text": reading.text[place : one.start]})
        parts.append(
            {
                "text": typed,
                "key": one.key,
                "is_name": is_name,
                "label": say("read-as-name", **named) if is_name else say("read-as-word", **named),
            }
        )
        place = one.end
    return [part for part in [*parts, {"text": reading.text[place:]}] if part["text"]]


def _is_worth_a_look(one: Mention, text: str) -> bool:
    is_plain = one.is_exact or text[one.start : one.end].casefold() == one.subject.name.casefold() or one.why == "kind"
    return not (one.is_sure and one.is_name and is_plain and one.why != "asked")
