"""What other programs' prompts hold beside words: LoRA tags, words that change on the way, wildcards, choices.

Brackets that weigh words and backslashes before brackets are Cuddle's own, too (studio.prompts.weights), and stay.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from studio.checks import shown
from studio.interop.infotext import LoraTag, tag_strength
from studio.words import Message

MAX_REMARKS = 12

LORA_TAG = re.compile(r"(?<!\\)<(?P<kind>[A-Za-z_]{2,20}):(?P<name>[^:<>]{1,200})(?P<rest>(?::[^:<>]{0,40}){0,6})>")
_LORAS = ("lora", "lyco", "locon")
_WHEN = re.compile(r"\s*(?:\d+(?:\.\d*)?|\.\d+)\s*")


@dataclass(frozen=True, slots=True)
class _Foreign:
    """A part of a prompt that is not done as it is written: the part, what it does elsewhere, and what to say of it.

    `what` is a key, "" where reading it as words is all that there is to do.
    """

    written: str
    what: str
    remark: Message


@dataclass(frozen=True, slots=True)
class PlainPrompt:
    """A prompt without such parts. `tags`: its LoRA tags, in order; `remarks`: what was not done."""

    text: str
    tags: tuple[LoraTag, ...] = ()
    remarks: tuple[Message, ...] = ()


def plain_prompt(prompt: str) -> PlainPrompt:
    """The prompt as words and weights alone. Never raises; a prompt without such parts stays as it is."""
    text, tags, foreign = _read(prompt)
    remarks = dict.fromkeys(one.remark for one in foreign)
    return PlainPrompt(text, tuple(tags), tuple(remarks)[:MAX_REMARKS])


def syntax_not_read(prompt: str) -> list[Message]:
    """What of other programs' syntax a prompt holds, the first of each sort, each with what it does there."""
    first = {one.what: one for one in reversed(_read(prompt)[2]) if one.what}
    return [
        Message("syntax-elsewhere", written=shown(one.written, 60), what=Message(one.what))
        for one in reversed(first.values())
    ]


def without_tags(prompt: str) -> str:
    """The prompt without tags that are no words in any program, but for those of LoRAs."""
    pattern = re.compile(f" ?{LORA_TAG.pattern}")
    return pattern.sub(lambda tag: tag[0] if tag["kind"].lower() in _LORAS else "", prompt).strip()


def _read(prompt: str) -> tuple[str, list[LoraTag], list[_Foreign]]:
    """The prompt as words and weights alone, its LoRA tags, and what was not done as it is written."""
    tags: list[LoraTag] = []
    foreign: list[_Foreign] = []
    text = prompt
    for pattern, replacement in _RULES if any(c.islower() for c in prompt) else _RULES_OF_SIGNS:
        while True:  # from the inside out
            changed = pattern.sub(lambda match, made=replacement: made(match, tags, foreign), text)
            if changed == text:
                break
            text = changed
    if any(one.written == "AND" for one in foreign):
        text = re.sub(r"\s*:\s*-?\d+(\.\d+)?\s*$", "", text)  # the weight of the last one
    if text != prompt:
        text = re.sub(r"(\s*,)+(?=\s*,)|^[\s,]+|[\s,]+$", "", text)  # commas around what went
        text = re.sub(r"\s+,", ",", " ".join(text.split()))
    return text, tags, foreign


_Replace = Callable[["re.Match[str]", list[LoraTag], list[_Foreign]], str]


def _tag(match: "re.Match[str]", tags: list[LoraTag], foreign: list[_Foreign]) -> str:
    kind, name, rest = match["kind"].lower(), match["name"].strip(), match["rest"] or ""
    if kind in _LORAS and name:
        tags.append(LoraTag(stem=name, strength=tag_strength(rest)))
    else:
        foreign.append(
            _Foreign(
                match[0],
                "elsewhere-hypernetwork" if kind == "hypernet" else "elsewhere-tag",
                Message("tag-left-out", written=shown(match[0])),
            )
        )
    return " "


def _embedding(match: "re.Match[str]", tags: list[LoraTag], foreign: list[_Foreign]) -> str:
    foreign.append(
        _Foreign(
            match[0],
            "elsewhere-embedding",
            Message("embedding-left-out", written=shown(match[0])),
        )
    )
    return " "


def _wildcard(match: "re.Match[str]", tags: list[LoraTag], foreign: list[_Foreign]) -> str:
    foreign.append(
        _Foreign(
            match[0],
            "elsewhere-wildcard",
            Message("wildcard-not-here", written=shown(match[0])),
        )
    )
    return " "


def _break(match: "re.Match[str]", tags: list[LoraTag], foreign: list[_Foreign]) -> str:
    foreign.append(_Foreign("BREAK", "", Message("break-left-out")))
    return ", "


def _and(match: "re.Match[str]", tags: list[LoraTag], foreign: list[_Foreign]) -> str:
    foreign.append(
        _Foreign(
            "AND",
            "elsewhere-prompts",
            Message("and-as-word"),
        )
    )
    return " and "


def _bracket(match: "re.Match[str]", tags: list[LoraTag], foreign: list[_Foreign]) -> str:
    """[a|b], [a:b:0.5], [a:0.5] and [a::0.5]; any other bracket weighs its words, and stays."""
    inside = match["inside"]
    parts = _split(inside, "|")
    if len(parts) > 1:
        read = next((part.strip() for part in parts if part.strip()), "")
    else:
        *words, when = _split(inside, ":")
        if not 1 <= len(words) <= 2 or not _WHEN.fullmatch(when):
            return match[0]
        is_early = float(when) <= 0.5 or float(when) > 1  # a number above 1 is a step
        before, after = words if len(words) == 2 else (None, words[0])
        read = before if before is not None and (not is_early or not after.strip()) else after
        read = read.strip()
    how = "turns" if len(parts) > 1 else "changes"
    written = shown(match[0])
    if read:
        remark = Message(f"words-{how}-read", written=written, read=shown(read))
    else:
        remark = Message(f"words-{how}-left-out", written=written)
    foreign.append(
        _Foreign(
            match[0],
            f"elsewhere-{how}",
            remark,
        )
    )
    return read


def _split(text: str, sign: str) -> list[str]:
    """The parts of a text between signs that no bracket encloses and no backslash precedes."""
    parts: list[str] = []
    depth, start = 0, 0
    for place, c in enumerate(text):
        if text[place - 1 : place] == "\\":
            continue
        depth += (c in "([") - (c in ")]")
        if c == sign and depth == 0:
            parts.append(text[start:place])
            start = place + 1
    return [*parts, text[start:]]


def _choice(match: "re.Match[str]", tags: list[LoraTag], foreign: list[_Foreign]) -> str:
    inside = match["inside"]
    if "|" not in inside:
        foreign.append(
            _Foreign(match[0], "", Message("weight-of-another", written=shown(match[0]), inside=shown(inside)))
        )
        return inside
    first = re.sub(r"^(\d+(-\d+)?\$\$)", "", inside).split("|")[0]
    first = re.sub(r"^\s*\d+(\.\d+)?::", "", first).strip()
    foreign.append(
        _Foreign(
            match[0],
            "elsewhere-drawn",
            Message("choice-read", written=shown(match[0]), read=shown(first)),
        )
    )
    return first


_RULES_OF_SIGNS: tuple[tuple["re.Pattern[str]", _Replace], ...] = (
    (LORA_TAG, _tag),
    (re.compile(r"(?<![\w\\])embedding:[\w./\\-]+", re.IGNORECASE), _embedding),
    (re.compile(r"(?<![\w\\])__(?=[*/+-]*[^\W_])[\w*/+-]+?__(?!\w)"), _wildcard),
    (re.compile(r"(?<!\\)\{(?P<inside>(?:\\.|[^{}\\])*)\}"), _choice),
    (re.compile(r"(?<!\\)\[(?P<inside>(?:\\.|[^\[\]\\]|\[[^\[\]\\]*\])*)\]"), _bracket),
)
# In A PROMPT LIKE THIS they are words.
_RULES = (
    *_RULES_OF_SIGNS,
    (re.compile(r",?\s*(?<!\w)BREAK(?!\w)\s*,?"), _break),
    (re.compile(r"(?:\s*:\s*-?\d+(?:\.\d+)?)?\s+AND\s+(?=\S)"), _and),
)
