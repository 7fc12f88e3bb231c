"""The parts of the page that follow the rows, and the rule by which one is sent again: only when it changed."""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import gradio as gr
from gradio.block_function import BlockFunction
from gradio.blocks import Block
from gradio.components import Component

from studio.untyped import is_object
from studio.words import spoken_language
from ui.snapshot import Snapshot


@dataclass(frozen=True, kw_only=True, slots=True)
class LivePart:
    """A component that shows something of a snapshot.

    `content`: from the snapshot to what is shown, as plain JSON values. `update`: from that to the component's update;
    it is called only when the content is not what this page has already. `chosen`: what this page has chosen, such as
    a subject or a base model, where what is shown hangs on it; its value is then the second argument of `content`.
    """

    component: Block
    content: Callable[..., Any]
    update: Callable[[Any], Any] = lambda content: content
    chosen: Component | None = None


def choices(parts: Sequence[LivePart]) -> list[Component]:
    """What the parts need to know of the page, in the order in which `refreshed` takes the values."""
    return [part.chosen for part in parts if part.chosen is not None]


def refreshed(
    parts: Sequence[LivePart], snapshot: Snapshot, seen: dict[str, str], chosen: Sequence[Any] = ()
) -> tuple[list[Any], dict[str, str]]:
    """One update for each part, a skip where nothing changed; and what the page has seen after that.

    `seen`: a fingerprint of each part's content by its place, as the last call gave it. `chosen`: values of `choices`.
    """
    updates, fingerprints = [], {}
    values = iter(chosen)
    for place, part in enumerate(parts):
        content = part.content(snapshot) if part.chosen is None else part.content(snapshot, next(values))
        fingerprint = fingerprint_of(content)
        fingerprints[str(place)] = fingerprint
        is_known = seen.get(str(place)) == fingerprint
        updates.append(gr.skip() if is_known else part.update(content))
    return updates, fingerprints


def fingerprint_of(content: Any) -> str:
    """A text that is another one for any other plain JSON values, and in any other language than is spoken here."""
    shown = json.dumps([spoken_language(), content], default=str)
    return hashlib.blake2b(shown.encode(), digest_size=12).hexdigest()


def let_skips_change_nothing(page: gr.Blocks) -> None:
    """Have a skip for a gr.HTML leave its props alone, and an update change those that it names and no other.

    Gradio 6.31 takes the mark of an update for a prop. A component that is drawn does not mind, but one that waits to
    be drawn, in an accordion that was never opened or while the page is still being built, has only the newest props
    that came: after a skip it would be drawn with none. Called when all of the page is laid out.
    """
    answer = page.postprocess_data

    async def postprocess_data(block_fn: BlockFunction, *more: Any, **named: Any) -> list[Any]:
        updates = await answer(block_fn, *more, **named)
        for block, update in zip(block_fn.outputs, updates, strict=False):
            if isinstance(block, gr.HTML) and is_object(update) and is_object(props := update.get("props")):
                props.pop("__type__", None)
                if not props:
                    del update["props"]
        return updates

    page.postprocess_data = postprocess_data  # type: ignore[method-assign] - gradio would write a .pyi for a subclass
