"""The parts of the page that follow the rows, and the rule by which one is sent again: only when it changed."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import gradio as gr
from gradio.blocks import Block

from ui.snapshot import Snapshot


@dataclass(frozen=True, kw_only=True, slots=True)
class LivePart:
    """A component that shows something of a snapshot.

    `content`: from the snapshot to what is shown, as plain JSON values. `update`: from that to the component's update;
    it is called only when the content is not what this page has already, or `always`.

    `always` is for a gr.HTML with props of its own: gradio 6.31 turns a skip for one into an update that loses them.
    """

    component: Block
    content: Callable[[Snapshot], Any]
    update: Callable[[Any], Any] = lambda content: content
    always: bool = False


def refreshed(parts: list[LivePart], snapshot: Snapshot, seen: dict[str, str]) -> tuple[list[Any], dict[str, str]]:
    """One update for each part, a skip where nothing changed; and what the page has seen after that.

    `seen`: a fingerprint of each part's content by its place, as the last call gave it.
    """
    updates, fingerprints = [], {}
    for place, part in enumerate(parts):
        content = part.content(snapshot)
        fingerprint = hashlib.blake2b(json.dumps(content, default=str).encode(), digest_size=12).hexdigest()
        fingerprints[str(place)] = fingerprint
        is_known = seen.get(str(place)) == fingerprint
        updates.append(gr.skip() if is_known and not part.always else part.update(content))
    return updates, fingerprints
