"""The sentences of one language, from one file beside this one: Fluent's format, Mozilla's reader, Babel's grammar.

Fluent, because one sentence often counts two things, or changes with what is said of them; gettext has one plural a
sentence, gradio's own I18n none. Lists are Babel's. See projectfluent.org.

Both are loaded when something is said first: what opens photos, a process for each upload, says nothing itself.
"""

import functools
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any, cast

from studio.words.message import Listing, Message, Value, as_written

FOLDER = Path(__file__).parent
LANGUAGES = tuple(sorted(file.stem for file in FOLDER.glob("*.ftl")))  # by their names in BCP 47
FIRST_LANGUAGE = "en-GB"  # spoken where nobody says which
ENGLISH = "en-GB"  # of what is read elsewhere, whatever is spoken here
_DECIMALS = 6  # learning rates have five
_BETWEEN = {"comma": ", ", "semicolon": "; ", "sentences": " "}

_language: ContextVar[str] = ContextVar("language", default=FIRST_LANGUAGE)


class Catalogue:
    """All sentences of a language. Safe to use from many threads.

    Receives: the language as in BCP 47, and the text of its file.
    """

    def __init__(self, language: str, source: str) -> None:
        from babel import Locale
        from fluent.runtime import FluentBundle, FluentResource

        self._bundle = FluentBundle([language], use_isolating=False)
        self._bundle.add_resource(FluentResource(source))
        self._locale = Locale.parse(language, sep="-")

    def has(self, key: str) -> bool:
        """Whether there is a sentence for a key."""
        return self._bundle.has_message(key)

    def say(self, message: Message) -> str:
        """A message in this language. Errors: KeyError where the sentence or one of its values is missing."""
        pattern = self._bundle.get_message(message.key).value
        if pattern is None:
            raise KeyError(message.key)
        said, errors = self._bundle.format_pattern(pattern, {n: self._worded(v) for n, v in message.values.items()})
        if errors:
            raise KeyError(f"{message!r}: {errors[0]}")
        return str(said)

    def _worded(self, value: Value) -> str | int | float:
        if isinstance(value, Message):
            return self.say(value)
        if isinstance(value, Listing):
            return self.listed(value)
        return _with_its_digits(value) if isinstance(value, float) else value

    @property
    def decimal_sign(self) -> str:
        """What stands before decimals: "." or ","."""
        from babel.numbers import get_decimal_symbol

        return get_decimal_symbol(self._locale)

    def listed(self, listing: Listing) -> str:
        """Several things by themselves, in this language."""
        items = [str(self._worded(item)) for item in listing.items]
        if listing.most is not None and len(items) > listing.most:
            rest = len(items) - listing.most
            return self.say(Message("and-more", items=", ".join(items[: listing.most]), count=rest))
        if listing.style in _BETWEEN:
            return _BETWEEN[listing.style].join(items)
        from babel.lists import format_list

        return format_list(items, "or" if listing.style == "or" else "standard", self._locale)


def _with_its_digits(number: float) -> Any:
    """A number that Fluent writes with up to _DECIMALS of them where the sentence does not say how many."""
    from fluent.runtime.types import FluentNumber, fluent_number

    return (
        number
        if isinstance(number, FluentNumber)
        else fluent_number(number, maximumFractionDigits=_DECIMALS, useGrouping=False)
    )


@functools.cache
def catalogue_of(language: str) -> Catalogue:
    """The sentences of a language, one of LANGUAGES. Read once."""
    return Catalogue(language, (FOLDER / f"{language}.ftl").read_text(encoding="utf-8"))


def say(message: Message | str, /, **values: Value) -> str:
    """A message, or the one of a key with these values, in the language that is spoken here: see `speaking`."""
    if isinstance(message, str):
        message = Message(message, **values)
    return catalogue_of(_language.get()).say(message)


def in_english(message: Message) -> str:
    """A message as files, logs and pages on the Hub hold it, whatever language is spoken here."""
    return catalogue_of(ENGLISH).say(message)


def decimal_sign() -> str:
    """What stands before decimals in the language that is spoken here."""
    return catalogue_of(_language.get()).decimal_sign


def spoken_language() -> str:
    """The language that is spoken here, one of LANGUAGES."""
    return _language.get()


def worded(value: Message | Listing | None) -> str:
    """A message, or several things by themselves, in the language that is spoken here; "" for none."""
    if value is None:
        return ""
    spoken = catalogue_of(_language.get())
    return spoken.listed(value) if isinstance(value, Listing) else spoken.say(value)


def message_from_json(data: object) -> Message | None:
    """What `Message.to_json` gave; or a sentence with its words, as earlier versions kept them. None for no message.

    One that this version has no sentence for, as a row of another version may hold, becomes one that says so.
    """
    if not isinstance(data, Mapping):
        return as_written(str(data)) if data else None
    kept = cast("Mapping[str, Any]", data)
    try:
        message = Message.from_json(kept)
        catalogue_of(FIRST_LANGUAGE).say(message)
    except (KeyError, TypeError, AttributeError, ValueError):
        return Message("message-of-another-version", key=str(kept.get("key", ""))[:60])
    return message


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """What is said inside is said in this language, one of LANGUAGES, by this thread or task."""
    token = _language.set(language)
    try:
        yield
    finally:
        _language.reset(token)
