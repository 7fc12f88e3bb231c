"""What a dropped picture says, as the fields of Create and as what /create takes."""

from inspect import signature

from studio.interop.bounded_request import FoundSettings
from studio.pictures.pictures import Pictures
from studio.words import as_written
from tests.unit.ui.rows import wish
from ui.forms.found import fields_found, found_row


def found(has_seed: bool = True) -> FoundSettings:
    return FoundSettings(
        request=wish(), program="A1111", has_seed=has_seed, remarks=(as_written("Not taken over: ENSD 1."),)
    )


def test_the_form_holds_what_was_found_and_draws_a_seed_where_none_was() -> None:
    fields = fields_found(found())
    assert (fields.prompt, fields.size, fields.seed, fields.surprise) == (
        "Dumpling on the beach",
        "320x192",
        "7",
        False,
    )
    assert fields.subjects == [{"name": "Dumpling", "strength": 0.8}]
    assert fields.count == 1
    assert fields_found(found(has_seed=False)).surprise


def test_a_program_can_hand_it_to_create_as_it_is() -> None:
    row = found_row(found(has_seed=False))
    assert (row["program"], row["remarks"]) == ("A1111", ["Not taken over: ENSD 1."])
    assert row["parameters"]["seed"] == -1
    assert set(row["parameters"]) <= set(signature(Pictures.create).parameters)
