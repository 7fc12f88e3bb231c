"""One page whose layout is sent in many languages.

All events go to one gr.Blocks. What a browser is told of it, gradio's configuration, is read from a layout in its own
language: the same builders called while that is spoken, which give the same components under the same ids.
"""

import threading
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import gradio as gr

from studio.words import speaking, spoken_language
from ui.languages.own_context import next_id, own_context, tell_contexts_apart

_ID_OF_EVENT = ("id", "targets", "inputs", "outputs", "api_name")


def in_all_languages(lay_out: Callable[[], gr.Blocks]) -> gr.Blocks:
    """What `lay_out` gives, whose `config` is in the language that is spoken where it is read.

    A layout is made when somebody asks for its language first. Errors: RuntimeError then, where it is not the same but
    for its words.
    """
    tell_contexts_apart()
    first_id = next_id()
    page = lay_out()
    layouts = _Layouts(lay_out, first_id, spoken_language(), page.get_config_file)
    page.get_config_file = lambda: _SpokenConfig(layouts)  # type: ignore[method-assign,assignment] - see below
    page.config = page.get_config_file()
    return page


class _Layouts:
    """gradio's configurations of one page, by language. Safe to use from many threads."""

    def __init__(
        self, lay_out: Callable[[], gr.Blocks], first_id: int, language: str, config: Callable[[], Any]
    ) -> None:
        self._lay_out = lay_out
        self._first_id = first_id
        self._language = language  # of the page itself
        self._config = config
        self._words: dict[str, Mapping[str, Any]] = {}
        self._lock = threading.Lock()

    def own(self) -> Mapping[str, Any]:
        """The page's own, as it is now: launch() tells it its theme and more."""
        return self._config()

    def of(self, own: Mapping[str, Any], language: str) -> Mapping[str, Any]:
        """The page's own configuration in a language."""
        if language == self._language:
            return own
        with self._lock:
            if language not in self._words:
                self._words[language] = self._in(language, own)
            words = self._words[language]
        scripts = {event["id"]: event["js"] for event in words["dependencies"]}
        events = [{**event, "js": scripts[event["id"]]} for event in own["dependencies"]]
        return {**own, "title": words["title"], "components": words["components"], "dependencies": events}

    def _in(self, language: str, own: Mapping[str, Any]) -> Mapping[str, Any]:
        with own_context(self._first_id), speaking(language):
            made: Mapping[str, Any] = dict(self._lay_out().get_config_file())
        check_same_but_for_words(language, own, made)
        return {name: made[name] for name in ("title", "components", "dependencies")}


class _SpokenConfig(Mapping[str, Any]):
    """A page's configuration in the language that is spoken where it is read. Gradio only reads and copies it."""

    def __init__(self, layouts: _Layouts) -> None:
        self._layouts = layouts
        self._own = layouts.own()
        self._by_language: dict[str, Mapping[str, Any]] = {}

    def _spoken(self) -> Mapping[str, Any]:
        language = spoken_language()
        if language not in self._by_language:
            self._by_language[language] = self._layouts.of(self._own, language)
        return self._by_language[language]

    def __getitem__(self, name: str) -> Any:
        return self._spoken()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._own)

    def __len__(self) -> int:
        return len(self._own)

    def __deepcopy__(self, _memo: object) -> dict[str, Any]:
        from gradio.utils import safe_deepcopy

        return {name: safe_deepcopy(value) for name, value in self._spoken().items()}


def check_same_but_for_words(language: str, own: Mapping[str, Any], other: Mapping[str, Any]) -> None:
    """Errors: RuntimeError that says which component or event of the layout in a language is another one."""
    pairs = [
        ([_component(one) for one in config["components"]] + [_event(one) for one in config["dependencies"]])
        for config in (own, other)
    ]
    for ours, theirs in zip(*pairs, strict=False):
        if ours != theirs:
            raise RuntimeError(f"{language}: {theirs} != {ours}")
    if len(pairs[0]) != len(pairs[1]) or own["layout"] != other["layout"]:
        raise RuntimeError(f"{language}: {len(pairs[1])} != {len(pairs[0])}; {other['layout']} != {own['layout']}")


def _component(config: Mapping[str, Any]) -> tuple[Any, ...]:
    return config["id"], config["type"], config["props"].get("elem_id")


def _event(config: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(config[name] for name in _ID_OF_EVENT)
