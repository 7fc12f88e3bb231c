"""Every handler and every function of a component that a page answers, found by the page itself, with fine values."""

import asyncio
import gc
import inspect
import random
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import gradio as gr

from benchmarks.hostile.filled import Filled
from studio.store import open_store
from tests.still_studio import studio_over
from ui.page import build_page
from ui.served_files import ServedFiles


@dataclass(frozen=True, kw_only=True, slots=True)
class Handler:
    """Something that can be asked for.

    `names`: of its values, in their order, and `defaults` what the page itself would send. `kept`: the places of those
    that the server keeps itself, whatever is sent. A function of a component has a `component`, and one value.
    """

    id: int
    name: str
    is_public: bool = False
    is_queued: bool = False
    takes_event: bool = False
    names: tuple[str, ...] = ()
    defaults: tuple[Any, ...] = ()
    sorts: tuple[str, ...] = ()
    component: int | None = None

    @property
    def title(self) -> str:
        """What a table calls it."""
        return self.name if self.component is None else f"{self.name} of component {self.component}"


def handlers_of(config: Mapping[str, Any], folder: Path) -> list[Handler]:
    """All that a running page, whose /config this is, has a function for. `folder`: for a page of the same layout."""
    components = {one["id"]: one for one in config["components"]}
    names = _names(folder)
    found = []
    for one in config["dependencies"]:
        if not one["backend_fn"]:
            continue
        inputs = [components[id] for id in one["inputs"]]
        found.append(
            Handler(
                id=one["id"],
                name=one["api_name"],
                is_public=one["api_visibility"] == "public",
                is_queued=one["queue"],
                takes_event=one["collects_event_data"],
                names=tuple((names.get(one["id"]) or [])[: len(inputs)]) or tuple("" for _ in inputs),
                defaults=tuple(part["props"].get("value") for part in inputs),
                sorts=tuple(part["type"] for part in inputs),
            )
        )
    for id, one in components.items():
        for name in one["props"].get("server_fns") or ():
            found.append(Handler(id=id, name=name, component=id, names=(name,), defaults=(None,), sorts=("",)))
    return found


def _names(folder: Path) -> dict[int, list[str]]:
    """What each handler calls its values, which /config does not say."""
    with open_store(folder / "data") as store, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # gradio leaves event loops open that nothing runs in
        studio = studio_over(store, seed=None, base_model="pocket")
        page = build_page(studio, ServedFiles(folder / "served", studio.file), lambda: 0.0)
        asyncio.set_event_loop(None)
        gc.collect()
        return {id: _parameters(function) for id, function in page.fns.items() if function.fn is not None}


def _parameters(function: Any) -> list[str]:
    by_place = [
        name
        for name, one in inspect.signature(function.fn).parameters.items()
        if one.kind is one.POSITIONAL_OR_KEYWORD and one.annotation is not gr.EventData
    ]
    by_name = list(function.input_keyword_names)
    several = len(function.inputs) - len(by_name)
    return [*by_place[:several], *[""] * (several - len(by_place)), *by_name]


class FineValues:
    """Values with which a handler does its work, for the folder that was filled."""

    def __init__(self, filled: Filled, uploaded: Sequence[Mapping[str, Any]]) -> None:
        picture, in_bin = filled.pictures[0], filled.pictures[-1]
        choice = {"name": "Dumpling", "strength": 0.9, "box": None}
        self._step, self._jobs, self._uploaded = filled.checkpoint_step, filled.jobs, list(uploaded)
        self._by_name: dict[str, Any] = {
            "photos": self._uploaded, "name": "Dumpling", "kind": "cat", "preset": "quick", "base_model": "auto",
            "format": "png", "trigger_word": "ohwx", "hub_id": "", "step": self._step, "id": picture, "position": 1,
            "job_id": self._jobs[0], "prompt": "Dumpling on a hill", "subjects": [choice], "steps": 4, "seed": "7",
            "mask": None, "box": [0.1, 0.1, 0.6, 0.6], "strength": 0.6, "count": 1, "limit": 10, "offset": 0,
            "search": "beach", "subject": "Dumpling", "pictures": [picture], "license": "", "repository": "me/dumpling",
            "width": 256, "height": 256, "sampler": "Euler", "guidance_scale": 3.0, "readings": {"Dumpling": "name"},
            "chosen": [choice], "captions": {"photo_0.jpg": "[name] in the rain"}, "samples": "512",
            "edits": {"photo_1.jpg": {"quarter_turns": 1, "crop": [0.1, 0.1, 0.9, 0.9], "is_removed": False}},
            "compare": "grid", "x_name": "steps", "x_values": "3, 4", "y_name": "strength", "y_values": "0.5, 1",
            "draft": {"prompt": "a house", "subjects": [choice], "size": "256x256", "steps": 4, "seed": "7"},
        }  # fmt: skip
        self._options = {
            "create": {
                "variation_seed": 3, "variation_strength": 0.2, "larger": {"scale": 1.5, "strength": 0.3},
                "grid": {"x": {"name": "steps", "values": [3, 4]}}, "blending": "apart", "style": "a drawing",
                "readings": {"Dumpling": "name"}, "start": {"picture": picture, "strength": 0.5},
            },
            "teach": {
                "samples": 128, "rank": 4, "alpha": 4, "learning_rate": 1e-3, "batch_size": 2, "seed": 7,
                "resolution": 128, "prior_preservation": False, "subject_type": "animal", "outside_weight": 0.1,
                "captions": self._by_name["captions"], "edits": self._by_name["edits"], "convolutions": True,
            },
        }  # fmt: skip
        self._events: dict[str, Any] = {
            "choose": {"name": "Dumpling"}, "choose_step": {"step": self._step}, "use_again": {"id": picture},
            "start_from": {"id": picture}, "act": {"act": "cancel", "id": self._jobs[-1]},
            "follow": {"id": self._jobs[0]},
        }  # fmt: skip
        filters = {"search": "beach", "subject": "Dumpling", "starred": False, "bin": False}
        day = {"since": 0, "until": 4e9}
        again = {
            "id": picture, "prompt": "Dumpling asleep", "strength": 0.6, "count": 1, "box": [0.1, 0.1, 0.6, 0.6],
            "subjects": ["Dumpling"], "mask": None,
        }  # fmt: skip
        self._wishes: dict[str, Any] = {
            "album_page": {**filters, "after": {"moment": 2_000_000_005.0, "id": picture}, "day": day},
            "days": {**filters, "zone": "Europe/Berlin"}, "present": {"ids": [picture, in_bin], "bin": False},
            "archive": [picture], "compared": list(filled.pictures[:2]), "star": {"ids": [picture], "starred": True},
            "put_in_bin": [picture], "restore": [in_bin], "delete_for_good": [in_bin], "shown": picture,
            "more_like": {"id": picture, "strength": 0.3}, "larger": picture,
            "copy_of": {"id": picture, "format": "webp"}, "people_in": picture, "draw_again": again, "empty_bin": None,
        }  # fmt: skip

    def of(self, handler: Handler, rng: random.Random) -> list[Any]:
        """One value for each of the handler's."""
        if handler.component is not None:
            return [self._wishes.get(handler.name)]
        several = zip(handler.names, handler.defaults, handler.sorts, strict=True)
        return [self._one(handler, name, default, sort, rng) for name, default, sort in several]

    def event(self, handler: Handler) -> Any:
        """What comes with a press."""
        return self._events.get(handler.name.rstrip("_123456789"))

    def _one(self, handler: Handler, name: str, default: Any, sort: str, rng: random.Random) -> Any:
        if sort == "state":
            return None
        if name == "file" or (sort in ("file", "image") and name != "photos"):
            return self._uploaded[0]
        if name == "options":
            return self._options.get(handler.name, {})
        if name == "name" and handler.name in ("teach", "import_subject", "start_lesson", "take_in"):
            return f"Noodle{rng.randrange(10**6)}"
        if name == "format" and handler.name == "subject_file":
            return "kohya"
        if name == "job_id":
            return rng.choice(self._jobs)
        if name in ("subjects", "chosen") and sort == "html":
            return self._by_name["subjects"]
        if name == "subjects" and handler.name == "draw_again":
            return ["Dumpling"]
        return self._by_name.get(name, default)
