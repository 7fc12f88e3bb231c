"""What was found of subjects, as jobs' results keep it."""

from typing import Any

import pytest

from studio.jobs.findings import Finding, NoLikeness, findings_from_json, findings_to_json

PLACED = {"subject": "Rex", "words": "rex dog", "seat": [0.0, 0.25, 0.5, 1.0], "clear": 0.61, "added": False}
ROWS: list[dict[str, Any]] = [
    {**PLACED, "is_clear": True},
    {**PLACED, "is_clear": False, "likeness": 0.9},
    {"subject": "Mango", "seat": None, "likeness": None, "no_likeness": "unsure", "is_twice": True},
    {"subject": "Mango", "seat": [0.0, 0.0, 1.0, 1.0]},
]


@pytest.mark.parametrize("row", ROWS)
def test_a_finding_is_kept_as_it_always_was(row: dict[str, Any]) -> None:
    assert Finding.from_json(row).to_json() == row


def test_what_was_not_looked_for_is_told_from_what_was_not_found() -> None:
    first, second, third, _ = map(Finding.from_json, ROWS)
    assert (first.is_compared, second.is_compared, third.is_compared) == (False, True, True)
    assert (first.is_clear, second.is_clear, third.is_clear) == (True, False, None)
    assert (third.no_likeness, third.is_twice) == (NoLikeness.UNSURE, True)


def test_a_result_says_of_which_picture_each_finding_is() -> None:
    found = {"job-00": [Finding(subject="Mango")], "job-01": []}
    assert findings_from_json({"pictures": [], **findings_to_json(found)}) == found
    assert findings_from_json(None) == findings_from_json({"pictures": []}) == {}
