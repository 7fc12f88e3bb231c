"""Prompts of any length as chunks of 77 tokens, each token with its weight."""

from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor

from studio.prompts.weights import Part

WORD_END = "</w>"  # of a token that ends a word
LONGEST_WORD = 8  # tokens: a longer one is cut where a chunk is full; ComfyUI draws the same line


def chunked(tokenizer: Any, parts: Sequence[Part]) -> tuple[Tensor, Tensor]:
    """The tokens of a prompt and their weights, both (chunks, 77): 75 tokens between start and end, then filled up.

    No word is cut in two, as far as it fits. An empty prompt is one chunk. All but words has weight 1.
    """
    length = tokenizer.model_max_length
    rows: list[list[tuple[int, float]]] = [[]]
    for word in _words(tokenizer, parts):
        room = length - 2 - len(rows[-1])
        if len(word) > room and len(word) < LONGEST_WORD:
            rows.append([])
        for token in word:
            if len(rows[-1]) == length - 2:
                rows.append([])
            rows[-1].append(token)
    tokens = torch.full((len(rows), length), tokenizer.pad_token_id, dtype=torch.long)
    weights = torch.ones(len(rows), length)
    for index, row in enumerate(rows):
        within = [tokenizer.bos_token_id, *(token for token, _ in row), tokenizer.eos_token_id]
        tokens[index, : len(within)] = torch.tensor(within)
        weights[index, 1 : len(row) + 1] = torch.tensor([weight for _, weight in row])
    return tokens, weights


def _words(tokenizer: Any, parts: Sequence[Part]) -> list[list[tuple[int, float]]]:
    """Tokens with their weights, in lists that belong together."""
    words: list[list[tuple[int, float]]] = []
    is_whole = True
    for part in parts:
        numbers = tokenizer(part.text, add_special_tokens=False, verbose=False).input_ids
        for number, name in zip(numbers, tokenizer.convert_ids_to_tokens(numbers), strict=True):
            if is_whole:
                words.append([])
            words[-1].append((number, part.weight))
            is_whole = name.endswith(WORD_END)
    return words
