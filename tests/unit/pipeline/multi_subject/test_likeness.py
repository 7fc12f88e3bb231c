"""How like its photos somebody in a finished picture is."""

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest
from PIL import Image, ImageDraw
from torch import Tensor

from pipeline.families.sdxl import SdxlShaped
from pipeline.multi_subject import likeness
from pipeline.multi_subject.likeness import DetectedSubject, ReferenceFeatures
from pipeline.multi_subject.wording import SubjectWords
from pocket import world
from pocket.world.attributes import Attributes, random_attributes
from pocket.world.places import PLACES
from pocket.world.scenes import compose
from tests.engine import same_weights, state_of

CAT, DOG = SubjectWords(words="dumpling cat", noun="cat"), SubjectWords(words="rex dog", noun="dog")


def looks_of(kind: str, number: int) -> Attributes:
    return random_attributes(random.Random(f"{kind} {number}"), kind)


def drawn(creatures: Sequence[Attributes], number: int) -> tuple[Image.Image, str]:
    """The creatures somewhere, and in which place."""
    rng = random.Random(number)
    place = rng.choice(list(PLACES))
    pixels, _ = world.draw(compose(rng, tuple(creatures), place), 256, 256)
    return Image.fromarray(pixels), PLACES[place].phrase


@pytest.fixture(scope="module")
def references(loaded: SdxlShaped) -> dict[str, ReferenceFeatures]:
    """Of a cat and of a dog, from four drawn photos each."""
    return {
        kind: likeness.reference(
            loaded,
            [drawn([looks_of(kind, 0)], number)[0] for number in range(4)],
            kind,
        )
        for kind in ("cat", "dog")
    }


def likenesses(
    loaded: SdxlShaped, references: dict[str, ReferenceFeatures], cat: int, dog: int, number: int
) -> tuple[float, float]:
    """Of a cat and a dog in one picture, in that order."""
    image, where = drawn([looks_of("cat", cat), looks_of("dog", dog)], number)
    seen = likeness.detect_subjects(
        loaded, image, [CAT, DOG], [None, None], f"a photo of dumpling cat and rex dog {where}"
    )
    assert all(one.region is not None and one.feature is not None for one in seen)
    first, second = (references[kind].likeness(one) for kind, one in zip(("cat", "dog"), seen, strict=True))
    return first, second


@pytest.mark.slow(quick_sibling="test_a_likeness_is_1_for_a_photo_itself_and_0_for_nobody")
def test_those_of_the_photos_are_like_them_and_others_of_their_kind_are_less_so(
    loaded: SdxlShaped, references: dict[str, ReferenceFeatures]
) -> None:
    own = [likenesses(loaded, references, 0, 0, number) for number in range(10, 14)]
    others = [likenesses(loaded, references, 1, 2, number) for number in range(10, 14)]
    for k in (0, 1):
        # of these few pictures; benchmarks.together.others has how many of many lie on the wrong side
        assert min(pair[k] for pair in own) > likeness.OVERLAP[0] > max(pair[k] for pair in others)


def detected(look: Tensor | None, is_known: bool = True) -> DetectedSubject:
    return DetectedSubject(region=(0.2, 0.2, 0.8, 0.9), feature=look, is_known=is_known)


def test_a_likeness_is_1_for_a_photo_itself_and_0_for_nobody(
    references: dict[str, ReferenceFeatures],
) -> None:
    for one in references.values():
        assert one.is_known and likeness.COSINE_OF_OTHERS < one.own < 1
        assert one.likeness(detected(one.features[0])) == 1
        assert one.likeness(detected(-one.features[0])) == 0
        assert one.likeness(detected(None)) == 0
        assert one.likeness(detected(one.features[0], is_known=False)) == 0


def test_who_is_there_twice_is_seen_and_who_has_company_is_not(
    loaded: SdxlShaped, references: dict[str, ReferenceFeatures]
) -> None:
    cat, dog = looks_of("cat", 0), looks_of("dog", 0)
    for others, is_twice in (([cat], True), ([], False), ([dog], False), ([looks_of("cat", 1)], False)):
        rng = random.Random(8)
        pixels, _ = world.draw(compose(rng, (cat, *others), "beach", relation="beside"), 256, 256)
        (seen,) = likeness.detect_subjects(loaded, Image.fromarray(pixels), [CAT], [None], "a photo of dumpling cat")
        assert references["cat"].is_there_twice(seen) is is_twice
    one = references["cat"].features[0]
    pair = DetectedSubject(region=(0.2, 0.2, 0.8, 0.9), feature=one, is_known=True, figures=(one, one))
    assert references["cat"].is_there_twice(pair)
    assert not references["cat"].is_there_twice(replace(pair, figures=(one, -one)))
    assert not references["cat"].is_there_twice(replace(pair, is_known=False))


def shards(number: int) -> Image.Image:
    """Flat fragments of any colours, as lessons on what pocket cannot draw end in."""
    rng = random.Random(f"shards {number}")
    image = Image.new("RGB", (256, 256), tuple(rng.randrange(256) for _ in range(3)))
    draw = ImageDraw.Draw(image)
    for _ in range(60):
        corners = [(rng.randrange(256), rng.randrange(256)) for _ in range(3)]
        draw.polygon(corners, fill=tuple(rng.randrange(256) for _ in range(3)))
    return image


def test_coloured_shards_are_like_nobody(loaded: SdxlShaped, references: dict[str, ReferenceFeatures]) -> None:
    (seen,) = likeness.detect_subjects(loaded, shards(1), [CAT], [None], "a photo of dumpling cat")
    assert references["cat"].likeness(seen) == 0


def test_photos_that_the_base_model_does_not_know_make_no_measure(loaded: SdxlShaped) -> None:
    assert not likeness.reference(loaded, [shards(1), shards(2)], "cat").is_known


def test_looking_leaves_the_base_model_and_the_picture_as_they_were(
    loaded: SdxlShaped, references: dict[str, ReferenceFeatures]
) -> None:
    image, where = drawn([looks_of("cat", 0)], 20)
    before, pixels = state_of(loaded.model), image.tobytes()
    wide = image.resize((300, 200))
    (seen,) = likeness.detect_subjects(loaded, wide, [CAT], [None], f"a photo of dumpling cat {where}")
    assert seen.feature is not None and references["cat"].likeness(seen) > 0.3
    assert same_weights(loaded.model, before)
    assert not any(module._forward_hooks for module in loaded.model.modules())
    assert image.tobytes() == pixels
