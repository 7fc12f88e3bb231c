"""CLIP's tokenizer, for models that come without one: a .safetensors file holds weights alone.

clip_merges.txt is the table of byte-pair merges that OpenAI published with CLIP (MIT licence, Copyright (c) 2021
OpenAI): data that every Stable Diffusion model was trained with, and that no other table can stand for.
"""

from pathlib import Path

from transformers import CLIPTokenizer

MERGES_FILE = Path(__file__).parent / "clip_merges.txt"
MAX_TOKENS = 77
START, END = "<|startoftext|>", "<|endoftext|>"


def build(pad_token: str = END) -> CLIPTokenizer:
    """The tokenizer with its 49,408 tokens. SDXL's second text encoder is filled up with "!" instead of the end."""
    merges = [tuple(line.split(" ")) for line in MERGES_FILE.read_text(encoding="utf-8").splitlines()]
    letters = _byte_letters()
    tokens = [*letters, *(letter + "</w>" for letter in letters), *("".join(merge) for merge in merges), START, END]
    return CLIPTokenizer(
        vocab={token: number for number, token in enumerate(tokens)},
        merges=merges,  # type: ignore[arg-type]
        pad_token=pad_token,
        model_max_length=MAX_TOKENS,
    )


def _byte_letters() -> list[str]:
    """The letter that stands for each byte, in CLIP's order: those that print as themselves, then the others."""
    printable = [*range(ord("!"), ord("~") + 1), *range(ord("¡"), ord("¬") + 1), *range(ord("®"), ord("ÿ") + 1)]
    return [*map(chr, printable), *(chr(256 + number) for number in range(256 - len(printable)))]
