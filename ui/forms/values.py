"""Values as they come in, before anybody looks at what they mean: of the sort that a handler's annotations name.

Whoever calls may send any JSON. The annotations of a handler, or of the form that it fills, say what each value is; one
that is something else is refused in a sentence that names the field, before the handler runs.
"""

import inspect
from collections.abc import Callable, Mapping
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from studio.checks import is_finite_number, shown, told
from studio.errors import StudioError
from studio.untyped import is_mapping, is_row
from studio.words import Message, catalogue_of, spoken_language

_LARGEST = 2**64  # of a whole number; nothing that is counted here comes near, and seeds end before it
Hints = Mapping[str, Any]


def hints_of(handler: Callable[..., Any]) -> Hints:
    """What each value of a handler is meant to be, by its name; what says nothing about it is left out."""
    parameters = inspect.signature(handler).parameters.values()
    return {
        one.name: tuple[one.annotation, ...] if one.kind == one.VAR_POSITIONAL else one.annotation
        for one in parameters
        if one.annotation is not one.empty and one.kind != one.VAR_KEYWORD
    }


def checked(values: Mapping[str, Any], hints: Hints) -> dict[str, Any]:
    """The values, each of the sort that its hint names. Nothing, for a text, a list or names, is an empty one.

    Errors: StudioError that names the field, what came and what is fine.
    """
    return {name: _fitting(field_words(name), value, hints.get(name, Any)) for name, value in values.items()}


def field_words(name: str) -> Message:
    """What a field is called in a sentence."""
    key = f"field-{name.replace('_', '-')}"
    return Message(key) if catalogue_of(spoken_language()).has(key) else Message("field-unnamed", name=name)


def _fitting(what: Message, value: Any, hint: Any) -> Any:
    if get_origin(hint) in (Union, UnionType):
        options = [one for one in get_args(hint) if one is not NoneType]
        if value is None and len(options) < len(get_args(hint)):
            return None
        hint = options[0] if len(options) == 1 else Any
    sort = get_origin(hint) or hint
    check = _CHECKS.get(sort) if isinstance(sort, type) else None
    return value if check is None else check(what, value, get_args(hint))


def _text(what: Message, value: Any, _: Any) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise StudioError("give-as-text", name=what, value=shown(value))
    if any("\ud800" <= c <= "\udfff" for c in value):
        raise StudioError("text-with-half-character", name=what, value=shown(value))
    return value


def _whole(what: Message, value: Any, _: Any) -> Any:
    """Nothing, and digits in a text, are for the studio to look at: a seed comes so, since browsers round numbers."""
    if value is None or (isinstance(value, str) and value.isascii() and value.strip("+- ").isdecimal()):
        return value
    if not is_finite_number(value):
        raise StudioError("give-as-whole-number", name=what, value=told(value))
    if abs(value) >= _LARGEST:
        raise StudioError("far-too-large", name=what, value=shown(value))
    return value


def _number(what: Message, value: Any, _: Any) -> Any:
    if value is None:
        return value
    if not is_finite_number(value):
        raise StudioError("give-as-number", name=what, value=told(value))
    return value


def _yes_or_no(what: Message, value: Any, _: Any) -> Any:
    if value is not None and not isinstance(value, bool):
        raise StudioError("not-true-or-false", name=what, value=shown(value))
    return value


def _list(what: Message, value: Any, of: tuple[Any, ...]) -> list[Any]:
    if value is None:
        return []
    if not is_row(value):
        raise StudioError("give-a-list", name=what, value=shown(value))
    if of == (str,):
        for one in value:
            if not isinstance(one, str):
                raise StudioError("give-a-list-of-texts", name=what, value=shown(one))
            _text(what, one, ())
    return list(value)


def _each(what: Message, value: tuple[Any, ...], of: tuple[Any, ...]) -> tuple[Any, ...]:
    """All values of a handler that takes any number of them; `of` is what one is, and an ellipsis."""
    return tuple(_fitting(what, one, of[0]) for one in value)


def _by_name(what: Message, value: Any, _: Any) -> dict[str, Any]:
    if value is None:
        return {}
    if not is_mapping(value):
        raise StudioError("give-by-name", name=what, value=shown(value))
    return {str(name): one for name, one in value.items()}


_CHECKS: dict[type, Callable[[Message, Any, tuple[Any, ...]], Any]] = {
    str: _text, int: _whole, float: _number, bool: _yes_or_no, list: _list, tuple: _each,
    dict: _by_name,
}  # fmt: skip
