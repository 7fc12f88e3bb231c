"""What ComfyUI's graph of a picture (the chunk `prompt`) says: read as far as it is plain, and the rest named.

A graph is JSON: {node id: {"class_type", "inputs"}}, where an input is a value or a link [node id, number of output].
Nothing is guessed: a value that comes through a node that may change it is not read. Whatever lies behind the saved
picture and was not taken over is in `unread`, node by node.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from studio.interop.comfy.differences import ALIGNED_STEPS
from studio.interop.comfy.graph import Graph
from studio.interop.comfy.models import model_behind
from studio.interop.comfy.nodes import is_sampler, whole_nodes
from studio.interop.comfy.passes import SamplerPass, first_pass, last_sampler, sampler_pass, size_of
from studio.interop.comfy.prompts import prompt_behind
from studio.interop.comfy.variations import variation_behind
from studio.interop.infotext import LoraTag, number_in
from studio.pictures.samplers import SAMPLERS, Sampler
from studio.words import Message

# How A1111 calls ComfyUI's schedules: a sampler of ours whose two names differ is only the nearest to ComfyUI's.
_SCHEDULES = {
    "karras": "Karras", "exponential": "Exponential", "sgm_uniform": "SGM Uniform", "simple": "Simple",
    "normal": "Normal", "ddim_uniform": "DDIM", "beta": "Beta", "kl_optimal": "KL Optimal",
    "AlignYourStepsScheduler": "Align Your Steps",
}  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadGraph:
    """What a graph says. `values` is by the names of a PictureRequest; `unread`: what was passed over, in words.

    is_exact: whether the sampler is that very one of ours, with the same noise levels.
    """

    prompt: str
    negative_prompt: str
    values: Mapping[str, float]
    sampler: Sampler | None
    is_exact: bool
    sampler_words: str
    loras: tuple[LoraTag, ...]
    checkpoint: str
    unread: tuple[str | Message, ...]


def read_graph(text: str) -> ReadGraph | None:
    """What a graph says; None for a text that is none, or has no sampler with steps. Nothing in it is evaluated."""
    nodes = whole_nodes(text)
    return _read(Graph(nodes)) if nodes else None


def _read(graph: Graph) -> ReadGraph | None:
    samplers = [id for id, node in graph.nodes.items() if is_sampler(node)]
    if not samplers:
        return None
    savers, last = last_sampler(graph, samplers)
    first = first_pass(graph, last)
    made = sampler_pass(graph, first)
    latents, values = made.links.get("latent"), dict(made.values)
    if not made.adds_noise and (variation := variation_behind(graph, latents)) is not None:
        graph.take(first, "noise_seed", "add_noise")
        latents, values = variation.start, {**values, **variation.values}
    size = size_of(graph, latents)
    found = {name: number_in(value) for name, value in values.items()} | size
    if not size and made.split is not None:
        graph.untake([made.split], "step")  # of a picture that is changed it says how much
    prompt = prompt_behind(graph, made.links.get("positive"), Message("found-prompt"))
    negative = prompt_behind(graph, made.links.get("negative"), Message("found-negative-prompt"))
    loras, checkpoint = model_behind(graph, made.links.get("model"))
    behind = list(dict.fromkeys(id for saver in savers or [last] for id in graph.upstream(saver)))
    return ReadGraph(
        prompt=prompt,
        negative_prompt=negative,
        values={name: value for name, value in found.items() if value is not None},
        sampler=(sampler := _sampler(made.sampler, made.scheduler)),
        is_exact=sampler is not None and _has_our_levels(sampler, found.get("steps"), made, whole=bool(size)),
        sampler_words=f"{made.sampler} / {made.scheduler}" if isinstance(made.sampler, str) else "",
        loras=tuple(loras),
        checkpoint=checkpoint,
        unread=tuple(dict.fromkeys([*graph.unread, *graph.left(behind)])),
    )


def _has_our_levels(sampler: Sampler, steps: float | None, made: SamplerPass, *, whole: bool) -> bool:
    """Whether a pass has ours. Not `whole`: it changes a picture, so it begins where fewer of them are left."""
    if sampler.grid == "align":
        return steps == ALIGNED_STEPS and (made.dropped == 0 or not whole)
    return made.dropped == 0 if whole else made.dropped >= 0


def _sampler(sampler: object, scheduler: object) -> Sampler | None:
    schedule = _SCHEDULES.get(scheduler) if isinstance(scheduler, str) else None
    for row in SAMPLERS.values():
        if (row.comfy_sampler, row.comfy_scheduler, row.webui_schedule) == (sampler, scheduler, schedule):
            return row
    return None
