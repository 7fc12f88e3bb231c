"""The parts of the page that follow the rows, and the rule by which one is sent again: only when it changed."""

import copy
import hashlib
import json
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any

import gradio as gr
from gradio.block_function import BlockFunction
from gradio.blocks import Block
from gradio.components import Component

from studio.untyped import is_object
from studio.words import spoken_language
from ui.snapshot import Snapshot

_MOST_MADE = 500  # contents of one snapshot that are kept: whoever asks says what is chosen, and may say anything


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


class Contents:
    """What the parts show of one snapshot: read, and made of it, once for all pages that show the same.

    `read` reads the snapshot when something is first asked of it. Safe to call from many threads, all of which speak
    the same language and ask for the same person.
    """

    def __init__(self, parts: Sequence[LivePart], read: Callable[[], Snapshot]) -> None:
        self._parts = parts
        self._read = read
        self._lock = threading.Lock()
        self._snapshot: Snapshot | None = None
        self._made: dict[tuple[int, str], tuple[Any, str]] = {}

    def refreshed(self, seen: dict[str, str], chosen: Sequence[Any] = ()) -> tuple[list[Any], dict[str, str]]:
        """One update for each part, a skip where nothing changed; and what the page has seen after that.

        `seen`: a fingerprint of each part's content by its place, as the last call gave it. `chosen`: values of
        `choices`.
        """
        updates, fingerprints = [], {}
        values = iter(chosen)
        for place, part in enumerate(self._parts):
            content, fingerprint = self._content(place, part, [] if part.chosen is None else [next(values)])
            fingerprints[str(place)] = fingerprint
            is_known = seen.get(str(place)) == fingerprint
            updates.append(gr.skip() if is_known else part.update(content))
        return updates, fingerprints

    def _content(self, place: int, part: LivePart, chosen: list[Any]) -> tuple[Any, str]:
        with self._lock:  # who comes meanwhile waits for what is being made, and makes nothing
            if self._snapshot is None:
                self._snapshot = self._read()
            made = self._made.get(key := (place, fingerprint_of(chosen)))
            if made is None:
                content = part.content(self._snapshot, *chosen)
                made = content, fingerprint_of(content)
                if len(self._made) < _MOST_MADE:
                    self._made[key] = made
            return made


class NewestContents:
    """The contents of those whose pages are open, each kept until anything changes. Safe to call from many threads.

    `most`: how many are kept at once; of more than that, those that nobody has asked for the longest go.
    """

    def __init__(self, parts: Sequence[LivePart], most: int = 100) -> None:
        self._parts = parts
        self._most = most
        self._lock = threading.Lock()
        self._kept: OrderedDict[Hashable, tuple[str, Contents]] = OrderedDict()

    def of(self, whose: Hashable, newest: str, read: Callable[[], Snapshot]) -> Contents:
        """Those of a person in a language. `newest`: what is another text after each change, known before `read`."""
        with self._lock:
            kept = self._kept.pop(whose, None)
            if kept is None or kept[0] != newest:
                kept = newest, Contents(self._parts, read)
            self._kept[whose] = kept
            if len(self._kept) > self._most:
                self._kept.popitem(last=False)
            return kept[1]


def fingerprint_of(content: Any) -> str:
    """A text that is another one for any other plain JSON values, and in any other language than is spoken here."""
    shown = json.dumps([spoken_language(), content], default=str)
    return hashlib.blake2b(shown.encode(), digest_size=12).hexdigest()


def let_skips_change_nothing(page: gr.Blocks) -> None:
    """Have a skip leave its component alone, and an update of a gr.HTML change those props that it names and no other.

    Gradio 6.31 makes a component anew for each update, also for a skip, which was most of the time of a refresh; and
    it takes the mark of an update for a prop. A component that is drawn does not mind, but one that waits to be drawn,
    in an accordion that was never opened or while the page is still being built, has only the newest props that came:
    after a skip it would be drawn with none. Called when all of the page is laid out.
    """
    answer = page.postprocess_data

    async def postprocess_data(block_fn: BlockFunction, predictions: Any, *more: Any, **named: Any) -> list[Any]:
        told = _changing(block_fn, predictions)
        if told is None:
            updates = await answer(block_fn, predictions, *more, **named)
        else:
            updates = [None if block.stateful else gr.skip() for block in block_fn.outputs]
            places, changing, values = told
            changed = await answer(changing, values, *more, **named) if places else []
            for place, update in zip(places, changed, strict=True):
                updates[place] = update
        for block, update in zip(block_fn.outputs, updates, strict=False):
            if isinstance(block, gr.HTML) and is_object(update) and is_object(props := update.get("props")):
                props.pop("__type__", None)
                if not props:
                    del update["props"]
        return updates

    page.postprocess_data = postprocess_data  # type: ignore[method-assign] - gradio would write a .pyi for a subclass


def _changing(block_fn: BlockFunction, predictions: Any) -> tuple[list[int], BlockFunction, Any] | None:
    """The places of what is no skip among a handler's outputs, and the handler and its answer with these alone.

    None where nothing is skipped, and where gradio reads the answer in a way of its own.
    """
    values = [predictions] if len(block_fn.outputs) == 1 else predictions
    if block_fn.batch or not isinstance(values, list | tuple) or len(values) != len(block_fn.outputs):
        return None
    places = [place for place, value in enumerate(values) if not (isinstance(value, dict) and value == gr.skip())]
    if len(places) == len(values):
        return None
    changing = copy.copy(block_fn)
    changing.outputs = [block_fn.outputs[place] for place in places]
    kept = [values[place] for place in places]
    return places, changing, kept[0] if len(kept) == 1 else kept
