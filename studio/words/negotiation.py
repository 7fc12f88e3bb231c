"""Which of the languages that are there suits somebody: the one chosen here, else the best of those that she reads."""

import functools
from collections.abc import Iterator

from studio.words import catalogue


def language_for(chosen: str | None, accept_language: str) -> str:
    """One of LANGUAGES.

    Receives: the language that she chose here, if any, and the header in which her browser says what she reads. One
    that is not there counts as none.
    """
    return _language_for(catalogue.LANGUAGES, chosen, accept_language)


def name_of(language: str) -> str:
    """A language's name in itself: "Deutsch"; with its land or script where several of LANGUAGES would share a name."""
    from babel import Locale

    locale = Locale.parse(language, sep="-")
    shared = sum(Locale.parse(one, sep="-").language == locale.language for one in catalogue.LANGUAGES) > 1
    name = (locale.display_name if shared else locale.language_name) or language
    return name[:1].upper() + name[1:]


def direction_of(language: str) -> str:
    """ "ltr" or "rtl": how it is written."""
    from babel import Locale

    return Locale.parse(language, sep="-").text_direction


@functools.lru_cache(maxsize=256)
def _language_for(languages: tuple[str, ...], chosen: str | None, accept_language: str) -> str:
    if chosen in languages:
        return chosen
    for wanted in _accepted(accept_language):
        if wanted == "*":
            break
        for alike in (_whole, _written, _spoken):
            if found := next((one for one in languages if alike(one) == alike(wanted)), None):
                return found
    return catalogue.FIRST_LANGUAGE


def _accepted(header: str) -> Iterator[str]:
    """What an Accept-Language header names, best first: RFC 9110, 12.5.4."""
    weighed: list[tuple[float, str]] = []
    for part in header.split(","):
        name, _, weight = part.partition(";")
        try:
            quality = float(weight.partition("=")[2]) if weight.strip() else 1.0
        except ValueError:
            continue
        if name.strip() and 0.0 < quality <= 1.0:
            weighed.append((quality, name.strip()))
    yield from (name for _, name in sorted(weighed, key=lambda one: -one[0]))


def _whole(language: str) -> str:
    return language.replace("_", "-").casefold()


def _written(language: str) -> tuple[str, str]:
    """Language and script, such as of "zh-SG": Chinese, in simplified characters."""
    from babel.core import get_global

    parts = _whole(language).split("-")
    likely = get_global("likely_subtags")
    script = next((part for part in parts[1:] if len(part) == 4 and part.isalpha()), "")
    land = next((part.upper() for part in parts[1:] if len(part) == 2), "")
    whole = likely.get(f"{parts[0]}_{land}") or likely.get(parts[0], "")
    return parts[0], script or "".join(whole.split("_")[1:2]).casefold()


def _spoken(language: str) -> str:
    return _whole(language).partition("-")[0]
