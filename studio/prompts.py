"""How a prompt that names subjects becomes the words that the model learned them by."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from studio.checks import spoken
from studio.subjects import Subject

_WEIGHT_ENDS = r"(?:(?::[\d. ]*)?[)\]])+"  # of "(word:1.2)" or "[word]": see studio.prompt_weights


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a prompt: free words, or words that stand for a subject already."""

    text: str
    subject: Subject | None = None


def clean_prompt(prompt: object) -> str:
    """A prompt as one line of text; None is an empty one."""
    return "" if prompt is None else spoken(prompt)


def expanded(prompt: str, subjects: Sequence[Subject]) -> str:
    """The prompt with every chosen subject in it as "trigger word kind"; expanding twice is expanding once.

    "Dumpling on the beach" with the cat Dumpling becomes "dumpling cat on the beach". A subject that is not named takes
    the place of its kind where that is said once ("a cat on the beach") and no other chosen subject is of that kind;
    else it is put in front: "dumpling cat and anna woman, on the beach".
    """
    pieces = _with_names(prompt, subjects)
    in_front = []
    for subject in subjects:
        if any(piece.subject == subject for piece in pieces):
            continue
        with_kind = _with_kind(pieces, subject, subjects)
        if with_kind is None:
            in_front.append(subject.words)
        else:
            pieces = with_kind
    text = "".join(piece.text for piece in pieces)
    return ", ".join(part for part in (" and ".join(in_front), text) if part)


def _with_names(prompt: str, subjects: Sequence[Subject]) -> list[_Piece]:
    """The prompt in pieces: every name or trigger word, with the kind that may follow it, is its subject's words.

    In "(Dumpling:1.2) cat" the kind stays where it stands, outside of the brackets.
    """
    words = [(word, subject) for subject in subjects for word in (spoken(subject.name), subject.trigger_word)]
    words.sort(key=lambda pair: len(pair[0]), reverse=True)  # "Dumpling Junior" before "Dumpling"
    if not words:
        return [_Piece(prompt)]
    alternatives = [
        rf"(?P<w{index}>{re.escape(word)})(?!\w)"
        rf"(?:(?P<outside{index}>(?={_WEIGHT_ENDS}\s+{kind}))|\s+{kind})?"
        for index, (word, subject) in enumerate(words)
        for kind in [rf"{re.escape(subject.kind)}(?!\w)"]
    ]
    pieces, end = [], 0
    for match in re.finditer(rf"(?<!\w)(?:{'|'.join(alternatives)})", prompt, flags=re.IGNORECASE):
        index = next(index for index in range(len(words)) if match[f"w{index}"] is not None)
        subject = words[index][1]
        own = subject.words if match[f"outside{index}"] is None else subject.trigger_word
        pieces += [_Piece(prompt[end : match.start()]), _Piece(own, subject)]
        end = match.end()
    return [*pieces, _Piece(prompt[end:])]


def _with_kind(pieces: Sequence[_Piece], subject: Subject, subjects: Sequence[Subject]) -> list[_Piece] | None:
    """The pieces with the subject in the place of its kind; None when its kind is not said exactly once."""
    if [other.kind for other in subjects].count(subject.kind) > 1:
        return None
    pattern = re.compile(rf"(?<!\w){re.escape(subject.kind)}(?!\w)", flags=re.IGNORECASE)
    places = [
        (index, match)
        for index, piece in enumerate(pieces)
        if piece.subject is None
        for match in pattern.finditer(piece.text)
    ]
    if len(places) != 1:
        return None
    index, match = places[0]
    before, after = match.string[: match.start()], match.string[match.end() :]
    return [*pieces[:index], _Piece(before), _Piece(subject.words, subject), _Piece(after), *pieces[index + 1 :]]
