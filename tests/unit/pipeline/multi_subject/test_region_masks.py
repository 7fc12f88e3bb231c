"""Seats from attention: who reads which word, with a background that is nobody's."""

import pytest
import torch
from torch import Tensor

from pipeline.multi_subject import region_masks
from pipeline.multi_subject.attention_maps import token_weights

HEIGHT, WIDTH = 12, 18
LEFT, RIGHT = (slice(4, 10), slice(2, 7)), (slice(3, 10), slice(11, 15))


def blobs(*places: tuple[slice, slice], strength: float = 1.0) -> Tensor:
    """(height, width): some noise, and more where the places are."""
    noise = torch.rand(HEIGHT, WIDTH, generator=torch.Generator().manual_seed(1)) * 0.2
    for place in places:
        noise[place] += strength
    return noise


def kin(*places: tuple[slice, slice]) -> Tensor:
    """(1, cells, cells): cells of one place look at each other, those of the background at each other."""
    owner = torch.zeros(HEIGHT, WIDTH, dtype=torch.long)
    for number, place in enumerate(places):
        owner[place] = number + 1
    same = (owner.flatten()[:, None] == owner.flatten()).float() + 0.05
    return (same / same.sum(1, keepdim=True))[None]


def test_each_kind_sits_where_its_word_is_read_and_the_rest_is_the_scene() -> None:
    word_maps = torch.stack([blobs(LEFT), blobs(RIGHT, strength=0.5)])[None]
    found = region_masks.found(word_maps, kin(LEFT, RIGHT), ["cat", "dog"])
    assert bool(found.fine.all())
    for k, place in enumerate((LEFT, RIGHT)):
        expected = torch.zeros(HEIGHT, WIDTH)
        expected[place] = 1
        assert torch.equal(found.masks[0, k], expected)


def test_two_of_a_kind_are_told_apart_from_left_to_right() -> None:
    word_maps = torch.stack([blobs(LEFT, RIGHT), blobs(LEFT, RIGHT)])[None]
    found = region_masks.found(word_maps, kin(LEFT, RIGHT), ["cat", "cat"])
    assert found.masks[0, 0][LEFT].mean() > 0.9 and found.masks[0, 0][RIGHT].mean() == 0
    assert found.masks[0, 1][RIGHT].mean() > 0.9 and found.masks[0, 1][LEFT].mean() == 0


def test_the_order_of_kinds_changes_no_seat() -> None:
    word_maps = torch.stack([blobs(LEFT), blobs(RIGHT)])[None]
    straight = region_masks.found(word_maps, kin(LEFT, RIGHT), ["cat", "dog"])
    turned = region_masks.found(word_maps.flip(1), kin(LEFT, RIGHT), ["dog", "cat"])
    assert torch.equal(straight.masks, turned.masks.flip(1))


def test_who_has_no_seat_is_told() -> None:
    nothing = torch.zeros(HEIGHT, WIDTH)
    found = region_masks.found(torch.stack([blobs(LEFT), nothing])[None], kin(LEFT), ["cat", "dog"])
    assert not bool(found.fine.any())
    assert found.area[0, 1] < region_masks.LEAST_AREA < found.area[0, 0]


def test_a_box_wins_over_what_attention_says() -> None:
    word_maps = torch.stack([blobs(LEFT), blobs(RIGHT)])[None]
    found = region_masks.found(word_maps, kin(LEFT, RIGHT), ["cat", "dog"])
    boxed = region_masks.with_boxes(found, [(0.5, 0.1, 1.0, 1.0), (0.0, 0.1, 0.5, 1.0)])
    assert torch.equal(boxed.masks, found.masks.flip(1))
    empty = region_masks.with_boxes(found, [(0.0, 0.0, 0.3, 0.2), None])
    assert empty.masks[0, 0].sum() == region_masks.in_box((0.0, 0.0, 0.3, 0.2), HEIGHT, WIDTH, word_maps.device).sum()


def test_masks_never_sum_to_more_than_one() -> None:
    word_maps = torch.rand(4, 3, HEIGHT, WIDTH, generator=torch.Generator().manual_seed(2))
    found = region_masks.found(word_maps, kin(LEFT, RIGHT).expand(4, -1, -1), ["cat", "dog", "cat"])
    boxed = region_masks.with_boxes(found, [(0.0, 0.0, 0.6, 1.0), (0.4, 0.0, 1.0, 1.0), None])
    for masks in (found.masks, boxed.masks, region_masks.grown(found.masks, 2)):
        assert masks.sum(1).max() <= 1 + 1e-6 and masks.min() >= 0


def test_the_words_behind_a_noun_tell_of_it_up_to_the_next_noun() -> None:
    """ "a photo of a cat and a dog on the beach": the cat is 5, the dog 8."""

    def telling(*mentions: list[list[int]]) -> list[list[int]]:
        weights = token_weights(mentions, 77)
        assert all(row.sum() == pytest.approx(1) for row, mine in zip(weights, mentions, strict=True) if any(mine))
        return [row.nonzero()[:, 0].tolist() for row in weights]

    assert telling([[5]], [[8]]) == [[5, 6, 7], [8, 9, 10]]
    assert telling([[5]], [[6]]) == [[5], [6, 7, 8]], "the next noun is another's"
    assert telling([[2, 3], [9]], [[5]]) == [[2, 3, 4, 9, 10, 11], [5, 6, 7]], "named twice, a noun of two tokens"
    assert telling([[76]], [[]], []) == [[76], [], []], "the last token, and two whom the prompt does not name"


def test_the_parts_of_a_mask_are_those_that_do_not_touch_the_largest_first() -> None:
    rows = ["##....", "##...#", "..#..#", "......", "#....."]
    mask = torch.tensor([[float(cell == "#") for cell in row] for row in rows])
    parts = region_masks.parts_of(mask)
    assert [int(part.sum()) for part in parts] == [5, 2, 1], "what meets at a corner touches"
    assert torch.equal(sum(parts, torch.zeros_like(mask)), mask)
    assert region_masks.parts_of(torch.zeros(3, 4)) == []
