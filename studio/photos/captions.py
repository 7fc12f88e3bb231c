"""What a person wrote about single photos, on its way to the words that a lesson learns them with."""

import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from studio.checks import one_line, shown
from studio.errors import StudioError
from studio.prompts.reading import clean_prompt, expanded
from studio.subjects.subject import Subject
from studio.untyped import is_mapping, is_row
from studio.words import Listing, Message, Value

MAX_CAPTION = 300  # characters; the text encoders read 77 tokens, about 50 words
_SUBJECT = r"\[name\]"


def captions_in_order(captions: object, names: Sequence[str], found: Sequence[str] = ()) -> list[str]:
    """One caption for each photo, empty where nobody wrote one.

    Receives: captions by the photos' file names, or a list in the order of the photos; None is none at all. found: the
    captions of text files beside the photos, for those about which nothing is said there; "" by name says that one has
    none.
    Errors: StudioError for an unknown file name, a list of another length, or a caption that is no line of text.
    """
    found = found or [""] * len(names)
    if captions is None:
        return [_clean(caption, name) for caption, name in zip(found, names, strict=True)]
    if is_mapping(captions):
        by_key = {_composed(name): caption for name, caption in captions.items()}
        keys = [_composed(name) for name in names]
        if unknown := [shown(name) for name in captions if _composed(name) not in keys]:
            raise StudioError("caption-for-no-photo", photo=unknown[0], photos=_listed(names))
        given: Sequence[object] = [by_key.get(key, beside) for key, beside in zip(keys, found, strict=True)]
    elif is_row(captions):
        if len(captions) != len(names):
            raise StudioError("captions-not-as-many", captions=len(captions), photos=len(names))
        given = [caption or beside for caption, beside in zip(captions, found, strict=True)]
    else:
        raise StudioError("captions-unreadable", value=shown(captions))
    return [_clean(caption, name) for caption, name in zip(given, names, strict=True)]


def captions_by_file(captions: Sequence[str], photos: Sequence[Path], subject: Subject) -> dict[str, str]:
    """The captions of kept photos by their file names, in the words that the lesson learns; empty ones are left out.

    "[name]", or the name itself, is the subject's "trigger word kind". A caption that does not name the subject gets it
    in front, as prompts do: a photo whose words leave the subject out would teach it to nobody.
    """
    return {
        photo.name: expanded(_with_words(caption, subject), [subject])
        for photo, caption in zip(photos, captions, strict=True)
        if caption
    }


def _composed(name: object) -> str:
    """A file's name as it is compared: macOS writes é as two characters."""
    return unicodedata.normalize("NFC", str(name))


def _with_words(caption: str, subject: Subject) -> str:
    """The caption with the subject's words for "[name]", which may have its kind behind it."""
    pattern = rf"{_SUBJECT}(\s+{re.escape(subject.kind)}(?!\w))?"
    return re.sub(pattern, lambda _: subject.words, caption, flags=re.IGNORECASE)


def _clean(caption: object, name: str) -> str:
    text = clean_prompt(caption) if caption is None or isinstance(caption, str) else caption
    return one_line(Message("request-caption-of", name=name), text, shortest=0, longest=MAX_CAPTION).strip()


def _listed(names: Sequence[str]) -> Value:
    first = Listing(names[:5], most=None, style="comma")
    return Message("names-and-so-on", names=first) if len(names) > 5 else first
