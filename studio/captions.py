"""What a person wrote about single photos, on its way to the words that a lesson learns them with."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from studio.checks import one_line, shown
from studio.errors import StudioError
from studio.prompts import clean_prompt, expanded
from studio.subjects import Subject

MAX_CAPTION = 300  # characters; the text encoders read 77 tokens, about 50 words
_SUBJECT = re.compile(r"\[name\]", re.IGNORECASE)


def captions_in_order(captions: object, names: Sequence[str]) -> list[str]:
    """One caption for each photo, empty where nobody wrote one.

    Receives: captions by the photos' file names, or a list in the order of the photos; None is none at all.
    Errors: StudioError for an unknown file name, a list of another length, or a caption that is no line of text.
    """
    if captions is None:
        return [""] * len(names)
    if isinstance(captions, Mapping):
        if unknown := [shown(name) for name in captions if name not in names]:
            raise StudioError(f"There is a caption for {unknown[0]}, but no such photo; there are: {_listed(names)}.")
        given: Sequence[object] = [captions.get(name) for name in names]
    elif isinstance(captions, list | tuple):
        if len(captions) != len(names):
            raise StudioError(
                f"There are {len(captions)} captions and {len(names)} photos; give one for each photo, in their order "
                "and empty where you have none, or give them by file name."
            )
        given = captions
    else:
        raise StudioError(
            f"The captions are {shown(captions)}; give them by file name, such as {{'cat1.jpg': '[name] on a sofa'}}, "
            "or as a list in the order of the photos."
        )
    return [_clean(caption, name) for caption, name in zip(given, names, strict=True)]


def captions_by_file(captions: Sequence[str], photos: Sequence[Path], subject: Subject) -> dict[str, str]:
    """The captions of kept photos by their file names, in the words that the lesson learns; empty ones are left out.

    "[name]", or the name itself, is the subject's "trigger word kind". A caption that does not name the subject gets it
    in front, as prompts do: a photo whose words leave the subject out would teach it to nobody.
    """
    return {
        photo.name: expanded(_SUBJECT.sub(subject.trigger_word, caption), [subject])
        for photo, caption in zip(photos, captions, strict=True)
        if caption
    }


def _clean(caption: object, name: str) -> str:
    text = clean_prompt(caption) if caption is None or isinstance(caption, str) else caption
    return one_line(f"The caption of {name}", text, shortest=0, longest=MAX_CAPTION).strip()


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:5]) + (", …" if len(names) > 5 else "")
