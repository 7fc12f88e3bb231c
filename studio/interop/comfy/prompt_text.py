"""Prompts as ComfyUI reads them, and back: a number in brackets does not multiply, and [square ones] are words."""

import math

from studio.prompts.weights import LEAST, MOST, STEP, Part, escaped, parse
from studio.words import Message

MAX_TEXT = 20_000  # characters whose brackets are looked at
MAX_DEPTH = 100  # brackets in brackets

# What stands for brackets after a backslash meanwhile.
_SIGNS = {"\\(": "\ue000", "\\)": "\ue001"}


def comfy_prompt(prompt: str) -> str:
    """The prompt whose words count in ComfyUI as `prompt`'s do here."""
    parts = parse(prompt)
    following = [*parts[1:], Part("")]
    return "".join(
        _written(part, before_bracket=after.weight != 1) for part, after in zip(parts, following, strict=False)
    )


def prompt_of_comfyui(text: str) -> str:
    """The prompt whose words count here as `text`'s do in ComfyUI; `text` itself where that is the same."""
    parts = comfy_parts(text)
    if parts is None or parse(text) == tuple(Part(part.text, _within(part.weight)) for part in parts):
        return text
    return "".join(
        escaped(part.text) if part.weight == 1 else f"({escaped(part.text)}:{_within(part.weight):.6g})"
        for part in parts
    )


def weights_beyond(text: str) -> list[Message]:
    """What no prompt of ours can say: words that count less than nothing or more than MOST there."""
    return [
        Message(
            "graph-weight",
            words=part.text.strip()[:60],
            weight=f"{part.weight:.6g}",
            near=_within(part.weight),
        )
        for part in comfy_parts(text) or ()
        if part.weight != _within(part.weight)
    ]


def comfy_parts(text: str) -> tuple[Part, ...] | None:
    """The parts of a prompt by ComfyUI's rule; None for a text that is too long to look at.

    A number in brackets is what the words in them count, whatever brackets are around; brackets without one count STEP
    times what is around them.
    """
    if len(text) > MAX_TEXT:
        return None
    for sign, kept in _SIGNS.items():
        text = text.replace(sign, kept)
    parts: list[Part] = []
    waiting = [(text, 1.0, 0)]
    while waiting:
        words, weight, depth = waiting.pop()
        pieces = _pieces(words)
        if depth == MAX_DEPTH or (pieces == [words] and not _in_brackets(words)):
            _keep(parts, words, weight)
            continue
        inner = [
            (*_counted(piece, weight), depth + 1) if _in_brackets(piece) else (piece, weight, MAX_DEPTH)
            for piece in pieces
        ]
        waiting.extend(reversed(inner))
    return tuple(parts)


def _keep(parts: list[Part], words: str, weight: float) -> None:
    for sign, kept in _SIGNS.items():
        words = words.replace(kept, sign[1])
    if words and parts and parts[-1].weight == weight:
        parts[-1] = Part(parts[-1].text + words, weight)
    elif words:
        parts.append(Part(words, weight))


def _pieces(text: str) -> list[str]:
    """A text cut before and after brackets that no others are around."""
    pieces: list[str] = []
    depth, begin = 0, 0
    for place, sign in enumerate(text):
        if sign == "(":
            if depth == 0 and place > begin:
                pieces.append(text[begin:place])
                begin = place
            depth += 1
        elif sign == ")":
            depth -= 1
            if depth == 0:
                pieces.append(text[begin : place + 1])
                begin = place + 1
    return [*pieces, text[begin:]] if begin < len(text) else pieces


def _in_brackets(piece: str) -> bool:
    return len(piece) >= 2 and piece[0] == "(" and piece[-1] == ")"


def _counted(piece: str, weight: float) -> tuple[str, float]:
    """The words in a pair of brackets, and how many times they count."""
    inside = piece[1:-1]
    words, colon, number = inside.rpartition(":")
    if colon and words:
        try:
            counted = float(number)
        except ValueError:
            counted = math.nan
        if math.isfinite(counted):
            return words, counted
    return inside, weight * STEP


def _within(weight: float) -> float:
    return min(max(weight, LEAST), MOST)


def _written(part: Part, *, before_bracket: bool) -> str:
    words = part.text.replace("(", "\\(").replace(")", "\\)")
    # A backslash before a bracket would make it a sign.
    if words.endswith("\\") and (before_bracket or part.weight != 1):
        words += " "
    return words if part.weight == 1 else f"({words}:{part.weight:.6g})"
