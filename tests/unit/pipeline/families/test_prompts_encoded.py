"""Prompts on a real small model: weights, more than 77 tokens, and what is encoded only once."""

import gc
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import combinations
from pathlib import Path
from typing import Any
from weakref import ref

import pytest
import torch
from torch import Tensor

from pipeline import generate
from pipeline.families.chunks import chunked
from pipeline.families.sdxl import SdxlShaped
from pipeline.families.unet import PROMPTS_KEPT
from pipeline.loras import text_encoders as text_encoder_lora
from pipeline.loras.lora import Lora
from studio.prompts.weights import parse
from tests.engine import SIDE
from tests.loras import lora_on

SHORT = "a photo of a cat on the beach"
WORDS = ("cat", "dog", "house", "tree", "beach", "snow", "red", "blue")
LONG = " ".join(WORDS[number % len(WORDS)] for number in range(100))  # each is one token


def test_a_plain_prompt_is_encoded_as_stock_diffusers_does(loaded: SdxlShaped, pocket_folder: Path) -> None:
    from diffusers import StableDiffusionXLPipeline  # type: ignore[attr-defined]

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        stock: Any = StableDiffusionXLPipeline.from_pretrained(pocket_folder, dtype=torch.float32)
    hidden, without, pooled, pooled_without = stock.encode_prompt(SHORT, negative_prompt="")
    ours = generate.encode_guided(loaded, SHORT, "").tensors()

    assert torch.equal(ours["prompt_embeds"], torch.cat([without, hidden]))
    assert torch.equal(ours["pooled_prompt_embeds"], torch.cat([pooled_without, pooled]))


def test_weighted_words_are_moved_away_from_the_empty_prompt_and_all_others_stay(loaded: SdxlShaped) -> None:
    plain = loaded.encode_prompts([SHORT])
    weighted = loaded.encode_prompts(["a photo of a (cat:1.3) on the [beach]"])
    empty = loaded.encode_prompts([""]).prompt_embeds[0]
    expected = plain.prompt_embeds[0].clone()
    for place, weight in ((5, 1.3), (8, 1 / 1.1)):  # the start is token 0
        expected[place] = empty[place] + weight * (expected[place] - empty[place])

    assert torch.allclose(weighted.prompt_embeds[0], expected, atol=1e-6)
    assert not torch.allclose(weighted.prompt_embeds[0], plain.prompt_embeds[0], atol=1e-2)
    assert torch.equal(weighted.pooled_prompt_embeds, plain.pooled_prompt_embeds)
    assert torch.equal(
        loaded.encode_prompts(["a photo of a (cat:1.0) on the beach"]).prompt_embeds, plain.prompt_embeds
    )


def test_things_to_avoid_are_weighted_as_well(loaded: SdxlShaped) -> None:
    weighted, plain = (generate.encode_guided(loaded, SHORT, avoided) for avoided in ("(snow:1.5)", "snow"))
    assert not torch.equal(loaded.ports.prompt_embeds(weighted)[0], loaded.ports.prompt_embeds(plain)[0])


def test_a_long_prompt_is_read_to_its_end_in_chunks_of_75_tokens(loaded: SdxlShaped) -> None:
    words = LONG.split()
    whole = loaded.encode_prompts([LONG])
    first, second = (loaded.encode_prompts([" ".join(part)]) for part in (words[:75], words[75:]))

    assert whole.prompt_embeds.shape[1] == 2 * 77
    assert torch.allclose(whole.prompt_embeds[:, :77], first.prompt_embeds, atol=1e-5)
    assert torch.allclose(whole.prompt_embeds[:, 77:], second.prompt_embeds, atol=1e-5)
    assert torch.allclose(whole.pooled_prompt_embeds, first.pooled_prompt_embeds, atol=1e-5)


def test_a_word_is_not_cut_where_a_chunk_is_full(loaded: SdxlShaped) -> None:
    tokenizer = loaded.tokenizers[0]
    pieces = tokenizer("dumpling", add_special_tokens=False).input_ids
    assert 1 < len(pieces) < 8
    tokens, weights = chunked(tokenizer, parse(" ".join(["cat"] * 74) + " (dumpling:1.2)"))
    assert tokens[1, 1 : len(pieces) + 1].tolist() == pieces
    assert weights[1, 1 : len(pieces) + 1].tolist() == pytest.approx([1.2] * len(pieces))
    assert tokens[0, 75:].tolist() == [tokenizer.eos_token_id, tokenizer.pad_token_id]


@torch.no_grad()
def test_a_short_prompt_beside_a_long_one_means_what_it_means_alone(loaded: SdxlShaped) -> None:
    """It is told twice; attention that sees the same words twice gives the same answer."""
    noisy = torch.randn(1, 4, SIDE // 8, SIDE // 8, generator=torch.Generator().manual_seed(0))
    alone = loaded.encode_prompts([SHORT])
    beside = generate.encode_guided(loaded, LONG, SHORT)
    told_twice = beside.rows([0])
    assert loaded.ports.tokens(told_twice) == 2 * loaded.ports.tokens(alone)

    once, twice = (loaded.denoise(noisy, torch.tensor(500.0), words, SIDE, SIDE) for words in (alone, told_twice))

    assert torch.allclose(once, twice, atol=1e-4)


@contextmanager
def encoding(loaded: SdxlShaped) -> Iterator[list[int]]:
    """Inside the block: as many entries as a text encoder was run."""
    calls: list[int] = []
    hook = loaded.text_encoders[0].register_forward_hook(lambda *_: calls.append(1))
    try:
        yield calls
    finally:
        hook.remove()


def test_the_same_words_are_encoded_once(loaded: SdxlShaped) -> None:
    with encoding(loaded) as calls:
        first = loaded.encode_prompts(["a cat nobody asked for before", "(so:1.2)"])
        before = len(calls)
        again = loaded.encode_prompts(["(so:1.2)", "a cat nobody asked for before"])

    assert len(calls) == before
    assert torch.equal(again.prompt_embeds, first.prompt_embeds.flip(0))


def test_words_are_encoded_once_for_each_choice_of_loras_on_the_text_encoders(loaded: SdxlShaped) -> None:
    lora = lora_on(loaded.model, loaded.text_encoders)
    like_it = lora_on(loaded.model, loaded.text_encoders, size=0.25)  # of the same name, as a file written anew
    choices: list[list[tuple[Lora, float]]] = [
        [], [(lora, 1.0)], [(lora, 0.5)], [(like_it, 1.0)], [(lora, 1.0), (like_it, 0.5)]
    ]  # fmt: skip

    def said() -> list[Tensor]:
        found = []
        for choice in choices:
            with text_encoder_lora.merged(loaded.text_encoders, choice):
                found.append(loaded.encode_prompts(["a cat with and without"]).prompt_embeds)
        return found

    with encoding(loaded) as calls:
        first = said()
        assert len(calls) == len(choices)
        again = said()
        with text_encoder_lora.merged(loaded.text_encoders, [(lora, 0.0)]):
            off = loaded.encode_prompts(["a cat with and without"]).prompt_embeds
        assert len(calls) == len(choices)

    assert all(torch.equal(one, other) for one, other in zip(first, again, strict=True))
    assert torch.equal(off, first[0])
    assert not any(torch.equal(one, other) for one, other in combinations(first, 2))


def test_what_was_encoded_holds_no_lora_that_is_not_needed_any_more(loaded: SdxlShaped) -> None:
    lora = lora_on(loaded.model, loaded.text_encoders)
    with text_encoder_lora.merged(loaded.text_encoders, [(lora, 1.0)]):
        loaded.encode_prompts([SHORT])
    held = ref(lora)
    del lora
    gc.collect()
    assert held() is None


def test_only_the_latest_prompts_are_kept(loaded: SdxlShaped) -> None:
    for number in range(PROMPTS_KEPT + 1):
        loaded.encode_prompts([f"{number} cats"])
    with encoding(loaded) as calls:
        loaded.encode_prompts([f"{PROMPTS_KEPT} cats"])
        assert calls == []
        loaded.encode_prompts(["0 cats"])
        assert calls == [1]


@torch.no_grad()
def test_words_are_encoded_anew_when_the_text_encoders_are_changed(loaded: SdxlShaped) -> None:
    first = loaded.encode_prompts([SHORT]).prompt_embeds
    weight = next(iter(loaded.text_encoders[0].parameters()))
    before = weight.clone()
    try:
        weight.mul_(1.5)
        assert not torch.equal(loaded.encode_prompts([SHORT]).prompt_embeds, first)
    finally:
        weight.copy_(before)
    assert torch.equal(loaded.encode_prompts([SHORT]).prompt_embeds, first)


@torch.no_grad()
def test_a_change_while_loras_are_on_is_never_taken_for_what_was_there_before(loaded: SdxlShaped) -> None:
    first = loaded.encode_prompts([SHORT]).prompt_embeds
    lora = lora_on(loaded.model, loaded.text_encoders)
    weight = next(iter(loaded.text_encoders[0].parameters()))
    before = weight.clone()
    try:
        with text_encoder_lora.merged(loaded.text_encoders, [(lora, 1.0)]):
            with_lora = loaded.encode_prompts([SHORT]).prompt_embeds
            weight.mul_(1.5)
            assert not torch.equal(loaded.encode_prompts([SHORT]).prompt_embeds, with_lora)
        assert not torch.equal(loaded.encode_prompts([SHORT]).prompt_embeds, first)
    finally:
        weight.copy_(before)
