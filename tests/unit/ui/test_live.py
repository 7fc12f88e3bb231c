"""What follows the rows: read once for all who look, sent where it changed, and what an update changes."""

import asyncio
from typing import Any

import gradio as gr
import pytest
from gradio.state_holder import SessionState

from tests.unit.ui.conftest import laid_out
from ui.live import LivePart, NewestContents, let_skips_change_nothing


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        (gr.skip(), {}),
        ({"value": {"a": "b"}, "__type__": "update"}, {"value": {"a": "b"}}),
        ({"photos": ["one"], "__type__": "update"}, {"props": {"photos": ["one"]}}),
    ],
)
def test_a_skip_for_an_html_component_leaves_its_props_alone(given: dict[str, Any], sent: dict[str, Any]) -> None:
    with laid_out() as page:
        parts = [gr.HTML({}, photos=[], title="Photos"), gr.Textbox(), gr.HTML("a")]
        gr.Button().click(lambda: None, outputs=parts)
        let_skips_change_nothing(page)
    (handler,) = page.fns.values()
    answers = asyncio.run(page.postprocess_data(handler, [given, "words", "<p>b</p>"], None))
    assert answers == [{**sent, "__type__": "update"}, "words", "<p>b</p>"]


def test_a_skip_makes_no_component_anew_and_leaves_what_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    with laid_out() as page:
        parts = [gr.State("kept"), gr.Textbox(), gr.Dropdown(["a", "b"])]
        gr.Button().click(lambda: None, outputs=parts)
        let_skips_change_nothing(page)
    (handler,) = page.fns.values()
    made: list[str] = []
    for kind in (gr.Textbox, gr.Dropdown):
        make = kind.__init__

        def noted(self: Any, *values: Any, make: Any = make, **named: Any) -> None:
            made.append(type(self).__name__)
            make(self, *values, **named)

        monkeypatch.setattr(kind, "__init__", noted)
    state = SessionState(page)
    skip = gr.skip()
    answers = [
        asyncio.run(page.postprocess_data(handler, predictions, state))
        for predictions in ([skip, skip, skip], [skip, "words", skip], [skip, skip, {"value": "b", **skip}])
    ]
    assert answers == [[None, skip, skip], [None, "words", skip], [None, skip, {"value": "b", **skip}]]
    assert made == ["Dropdown"], "for the update alone"
    assert state[parts[0]._id] == "kept"


class CountingParts:
    """Two parts over rows that are a number, which count how often the rows are read, and a part's content made."""

    def __init__(self) -> None:
        self.reads = self.made = 0
        chosen: Any = "a choice"
        none: Any = None
        self.parts = [
            LivePart(component=none, content=lambda rows: self.content(rows)),
            LivePart(component=none, content=lambda rows, name: self.content(rows, name), chosen=chosen),
        ]

    def read(self) -> Any:
        self.reads += 1
        return self.reads

    def content(self, rows: int, name: str = "all") -> str:
        self.made += 1
        return f"{name} of {rows}"


def test_what_many_open_pages_of_a_person_show_is_read_and_made_once_for_each_change() -> None:
    counted = CountingParts()
    newest = NewestContents(counted.parts)
    for change in ("first", "second"):
        for _ in range(30):
            newest.of("the owner", change, counted.read).refreshed({}, ["Mango"])
    assert (counted.reads, counted.made) == (2, 4)
    updates, _ = newest.of("the owner", "second", counted.read).refreshed({}, ["Kiwi"])
    assert updates == ["all of 2", "Kiwi of 2"], "another choice is made of the same rows"
    updates, _ = newest.of("a guest", "second", counted.read).refreshed({}, ["Mango"])
    assert updates == ["all of 3", "Mango of 3"], "another person has rows of her own"


def test_no_more_is_kept_of_what_pages_show_than_is_asked_for() -> None:
    counted = CountingParts()
    newest = NewestContents(counted.parts, most=2)
    for whose in ("one", "two", "one", "three", "one"):
        newest.of(whose, "now", counted.read).refreshed({}, [""])
    assert counted.reads == 3, "the one who asked last is kept"
    newest.of("two", "now", counted.read).refreshed({}, [""])
    assert counted.reads == 4
