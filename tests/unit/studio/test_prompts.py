"""How names in a prompt become the words that were learned."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.prompts import clean_prompt, expanded
from studio.subjects import Subject


def subject(name: str, kind: str, trigger_word: str | None = None) -> Subject:
    return Subject(name=name, kind=kind, trigger_word=trigger_word or name.lower(), base_model="pocket", state="ready")


DUMPLING = subject("Dumpling", "cat")
JUNIOR = subject("Dumpling Junior", "cat", "dumplingjunior")
ANNA = subject("Anna", "woman")


@pytest.mark.parametrize(
    ("prompt", "subjects", "words"),
    [
        ("Dumpling on the beach", [DUMPLING], "dumpling cat on the beach"),
        ("Dumpling and Anna in the snow", [DUMPLING, ANNA], "dumpling cat and anna woman in the snow"),
        ("anna's hat, DUMPLING", [DUMPLING, ANNA], "anna woman's hat, dumpling cat"),
        ("dumpling cat asleep", [DUMPLING], "dumpling cat asleep"),
        ("Dumpling the cat", [DUMPLING], "dumpling cat the cat"),
        ("Dumplings for dinner", [DUMPLING], "dumpling cat, Dumplings for dinner"),
        ("on the beach", [DUMPLING], "dumpling cat, on the beach"),
        ("on the beach", [DUMPLING, ANNA], "dumpling cat and anna woman, on the beach"),
        ("Dumpling on the beach", [ANNA, DUMPLING], "anna woman, dumpling cat on the beach"),
        ("", [DUMPLING], "dumpling cat"),
        ("a cat on the beach", [DUMPLING], "a dumpling cat on the beach"),
        ("a cat and a cat", [DUMPLING], "dumpling cat, a cat and a cat"),
        ("Dumpling meets a cat", [DUMPLING], "dumpling cat meets a cat"),
        ("a cat", [DUMPLING, JUNIOR], "dumpling cat and dumplingjunior cat, a cat"),
        ("Dumpling Junior, Dumpling", [DUMPLING, JUNIOR], "dumplingjunior cat, dumpling cat"),
        ("a red house", [], "a red house"),
        ("(Dumpling:1.2) on the beach", [DUMPLING], "(dumpling cat:1.2) on the beach"),
        ("[Dumpling cat], (Anna)", [DUMPLING, ANNA], "[dumpling cat], (anna woman)"),
        ("((dumpling):1.2) cat", [DUMPLING], "((dumpling):1.2) cat"),
        ("(dumpling:1.2) cat", [DUMPLING], "(dumpling:1.2) cat"),
        ("a (cat:1.3) in [snow]", [DUMPLING], "a (dumpling cat:1.3) in [snow]"),
        ("(sunset:1.2)", [DUMPLING], "dumpling cat, (sunset:1.2)"),
        ("Mr. Whiskers asleep", [subject("Mr. Whiskers", "cat", "mrwhiskers")], "mrwhiskers cat asleep"),
    ],
)
def test_names_become_the_words_that_were_learned(prompt: str, subjects: list[Subject], words: str) -> None:
    assert expanded(prompt, subjects) == words


def test_a_kind_inside_the_words_of_another_subject_is_left_alone() -> None:
    mia = subject("Mia", "cat woman")
    assert expanded("Mia asleep", [mia, DUMPLING]) == "dumpling cat, mia cat woman asleep"


def test_a_prompt_is_one_line_of_what_was_typed() -> None:
    assert clean_prompt("  a cat\nin  the\tsnow\x00 ") == "a cat in the snow"
    assert clean_prompt(None) == ""


NAMES = st.text(string.ascii_letters + " .é", min_size=1, max_size=8).map(str.strip).filter(bool)
KINDS = st.sampled_from(["cat", "woman", "cat woman", "teapot"])


@given(st.lists(st.tuples(NAMES, KINDS), max_size=3), st.lists(NAMES | KINDS | st.just(","), max_size=6), st.data())
def test_expanding_keeps_every_subject_once_in_words_and_twice_is_once(
    people: list[tuple[str, str]], words: list[str], data: st.DataObject
) -> None:
    subjects = [subject(name, kind, f"w{index}") for index, (name, kind) in enumerate(people)]
    if len({one.name.casefold() for one in subjects}) < len(subjects):
        return
    named = data.draw(st.lists(st.sampled_from([one.name for one in subjects]), max_size=3)) if subjects else []
    prompt = " ".join([*words, *named])
    once = expanded(prompt, subjects)
    for one in subjects:
        assert one.words in once


@given(st.text(max_size=200))
def test_any_text_survives_without_subjects(prompt: str) -> None:
    assert expanded(clean_prompt(prompt), []) == clean_prompt(prompt)


@given(st.text(max_size=80))
def test_any_text_with_a_subject_holds_its_words_and_expands_once(prompt: str) -> None:
    once = expanded(clean_prompt(prompt), [DUMPLING])
    assert "dumpling cat" in once
    assert expanded(once, [DUMPLING]) == once
