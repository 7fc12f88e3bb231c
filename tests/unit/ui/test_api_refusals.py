"""What the API's handlers refuse, asked below HTTP; tests/contract/test_api.py shows the way of a refusal over HTTP."""

import asyncio
import gc
import inspect
import warnings
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import gradio as gr
import pytest

from studio.people.person import OWNER
from studio.store import Store, open_store
from studio.words import say
from tests.still_studio import studio_over
from ui.api import add_api
from ui.served_files import ServedFiles

Ask = Callable[..., Any]
NONSENSE = [
    None,
    "\ud800",
    "a\udfffb",
    {},
    {"a": 1},
    [],
    [None],
    [{}],
    -5,
    1e300,
    float("nan"),
    True,
    "",
    "x" * 5000,
    "\x00",
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("refusals") / "data") as opened:
        yield opened


@pytest.fixture(scope="module")
def ask(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Ask:
    """Calls a handler of the API by its name, with the values of a call."""
    studio = studio_over(store, seed=None, base_model="pocket")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # gradio leaves event loops open that nothing runs in
        with gr.Blocks() as blocks:
            add_api(studio, ServedFiles(tmp_path_factory.mktemp("served"), studio.file))
        asyncio.set_event_loop(None)
        gc.collect()
    handlers = {function.api_name: function.fn for function in blocks.fns.values()}

    class Asked:
        names = tuple(name for name in handlers if isinstance(name, str))

        def __call__(self, api_name: str, /, **values: Any) -> Any:
            return handlers[api_name](**values)  # type: ignore[misc]

        def parameters(self, api_name: str) -> Any:
            return inspect.signature(handlers[api_name]).parameters  # type: ignore[arg-type]

    return Asked()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"mood": 1}, "There is no option 'mood' for pictures; there are: variation_seed"),
        ({"start": {"picture": "nope"}}, "There is no picture 'nope'"),
        ({"start": {"file": "studio.db"}}, "is not there any more"),
        ({"start": {"file": "../x.png"}}, "outside of the data folder"),
        ({"start": {"file": "starts/" + "0" * 32 + ".png"}}, "is not there any more"),
        ({"start": "x"}, "The picture to start from is x"),
        ({"start": {}}, "There is no picture to start from"),
        ({"larger": {"scale": 9}}, "How many times larger is 9"),
        ({"larger": "yes"}, "The larger version is yes"),
        ({"grid": {"x": {"name": "steps", "values": [0]}}}, "Steps is 0"),
        ({"grid": "strip"}, "no subject is in the picture"),
        ({"blending": "mixed"}, "choose one of: apart, sum"),
        ({"variation_strength": "much"}, "How much a variation differs is much"),
    ],
)
def test_an_option_that_does_not_fit_is_refused(ask: Ask, store: Store, options: dict[str, Any], words: str) -> None:
    with pytest.raises(gr.Error, match=words):
        ask("create", prompt="a house", options=options)
    assert store.jobs.list(OWNER) == []


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"prompt": "x" * 10_000}, "10,000 characters long"),
        ({"prompt": ""}, "prompt is empty"),
        ({"prompt": None}, "prompt is empty"),
        ({"prompt": 5}, "give it as text"),
        ({"steps": 0}, "Steps is 0"),
        ({"steps": 10_000}, "Steps is 10000"),
        ({"steps": "many"}, "Steps is many"),
        ({"guidance_scale": 1e9}, "Guidance scale is"),
        ({"seed": -7}, "seed is -7"),
        ({"width": 257}, "multiple of 8"),
        ({"count": 1000}, "How many pictures is 1000"),
        ({"sampler": "Magic"}, "'Magic'"),
        ({"base_model": "../../etc"}, "no base model"),
        ({"subjects": [{"name": "Nobody"}]}, "no subject named 'Nobody'"),
        ({"subjects": "Dumpling"}, "give a list"),
        ({"subjects": [17]}, "chosen subject"),
        ({"subjects": [{"name": "x", "strength": "strong"}]}, "strength"),
        ({"options": {"magic": 1}}, "no option 'magic'"),
        ({"options": [1]}, "by name"),
    ],
)  # fmt: skip
def test_a_bad_wish_gets_one_sentence(ask: Ask, store: Store, changes: dict[str, Any], words: str) -> None:
    with pytest.raises(gr.Error, match=words):
        ask("create", **{"prompt": "a cat", **changes})
    assert store.jobs.list(OWNER) == []


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"name": ""}, "name is empty"),
        ({"name": "x" * 500}, "500 characters long"),
        ({"name": "../../x"}, "holds"),
        ({"kind": 'cat"\ndog'}, "more than words"),
        ({"preset": "magic"}, "'magic'"),
        ({"options": {"steps": 10_000}}, "Steps is 10000"),
        ({"options": {"magic": 1}}, "no option 'magic'"),
        ({"options": "steps=3"}, "by name"),
        ({"photos": []}, "no file"),
        ({"base_model": "nobody knows"}, "no base model"),
    ],
)  # fmt: skip
def test_a_bad_lesson_gets_one_sentence_and_keeps_nothing(
    ask: Ask, store: Store, photos: Sequence[Path], changes: dict[str, Any], words: str
) -> None:
    wish = {
        "photos": [str(photo) for photo in photos], "name": "Biscuit", "kind": "cat", "preset": "balanced",
        "base_model": "auto", "options": {}, **changes,
    }  # fmt: skip
    with pytest.raises(gr.Error, match=words):
        ask("teach", **wish)
    assert store.jobs.list(OWNER) == []
    assert store.subjects.find(OWNER, "Biscuit") is None


def test_nonsense_anywhere_gets_a_sentence_that_is_about_it(ask: Ask, photos: Sequence[Path]) -> None:
    fine: dict[str, Any] = {
        "photos": [str(photo) for photo in photos[:3]], "file": None, "name": "Nobody", "kind": "cat",
        "preset": "balanced", "base_model": "auto", "options": {}, "trigger_word": "", "hub_id": "", "format": "kohya",
        "step": 1, "id": "none",
        "job_id": "none", "position": 1, "limit": 10, "offset": 0, "search": "", "subject": "", "prompt": "a house",
        "mask": None, "box": None, "subjects": [], "strength": 0.6, "count": 1, "seed": -1, "starred": True,
        "current": "", "new": "", "label": "a script", "typed": "", "limits": {}, "topic": "denoising", "yes": True,
    }  # fmt: skip
    broken = []
    for api_name in ask.names:  # type: ignore[attr-defined]
        parameters = ask.parameters(api_name)  # type: ignore[attr-defined]
        for parameter in parameters:
            for value in NONSENSE:
                values = {name: fine[name] for name, one in parameters.items() if one.default is one.empty}
                try:
                    ask(api_name, **{**values, parameter: value})
                except gr.Error as error:
                    if error.message == say("something-broke"):
                        broken.append((api_name, parameter, value))
    assert broken == []


@pytest.mark.parametrize("value", NONSENSE, ids=repr)
def test_nonsense_in_an_option_gets_a_sentence(ask: Ask, value: object) -> None:
    for option in ("readings", "grid", "larger", "start", "variation_seed", "blending", "variation_strength"):
        try:
            ask("create", prompt="a house", options={option: value})
        except gr.Error as error:
            assert error.message != say("something-broke"), option


@pytest.mark.parametrize("value", NONSENSE, ids=repr)
def test_nonsense_in_an_option_of_a_lesson_gets_a_sentence(ask: Ask, photos: Sequence[Path], value: object) -> None:
    lesson = {"photos": [str(photo) for photo in photos[:3]], "kind": "cat", "preset": "quick", "base_model": "auto"}
    for option in ("samples", "rank", "alpha", "learning_rate", "batch_size", "seed", "captions", "subject_type"):
        try:
            ask("teach", **lesson, name="Biscuit", options={option: value})
        except gr.Error as error:
            assert error.message != say("something-broke"), option
        else:
            ask("delete_subject", name="Biscuit")
