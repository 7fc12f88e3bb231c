"""The model in a graph: its checkpoint, and the LoRAs that are put on it."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from studio.checks import shown
from studio.interop.comfy.graph import Graph
from studio.interop.comfy.nodes import link_of, linked, stem_of
from studio.interop.infotext import LoraTag, number_in
from studio.untyped import is_object
from studio.words import Message

MAX_LORAS_IN_A_NODE = 50
_MODEL_FILES = ("ckpt_name", "unet_name", "base_ckpt_name", "model_name")
_NAMES_A_LORA = re.compile(r"^lora(_name)?(_?\d+)?(_name)?$")
_IS_STRENGTH = re.compile(r"strength|weight|_wt|_str(_|$)|model_str")


def model_behind(graph: Graph, link: object) -> tuple[list[LoraTag], str]:
    """The LoRAs in the order in which they are put on, and the checkpoint's stem."""
    seen: set[str] = set()
    loras: list[list[LoraTag]] = []
    while (place := link_of(link)) is not None and place[0] in graph.nodes and place[0] not in seen:
        id = place[0]
        seen.add(id)
        node = graph.nodes[id]
        inputs, kind = node["inputs"], node["class_type"]
        loras.append(_stacked(graph, id, set()))
        following = inputs.get("model") or (inputs.get("") if kind == "Reroute" else None) or inputs.get("base_ctx")
        if link_of(following) is None:
            return _in_order(loras), _checkpoint(graph, id)
        link = [linked(following), place[1]] if following is inputs.get("base_ctx") else following
    return _in_order(loras), ""


def _in_order(loras: Sequence[Sequence[LoraTag]]) -> list[LoraTag]:
    return [tag for some in reversed(loras) for tag in some]


def _checkpoint(graph: Graph, id: str) -> str:
    node = graph.nodes[id]
    for name in _MODEL_FILES:
        if name not in node["inputs"]:
            continue
        value = graph.value(node["inputs"][name], name)
        if isinstance(value, str):
            graph.take(id, name)
            if name == "ckpt_name" and node["class_type"].startswith(("unCLIP", "ImageOnly")):
                graph.untake([id], name)
            elif name == "unet_name":
                graph.untake([id], name)  # said as the base model, too: most such files are of another kind
            return stem_of(value)
    return ""


def _stacked(graph: Graph, id: str, seen: set[str]) -> list[LoraTag]:
    """The LoRAs that a node states itself, after those of the stack that it is given."""
    if id in seen or id not in graph.nodes:
        return []
    seen.add(id)
    inputs = graph.nodes[id]["inputs"]
    given = next((linked(inputs[name]) for name in ("lora_stack", "optional_lora_stack") if name in inputs), None)
    before = _stacked(graph, given, seen) if given is not None else []
    if before:
        graph.take(id)
    return [*before, *_own_loras(graph, id)]


def _own_loras(graph: Graph, id: str) -> list[LoraTag]:
    """LoRAs as one node's inputs name them: a file's name and, under the same number, a strength and a switch."""
    inputs = graph.nodes[id]["inputs"]
    tags: list[LoraTag] = []
    said = [(name, value) for name, value in inputs.items() if "lora" in name.lower() and link_of(value) is None]
    for name, value in said[: 4 * MAX_LORAS_IN_A_NODE]:
        if is_object(value):  # rgthree's Power Lora Loader: one widget holds it all
            stem, strength = stem_of(value.get("lora")), number_in(value.get("strength"))
            if not value.get("on", True) or not stem:
                graph.take(id, name)
            elif strength is not None:
                graph.take(id, name)
                tags.append(LoraTag(stem=stem, strength=strength))
                if number_in(value.get("strengthTwo")) not in (None, strength):
                    graph.unread.append(Message("graph-text-encoder-strength", lora=shown(stem)))
            continue
        if not isinstance(value, str) or not _NAMES_A_LORA.search(name.lower()):
            continue
        number = "".join(re.findall(r"\d+", name)[-1:])
        with_it = {key: one for key, one in inputs.items() if "".join(re.findall(r"\d+", key)[-1:]) == number}
        if value in ("None", "none", "") or _is_off(graph, id, number, with_it):
            graph.take(id, *(key for key in with_it if number or "lora" in key))
            continue
        strength_key = _strength_key(graph, inputs, with_it)
        strength = number_in(graph.value(inputs[strength_key], strength_key)) if strength_key else None
        if strength_key is None or strength is None:
            continue  # it is named, with all of its values
        graph.take(id, name, strength_key, "mode", "input_mode", *(key for key in with_it if "switch" in key))
        of_words = next((one for key, one in with_it.items() if "clip" in key and _IS_STRENGTH.search(key)), None)
        clip_key = next((key for key in with_it if "clip" in key and _IS_STRENGTH.search(key)), "")
        if number_in(graph.value(of_words, clip_key)) in (None, strength) or inputs.get("input_mode") == "simple":
            graph.take(id, clip_key)
        graph.take(id, *(key for key in with_it if number and _IS_STRENGTH.search(key) and "clip" not in key))
        tags.append(LoraTag(stem=stem_of(value), strength=strength))
    return tags[:MAX_LORAS_IN_A_NODE]


def _is_off(graph: Graph, id: str, number: str, with_it: Mapping[str, object]) -> bool:
    inputs = graph.nodes[id]["inputs"]
    count = number_in(inputs.get("lora_count", inputs.get("num_loras")))
    if number and count is not None and int(number) > count:
        return True
    if inputs.get("toggle") in (False, "Off", "off", "disabled"):
        return True
    return any(key.startswith("switch") and one in ("Off", "off", False) for key, one in with_it.items())


def _strength_key(graph: Graph, inputs: Mapping[str, Any], with_it: Mapping[str, object]) -> str | None:
    """The one input that is the strength of the picture's part; None where that is not plain."""
    keys = [key for key in with_it if _IS_STRENGTH.search(key) and "clip" not in key]
    mode = inputs.get("input_mode", inputs.get("mode"))
    if len(keys) > 1 and mode in ("simple", "advanced"):
        keys = [key for key in keys if ("model" in key) == (mode == "advanced")] or keys
    if len(keys) > 1:
        keys = [key for key in keys if "model" in key] or keys
    return keys[0] if len(keys) == 1 else None
