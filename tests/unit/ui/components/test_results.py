"""The newest pictures beside the form."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from studio.jobs.job import JobState
from tests.unit.ui.components.test_components import snapshot
from tests.unit.ui.rows import picture, picture_job, wish
from ui.components.pictures.results import closest, results_html
from ui.served_files import ServedFiles


@pytest.mark.parametrize(
    ("likenesses", "best"),
    [
        ({"a": {"Rex": 0.9, "Anna": 0.4}, "b": {"Rex": 0.6, "Anna": 0.7}}, "b"),
        ({"a": {"Rex": 0.9}, "b": {"Rex": 0.6, "Anna": 0.7}, "c": {"Rex": 0.5, "Anna": 0.9}}, "b"),
        ({"a": {"Rex": 0.9}, "b": {}}, None),
        ({"a": {}, "b": {}}, None),
        ({}, None),
    ],
)
def test_the_closest_is_the_one_whose_least_likeness_is_highest(
    likenesses: Mapping[str, Mapping[str, float]], best: str | None
) -> None:
    assert closest(likenesses) == best


def test_each_picture_opens_and_tells_its_likenesses_beside_what_was_asked(tmp_path: Path) -> None:
    file = tmp_path / "a.png"
    file.write_bytes(b"")
    served = ServedFiles(tmp_path / "served", lambda _person, _file: file)
    findings = {f"wish-0{n}": [{"subject": "Dumpling", "likeness": 0.5 + n / 10}] for n in (0, 1)}
    job = picture_job(state=JobState.DONE, result={"pictures": list(findings), "findings": findings})
    asked = wish(typed_prompt="<b>Dumpling</b>")
    fresh = [picture(id=id, request=replace(asked, count=1)) for id in findings]
    served.url_of = lambda *_args, **_named: "some.jpg"  # type: ignore[method-assign]
    html = results_html(snapshot(job, fresh_pictures=fresh), served)
    assert html.count("&lt;b&gt;Dumpling&lt;/b&gt;") == 1 and "<b>" not in html
    first, second = html.split("<li>")[1:]
    assert 'data-picture="wish-00"' in first and "Dumpling 50 %" in first and "Closest" not in first
    assert 'data-picture="wish-01"' in second and "Dumpling 60 %" in second and "Closest" in second
    assert results_html(snapshot(), served) == ""
