"""How like its photos somebody in a finished picture is."""

import random
from collections.abc import Sequence

import pytest
from PIL import Image

from pipeline.families.sdxl import SdxlShaped
from pipeline.pocket.world import draw
from pipeline.pocket.world.attributes import Attributes, random_attributes
from pipeline.pocket.world.places import PLACES
from pipeline.pocket.world.scenes import compose
from pipeline.together import likeness
from pipeline.together.likeness import Portrait
from pipeline.together.wording import Named
from tests.engine import same_weights, state_of

CAT, DOG = Named(words="dumpling cat", noun="cat"), Named(words="rex dog", noun="dog")


def looks_of(kind: str, number: int) -> Attributes:
    return random_attributes(random.Random(f"{kind} {number}"), kind)


def drawn(creatures: Sequence[Attributes], number: int) -> tuple[Image.Image, str]:
    """The creatures somewhere, and in which place."""
    rng = random.Random(number)
    place = rng.choice(list(PLACES))
    pixels, _ = draw(compose(rng, tuple(creatures), place), 256, 256)
    return Image.fromarray(pixels), PLACES[place].phrase


@pytest.fixture(scope="module")
def portraits(resident: SdxlShaped) -> dict[str, Portrait]:
    """Of a cat and of a dog, from four drawn photos each."""
    return {
        kind: likeness.portrait(
            resident,
            [drawn([looks_of(kind, 0)], number)[0] for number in range(4)],
            kind,
            likeness.looks_of_kind(resident, kind),
        )
        for kind in ("cat", "dog")
    }


def likenesses(
    resident: SdxlShaped, portraits: dict[str, Portrait], cat: int, dog: int, number: int
) -> tuple[float, float]:
    """Of a cat and a dog in one picture, in that order."""
    image, where = drawn([looks_of("cat", cat), looks_of("dog", dog)], number)
    seen = likeness.sighted(resident, image, [CAT, DOG], [None, None], f"a photo of dumpling cat and rex dog {where}")
    assert all(one.seat is not None and one.look is not None for one in seen)
    first, second = (
        portraits[kind].likeness(one.look)
        for kind, one in zip(("cat", "dog"), seen, strict=True)
        if one.look is not None
    )
    return first, second


def test_those_of_the_photos_are_like_them_and_others_of_their_kind_are_less_so(
    resident: SdxlShaped, portraits: dict[str, Portrait]
) -> None:
    own = [likenesses(resident, portraits, 0, 0, number) for number in range(10, 14)]
    others = [likenesses(resident, portraits, 1, 2, number) for number in range(10, 14)]
    for k in (0, 1):
        assert min(pair[k] for pair in own) > 0.9
        assert max(pair[k] for pair in others) < 0.8


def test_a_likeness_is_0_for_any_of_the_kind_and_1_for_a_photo_itself(portraits: dict[str, Portrait]) -> None:
    for one in portraits.values():
        assert one.of_kind < one.own < 1
        assert one.likeness(one.looks[0]) == 1
        assert one.likeness(-one.looks[0]) == 0


def test_looking_leaves_the_base_model_and_the_picture_as_they_were(
    resident: SdxlShaped, portraits: dict[str, Portrait]
) -> None:
    image, where = drawn([looks_of("cat", 0)], 20)
    before, pixels = state_of(resident.unet), image.tobytes()
    wide = image.resize((300, 200))
    (seen,) = likeness.sighted(resident, wide, [CAT], [None], f"a photo of dumpling cat {where}")
    assert seen.look is not None and portraits["cat"].likeness(seen.look) > 0.3
    assert same_weights(resident.unet, before)
    assert not any(module._forward_hooks for module in resident.unet.modules())
    assert image.tobytes() == pixels
