"""How a prompt that names subjects is read, and the words that the model learned them by."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from studio.checks import shown, spoken
from studio.errors import StudioError
from studio.prompts.languages import ACTIONS, endings, is_determined, prefixed
from studio.prompts.tokens import Word, folded_sign, name_key, words_of
from studio.subjects.everyday_words import is_everyday
from studio.subjects.kinds import words_for
from studio.subjects.subject import Subject
from studio.untyped import is_mapping

AS_NAME, AS_WORD = "name", "word"
MAX_READINGS = 100

_WEIGHT_ENDS = r"(?:(?::[\d. ]*)?[)\]])+"  # of "(word:1.2)" or "[word]": see studio.prompts.weights
_JOINT = re.compile(r"[ .'\-_·]{1,3}")  # what may stand between two words of a name, if other than in the name
_NO_ENDING = frozenset(["s", "ll", "d", "ve", "re", "m", "t"])  # English, after an apostrophe
_SENTENCE_ENDS = ".!?;\n"
_LONGEST_ENDING = 5

Why = Literal["kind", "case", "place", "asked"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Mention:
    """A place in a text where a subject may be named: its characters from `start` to before `end`.

    is_name: whether it was read as the name; else it is a word like any other. why: by the "kind" that follows, by
    upper and lower "case", by its "place" among the words around, or because a person "asked" for it. is_sure: whether
    that could be told. is_exact: whether the name is written as the subject's own. number: from 1, of this subject's.
    words: what stands there instead where it is read as a name.
    """

    start: int
    end: int
    subject: Subject
    words: str
    is_exact: bool
    is_name: bool = True
    why: Why = "place"
    is_sure: bool = True
    number: int = 1

    @property
    def key(self) -> str:
        """How `readings` call it."""
        return f"{self.subject.name} {self.number}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """A text with its mentions in order, which never overlap, and `prompt`: the same in the model's words.

    Outside of the mentions that are names of chosen subjects, and of the place of a kind, the text stays as it is.
    """

    text: str
    mentions: tuple[Mention, ...]
    prompt: str

    def named(self) -> list[Subject]:
        """Who is named, in order; a name that is a word, too, counts where it is sure or written with a capital."""
        sure = [one for one in self.mentions if one.is_name and (one.is_sure or one.why == "case")]
        return list({one.subject.name: one.subject for one in sure}.values())


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a prompt: free words, or words that stand for a subject already."""

    text: str
    subject: Subject | None = None


def clean_prompt(prompt: object) -> str:
    """A prompt as one line of text; None is an empty one."""
    return "" if prompt is None else spoken(prompt)


def expanded(prompt: str, subjects: Sequence[Subject], readings: Mapping[str, str] | None = None) -> str:
    """The prompt with every chosen subject in it as "trigger word kind"; expanding twice is expanding once.

    "Dumpling on the beach" with the cat Dumpling becomes "dumpling cat on the beach". A subject that is not named takes
    the place of its kind where that is said once ("a cat on the beach") and no other chosen subject is of that kind;
    else it is put in front: "dumpling cat and anna woman, on the beach".
    """
    return read(prompt, subjects, readings).prompt


def read(
    prompt: str, chosen: Sequence[Subject], readings: Mapping[str, str] | None = None, others: Sequence[Subject] = ()
) -> Reading:
    """How a prompt is read with these subjects in the picture.

    readings: what a person says of mentions: AS_NAME or AS_WORD by the subject's name and the mention's number
    ("Rose 2"), or by the name alone for all of them. others: subjects that are not in the picture; where one of them
    is named, the words stay.
    """
    asked = {name_key(name): meaning for name, meaning in (readings or {}).items()}
    mentions = _decided(prompt, _found(prompt, [*chosen, *others]), asked)
    names = {subject.name for subject in chosen}
    pieces = _pieces(prompt, [one for one in mentions if one.is_name and one.subject.name in names])
    in_front: list[str] = []
    for subject in chosen:
        if any(piece.subject == subject for piece in pieces):
            continue
        with_kind = _with_kind(pieces, subject, chosen)
        if with_kind is None:
            in_front.append(subject.words)
        else:
            pieces = with_kind
    text = "".join(piece.text for piece in pieces)
    words = ", ".join(part for part in (" and ".join(in_front), text) if part)
    return Reading(text=prompt, mentions=tuple(mentions), prompt=words)


def clean_readings(value: object) -> dict[str, str]:
    """What a person says of mentions, checked for its form. Errors: StudioError."""
    if not is_mapping(value) or len(value) > MAX_READINGS:
        raise StudioError("readings-unreadable", value=shown(value), most=MAX_READINGS)
    for name, meaning in value.items():
        if not isinstance(name, str) or meaning not in (AS_NAME, AS_WORD):
            raise StudioError(
                "reading-unreadable", name=shown(name), value=shown(meaning), as_name=AS_NAME, as_word=AS_WORD
            )
    return {spoken(name): str(meaning) for name, meaning in value.items()}


# Finding ------------------------------------------------------------------------------------------------------------


def _found(prompt: str, subjects: Sequence[Subject]) -> list[Mention]:
    """Every place where a subject may be named. Of places that overlap the longest counts, then the best written."""
    words = words_of(prompt)
    said = {word.folded for word in words}
    by_first: dict[str, list[tuple[_Form, Subject]]] = {}
    for subject in subjects:
        for form in _forms(subject, said, prompt):
            by_first.setdefault(form.words[0], []).append((form, subject))
    found: list[Mention] = []
    for at, word in enumerate(words):
        for form, subject in by_first.get(word.folded, ()):
            mention = _mention_at(prompt, words, at, form, subject)
            if mention is not None:
                found.append(mention)
    found.sort(key=lambda one: (one.start - one.end, not one.is_exact))
    kept: list[Mention] = []
    for one in found:
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)


@dataclass(frozen=True, slots=True)
class _Form:
    """A way to write a subject: folded words, the signs between them, and what an ending means ("'s")."""

    words: tuple[str, ...]
    signs: tuple[str, ...]
    ending: str = ""


def _forms(subject: Subject, said: set[str], prompt: str) -> Iterator[_Form]:
    names = [subject.name]
    if "&" in subject.name:
        names.append(subject.name.replace("&", " and "))
    for name in names:
        words = words_of(name)
        if not words:
            continue
        plain = tuple(word.folded for word in words)
        signs = tuple(folded_sign(name[one.end : two.start]) for one, two in pairwise(words))
        yield _Form(plain, signs)
        for last, ending in endings(plain[-1], said, prompt):
            yield _Form((*plain[:-1], last), signs, ending)
        for first in prefixed(plain[0]):
            yield _Form((first, *plain[1:]), signs)
    yield _Form((subject.trigger_word,), ())


def _mention_at(prompt: str, words: Sequence[Word], at: int, form: _Form, subject: Subject) -> Mention | None:
    if at + len(form.words) > len(words):
        return None
    own = words[at : at + len(form.words)]
    if any(word.folded != part for word, part in zip(own, form.words, strict=True)):
        return None
    for (one, two), sign in zip(pairwise(own), form.signs, strict=True):
        if not _is_joined(folded_sign(prompt[one.end : two.start]), sign):
            return None
    start, end = own[0].start, own[-1].end
    end = _after_sign_of_name(prompt, end, subject.name)
    is_exact = prompt[start:end] == spoken(subject.name)
    rest = words[at + len(form.words) :]
    if rest and folded_sign(prompt[end : rest[0].start]) == "'" and _is_ending(rest[0]):
        end, rest = rest[0].end, rest[1:]
    kind = words_of(subject.kind)
    if form.ending:
        return _mention(start, end, subject, subject.words + form.ending, is_exact)
    if re.match(rf"{_WEIGHT_ENDS}\s+{re.escape(subject.kind)}(?!\w)", prompt[end:], re.IGNORECASE):
        return _mention(start, end, subject, subject.trigger_word, is_exact, "kind")
    if _follows(prompt, end, rest, kind):
        return _mention(start, rest[len(kind) - 1].end, subject, subject.words, is_exact, "kind")
    return _mention(start, end, subject, subject.words, is_exact)


def _mention(start: int, end: int, subject: Subject, words: str, is_exact: bool, why: Why = "place") -> Mention:
    return Mention(start=start, end=end, subject=subject, words=words, is_exact=is_exact, why=why)


def _is_joined(typed: str, own: str) -> bool:
    if typed == own:
        return True
    if not own or not _JOINT.fullmatch(typed):
        return False
    return "." in own or "." not in typed  # "Anna. Lena" ends a sentence, "Mr. Whiskers" does not


def _after_sign_of_name(prompt: str, end: int, name: str) -> int:
    """Past the signs that the name itself ends in, as in "Luna 🐱" or "J.R."."""
    signs = spoken(name)[words_of(name)[-1].end :]
    return end + len(signs) if signs and prompt.startswith(signs, end) else end


def _is_ending(word: Word) -> bool:
    return len(word.folded) <= _LONGEST_ENDING and word.folded not in _NO_ENDING and word.folded.isalpha()


def _follows(prompt: str, end: int, rest: Sequence[Word], kind: Sequence[Word]) -> bool:
    """Whether the kind comes next, with nothing but spaces between."""
    if not kind or len(rest) < len(kind):
        return False
    if not prompt[end : rest[0].start].isspace():
        return False
    return [word.folded for word in rest[: len(kind)]] == [word.folded for word in kind]


# Deciding -----------------------------------------------------------------------------------------------------------


def _decided(prompt: str, found: Sequence[Mention], asked: Mapping[str, str]) -> list[Mention]:
    """The mentions with how each is read."""
    words = words_of(prompt)
    taken = [(one.start, one.end) for one in found]
    case_tells = _case_tells(prompt, [w for w in words if not any(a <= w.start < b for a, b in taken)])
    by_subject: dict[str, list[Mention]] = {}
    for one in found:
        by_subject.setdefault(one.subject.name, []).append(one)
    decided: list[Mention] = []
    for name, own in by_subject.items():
        read_as = _of_one(prompt, words, own, case_tells)
        for number, one in enumerate(read_as, start=1):
            one = replace(one, number=number)
            meaning = asked.get(name_key(one.key), asked.get(name_key(name)))
            if meaning is not None:
                one = replace(one, is_name=meaning == AS_NAME, why="asked", is_sure=True)
            decided.append(one)
    return sorted(decided, key=lambda one: one.start)


def _of_one(prompt: str, words: Sequence[Word], own: Sequence[Mention], case_tells: bool) -> list[Mention]:
    """One subject's mentions, each compared with the others: who writes "Rose" with a rose means a rose by "rose"."""
    subject = own[0].subject
    everyday = is_everyday(subject.name) or is_everyday(subject.trigger_word)
    by_case = [case_tells and _is_upper(prompt[one.start], subject.name) for one in own]
    things = [_is_thing(prompt, words, one) for one in own]
    certain = [one.why == "kind" or _is_own_word(prompt, one, everyday) for one in own]
    named = [sure or (case and not thing) for sure, case, thing in zip(certain, by_case, things, strict=True)]
    free = [not thing for thing in things]
    differ = any(by_case) and not all(by_case)
    read_as: list[Mention] = []
    for k, one in enumerate(own):
        elsewhere = any(named[:k] + named[k + 1 :])
        free_elsewhere = any(free[:k] + free[k + 1 :])
        if certain[k]:
            read_as.append(one)
        elif _is_in_compound(prompt, one) and (everyday or not by_case[k]):
            read_as.append(replace(one, is_name=False, is_sure=not by_case[k]))
        elif by_case[k]:
            begins = everyday and not elsewhere and _begins_sentence(prompt, one.start)
            is_word = (things[k] and elsewhere) or (begins and _is_everyday_next(prompt, words, one.end))
            is_sure = not is_word and (not everyday or differ or not _begins_sentence(prompt, one.start))
            read_as.append(replace(one, is_name=not is_word, why="place" if is_word else "case", is_sure=is_sure))
        elif elsewhere:
            is_word = things[k] or everyday
            read_as.append(replace(one, is_name=not is_word, why="case" if is_word else "place"))
        elif things[k]:
            is_word = everyday or free_elsewhere
            read_as.append(replace(one, is_name=not is_word, is_sure=is_word))
        else:
            read_as.append(replace(one, is_sure=not everyday))
    return read_as


def _is_upper(first: str, name: str) -> bool:
    return first.isupper() and name[:1].isupper()


def _is_own_word(prompt: str, one: Mention, everyday: bool) -> bool:
    """Whether it is the trigger word, and that is no other way to write the name, nor an everyday word."""
    written = prompt[one.start : one.end]
    name = "".join(word.folded for word in words_of(one.subject.name))
    return not everyday and written == one.subject.trigger_word and written != name


def _is_thing(prompt: str, words: Sequence[Word], one: Mention) -> bool:
    """Whether the words before it make it a thing, as in "a red rose"; not after its own kind, as in "the cat rose"."""
    clause = max((prompt.rfind(sign, 0, one.start) for sign in ",.;:!?()[]{}|\n\u2014"), default=-1)
    before = [word.folded for word in words if clause < word.start < one.start]
    kind = {word.folded for word in words_of(one.subject.kind)}
    if before and before[-1] in kind:
        return False
    return is_determined(before)


def _is_in_compound(prompt: str, one: Mention) -> bool:
    """Whether a hyphen makes it a part of another word: "rose-coloured", "wild-rose"."""
    before, after = folded_sign(prompt[max(one.start - 2, 0) : one.start]), folded_sign(prompt[one.end : one.end + 2])
    return (after[:1] == "-" and after[1:].isalpha()) or (before[-1:] == "-" and before[:-1].isalpha())


def _is_everyday_next(prompt: str, words: Sequence[Word], end: int) -> bool:
    """Whether a thing's name comes next, as in "Rose petals"."""
    following = next((word for word in words if word.start >= end), None)
    if following is None or not prompt[end : following.start].isspace():
        return False
    is_action = not ACTIONS.isdisjoint({following.folded, following.folded.removesuffix("s")})
    return prompt[following.start].islower() and is_everyday(following.folded) and not is_action


def _begins_sentence(prompt: str, start: int) -> bool:
    before = prompt[:start].rstrip(" \"'“”„«([{")
    return not before or before[-1] in _SENTENCE_ENDS


def _case_tells(prompt: str, others: Sequence[Word]) -> bool:
    """Whether upper case means something here: not in A PROMPT LIKE THIS, and not in One Like This."""
    cased = [prompt[word.start] for word in others if prompt[word.start].lower() != prompt[word.start].upper()]
    return not cased or sum(first.isupper() for first in cased) <= len(cased) * 0.6


# Writing ------------------------------------------------------------------------------------------------------------


def _pieces(prompt: str, names: Sequence[Mention]) -> list[_Piece]:
    pieces: list[_Piece] = []
    end = 0
    for one in names:
        before, after = prompt[end : one.start], prompt[one.end : one.end + 1]
        space_before, space_after = " " * before[-1:].isalnum(), " " * after.isalnum()  # in scripts without spaces
        pieces += [_Piece(before), _Piece(f"{space_before}{one.words}{space_after}", one.subject)]
        end = one.end
    return [*pieces, _Piece(prompt[end:])]


def _with_kind(pieces: Sequence[_Piece], subject: Subject, subjects: Sequence[Subject]) -> list[_Piece] | None:
    """The pieces with the subject in the place of its kind; None when its kind is not said exactly once."""
    if [other.kind for other in subjects].count(subject.kind) > 1:
        return None
    kinds = "|".join(
        re.escape(word) for word in sorted({subject.kind, *words_for(subject.kind)}, key=len, reverse=True)
    )
    pattern = re.compile(rf"(?<![\w-])(?:{kinds})(?![\w-])", flags=re.IGNORECASE)
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
