"""One prompt, told for the scene and for each subject."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.multi_subject.wording import SubjectWords, prompt_variants

CAT, DOG, WOMAN = (
    SubjectWords(words="dumpling cat", noun="cat"),
    SubjectWords(words="rex dog", noun="dog"),
    SubjectWords(words="ada woman", noun="woman"),
)


def test_the_scene_has_everybody_as_their_kind_and_each_subject_its_own_words() -> None:
    variants = prompt_variants("a photo of dumpling cat and rex dog on the beach", [CAT, DOG])
    assert variants.scene == "a photo of a cat and a dog on the beach"
    assert variants.own == (
        "a photo of dumpling cat and a dog on the beach",
        "a photo of a cat and rex dog on the beach",
    )
    assert [[variants.scene[slice(*place)] for place in places] for places in variants.places] == [["cat"], ["dog"]]
    assert variants.added == ()


def test_whom_the_prompt_does_not_name_is_added_after_those_it_names() -> None:
    variants = prompt_variants("a photo of dumpling cat on the beach", [CAT, DOG, WOMAN])
    assert variants.scene == "a photo of a cat, a dog and a woman on the beach"
    assert variants.added == (1, 2)


def test_a_prompt_that_mentions_nobody_begins_with_everybody() -> None:
    variants = prompt_variants("on the beach", [CAT, DOG])
    assert variants.scene == "a cat and a dog, on the beach"
    assert variants.own[1] == "a cat and rex dog, on the beach"


@pytest.mark.parametrize(
    ("prompt", "middles", "scene"),
    [
        ("dumpling cat and rex dog on the beach", (0.8, 0.2, None), "a dog and a cat on the beach"),
        ("dumpling cat, rex dog and ada woman", (0.9, None, 0.1), "a woman, a dog and a cat"),
        ("dumpling cat next to the rex dog", (0.8, 0.2, None), "a dog next to the cat"),
        ("ada woman holding dumpling cat and rex dog", (0.7, 0.4, 0.9), "a woman holding a dog and a cat"),
        ("dumpling cat chases rex dog", (0.8, 0.2, None), "a cat chases dog"),
        ("dumpling cat and rex dog", (None, 0.2, None), "a cat and a dog"),
    ],
)
def test_people_who_are_only_listed_are_named_in_the_order_in_which_they_are_to_stand(
    prompt: str, middles: tuple[float | None, ...], scene: str
) -> None:
    people = [one for one in (CAT, DOG, WOMAN) if one.words in prompt]
    variants = prompt_variants(prompt, people, middles[: len(people)])
    assert variants.scene.removesuffix(",") == scene
    nouns = [{variants.scene[slice(*place)] for place in places} for places in variants.places]
    assert nouns == [{one.noun} for one in people]  # each still finds its own word


@pytest.mark.parametrize(
    ("prompt", "scene"),
    [
        ("dumpling cat asleep", "a cat and a dog asleep"),
        ("my dumpling cat asleep", "my cat and a dog asleep"),
        ("a happy dumpling cat, rex dog", "a happy cat, a dog"),
        ("DUMPLING CAT and Rex Dog", "a cat and a dog"),
    ],
)
def test_articles_come_where_the_words_ask_for_them(prompt: str, scene: str) -> None:
    assert prompt_variants(prompt, [CAT, DOG]).scene == scene


def test_the_same_subject_twice_is_two_of_its_kind() -> None:
    variants = prompt_variants("dumpling cat beside dumpling cat", [CAT, CAT])
    assert variants.scene == "a cat beside a cat"
    assert variants.own == ("dumpling cat beside a cat", "a cat beside dumpling cat")


@given(st.text(max_size=60), st.permutations([CAT, DOG, WOMAN]))
def test_any_prompt_names_everybody_once_at_least(prompt: str, people: list[SubjectWords]) -> None:
    variants = prompt_variants(prompt, people)
    for one, own, places in zip(people, variants.own, variants.places, strict=True):
        assert one.words.lower() in own.lower()
        assert places
        assert all(variants.scene[slice(*place)] == one.noun for place in places)


@pytest.mark.parametrize(
    ("prompt", "there", "scene", "own"),
    [
        ("a photo of dumpling cat, rex dog and ada woman on the beach", [1], "a photo of a dog on the beach", None),
        (
            "a photo of dumpling cat, rex dog and ada woman on the beach",
            [0, 1],
            "a photo of a cat and a dog on the beach",
            "a photo of dumpling cat and a dog on the beach",
        ),
        (
            "a photo of ada woman holding dumpling cat, snow",
            [0],
            "a photo of a cat, snow",
            "a photo of dumpling cat, snow",
        ),
        ("dumpling cat in the old park with rex dog", [0], "a cat in the old park", "dumpling cat in the old park"),
        ("dumpling cat in the old park with rex dog", [1], "in the old park with a dog", None),
        ("in a forest", [2], "a woman, in a forest", None),
    ],
)
def test_a_part_of_the_picture_is_told_with_those_alone_whom_it_shows(
    prompt: str, there: list[int], scene: str, own: str | None
) -> None:
    variants = prompt_variants(
        prompt, [CAT, DOG, WOMAN][: 3 if "woman" in prompt or "forest" in prompt else 2]
    ).of_some(there)
    assert variants.scene == scene
    assert own is None or variants.own[there[0]] == own


@given(
    st.lists(st.sampled_from(["dumpling cat", "rex dog", "ada woman", " and ", ", ", " in the wide snow ", "x "])),
    st.sets(st.integers(0, 2), min_size=1),
)
def test_a_part_of_any_prompt_names_exactly_those_whom_it_shows(words: list[str], there: set[int]) -> None:
    people = [CAT, DOG, WOMAN]
    whole = prompt_variants("".join(words), people)
    variants = whole.of_some(there)
    for k, (one, places) in enumerate(zip(people, variants.places, strict=True)):
        assert [variants.scene[slice(*place)] for place in places] == [one.noun] * len(places)
        assert bool(places) == (k in there)
    if there == {0, 1, 2}:
        assert variants == whole
