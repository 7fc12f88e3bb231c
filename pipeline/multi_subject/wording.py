"""One prompt told several ways: for the scene with everybody as their kind, and for each subject with its name."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

# After these words somebody comes without an article in a prompt with names, and with one in a prompt without.
JOINTS = (
    "of|and|or|with|beside|behind|before|under|over|above|below|near|by|on|in|at|to|from|next|"
    "holding|hugging|feeding|riding|meets|meeting|watching|,"
)
MOST_JOINING = 3  # words between two people: what these do with each other, such as "in front of", and no scene
LEADING_ON = re.compile(rf"(\s*(?<!\w)({JOINTS}|a|an|the))+\s*$", re.IGNORECASE)  # to somebody
VOWELS = "aeiou"
# Between two people who are only listed: who is named first says nothing then, and may change.
LISTED = re.compile(r"\s*(,|&|,?\s*and|with|beside|next to|near)\s+(a |an |the )?", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class SubjectWords:
    """A subject in words. `words`: what its LoRA was taught as, such as "dumpling cat"; `noun`: its kind alone."""

    words: str
    noun: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PromptVariants:
    """`scene`: everybody as their kind. `own`: for each subject the same, with that subject by its words.

    `places`: where in `scene` each subject's noun stands, as characters (start, end), every time it is named. `added`:
    the subjects that the prompt did not name, by their number. pieces: the prompt cut where somebody is named.
    """

    people: tuple[SubjectWords, ...]
    pieces: tuple[str | int, ...]
    scene: str
    own: tuple[str, ...]
    places: tuple[tuple[tuple[int, int], ...], ...]
    added: tuple[int, ...]

    @classmethod
    def of(cls, people: Sequence[SubjectWords], pieces: Sequence[str | int], added: Sequence[int]) -> "PromptVariants":
        """Every way of telling these pieces."""
        scene, places = _said(pieces, people, None)
        own = tuple(_said(pieces, people, k)[0] for k in range(len(people)))
        return cls(people=tuple(people), pieces=tuple(pieces), scene=scene, own=own, places=places, added=tuple(added))

    def of_some(self, there: Collection[int]) -> "PromptVariants":
        """The same for a part of the picture that shows these alone: nothing of the others, nor of what joined them."""
        everybody = all(k in there for k in range(len(self.people)))
        return self if everybody else PromptVariants.of(self.people, _with_only(self.pieces, there), self.added)

    def of_the_first(self, count: int) -> "PromptVariants":
        """The same with words of their own for so many alone; the others are in them as their kind, if at all."""
        return replace(self, own=self.own[:count], places=self.places[:count])


def class_prompt(kind: str) -> str:
    """The words for a subject's kind in general."""
    return f"a photo of a {kind}"


def prompt_variants(
    prompt: str, people: Sequence[SubjectWords], middles: Sequence[float | None] = ()
) -> PromptVariants:
    """Every way in which a prompt has to be told. Whom it does not name is added after the last one it names.

    middles: how far from the left each one is to stand, in 0..1, None where it is open. People who are only listed are
    named in that order, since base models region them as they are named, more surely than attention can be pushed.
    """
    pieces = _pieces(prompt, people)
    missing = tuple(k for k in range(len(people)) if k not in pieces)
    pieces = _with(pieces, missing)
    if middles:
        pieces = _from_the_left(pieces, middles)
    return PromptVariants.of(people, pieces, missing)


def _pieces(prompt: str, people: Sequence[SubjectWords]) -> list[str | int]:
    """The prompt cut where somebody is named: text, and the subjects' numbers."""
    by_words: dict[str, list[int]] = {}
    for k, one in enumerate(people):
        by_words.setdefault(one.words.lower(), []).append(k)
    longest_first = sorted(by_words, key=len, reverse=True)
    pattern = "|".join(rf"(?<!\w){re.escape(words)}(?!\w)" for words in longest_first)
    pieces: list[str | int] = []
    start = 0
    for found in re.finditer(pattern, prompt, re.IGNORECASE):
        alike = by_words[found.group().lower()]  # the same subject twice: the second time it is the second one
        who = alike.pop(0) if len(alike) > 1 else alike[0]
        pieces += [prompt[start : found.start()], who]
        start = found.end()
    return [*pieces, prompt[start:]]


def _with(pieces: Sequence[str | int], missing: Sequence[int]) -> list[str | int]:
    """The pieces with the missing subjects after the last one named, or before everything."""
    last = max((place for place, piece in enumerate(pieces) if isinstance(piece, int)), default=None)
    added: list[str | int] = []
    for number, k in enumerate(missing):
        first = last is None and number == 0
        added += ["" if first else (", " if number < len(missing) - 1 else " and "), k]
    if last is None:
        rest = str(pieces[0]).strip()
        return [*added, f", {rest}" if rest and added else rest]
    return [*pieces[: last + 1], *added, *pieces[last + 1 :]]


def _from_the_left(pieces: Sequence[str | int], middles: Sequence[float | None]) -> list[str | int]:
    """The pieces with those who have a place in its order, within every list of people."""
    answer, lists = list(pieces), list[list[int]]()
    last: int | None = None
    for place, piece in enumerate(pieces):
        if not isinstance(piece, int):
            continue
        between = "".join(str(text) for text in pieces[last + 1 : place]) if last is not None else ""
        if last is None or not LISTED.fullmatch(between):
            lists.append([])
        lists[-1].append(place)
        last = place
    for some in lists:
        placed = [(middle, place) for place in some if (middle := middles[int(pieces[place])]) is not None]
        for place, (_, source) in zip(sorted(place for _, place in placed), sorted(placed), strict=True):
            answer[place] = pieces[source]
    return answer


def _with_only(pieces: Sequence[str | int], there: Collection[int]) -> list[str | int]:
    """The pieces without those who are not there. Long texts between people stay: they may tell of the scene."""
    named = [place for place, piece in enumerate(pieces) if isinstance(piece, int)]
    answer: list[str | int] = [""]
    for place, piece in enumerate(pieces):
        before = str(answer[-1])
        if isinstance(piece, int):
            if piece in there:
                answer[-1] = f"{before} " if before and not before.endswith(" ") else before
                answer += [piece, ""]
            continue
        text = piece
        if not there and place == named[0] - 1:
            text = LEADING_ON.sub("", piece)
        if named[0] < place < named[-1]:
            joins = len(piece.split()) <= MOST_JOINING
            if pieces[place + 1] not in there:
                text = "" if joins else LEADING_ON.sub("", piece)
            elif pieces[place - 1] not in there and joins and len(answer) == 1:
                text = ""
        begins = before.endswith(" ") or (len(answer) == 1 and not before)
        answer[-1] = before + (text.lstrip() if begins else text)
    if len(answer) > 3 and answer[-3] == ", ":
        answer[-3] = " and "  # those who came after it are not there
    return answer


def _said(
    pieces: Sequence[str | int], people: Sequence[SubjectWords], named: int | None
) -> tuple[str, tuple[tuple[tuple[int, int], ...], ...]]:
    text = ""
    places: list[list[tuple[int, int]]] = [[] for _ in people]
    for piece in pieces:
        if isinstance(piece, str):
            text += piece
        elif piece == named:
            text += people[piece].words
        else:
            noun = people[piece].noun
            text += _article(text, noun)
            places[piece].append((len(text), len(text) + len(noun)))
            text += noun
    return text, tuple(tuple(some) for some in places)


def _article(before: str, noun: str) -> str:
    """ "a " or "an " where the words before ask for one."""
    words = re.findall(r"[\w'-]+|,", before)
    last = words[-1].lower() if words else ","
    if not re.fullmatch(JOINTS, last):
        return ""
    return "an " if noun[:1].lower() in VOWELS else "a "
