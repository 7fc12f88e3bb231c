"""The nodes of a ComfyUI graph (the chunk `prompt`), and the links between them.

A graph is JSON: {node id: {"class_type", "inputs"}}, where an input is a value or a link [node id, number of output].
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import PureWindowsPath
from typing import Any

from studio.untyped import is_array, is_object

MAX_NODES = 2000
MAX_DEPTH = 200  # values or conditionings handed on in a row

# Nodes with several outputs whose places do not follow from their inputs: which input each output hands on.
_CONTEXT = ("base_ctx", "model", "clip", "vae", "positive", "negative", "latent", "images", "seed")
OUTPUTS: Mapping[str, tuple[str, ...]] = {
    "Efficient Loader": ("model", "positive", "negative", "latent", "vae", "clip"),
    "KSampler (Efficient)": ("model", "positive", "negative", "latent_image", "optional_vae"),
    "KSampler Adv. (Efficient)": ("model", "positive", "negative", "latent_image", "optional_vae"),
    "Context (rgthree)": _CONTEXT,
    "Context Big (rgthree)": (*_CONTEXT, "steps", "step_refiner", "cfg", "ckpt_name", "sampler", "scheduler"),
}

Node = Mapping[str, Any]


def whole_nodes(text: str) -> dict[str, Node]:
    """The nodes of a graph that are whole; none for anything else."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    if not is_object(found) or len(found) > MAX_NODES:
        return {}
    return {
        id: node
        for id, node in found.items()
        if is_object(node) and isinstance(node.get("class_type"), str) and is_object(node.get("inputs"))
    }


def is_sampler(node: Node) -> bool:
    inputs = node["inputs"]
    return "Sampler" in node["class_type"] and ("steps" in inputs or link_of(inputs.get("sigmas")) is not None)


def link_of(value: object) -> tuple[str, int] | None:
    if is_array(value) and len(value) == 2 and isinstance(value[0], str | int) and isinstance(value[1], int):
        return str(value[0]), value[1]
    return None


def linked(value: object) -> str | None:
    place = link_of(value)
    return None if place is None else place[0]


def links_of(node: Node) -> Iterator[tuple[str, int]]:
    return (place for value in node["inputs"].values() if (place := link_of(value)) is not None)


def stem_of(name: object) -> str:
    """A model file's name without its folders and its ending; Windows' names are read everywhere."""
    return (
        PureWindowsPath(name[:500]).name.removesuffix(".safetensors").removesuffix(".ckpt")
        if isinstance(name, str)
        else ""
    )
