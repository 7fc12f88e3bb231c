"""The words of a conditioning in a graph."""

import re
from collections.abc import Iterator

from studio.checks import shown
from studio.interop.comfy.graph import Graph
from studio.interop.comfy.nodes import MAX_DEPTH, OUTPUTS, link_of, linked
from studio.interop.comfy.prompt_text import prompt_of_comfyui, weights_beyond
from studio.words import Message

# The words of an encoder; the first that is there counts.
_WORDS = ("populated_text", "text", "prompt", "text_g", "text_l", "clip_g", "clip_l", "t5xxl", "llama")
_FROM_WORDS = re.compile(r"conditioning|cond\d*$|positive|negative", re.IGNORECASE)
_OF_A_PART = re.compile(r"SetArea|SetMask|TimestepRange|Regional")  # conditionings of a region or of some steps


def prompt_behind(graph: Graph, link: object, called: Message) -> str:
    """The words of a conditioning. Of several those for the whole picture, else the first; the others are named.

    `called`: what they are in a sentence.
    """
    found = list(dict.fromkeys(_words(graph, link, 0)))
    whole = [text for text, of_a_part in found if not of_a_part]
    parts = [text for text, of_a_part in found if of_a_part and text not in whole]
    chosen = (whole or parts or [""])[0]
    if parts and not whole:
        graph.unread.append(Message("graph-part-alone", value=called))
    for text in [*whole[1:], *parts]:
        if text != chosen and text:
            key = "graph-words-of-part" if text in parts else "graph-words-added"
            graph.unread.append(Message(key, value=called, words=shown(text, 160)))
    graph.unread += weights_beyond(chosen)
    return prompt_of_comfyui(chosen)


def _words(graph: Graph, link: object, depth: int) -> Iterator[tuple[str, bool]]:
    """The texts that are encoded behind an output, and whether each holds for a part of the picture alone."""
    place = link_of(link)
    if place is None or place[0] not in graph.nodes or depth > MAX_DEPTH:
        return
    id, output = place
    node = graph.nodes[id]
    inputs, kind = node["inputs"], node["class_type"]
    if kind == "ConditioningZeroOut":
        yield "", False
        return
    named = OUTPUTS.get(kind, ("positive", "negative") if {"positive", "negative"} & set(inputs) else ())
    if named:
        own = inputs.get(named[output]) if output < len(named) else None
        if isinstance(own, str):
            graph.take(id, named[output])
            yield own, False
        elif own is None and "base_ctx" in inputs:
            yield from _words(graph, [linked(inputs["base_ctx"]), output], depth + 1)
        else:
            yield from _words_or_text(graph, own, id, named[output] if own is not None else "", depth)
        return
    behind = [value for name, value in inputs.items() if link_of(value) and (_FROM_WORDS.search(name) or not name)]
    if behind:
        of_a_part = bool(_OF_A_PART.search(kind))
        for one in behind:
            for text, is_part in _words(graph, one, depth + 1):
                yield text, is_part or of_a_part
        return
    texts = {name: graph.value(inputs[name], "text") for name in _WORDS if name in inputs}
    known = {name: text for name, text in texts.items() if isinstance(text, str)}
    if known:
        first = next(iter(known.values()))
        graph.take(id, *(name for name, text in known.items() if text == first))
        yield first, False


def _words_or_text(graph: Graph, value: object, id: str, name: str, depth: int) -> Iterator[tuple[str, bool]]:
    """Of an input that is a link to a conditioning, or to a node of a text."""
    text = graph.value(value, "text")
    if isinstance(text, str):
        graph.take(id, name)
        yield text, False
    else:
        yield from _words(graph, value, depth + 1)
