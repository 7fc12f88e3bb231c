"""Whatever JSON comes to a handler of the page or of the API, it does its work or says in a sentence what is wrong."""

import asyncio
import gc
import inspect
import logging
import warnings
from collections.abc import Callable, Iterator
from typing import Any

import gradio as gr
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studio.errors import StudioError
from studio.store import open_store
from studio.words import say
from tests.still_studio import studio_over
from ui.errors import explained
from ui.forms.values import checked
from ui.page import build_page
from ui.served_files import ServedFiles

TEXTS = st.text(max_size=8) | st.sampled_from(["\ud800", "a\udfff", "\x00", "x" * 5000, "nan", "1e999", "9" * 5000])
NUMBERS = st.integers() | st.floats() | st.sampled_from([10**400, -(2**63), 2**63, 2**64, float("nan"), float("inf")])
KEYS = st.text(max_size=4) | st.sampled_from(["name", "strength", "box", "id", "act", "step", "value", "image", "path"])
JSON = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=6,
)
FINE: dict[str, Any] = {
    "photos": [], "file": None, "name": "Nobody", "kind": "cat", "preset": "quick", "base_model": "auto", "options": {},
    "trigger_word": "", "hub_id": "", "format": "png", "step": 1, "id": "none", "job_id": "none", "position": 1,
    "limit": 10, "offset": 0, "search": "", "subject": "", "prompt": "a house", "subjects": [], "seen": {}, "wanted": 9,
    "size": "256x256", "count": 1, "sampler": "DPM++ 2M AYS", "readings": {}, "compare": "grid",
    "x_name": "steps", "x_values": "3, 4", "larger_scale": 1, "surprise": True, "seed": "1", "start": "", "kept": {},
    "y_name": "", "y_values": "", "steps": 3, "guidance_scale": 3, "negative_prompt": "", "blending": "apart",
    "named_before": [], "subject_type": "", "start_strength": 0.5, "larger_strength": 0.5, "variation_strength": 0,
    "variation_seed": "0", "chosen": [], "style": "", "press": "", "samples": "9", "captions": {},
}  # fmt: skip


@pytest.fixture(scope="module")
def handlers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, tuple[Callable[..., Any], list[str]]]]:
    """Every handler by a name of its own, with the names of its values; "event" is what came with a press."""
    folder = tmp_path_factory.mktemp("values")
    with open_store(folder / "data") as store, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # gradio leaves event loops open that nothing runs in
        studio = studio_over(store, seed=None, base_model="pocket")
        page = build_page(studio, ServedFiles(folder / "served", studio.file), lambda: 0.0)
        asyncio.set_event_loop(None)
        gc.collect()
        found = {}
        for function in page.fns.values():
            if function.fn is None:
                continue
            parameters = list(inspect.signature(function.fn).parameters.values())
            names = [one.name for one in parameters if one.kind is one.POSITIONAL_OR_KEYWORD]
            if any(one.kind is one.VAR_POSITIONAL for one in parameters):
                names = [f"*{number}" for number in range(len(function.inputs))]
            found[f"{function._id} {function.fn.__name__}"] = (function.fn, names)
        yield found


def ask(handler: Callable[..., Any], values: dict[str, Any], event: object) -> str:
    """The sentence of a handler that refuses, "" where it does its work. Any other error travels up."""
    given = {name: gr.EventData(None, event) if name == "event" else value for name, value in values.items()}
    in_order = [value for name, value in given.items() if name.startswith("*")]
    try:
        handler(*in_order, **({} if in_order else given))
    except gr.Error as error:
        return str(error.message)
    return ""


def more_names(handler: Callable[..., Any]) -> list[str]:
    """The names of the fields that a handler takes beside those it spells out."""
    takes_more = any(one.kind is one.VAR_KEYWORD for one in inspect.signature(handler).parameters.values())
    from ui.forms.creating import NAMES

    of = {"make_pictures": list(NAMES), "start_lesson": ["samples", "rank", "seed", "captions", "subject_type"]}
    return of.get(handler.__name__, []) if takes_more else []


def test_no_handler_of_the_page_yields(handlers: dict[str, tuple[Callable[..., Any], list[str]]]) -> None:
    """What a generator yielded last is sent once more when it ends, over what changed on the page meanwhile."""
    asked = {name: inspect.unwrap(handler) for name, (handler, _) in handlers.items()}
    assert "look_at_photos" in {handler.__name__ for handler in asked.values()}
    sorts = (inspect.isgeneratorfunction, inspect.isasyncgenfunction)
    assert [name for name, handler in asked.items() if any(is_one(handler) for is_one in sorts)] == []


@settings(
    max_examples=400,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_any_json_at_any_handler_gets_its_work_done_or_a_sentence_about_it(
    data: st.DataObject, handlers: dict[str, tuple[Callable[..., Any], list[str]]], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        caplog.clear()
        name = data.draw(st.sampled_from(sorted(handlers)))
        handler, fields = handlers[name]
        names = [*fields, *more_names(handler)]
        wrong = data.draw(st.sets(st.sampled_from(names), min_size=1)) if names else set()
        values = {one: data.draw(JSON, label=one) if one in wrong else FINE.get(one) for one in names}
        said = ask(handler, values, data.draw(JSON, label="event") if "event" in names else None)
        assert said != say("something-broke")
        assert not caplog.records


@pytest.mark.parametrize(
    ("hint", "value", "sentence"),
    [
        (str, 5, "The name is 5; give it as text."),
        (str | None, {"a": 1}, "The name is {'a': 1}; give it as text."),
        (str, "\ud800", "The name is '?', with a character that is none; type it anew."),
        (int, True, "The name is True; give it as a whole number."),
        (int, float("nan"), "The name is nan; give it as a whole number."),
        (
            int,
            10**30,
            "The name is 1000000000000000000000000000000, which is far too large; give it as a smaller whole number.",
        ),
        (float, "much", "The name is much; give it as a number."),
        (bool, "yes", "The name is yes; choose true or false."),
        (list[str], "Anna", "The name came as Anna; give a list."),
        (list[str], ["Anna", 5], "The name came with 5 among the rest; give a list of texts."),
        (dict[str, Any], [1], "The name came as [1]; give values by name, such as {'steps': 200}."),
    ],
)
def test_a_value_of_another_sort_is_refused_by_the_name_of_its_field(
    hint: object, value: object, sentence: str
) -> None:
    with pytest.raises(StudioError) as caught:
        checked({"name": value}, {"name": hint})
    assert str(caught.value) == sentence


@pytest.mark.parametrize(
    ("hint", "value", "taken"),
    [(str, None, ""), (str | None, None, None), (list[str], None, []), (dict, None, {}), (int, None, None),
     (int, "18446744073709551615", "18446744073709551615"), (int, 20.0, 20.0), (float, 3, 3), (object, [1], [1])],
)  # fmt: skip
def test_what_fits_is_handed_on_and_nothing_is_an_empty_value(hint: object, value: object, taken: object) -> None:
    assert checked({"name": value}, {"name": hint}) == {"name": taken}


def test_each_of_any_number_of_values_is_of_the_sort_that_its_handler_names() -> None:
    @explained
    def handler(first: str, *more: str | None) -> list[str | None]:
        return [first, *more]

    assert handler("a", None, "b") == ["a", None, "b"]
    with pytest.raises(gr.Error, match="give it as text"):
        handler("a", None, {"b": 1})  # type: ignore[arg-type]
