"""Everything that a picture's words say: who is named, how strongly, and what was not done as it was written."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from studio.checks import one_line, shown
from studio.errors import StudioError
from studio.interop.infotext import LoraTag
from studio.jobs.requests import MAX_PROMPT, SubjectChoice
from studio.pictures.options import Grid
from studio.pictures.styles import with_style
from studio.prompts.reading import Mention, Reading, clean_prompt, read
from studio.prompts.syntax import LORA_TAG, plain_prompt
from studio.prompts.tokens import name_key
from studio.subjects.subject import Subject
from studio.words import Message

LEAST_STRENGTH, MOST_STRENGTH = -2.0, 2.0


@dataclass(frozen=True, kw_only=True, slots=True)
class PictureWords:
    """The words of a picture, read.

    typed: the prompt as a person wrote it, but for LoRA tags that became choices. `reading`: of it without what other
    programs' prompts hold beside words. choices: the subjects in the picture, with those of LoRA tags. remarks: what
    was not done as it was written. style: the words that come after the prompt, "" for none.
    """

    typed: str
    negative: str
    reading: Reading
    choices: tuple[SubjectChoice, ...]
    remarks: tuple[Message, ...]
    style: str = ""

    @property
    def prompt(self) -> str:
        """The prompt in the model's words, with those of the style after it."""
        return with_style(self.reading.prompt, self.style)


def picture_words(
    prompt: object,
    negative_prompt: object,
    choices: Sequence[SubjectChoice],
    subjects: Sequence[Subject],
    readings: Mapping[str, str],
    style: str = "",
) -> PictureWords:
    """Read a picture's words. choices: who is in it, of `subjects`, which are all there are. Errors: StudioError."""
    words = one_line("field-prompt", clean_prompt(prompt), shortest=0, longest=MAX_PROMPT)
    avoided = one_line("field-negative-prompt", clean_prompt(negative_prompt), shortest=0, longest=MAX_PROMPT)
    plain, plain_avoided = plain_prompt(words), plain_prompt(avoided)
    remarks = [*plain.remarks, *plain_avoided.remarks]
    remarks += [Message("lora-to-avoid", lora=tag.stem) for tag in plain_avoided.tags]
    ready = [subject for subject in subjects if subject.state == "ready"]
    by_name = {name_key(choice.name): choice for choice in choices}
    if twice := [choice.name for choice in choices if by_name[name_key(choice.name)] is not choice]:
        raise StudioError("subject-chosen-twice", name=shown(twice[0]))
    taken = set[str]()
    for tag in plain.tags:
        subject = subject_called(tag, ready)
        if subject is None:
            remarks.append(Message("lora-of-nobody", lora=shown(tag.stem)))
            continue
        strength = min(max(tag.strength, LEAST_STRENGTH), MOST_STRENGTH)
        if strength != tag.strength:
            given = f"{tag.strength:.10g}"
            remarks.append(Message("strength-taken", name=subject.name, given=given, taken=strength))
        key = name_key(subject.name)
        by_name[key] = replace(by_name.get(key, SubjectChoice(name=subject.name)), strength=strength)
        taken.add(tag.stem)
    chosen = [subject for key in by_name for subject in subjects if name_key(subject.name) == key]
    others = [subject for subject in ready if name_key(subject.name) not in by_name]
    reading = read(plain.text, chosen, readings, others)
    remarks += [_not_chosen(subject) for subject in reading.named() if subject in others]
    return PictureWords(
        typed=" ".join(LORA_TAG.sub(lambda match: "" if match["name"].strip() in taken else match[0], words).split()),
        negative=plain_avoided.text,
        reading=reading,
        choices=tuple(by_name.values()),
        remarks=tuple(dict.fromkeys(remarks)),
        style=style,
    )


def grid_in_words(grid: Grid, words: PictureWords, read_again: Callable[[str], PictureWords]) -> Grid:
    """The grid with every prompt of a side that varies words, read as if it had been typed.

    The words of the first value are replaced where they stand, but for names of those in the picture: in "Rose and a
    rose" with Rose they are the rose. Errors: StudioError where the prompt does not hold them, or only in names.
    """
    sides = {}
    for side, axis in (("x", grid.x), ("y", grid.y)):
        if axis is not None and axis.name == "prompt":
            typed = [_with_words(words, str(axis.values[0]), str(value)) for value in axis.values]
            sides[side] = replace(axis, prompts=tuple((one, read_again(one).prompt) for one in typed))
    return replace(grid, **sides)


def _with_words(words: PictureWords, first: str, other: str) -> str:
    text, chosen = words.reading.text, {name_key(choice.name) for choice in words.choices}
    names = [one for one in words.reading.mentions if one.is_name and name_key(one.subject.name) in chosen]
    whole = rf"(?<!\w){re.escape(first)}(?!\w)"  # "cat" is not in "cathedral", where it stands alone, too
    found = list(re.finditer(whole, text)) or list(re.finditer(re.escape(first), text)) if first else []
    free = [place for place in found if not any(_cuts(place, name) for name in names)]
    if not free:
        raise StudioError("grid-words-in-names" if found else "grid-words-not-held", words=shown(first))
    for place in reversed(free):
        text = text[: place.start()] + other + text[place.end() :]
    return text


def _cuts(place: re.Match[str], name: Mention) -> bool:
    """Whether a place shares some of a name; one that holds the whole name and more replaces it as well."""
    apart = place.end() <= name.start or name.end <= place.start()
    holds_it = place.start() <= name.start and name.end <= place.end() and len(place[0]) > name.end - name.start
    return not apart and not holds_it


def subject_called(tag: LoraTag, subjects: Sequence[Subject]) -> Subject | None:
    """Whose LoRA a tag means: by its file's name, its trigger word, or the subject's own name."""
    called = name_key(tag.stem)
    for subject in subjects:
        stem = PurePosixPath(subject.lora_files.get("kohya", "")).stem
        if called in (name_key(stem), subject.trigger_word, name_key(subject.name)):
            return subject
    return None


def _not_chosen(subject: Subject) -> Message:
    return Message("named-not-chosen", name=subject.name)
