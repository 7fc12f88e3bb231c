"""A message about a field's value names the field as the page does, and everything else stays as it is."""

import pytest

from studio.checks import number, whole_number
from studio.errors import StudioError
from studio.words import Message, say
from ui.forms.field_names import as_on_page


def test_the_page_calls_a_field_by_its_label_and_keeps_the_rest_of_the_message() -> None:
    with pytest.raises(StudioError) as caught:
        whole_number("field-count", 99, 1, 8)
    on_page = as_on_page(caught.value.message)
    assert say(on_page) == "“How many” is 99; choose a whole number between 1 and 8."
    assert {name: value for name, value in on_page.values.items() if name != "name"} == {
        "value": "99", "low": 1, "high": 8,
    }  # fmt: skip


def test_a_field_inside_a_group_is_called_by_both() -> None:
    with pytest.raises(StudioError) as caught:
        number("field-larger-strength", None, 0.05, 1)
    assert say(as_on_page(caught.value.message)) == (
        "“Make it larger afterwards: How much may that change?” is empty; choose a number between 0.05 and 1."
    )


@pytest.mark.parametrize(
    "problem",
    [
        Message("no-number-between", name=Message("field-guidance-scale"), value="x", low="1", high="30"),
        Message("subject-chosen-twice", name="The seed is here"),
        Message("grid-no-start"),
    ],
)
def test_what_is_about_no_field_with_another_name_stays(problem: Message) -> None:
    assert as_on_page(problem) == problem
