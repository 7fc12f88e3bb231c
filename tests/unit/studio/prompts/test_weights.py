"""Weights in prompts: what brackets mean, and that no text is lost or breaks anything."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from studio.prompts.weights import LEAST, MOST, Part, escaped, parse, plain


@pytest.mark.parametrize(
    ("prompt", "parts"),
    [
        ("a cat", [("a cat", 1)]),
        ("", []),
        ("a (red:1.3) hat", [("a ", 1), ("red", 1.3), (" hat", 1)]),
        ("a (red: .5 ) hat", [("a ", 1), ("red", 0.5), (" hat", 1)]),
        ("a (red) hat", [("a ", 1), ("red", 1.1), (" hat", 1)]),
        ("a ((red)) hat", [("a ", 1), ("red", 1.21), (" hat", 1)]),
        ("a [red] hat", [("a ", 1), ("red", 1 / 1.1), (" hat", 1)]),
        ("([red])", [("red", 1)]),
        ("(a (red:1.2) hat:1.5)", [("a ", 1.5), ("red", 1.8), (" hat", 1.5)]),
        ("(red:9) (blue:-3)", [("red", 2), (" ", 1), ("blue", 0)]),
        (r"a cat \(sitting\)", [("a cat (sitting)", 1)]),
        (r"(a \[b\]:1.2)", [("a [b]", 1.2)]),
        ("a cat :) and :(", [("a cat :) and :(", 1)]),
        ("(a ]b[:1.2)", [("a ]b[", 1.2)]),
        ("(a [b) c]", [("a [b", 1.1), (" c]", 1)]),
        ("(time 10:30)", [("time 10", 2)]),  # as in every program with such weights
        ("(red:warm)", [("red:warm", 1.1)]),
        ("(red:nan) (red:1e5)", [("red:nan", 1.1), (" ", 1), ("red:1e5", 1.1)]),
        ("(:1.2)()", []),
        ("C:\\path", [("C:\\path", 1)]),
        (r"\\(a)", [(r"\(a)", 1)]),
    ],
)
def test_brackets_mean_what_they_mean_elsewhere(prompt: str, parts: list[tuple[str, float]]) -> None:
    found = parse(prompt)
    assert [part.text for part in found] == [text for text, _ in parts]
    assert [part.weight for part in found] == pytest.approx([weight for _, weight in parts])


PROMPTS = st.text() | st.text("()[]\\:.0123456789 ab-+", max_size=60) | st.text("()[]:12", max_size=2000)


@given(PROMPTS)
@example("(" * 1000 + ")" * 1000)
@example("(x:1.2" * 500)
@example("(" + "9" * 400 + ":" + "9" * 400 + ")")
def test_no_text_breaks_it_and_every_weight_is_bounded(prompt: str) -> None:
    for part in parse(prompt):
        assert part.text
        assert LEAST <= part.weight <= MOST


@given(st.text(st.characters(exclude_characters="()[]")))
def test_text_without_brackets_is_one_part_as_it_was_written(text: str) -> None:
    assert parse(text) == ((Part(text),) if text else ())


@given(st.text() | st.text("()[]\\:1. ab"))
def test_escaped_text_means_itself(text: str) -> None:
    assert plain(escaped(text)) == text
    assert all(part.weight == 1 for part in parse(escaped(text)))
