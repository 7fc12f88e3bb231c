"""Ideas for a sentence: what the base model can draw, for those who are chosen."""

import pytest

from pocket.world.attributes import KINDS, WEARS
from pocket.world.captions import article
from pocket.world.figures import ANIMAL_POSES, PEOPLE_POSES
from pocket.world.places import PLACES
from studio.models.base_models import BASE_MODELS
from studio.models.worlds import POCKET, REAL, SHOWN_EXAMPLES, examples_for, sentence, world_of
from studio.words import say


def test_ideas_for_the_small_model_hold_nothing_but_its_drawn_world() -> None:
    phrases = [place.phrase for place in PLACES.values()]
    others = [*ANIMAL_POSES, *PEOPLE_POSES, *(f"with {article('red')} red {wear}" for wear in WEARS)]
    for example in POCKET.examples:
        said = say(sentence(example, ["X"])).removeprefix("X ")
        place = next((phrase for phrase in phrases if said.endswith(phrase)), None)
        assert place and said.removesuffix(place).strip() in ("", *others), said
    assert world_of("pocket") is POCKET and not POCKET.knows_styles


@pytest.mark.parametrize("family", sorted({row.family for row in BASE_MODELS.values()}))
@pytest.mark.parametrize(
    "kinds", [[], ["cat"], ["Hund"], ["young woman"], ["plush toy"], ["teapot"], ["cat", "woman"], ["style"], ["☃"]]
)
def test_whoever_is_chosen_there_are_ten_ideas(family: str, kinds: list[str]) -> None:
    found = examples_for(family, kinds)
    assert len(found) == len({example.key for example in found}) == SHOWN_EXAMPLES
    assert all(example in world_of(family).examples for example in found)


def test_the_first_ideas_are_about_the_kind_of_those_who_are_chosen() -> None:
    assert "windowsill" in examples_for("sdxl", ["old cat"])[0].key
    assert "windowsill" in examples_for("sdxl", ["Katze"])[0].key
    assert "tea-party" in examples_for("sdxl", ["toy"])[0].key
    assert examples_for("sdxl", ["cat", "dog"])[0].together
    assert not any(example.together or example.kinds & {"cat", "dog"} for example in examples_for("sdxl", ["woman"]))
    assert {*KINDS} >= POCKET.examples[0].kinds


def test_an_idea_names_everybody_and_ends_with_their_style() -> None:
    sofa = next(example for example in REAL.examples if example.key == "example-red-sofa")
    assert say(sentence(sofa, ["Dumpling", "Anna", "Rex"])) == "Dumpling, Anna and Rex side by side on a red sofa"
    assert say(sentence(sofa, [], ["Ink"])) == "a cat side by side on a red sofa in the style of Ink"
