"""How strongly each part of a prompt counts: (word:1.2), (word), [word], and \\( for a bracket that is only that."""

import re
from dataclasses import dataclass

LEAST, MOST = 0.0, 2.0  # 0: the words count for nothing; past 2 pictures break
STEP = 1.1  # what a pair of brackets without a number stands for, as in A1111

_PAIRS = {")": "(", "]": "["}
_BRACKETS = "()[]"
_NUMBER = re.compile(r"\s*[+-]?(\d+\.?\d*|\.\d+)\s*")


@dataclass(frozen=True, slots=True)
class Part:
    """Words that count alike. weight: 1 = as they are."""

    text: str
    weight: float = 1.0


def parse(prompt: str) -> tuple[Part, ...]:
    """The parts of a prompt, in order; never raises, and every weight lies between LEAST and MOST.

    (word:1.2) counts 1.2 times, (word) 1.1 times, [word] 1 / 1.1 times; brackets in brackets multiply. A bracket
    without its other half, or after a backslash, is a sign like any other.
    """
    parts: list[Part] = []
    closes = _matched(prompt)
    ends: list[tuple[int, int, float]] = []  # where the words end, where the brackets end, and the weight outside
    weight, place, words = 1.0, 0, ""

    def keep() -> None:
        nonlocal words
        counted = min(max(weight, LEAST), MOST)
        if words and parts and parts[-1].weight == counted:
            parts[-1] = Part(parts[-1].text + words, counted)
        elif words:
            parts.append(Part(words, counted))
        words = ""

    while place < len(prompt):
        if ends and place >= ends[-1][0]:
            keep()
            _, place, weight = ends.pop()
        elif _is_escaped(prompt, place):
            words += prompt[place + 1]
            place += 2
        elif place in closes:
            keep()
            end, factor = _factor(prompt, place, closes[place])
            ends.append((end, closes[place] + 1, weight))
            weight *= factor
            place += 1
        else:
            words += prompt[place]
            place += 1
    keep()
    return tuple(parts)


def plain(prompt: str) -> str:
    """The words of a prompt alone."""
    return "".join(part.text for part in parse(prompt))


def escaped(text: str) -> str:
    """A prompt that means this very text, brackets and all."""
    return "".join(f"\\{sign}" if sign in _BRACKETS else sign for sign in text)


def _matched(prompt: str) -> dict[int, int]:
    """Where each bracket with another half begins, to where that ends it. What is open in between is no bracket."""
    closes: dict[int, int] = {}
    begun: list[int] = []
    place = 0
    while place < len(prompt):
        if _is_escaped(prompt, place):
            place += 2
            continue
        sign = prompt[place]
        if sign in "([":
            begun.append(place)
        elif sign in _PAIRS and any(prompt[one] == _PAIRS[sign] for one in begun):
            while prompt[begun[-1]] != _PAIRS[sign]:
                begun.pop()
            closes[begun.pop()] = place
        place += 1
    return closes


def _factor(prompt: str, begin: int, close: int) -> tuple[int, float]:
    """Where the words in these brackets end, and how many times they count."""
    if prompt[begin] == "[":
        return close, 1 / STEP
    colon = prompt.rfind(":", begin + 1, close)
    if colon > begin and _NUMBER.fullmatch(prompt, colon + 1, close):
        return colon, min(max(float(prompt[colon + 1 : close]), LEAST), MOST)
    return close, STEP


def _is_escaped(prompt: str, place: int) -> bool:
    return prompt[place] == "\\" and prompt[place + 1 : place + 2] in tuple(_BRACKETS)
