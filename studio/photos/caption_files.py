"""Captions beside photos as kohya's scripts keep them: text files with the photo's name, and folders "10_ohwx cat"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from studio.checks import shown, spoken
from studio.file_kinds import decoded
from studio.photos.captions import MAX_CAPTION
from studio.subjects.everyday_words import is_everyday
from studio.words import Message

CAPTION_SUFFIXES = frozenset({".txt", ".caption"})
CAPTION_BYTES = 64_000  # read of one
_KOHYA_FOLDER = re.compile(r"(\d+)_(.+)")
_REGULARIZATION = frozenset({"reg", "regularization", "regularisation"})


@dataclass(frozen=True, slots=True)
class CaptionRead:
    """The words of a text file, "" where it holds none that can be taken; `remarks`: what is wrong or missing."""

    words: str
    remarks: tuple[Message, ...] = ()


def caption_read(content: bytes, label: Message) -> CaptionRead:
    """A caption from the content of a text file. label: what sentences call it."""
    text = decoded(content, cut=len(content) == CAPTION_BYTES)
    if text is None:
        return CaptionRead("", (Message("caption-not-utf-8", file=label),))
    lines = [line for line in (spoken(line) for line in text.splitlines()) if line]
    if not lines:
        return CaptionRead("", (Message("caption-empty", file=label),))
    words = lines[0]
    remarks: list[Message] = []
    if len(lines) > 1:
        remarks.append(Message("caption-several-lines", file=label, count=len(lines)))
    if len(words) > MAX_CAPTION:
        remarks.append(Message("caption-too-long", file=label, length=len(words), most=MAX_CAPTION))
        words = _beginning(words)
    return CaptionRead(words, tuple(remarks))


def is_regularization(folders: Sequence[str]) -> bool:
    """Whether these folders, one inside the other, are those of kohya's pictures of others of the kind."""
    return any(
        folder.casefold() in _REGULARIZATION and _KOHYA_FOLDER.fullmatch(below) is not None
        for folder, below in pairwise(folders)
    )


def with_name(caption: str, folder: str) -> str:
    """A caption from one of kohya's folders, with "[name]" for the words that mean the subject there."""
    if (words := _words_of(folder)) is None:
        return caption
    first, _, more = words.partition(" ")
    kind = rf"(\s+{re.escape(more)}(?!\w))?" if more else ""
    return re.sub(rf"(?<!\w){re.escape(first)}(?!\w){kind}", "[name]", caption, flags=re.IGNORECASE)


def folder_remark(folder: str, has_captions: bool) -> Message | None:
    """What was taken of the name of one of kohya's folders, in a sentence; None for any other folder."""
    found = _KOHYA_FOLDER.fullmatch(folder)
    if found is None:
        return None
    words, called = _words_of(folder), shown(folder)
    if words is not None and has_captions:
        return Message("folder-name-and-captions", folder=called, words=shown(words), repeats=found[1])
    return Message("folder-photos-alone", folder=called, repeats=found[1])


def _words_of(folder: str) -> str | None:
    """The words for the subject in a kohya folder's name, "ohwx cat"; None where its first one is an everyday word."""
    found = _KOHYA_FOLDER.fullmatch(folder)
    if found is None:
        return None
    words = spoken(found[2].replace("_", " "))
    return words if words and not is_everyday(words.split(" ")[0].casefold()) else None


def _beginning(words: str) -> str:
    """As many whole pieces of a caption as there is room for: up to a comma, else a space."""
    cut = words[:MAX_CAPTION]
    for sign in (",", " "):
        if (place := cut.rfind(sign)) > MAX_CAPTION // 2:
            return cut[:place].strip()
    return cut
