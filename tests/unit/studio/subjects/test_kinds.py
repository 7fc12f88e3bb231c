"""Kinds in other languages become the English nouns that the models read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.errors import StudioError
from studio.people.person import OWNER
from studio.prompts.reading import expanded
from studio.subjects.kinds import english_kind, words_for
from studio.subjects.names import clean_kind
from studio.subjects.subject import Subject
from studio.subjects.subject_types import type_of


@pytest.mark.parametrize(
    ("kind", "noun"),
    [
        ("женщина", "woman"),
        ("Frau", "woman"),
        ("猫", "cat"),
        ("junge Frau", "woman"),
        ("eine Katze", "cat"),
        ("mujer joven", "woman"),
        ("chat noir", "cat"),
        ("köpek", "dog"),
        ("KÖPEK", "dog"),
        ("ko\u0308pek", "dog"),
        ("고양이", "cat"),
        ("小猫", "cat"),
        ("ねこ", "cat"),
        ("кот", "cat"),
        ("котёнок", "cat"),
        ("котенок", "cat"),
        ("cochon d'inde", "guinea pig"),
        ("Meerschweinchen", "guinea pig"),
        ("قطة", "cat"),
        ("בחורה", None),
        ("כלב", "dog"),
        ("γάτα", "cat"),
        ("बिल्ली", "cat"),
        ("แมว", "cat"),
        ("con mèo", "cat"),
        ("niña", "girl"),
        ("nina", "girl"),
        ("Schildkröte", "turtle"),
        ("barn", "child"),
        ("barn owl", "barn owl"),
        ("and", "duck"),
        ("cat woman", "cat woman"),
        ("kind woman", "kind woman"),
        ("teapot", "teapot"),
        ("papier-mâché horse", "papier-mâché horse"),
        ("Черепашка ниндзя", None),
        ("Königspython", None),
        ("獅子狗", None),
    ],
)
def test_a_kind_is_understood_as_its_english_noun_or_asked_for(kind: str, noun: str | None) -> None:
    if noun is None:
        with pytest.raises(StudioError, match="say in English what it is, such as cat, woman or teapot"):
            clean_kind(kind)
    else:
        assert clean_kind(kind) == noun


def test_the_type_of_a_kind_is_that_of_its_english_noun() -> None:
    assert [type_of(kind) for kind in ("женщина", "Hündin", "Stil", "ティーポット")] == [
        "person",
        "pet",
        "style",
        "object",
    ]


@pytest.mark.parametrize(
    ("prompt", "words"),
    [
        ("eine Frau am Strand", "eine anna woman am Strand"),
        ("женщина на пляже", "anna woman на пляже"),
        ("una mujer en la playa", "una anna woman en la playa"),
        ("a frauds club", "anna woman, a frauds club"),
    ],
)
def test_a_kind_that_is_said_in_another_language_gives_its_place(prompt: str, words: str) -> None:
    anna = Subject(owner=OWNER, name="Anna", kind="woman", trigger_word="anna", base_model="pocket", state="ready")
    assert expanded(prompt, [anna]) == words


@given(
    st.sampled_from(["cat", "woman", "dog", "teapot", "style"]).flatmap(
        lambda noun: st.tuples(st.just(noun), st.sampled_from(sorted(words_for(noun))))
    )
)
def test_every_row_is_understood_and_understanding_twice_is_once(row: tuple[str, str]) -> None:
    noun, word = row
    assert english_kind(word) == noun
    assert english_kind(noun) == noun
