"""ComfyUI's graph of a picture (the chunk `prompt`): written from core nodes alone, and read as far as it is plain.

A graph is JSON: {node id: {"class_type", "inputs"}}, where an input is a value or a link [node id, number of output].
"""

import json
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PureWindowsPath
from typing import Any

from studio.checkpoint_names import CheckpointName
from studio.infotext import LoraTag, number_in
from studio.requests import PictureRequest
from studio.samplers import SAMPLERS, Sampler, sampler_named

MAX_NODES = 2000
MAX_SAVERS = 10  # nodes with pictures that are looked behind
_MAX_DEPTH = 200  # values handed on in a row

# How A1111 calls ComfyUI's schedules: a sampler of ours whose two names differ is only the nearest to ComfyUI's.
_SCHEDULES = {
    "karras": "Karras", "exponential": "Exponential", "sgm_uniform": "SGM Uniform", "simple": "Simple",
    "normal": "Normal", "ddim_uniform": "DDIM", "beta": "Beta", "kl_optimal": "KL Optimal",
}  # fmt: skip

Node = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadGraph:
    """What a graph says. `values` is by the names of a PictureRequest; `unread`: what was passed over, in words."""

    prompt: str
    negative_prompt: str
    values: Mapping[str, float]
    sampler: Sampler | None
    sampler_words: str
    loras: tuple[LoraTag, ...]
    checkpoint: str
    unread: tuple[str, ...]


def graph_of(
    request: PictureRequest, seed: int, checkpoint: CheckpointName, loras: Sequence[LoraTag] = ()
) -> dict[str, Any]:
    """The graph that makes such a picture: checkpoint, LoRAs one after the other, words, noise, steps, pixels."""
    sampler = sampler_named(request.sampler)
    graph: dict[str, Any] = {"4": _node("CheckpointLoaderSimple", ckpt_name=checkpoint.file_name)}
    model, clip = ["4", 0], ["4", 1]
    for number, lora in enumerate(loras, start=10):
        graph[str(number)] = _node(
            "LoraLoader",
            lora_name=f"{lora.stem}.safetensors",
            strength_model=lora.strength,
            strength_clip=lora.strength,
            model=model,
            clip=clip,
        )
        model, clip = [str(number), 0], [str(number), 1]
    return graph | {
        "6": _node("CLIPTextEncode", text=request.prompt, clip=clip),
        "7": _node("CLIPTextEncode", text=request.negative_prompt, clip=clip),
        "5": _node("EmptyLatentImage", width=request.width, height=request.height, batch_size=1),
        "3": _node(
            "KSampler",
            seed=seed,
            steps=request.steps,
            cfg=request.guidance_scale,
            sampler_name=sampler.comfy_sampler,
            scheduler=sampler.comfy_scheduler,
            denoise=1.0,
            model=model,
            positive=["6", 0],
            negative=["7", 0],
            latent_image=["5", 0],
        ),
        "8": _node("VAEDecode", samples=["3", 0], vae=["4", 2]),
        "9": _node("SaveImage", filename_prefix="cuddle", images=["8", 0]),
    }


def read_graph(text: str) -> ReadGraph | None:
    """What a graph says; None for a text that is none, or has no sampler with steps. Nothing in it is evaluated."""
    nodes = _nodes(text)
    samplers = [id for id, node in nodes.items() if "steps" in node["inputs"] and _is(node, "Sampler")]
    if not samplers:
        return None
    unread = []
    last = _last_sampler(nodes, samplers)
    if len(samplers) > 1:
        unread.append(f"{len(samplers)} samplers, of which the one nearest to the saved picture was read")
    inputs = nodes[last]["inputs"]
    found = {
        "steps": _value(nodes, inputs.get("steps")),
        "guidance_scale": _value(nodes, inputs.get("cfg")),
        "seed": _value(nodes, inputs.get("seed", inputs.get("noise_seed"))),
    }
    latent = _first(nodes, inputs.get("latent_image"), lambda node: {"width", "height"} <= set(node["inputs"]))
    if latent is not None:
        found |= {name: _value(nodes, latent["inputs"][name]) for name in ("width", "height")}
    denoise = number_in(_value(nodes, inputs.get("denoise", 1.0)))
    if denoise not in (None, 1.0):
        unread.append(f"denoise {denoise:g}")
    chain = [nodes[id] for id in _upstream(nodes, inputs.get("model"), only=("model", "clip"))]
    loras = [node for node in reversed(chain) if "lora_name" in node["inputs"]]
    checkpoints = [node for node in chain if "ckpt_name" in node["inputs"]]
    sampler, scheduler = inputs.get("sampler_name"), inputs.get("scheduler")
    return ReadGraph(
        prompt=_text(nodes, inputs.get("positive")),
        negative_prompt=_text(nodes, inputs.get("negative")),
        values={name: value for name, text in found.items() if (value := number_in(text)) is not None},
        sampler=_sampler(sampler, scheduler),
        sampler_words=f"{sampler} / {scheduler}" if isinstance(sampler, str) else "",
        loras=tuple(_tag(nodes, node) for node in loras),
        checkpoint=_stem(checkpoints[0]["inputs"]["ckpt_name"]) if checkpoints else "",
        unread=tuple(unread),
    )


def _node(class_type: str, **inputs: Any) -> dict[str, Any]:
    return {"class_type": class_type, "inputs": inputs}


def _nodes(text: str) -> dict[str, Node]:
    """The nodes of a graph that are whole; none for anything else."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(found, dict) or len(found) > MAX_NODES:
        return {}
    return {
        id: node
        for id, node in found.items()
        if isinstance(node, dict) and isinstance(node.get("class_type"), str) and isinstance(node.get("inputs"), dict)
    }


def _is(node: Node, what: str) -> bool:
    return what in node["class_type"]


def _last_sampler(nodes: Mapping[str, Node], samplers: Sequence[str]) -> str:
    """The sampler that a saved picture comes from; where that does not show, the first."""
    known = set(samplers)
    savers = [node["inputs"]["images"] for node in nodes.values() if "images" in node["inputs"]]
    for images in savers[:MAX_SAVERS]:
        for id in _upstream(nodes, images):
            if id in known:
                return id
    return samplers[0]


def _upstream(nodes: Mapping[str, Node], link: object, only: Sequence[str] = ()) -> Iterator[str]:
    """Every node behind a link, the nearest first, each once; through inputs of the names `only`, or through all."""
    seen: set[str] = set()
    waiting = deque([link])
    while waiting:
        id = _linked(waiting.popleft())
        if id is None or id in seen or id not in nodes:
            continue
        seen.add(id)
        yield id
        waiting += [value for name, value in nodes[id]["inputs"].items() if not only or name in only]


def _first(nodes: Mapping[str, Node], link: object, fits: Callable[[Node], bool]) -> Node | None:
    return next((nodes[id] for id in _upstream(nodes, link) if fits(nodes[id])), None)


def _linked(value: object) -> str | None:
    is_link = isinstance(value, list) and len(value) == 2 and isinstance(value[0], str | int)
    return str(value[0]) if is_link else None  # type: ignore[index]


def _value(nodes: Mapping[str, Node], value: object, depth: int = 0) -> object:
    """A value, also one that a node of plain values (a primitive, a seed, a text) hands on."""
    id = _linked(value)
    if id is None or id not in nodes or depth > _MAX_DEPTH:
        return None if isinstance(value, list | dict) else value
    inputs = nodes[id]["inputs"]
    named = [inputs[name] for name in ("value", "seed", "text", "string", "number", "int", "float") if name in inputs]
    return _value(nodes, named[0], depth + 1) if named else None


def _text(nodes: Mapping[str, Node], link: object) -> str:
    """The words behind a conditioning: those of the nearest node that encodes a text."""
    names = ("text", "text_g", "text_l", "prompt")
    node = _first(nodes, link, lambda node: any(name in node["inputs"] for name in names))
    if node is None:
        return ""
    texts = [_value(nodes, node["inputs"][name]) for name in names if name in node["inputs"]]
    return next((text for text in texts if isinstance(text, str)), "")


def _tag(nodes: Mapping[str, Node], node: Node) -> LoraTag:
    strength = number_in(_value(nodes, node["inputs"].get("strength_model", 1.0)))
    return LoraTag(stem=_stem(node["inputs"]["lora_name"]), strength=1.0 if strength is None else strength)


def _stem(name: object) -> str:
    """A model file's name without its folders and its ending; Windows' names are read everywhere."""
    return PureWindowsPath(name[:500]).name.removesuffix(".safetensors") if isinstance(name, str) else ""


def _sampler(sampler: object, scheduler: object) -> Sampler | None:
    schedule = _SCHEDULES.get(scheduler) if isinstance(scheduler, str) else None
    for row in SAMPLERS.values():
        if (row.comfy_sampler, row.comfy_scheduler, row.webui_schedule) == (sampler, scheduler, schedule):
            return row
    return None
