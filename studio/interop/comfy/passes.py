"""Runs of a sampler in a graph: which one the picture came from, its values, and its size."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from studio.interop.comfy.graph import Graph
from studio.interop.comfy.nodes import OUTPUTS, is_sampler, link_of, linked, links_of
from studio.interop.comfy.writing import LEAVES_ONE_OUT, has_surplus_levels
from studio.interop.infotext import number_in
from studio.words import Message

MAX_SAVERS = 10  # nodes with pictures that are looked behind

_SAME_SIZE = ("samples_to", "samples", "latent", "latent_image", "")
_LATENTS = (*_SAME_SIZE, "pixels", "destination", "image", "images", "image1")
_PICTURES = {"samples", "latent", "latent_image", "image", "images", "pixels", "samples_to", "start_image"}


@dataclass(frozen=True, kw_only=True, slots=True)
class SamplerPass:
    """One run of a sampler: its links, and its values as they stand in the graph.

    dropped: how many noise levels are left out at the noisy end, -1 where that is not plain; split: the node that
    leaves them out. begins_anew: it begins with noise alone, so nothing before it matters.
    """

    links: Mapping[str, object]
    values: Mapping[str, object]
    sampler: object
    scheduler: object
    dropped: int
    split: str | None
    adds_noise: bool
    begins_anew: bool


def last_sampler(graph: Graph, samplers: Sequence[str]) -> tuple[list[str], str]:
    """The nodes that saved pictures, and the sampler nearest to the first of them; else the first sampler."""
    known, used = set(samplers), {link[0] for node in graph.nodes.values() for link in links_of(node)}
    ends = [id for id, node in graph.nodes.items() if id not in used and "images" in node["inputs"]]
    if not ends:
        ends = [id for id, node in graph.nodes.items() if "images" in node["inputs"]]
    saving = [id for id in ends if "Save" in graph.nodes[id]["class_type"]] or ends
    found: list[tuple[str, str]] = []
    for saver in saving[:MAX_SAVERS]:
        nearest = next((id for id in graph.upstream(saver) if id in known), None)
        if nearest is not None:
            found.append((saver, nearest))
    if not found:
        return [], samplers[0]
    if len({first_pass(graph, nearest) for _, nearest in found}) > 1:
        graph.unread.append(Message("graph-several-pictures", count=len(found)))
    return [saver for saver, _ in found], found[0][1]


def first_pass(graph: Graph, last: str) -> str:
    """The sampler whose noise the picture came from: passes after it only change what it made."""
    noted = {id: set(names) for id, names in graph.taken.items()}
    seen: set[str] = set()
    id = last
    while id not in seen:
        seen.add(id)
        made = sampler_pass(graph, id)
        before = None if made.begins_anew else _pass_before(graph, made.links.get("latent"))
        if before is None or before in seen:
            break
        id = before
    graph.taken = noted  # of the passes that were only looked at nothing was taken over
    return id


def _pass_before(graph: Graph, link: object) -> str | None:
    """The sampler whose latents or picture come in by a link; of several laid onto one another the lowest."""
    seen: set[str] = set()
    start = link
    while (id := linked(link)) is not None and id in graph.nodes and id not in seen:
        seen.add(id)
        if is_sampler(graph.nodes[id]):
            return id
        inputs = graph.nodes[id]["inputs"]
        link = next((inputs[name] for name in _LATENTS if link_of(inputs.get(name))), None)
    return next((id for id in graph.upstream_of(start) if is_sampler(graph.nodes[id])), None)


def sampler_pass(graph: Graph, id: str) -> SamplerPass:
    """What one run says; what is read of it counts as taken over."""
    inputs = graph.nodes[id]["inputs"]
    graph.take(id)
    guider, noise = graph.behind(inputs.get("guider")), graph.behind(inputs.get("noise"))
    sigmas, sampler = graph.behind(inputs.get("sigmas"), "sigmas"), graph.behind(inputs.get("sampler"))
    places = [place for place in (id, guider, noise, sigmas, sampler) if place is not None]

    def look(wanted: str, *names: str) -> object:
        for place in places:
            for name in names:
                own = graph.nodes[place]["inputs"]
                if name in own:
                    graph.take(place, name)
                    return graph.value(own[name], wanted)
        return None

    def link(*names: str) -> object:
        for place in places:
            own = graph.nodes[place]["inputs"]
            for name in names:
                if link_of(own.get(name)):
                    return own[name]
        return None

    denoise = number_in(look("denoise", "denoise"))
    start = number_in(graph.value(inputs.get("start_at_step", 0), "start_at_step"))
    adds = inputs.get("add_noise", "enable") not in ("disable", False)
    if noise is not None and not {"noise_seed", "seed"} & set(graph.nodes[noise]["inputs"]):
        adds = False
    if denoise not in (None, 1.0):
        graph.untake(places, "denoise")
    steps = number_in(graph.value(inputs.get("steps"), "steps"))
    end = number_in(inputs.get("end_at_step"))
    if end is not None and steps is not None and end >= steps:
        graph.take(id, "end_at_step")
    for place in (guider, noise, sampler):
        if place is not None:
            graph.take(place)
    cfg: object = look("cfg", "cfg")
    if cfg is None and guider is not None and "conditioning" in graph.nodes[guider]["inputs"]:
        cfg = 1.0  # a guider of one conditioning guides away from none
    # Of three conditionings ("cond2") none is what ours is guided away from.
    is_threefold = guider is not None and "cond2" in graph.nodes[guider]["inputs"]
    named = _name_in(graph, id, sampler, "sampler_name")
    scheduler = _name_in(graph, id, sigmas, "scheduler")
    if sigmas is not None:
        graph.take(sigmas, "model_type")
    left_out = _dropped(graph, inputs.get("sigmas"))
    has_surplus = scheduler == "ddim_uniform" and steps is not None and steps >= 1 and has_surplus_levels(int(steps))
    dropped = -1 if sigmas is None and (named in LEAVES_ONE_OUT or has_surplus) else left_out
    return SamplerPass(
        links={
            "model": link("model"),
            "positive": link("positive", "cond1") or (link("conditioning") if guider is not None else None),
            "negative": None if is_threefold else link("negative"),
            "latent": link("latent_image", "latent", "samples"),
        },
        values={
            "steps": look("steps", "steps"),
            "guidance_scale": cfg,
            **({"seed": look("seed", "seed", "noise_seed")} if adds else {}),
        },
        sampler=named,
        scheduler=scheduler,
        dropped=dropped,
        split=linked(inputs.get("sigmas")) if dropped > 0 else None,
        adds_noise=adds,
        begins_anew=adds and denoise in (None, 1.0) and start in (None, 0.0) and left_out == 0,
    )


def _dropped(graph: Graph, link: object) -> int:
    """Of a part of the noise levels that SplitSigmas gives; 0 for all of them."""
    place = link_of(link)
    node = graph.nodes.get(place[0]) if place else None
    if place is None or node is None or link_of(node["inputs"].get("sigmas")) is None:
        return 0
    step = number_in(node["inputs"].get("step"))
    if node["class_type"] != "SplitSigmas" or place[1] != 1 or step is None:
        return -1
    graph.take(place[0], "step")
    return int(step)


def _name_in(graph: Graph, id: str, source: str | None, key: str) -> object:
    """What is chosen by name in a node, or in the one that gives it; of one that is no choice, its kind."""
    holder = id if source is None else source
    node = graph.nodes[holder]
    if source is not None and key not in node["inputs"]:
        return node["class_type"]
    graph.take(holder, key)
    return graph.value(node["inputs"].get(key), key)


def size_of(graph: Graph, link: object) -> dict[str, float | None]:
    """Width and height in pixels of the empty latents; none where they come from elsewhere or are changed."""
    seen: set[str] = set()
    while (place := link_of(link)) is not None and place[0] in graph.nodes and place[0] not in seen:
        id, output = place
        seen.add(id)
        node = graph.nodes[id]
        inputs: Mapping[str, object] = node["inputs"]
        handed = OUTPUTS.get(node["class_type"], ())[output : output + 1]
        if handed and link_of(inputs.get(handed[0])):
            link = inputs[handed[0]]
            continue
        if is_sampler(node):
            link = inputs.get("latent_image")
            continue
        sides = next(
            (
                pair
                for pair in (("width", "height"), ("empty_latent_width", "empty_latent_height"))
                if set(pair) <= set(inputs)
            ),
            None,
        )
        if sides is not None and not any(link_of(value) and name in _PICTURES for name, value in inputs.items()):
            graph.take(id, *sides)
            return {
                ours: number_in(graph.value(inputs[name], ours))
                for ours, name in zip(("width", "height"), sides, strict=True)
            }
        if sides is not None or re.search(r"Upscale|Scale|Crop|Rotate", node["class_type"]):
            return {}
        link = next((inputs[name] for name in _SAME_SIZE if name in inputs), None)
    return {}
