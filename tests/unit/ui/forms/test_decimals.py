"""Numbers with decimals, as each language writes them."""

import pytest

from studio.errors import StudioError
from studio.words import say, speaking
from ui.forms.creating import CreateFields
from ui.forms.decimals import number_typed, numbers_typed, numbers_written, written
from ui.forms.teaching import lesson_fields


@pytest.mark.parametrize(
    ("language", "typed", "numbers"),
    [
        ("en-GB", "0.6, 0.8, 1", [0.6, 0.8, 1]),
        ("en-GB", "5,7,9", [5, 7, 9]),
        ("de", "0,6; 0,8; 1", [0.6, 0.8, 1]),
        ("en-GB", "0,6; 0.8; 1", [0.6, 0.8, 1]),
        ("de", "0,6, 0,8, 1", [0.6, 0.8, 1]),
        ("de", "0.6,0.8,1", [0.6, 0.8, 1]),
        ("de", "0,8", [0.8]),
        ("zh-CN", "0.6, 0.8", [0.6, 0.8]),
        ("de", "5,7,9", ["5,7,9"]),
        ("de", "viel; 1", ["viel", 1]),
    ],
)
def test_several_numbers_are_read_as_the_language_writes_decimals(
    language: str, typed: str, numbers: list[object]
) -> None:
    with speaking(language):
        assert numbers_typed(typed, whole=False) == numbers


def test_commas_are_always_between_numbers_that_have_no_decimals() -> None:
    with speaking("de"):
        assert numbers_typed("10,20, 30", whole=True) == [10, 20, 30]


@pytest.mark.parametrize("language", ["en-GB", "de", "es", "fr", "it", "zh-CN"])
def test_what_is_written_in_a_language_is_read_in_it_and_in_every_other(language: str) -> None:
    values = (0.05, 1, 1.25, 0.00001)
    with speaking(language):
        shown = numbers_written(values)
    for reader in (language, "de", "en-GB"):
        with speaking(reader):
            assert numbers_typed(shown, whole=False) == list(values), (shown, reader)


def test_a_form_is_filled_and_a_field_is_read_with_a_comma_where_the_language_has_one() -> None:
    with speaking("de"):
        assert written(0.0001) == "0,0001"
        assert number_typed("0,0005") == 0.0005
        given = lesson_fields(
            photos=None, name="", kind="", preset="", base_model="", options={"learning_rate": " 0,0005 "}
        )
        assert given.options == {"learning_rate": 0.0005}
    assert number_typed("0,0005") == "0,0005", "in English a comma may mean thousands"


def test_a_grid_of_a_german_form_has_its_values_and_a_refusal_says_bounds_as_they_are_written() -> None:
    with speaking("de"):
        fields = CreateFields(
            subjects=[], prompt="a cat", negative_prompt="", size="256x256", count=1, sampler="DDIM", steps=9,
            guidance_scale=3.0, surprise=True, seed="1", base_model="auto", compare="grid",
        )  # fmt: skip
        assert fields.x_values == "0,6; 0,8; 1; 1,2"
        assert fields.as_arguments()["options"]["grid"]["x"]["values"] == [0.6, 0.8, 1, 1.2]
        refused = StudioError("no-number-between", name="x", value="9", low=0.05, high=1e-05)
        assert "0,05" in say(refused.message) and "0,00001" in say(refused.message)
