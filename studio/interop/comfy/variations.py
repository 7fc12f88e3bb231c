"""The noise of a variation in a graph, as studio.interop.comfy.writing writes it: two noises with their shares."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from studio.interop.comfy.graph import Graph
from studio.interop.comfy.nodes import linked
from studio.interop.infotext import number_in

_ROUNDING = 0.01  # a node's page may round its numbers to two digits


@dataclass(frozen=True, kw_only=True, slots=True)
class Variation:
    """values: `seed`, `variation_seed` and `variation_strength` (0..1); start: the latents that it is added to."""

    values: Mapping[str, object]
    start: object


def variation_behind(graph: Graph, link: object) -> Variation | None:
    """What latents say that are such noise, or have it added; None for any others."""
    for id, start in _sums(graph, link):
        inputs = graph.nodes[id]["inputs"]
        own, other = (_seed_and_part(graph, inputs.get(name)) for name in ("samples1", "samples2"))
        if own is None or other is None:
            continue
        if own.part < -_ROUNDING or other.part < -_ROUNDING or abs(math.hypot(own.part, other.part) - 1) > _ROUNDING:
            return None
        for place, name in (*own.places.items(), *other.places.items()):
            graph.take(place, name)
        graph.take(id)
        strength = round(min(max(math.atan2(other.part, own.part) * 2 / math.pi, 0.0), 1.0), 6)
        values = {"seed": own.seed, "variation_seed": other.seed, "variation_strength": strength}
        if start is None:
            start = own.latents
        else:
            graph.take(str(linked(link)))
        return Variation(values=values, start=start)
    return None


@dataclass(frozen=True, kw_only=True, slots=True)
class _Noise:
    """A seed's noise, and how much of it is added. places: by node, the input that was read; latents: it is put on."""

    places: Mapping[str, str]
    seed: object
    part: float
    latents: object


def _sums(graph: Graph, link: object) -> Iterator[tuple[str, object]]:
    """The node behind a link where it adds latents, and one that it adds to others; with the link to those."""
    id = linked(link)
    if id is None or id not in graph.nodes or graph.nodes[id]["class_type"] != "LatentAdd":
        return
    yield id, None
    inputs = graph.nodes[id]["inputs"]
    inner = linked(inputs.get("samples2"))
    if inner is not None and inner in graph.nodes and graph.nodes[inner]["class_type"] == "LatentAdd":
        yield inner, inputs.get("samples1")


def _seed_and_part(graph: Graph, link: object) -> _Noise | None:
    """Noise that a node multiplies; None for anything else."""
    ids: list[str] = []
    for kind, following in (("LatentMultiply", "samples"), ("AddNoise", "noise"), ("RandomNoise", "")):
        id = linked(link)
        if id is None or id not in graph.nodes or graph.nodes[id]["class_type"] != kind:
            return None
        ids.append(id)
        link = graph.nodes[id]["inputs"].get(following)
    multiplied, added, drawn = (graph.nodes[id]["inputs"] for id in ids)
    part, seed = number_in(multiplied.get("multiplier")), drawn.get("noise_seed")
    if part is None or number_in(seed) is None:
        return None
    places = {ids[0]: "multiplier", ids[1]: "", ids[2]: "noise_seed"}
    return _Noise(places=places, seed=seed, part=float(part), latents=added.get("latent_image"))
