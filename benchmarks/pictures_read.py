"""How much of pictures made with ComfyUI is read, how much is named as not read, and whether anything is read wrongly.

    python -m benchmarks.pictures_read FOLDER

FOLDER holds PNG, JPEG or WebP pictures with graphs inside; none are part of this project. The truth is an independent,
simple reader: a seed, a number of steps and a guidance scale have to be those of one sampler of the graph that adds
noise; a side has to stand in a node of empty latents; and no words that reach a sampler's `negative` alone may be the
prompt, nor the other way round. What that reader cannot tell counts as "not known".
"""

import argparse
import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from studio.errors import StudioError
from studio.interop.comfy.reading import ReadGraph, read_graph
from studio.interop.metadata import GRAPH, texts_in

VALUES = ("steps", "guidance_scale", "seed", "width", "height")
_INPUTS = {"steps": ("steps",), "guidance_scale": ("cfg",), "seed": ("seed", "noise_seed")}
Nodes = Mapping[str, Mapping[str, Any]]


def main() -> None:
    """Read every picture of a folder and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    counts: Counter[str] = Counter()
    for file in sorted(folder.rglob("*")):
        try:
            text = texts_in(file).get(GRAPH, "") if file.is_file() else ""
        except StudioError:
            continue
        if not text:
            continue
        counts["pictures with a graph"] += 1
        found = read_graph(text)
        if found is None:
            counts["refused"] += 1
            continue
        wrong, unnamed = _judged(json.loads(text), found)
        counts["values taken over"] += len(found.values) + bool(found.prompt) + bool(found.negative_prompt)
        counts["LoRAs taken over"] += len(found.loras)
        counts["named as not taken over"] += len(found.unread)
        counts["WRONG"] += len(wrong)
        counts["NEITHER READ NOR NAMED"] += len(unnamed)
        for what in (*wrong, *(f"not named: {name}" for name in unnamed)):
            print(f"{file.name}: {what}")
    for what, count in counts.items():
        print(f"| {what} | {count} |")


def _judged(nodes: Nodes, found: ReadGraph) -> tuple[list[str], list[str]]:
    """What was read wrongly, and the kinds of nodes behind the saved picture that nothing is said of."""
    wrong = []
    for name in VALUES:
        value = found.values.get(name)
        stands = _stated(nodes, _INPUTS.get(name, (name,)))
        if value is not None and stands and value not in stands:
            wrong.append(f"{name} is {value}, and the graph holds {sorted(stands)}")
    silent = _stated({id: node for id, node in nodes.items() if _adds_no_noise(node)}, _INPUTS["seed"])
    if found.values.get("seed") in silent - _stated(
        {id: node for id, node in nodes.items() if not _adds_no_noise(node)}, _INPUTS["seed"]
    ):
        wrong.append("the seed is that of a pass without noise")
    good, bad = (_words_of(nodes, side) for side in ("positive", "negative"))
    if found.prompt and found.prompt in bad - good:
        wrong.append("the negative prompt became the prompt")
    if found.negative_prompt and found.negative_prompt in good - bad:
        wrong.append("the prompt became the negative one")
    told = json.dumps(found.unread, ensure_ascii=False)
    kinds = {nodes[id]["class_type"] for id in _behind_pictures(nodes) if _says_much(nodes[id])}
    return wrong, sorted(kind for kind in kinds if kind not in told)


def _stated(nodes: Nodes, names: tuple[str, ...]) -> set[float]:
    """Every number that stands under these names anywhere in the graph, also in a node of a plain value."""
    values = [
        node["inputs"].get(name)
        for node in nodes.values()
        for name in (*names, *(f"empty_latent_{name}" for name in names), "value", "int", "float", "number")
    ]
    return {float(value) if isinstance(value, float) else value for value in values if _is_number(value)} | {1.0}


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _behind_pictures(nodes: Nodes) -> set[str]:
    waiting = [id for id, node in nodes.items() if node["class_type"].startswith("Save")]
    found: set[str] = set()
    while waiting:
        id = waiting.pop()
        if id in nodes and id not in found:
            found.add(id)
            waiting += [str(value[0]) for value in nodes[id]["inputs"].values() if isinstance(value, list) and value]
    return found


def _adds_no_noise(node: Mapping[str, Any]) -> bool:
    return node["inputs"].get("add_noise") in ("disable", False)


def _words_of(nodes: Nodes, side: str) -> set[str]:
    """All texts from which a sampler's conditioning of that side comes; of a node that hands on both, of that one."""
    texts: set[str] = set()
    for node in nodes.values():
        if "Sampler" not in node["class_type"] and "Guider" not in node["class_type"]:
            continue
        names = ("positive", "cond1", "conditioning") if side == "positive" else ("negative",)
        waiting, seen = [node["inputs"].get(name) for name in names], set()
        while waiting:
            link = waiting.pop()
            if not (isinstance(link, list) and len(link) == 2) or str(link) in seen or str(link[0]) not in nodes:
                continue
            seen.add(str(link))
            inputs = nodes[str(link[0])]["inputs"]
            sides = [name for name in ("positive", "negative") if name in inputs]
            if sides:
                waiting.append(inputs.get(("positive", "negative")[link[1]]) if link[1] in (0, 1) else None)
                continue
            texts |= {value for name, value in inputs.items() if isinstance(value, str) and name in ("text", "prompt")}
            waiting += [value for name, value in inputs.items() if name not in ("clip", "model", "vae", "image")]
    return texts


# Kinds of nodes that change a picture; what is made of them is taken over or named, never neither.
_MUCH = ("ControlNet", "unCLIP", "GLIGEN", "Inpaint", "LoadImage", "UNETLoader", "SetArea", "Upscale", "Merge")


def _says_much(node: Mapping[str, Any]) -> bool:
    return any(part in node["class_type"] for part in _MUCH)


if __name__ == "__main__":
    main()
