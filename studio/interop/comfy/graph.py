"""One graph while it is read: values found behind links, and what was taken over, so that the rest can be named."""

import json
import re
from collections import Counter, deque
from collections.abc import Iterator, Mapping, Sequence

from studio.checks import shown
from studio.interop.comfy.nodes import MAX_DEPTH, Node, is_sampler, link_of, linked
from studio.untyped import is_object
from studio.words import Message

# Nodes that hand on what came in, or say nothing of how the picture was made.
_PLAIN = {"VAEDecode", "VAEDecodeTiled", "SaveImage", "PreviewImage", "Reroute"}
# The values that a node of a plain value hands on; the first that is there counts.
_VALUES = ("populated_text", "value", "text", "string", "Text", "number", "Number", "int", "float")
# Inputs that change nothing of the picture.
_OF_NO_MATTER = {
    "filename_prefix", "control_after_generate", "upload", "preview_method", "vae_decode", "return_with_leftover_noise",
    "tile_size", "overlap", "temporal_size", "temporal_overlap", "lora_count", "num_loras",
    "_meta", "title", "choose file to upload", "extra_pnginfo", "unique_id", "PowerLoraLoaderHeaderWidget",
    "➕ Add Lora",
}  # fmt: skip
# What an input is when it does nothing.
_IDLE: Mapping[str, tuple[object, ...]] = {
    "batch_size": (1,), "start_at_step": (0,), "add_noise": ("enable", True), "denoise": (1.0,), "eta": (1.0,),
    "s_noise": (1.0,), "rho": (7.0,), "noise_augmentation": (0.0,), "weight_dtype": ("default",),
    "device": ("default",),
}  # fmt: skip


class Graph:
    """The nodes of one graph. taken: by node, the inputs that were taken over; unread: what else was passed over."""

    def __init__(self, nodes: Mapping[str, Node]) -> None:
        self.nodes = nodes
        self.taken: dict[str, set[str]] = {}
        self.unread: list[str | Message] = []

    def value(self, value: object, wanted: str, depth: int = 0) -> object:
        """A value, also one that a node of a plain value (a primitive, a seed, a text) hands on unchanged."""
        place = link_of(value)
        if place is None:
            if is_object(value) and isinstance(value.get("content"), str):
                return value["content"]
            return None if isinstance(value, list | dict) else value
        id, output = place
        if id not in self.nodes or depth > MAX_DEPTH:
            return None
        inputs = self.nodes[id]["inputs"]
        for own in ("seed", "noise_seed") if wanted == "seed" else (wanted,):
            if own in inputs and not is_sampler(self.nodes[id]) and (output == 0 or own != "text"):
                return self.handed_on(id, own, wanted, depth)
        if "base_ctx" in inputs:
            return self.value([linked(inputs["base_ctx"]), output], wanted, depth + 1)
        if output != 0:
            return None
        if wanted == "text" and "delimiter" in inputs:
            return self.joined(id, depth)
        named = [name for name in _VALUES if name in inputs]
        if not named:
            reroute = inputs.get("") if self.nodes[id]["class_type"] == "Reroute" else None
            return self.value(reroute, wanted, depth + 1) if link_of(reroute) else None
        return self.handed_on(id, named[0], wanted, depth)

    def handed_on(self, id: str, name: str, wanted: str, depth: int) -> object:
        """The value of one input, where nothing else in the node may change it."""
        inputs, kind = self.nodes[id]["inputs"], self.nodes[id]["class_type"]
        others = [
            other
            for other, value in inputs.items()
            if other not in (name, "control_after_generate") and not isinstance(value, bool)
        ]
        shows = kind.startswith(("ShowText", "Display", "Preview")) or name == "populated_text"
        is_of_seeds = wanted == "seed" and name in ("seed", "noise_seed")
        is_one_of_many = name == wanted and wanted not in ("text", "seed")
        if others and not (shows or is_of_seeds or is_one_of_many):
            return None
        self.take(id, name)
        if shows:
            self.take(id, *others)
        return self.value(inputs[name], wanted, depth + 1)

    def joined(self, id: str, depth: int) -> object:
        inputs = self.nodes[id]["inputs"]
        names = [name for name in inputs if re.fullmatch(r"(string|text)_?\w?\d*", name)]
        texts = [self.value(inputs[name], "text", depth + 1) for name in names]
        between = inputs["delimiter"]
        if not names or not isinstance(between, str) or not all(isinstance(text, str) for text in texts):
            return None
        self.take(id, "delimiter", "clean_whitespace", *names)
        return between.replace("\\n", "\n").join(str(text) for text in texts if text)

    def take(self, id: str, *names: str) -> None:
        self.taken.setdefault(id, set()).update(names)

    def untake(self, places: Sequence[str], name: str) -> None:
        for place in places:
            self.taken.get(place, set()).discard(name)

    def left(self, ids: Sequence[str]) -> list[str | Message]:
        """Every node, and every value of a node that was read in part, that was not taken over."""
        said: Counter[str] = Counter()
        for id in ids:
            node, taken = self.nodes[id], self.taken.get(id)
            left = {
                name: value
                for name, value in node["inputs"].items()
                if name not in _OF_NO_MATTER and name not in (taken or ()) and _says_something(name, value)
            }
            if (taken is None and node["class_type"] not in _PLAIN) or left:
                values = ", ".join(f"{shown(name, 30)} {_told(value)}".strip() for name, value in left.items())
                said[f"{shown(node['class_type'], 60)}{f' ({shown(values, 300)})' if values else ''}"] += 1
        return [
            Message("graph-so-many-times", count=count, what=what) if count > 1 else what
            for what, count in said.items()
        ]

    def behind(self, link: object, through: str = "") -> str | None:
        """The node behind a link, past nodes that hand on, and past those with an input `through` (SplitSigmas)."""
        for _ in range(MAX_DEPTH):
            id = linked(link)
            if id is None or id not in self.nodes:
                return None
            inputs = self.nodes[id]["inputs"]
            following = inputs.get("" if self.nodes[id]["class_type"] == "Reroute" else through)
            if link_of(following) is None:
                return id
            link = following
        return None

    def upstream(self, id: str) -> Iterator[str]:
        """A node and every one behind it, the nearest first, each once."""
        return self.upstream_of([id, 0])

    def upstream_of(self, link: object) -> Iterator[str]:
        seen: set[str] = set()
        waiting = deque([link])
        while waiting:
            id = linked(waiting.popleft())
            if id is None or id in seen or id not in self.nodes:
                continue
            seen.add(id)
            yield id
            waiting += self.nodes[id]["inputs"].values()


def _says_something(name: str, value: object) -> bool:
    """Whether an input's value is one that does something; links are told by their nodes."""
    return link_of(value) is None and value not in (None, "", {}, []) and value not in _IDLE.get(name, ())


def _told(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.6g}"
    if isinstance(value, dict | list):
        return shown(json.dumps(value), 80)
    return f"“{shown(value, 80)}”" if isinstance(value, str) and " " in value else shown(value, 80)
