"""Every sentence that the code says is in every catalogue, with the values that it names, and no other is."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, FluentSerializer
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from studio.words import LANGUAGES, say, speaking
from studio.words.catalogue import FOLDER

ROOT = Path(__file__).parents[4]
PRODUCT = ("app.py", "ui", "studio", "worker", "training", "pipeline", "pocket")
CHECKS = "number|whole_number|seed_number|seed_or_drawn|yes_or_no|one_line|one_of|an_id"  # the key of a value's name
ERRORS = "[A-Za-z]*Error|NotFound|DiskFull|Closed|Taken|NotUnderstood"
SAID_BY = re.compile(rf"say|Message|{ERRORS}|[a-z_]*message|{CHECKS}")
OF_A_KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class Variables(Visitor):
    """What a sentence names, and which other sentences it names."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.messages: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:
        self.names.add(node.id.name)

    def visit_MessageReference(self, node: ftl.MessageReference) -> None:
        self.messages.add(node.id.name)


@cache
def sentences(language: str) -> dict[str, Variables]:
    resource = FluentParser().parse((FOLDER / f"{language}.ftl").read_text(encoding="utf-8"))
    found: dict[str, Variables] = {}
    for entry in resource.body:
        assert not isinstance(entry, ftl.Junk), f"{language}: not Fluent: {entry.content or ''}"
        if isinstance(entry, ftl.Message):
            assert entry.id.name not in found, f"{language}: {entry.id.name} is there twice"
            found[entry.id.name] = Variables()
            found[entry.id.name].visit(entry)
    return found


def parsed(places: tuple[str, ...] = PRODUCT) -> Iterator[tuple[str, ast.Module]]:
    for place in places:
        for file in sorted((ROOT / place).rglob("*.py")) if (ROOT / place).is_dir() else [ROOT / place]:
            yield str(file.relative_to(ROOT)), ast.parse(file.read_text(encoding="utf-8"))


@cache
def said() -> list[tuple[str, str, set[str] | None]]:
    """Where, which key, and the names of its values; None where they are handed on as a whole."""
    found: list[tuple[str, str, set[str] | None]] = []
    for file, tree in parsed():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not node.args or not isinstance(first := node.args[0], ast.Constant):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if SAID_BY.fullmatch(name) and isinstance(first.value, str) and OF_A_KEY.fullmatch(first.value):
                names = {keyword.arg for keyword in node.keywords if keyword.arg is not None}
                whole = any(keyword.arg is None for keyword in node.keywords)
                found.append((f"{file}:{node.lineno}", first.value, None if whole else names))
    return found


@cache
def keys_in_code(places: tuple[str, ...] = PRODUCT) -> tuple[set[str], list[re.Pattern[str]]]:
    """Texts that may be keys, and patterns of those that are put together, such as f"type-{kind}"."""
    texts, patterns = set[str](), list[re.Pattern[str]]()
    for _, tree in parsed(places):
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and OF_A_KEY.fullmatch(node.value):
                texts.add(node.value)
            if isinstance(node, ast.JoinedStr):
                parts = [re.escape(str(p.value)) if isinstance(p, ast.Constant) else "[a-z0-9-]+" for p in node.values]
                if re.fullmatch(r"[a-z0-9\\]+-.*", parts[0]):
                    patterns.append(re.compile("".join(parts)))
    return texts, patterns


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_that_is_said_is_there_and_names_what_it_is_given(language: str) -> None:
    known = sentences(language)
    wrong = [f"{where}: no sentence {key}" for where, key, _ in said() if key not in known]
    for where, key, given in said():
        if key in known and given is not None and known[key].names - given:
            wrong.append(f"{where}: {key} names {sorted(known[key].names - given)} too")
    assert wrong == []


def test_no_sentence_is_there_that_nobody_says() -> None:
    texts, patterns = keys_in_code()
    known = sentences("en-GB")
    named = {name for one in known.values() for name in one.messages}
    said_by_rows = set(kept_keys())
    unsaid = [
        key
        for key in known
        if key not in texts | named | said_by_rows and not any(one.fullmatch(key) for one in patterns)
    ]
    assert unsaid == []


# What jobs' rows hold is a format that is kept: "key value value" of each sentence that any version may have written.
# A line is never changed or taken away; a sentence that is to name something else gets a new key.
KEPT_KEYS = Path(__file__).with_name("kept_keys.txt")
WRITES_ROWS = ("studio", "worker", "training", "pipeline")


def kept_keys() -> dict[str, set[str]]:
    """The names of the values of each sentence that a row may hold, by its key."""
    lines = [line.split() for line in KEPT_KEYS.read_text(encoding="utf-8").splitlines()]
    return {line[0]: set(line[1:]) for line in lines}


def test_every_sentence_that_a_row_may_hold_is_there_and_names_nothing_that_old_rows_lack() -> None:
    known, kept = sentences("en-GB"), kept_keys()
    wrong = [key for key, values in kept.items() if key not in known or known[key].names - values]
    assert wrong == [], "old rows could not be told any more: give the new sentence another key"


def test_every_sentence_that_a_row_may_hold_from_now_on_is_among_those_that_are_kept() -> None:
    known, kept = sentences("en-GB"), kept_keys()
    texts, patterns = keys_in_code(WRITES_ROWS)
    written = [key for key in known if key in texts or any(one.fullmatch(key) for one in patterns)]
    missing = [" ".join([key, *sorted(known[key].names)]) for key in sorted(written) if key not in kept]
    assert missing == [], f"add these lines to {KEPT_KEYS.name}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_the_same_sentences_that_name_the_same(language: str) -> None:
    english, other = sentences("en-GB"), sentences(language)
    assert sorted(other) == sorted(english)
    assert [key for key in english if other[key].names != english[key].names] == []


# What may be the same in several languages: names and units.
NAMES = re.compile(
    r"\b(Cuddle|LoRAs?|Hugging Face|Hub|ComfyUI|A1111|Forge|InvokeAI|PNG|JPEG|WebP|GB|MB|Pocket|Stable Diffusion|XL"
    r"|CPU|GPU|SDXL|Flux|ControlNet|DreamBooth|Adam|Prodigy|seed|infotext|diffusers|kohya|safetensors)\b"
)
MAY_BE_ALIKE = Path(__file__).with_name(
    "alike.txt"
)  # a line each: the language, and a key whose words are its own, too


def wordings(language: str) -> dict[str, str]:
    """What a catalogue says by its keys, with the values as they are named."""
    source = (FOLDER / f"{language}.ftl").read_text(encoding="utf-8")
    entries = [entry for entry in FluentParser().parse(source).body if isinstance(entry, ftl.Message)]
    return {entry.id.name: FluentSerializer().serialize_entry(entry) for entry in entries}


def untranslated(english: dict[str, str], other: dict[str, str], allowed: set[str]) -> list[str]:
    """The keys whose words are the English ones, but for names."""
    alike = [key for key, words in english.items() if other.get(key) == words and key not in allowed]
    bare = {key: NAMES.sub("", re.sub(r"\{[^{}]*\}", "", english[key].partition("=")[2])) for key in alike}
    return [key for key in alike if re.search(r"[A-Za-z]{2}", bare[key])]


def allowed_alike() -> list[tuple[str, str]]:
    lines = MAY_BE_ALIKE.read_text(encoding="utf-8").splitlines()
    return [(line.split()[0], line.split()[1]) for line in lines if line.strip() and not line.startswith("#")]


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != "en-GB"])
def test_no_sentence_of_another_language_was_left_in_english(language: str) -> None:
    allowed = {key for one, key in allowed_alike() if one == language}
    assert untranslated(wordings("en-GB"), wordings(language), allowed) == []


def test_a_sentence_that_was_left_in_english_is_found_and_a_name_is_none() -> None:
    english = {"a": "a = Search", "b": "b = Cuddle { $n } GB\n", "c": "c = Start", "d": "d = Radio"}
    other = {"a": "a = Search", "b": "b = Cuddle { $n } GB\n", "c": "c = Los", "d": "d = Radio"}
    assert untranslated(english, other, {"d"}) == ["a"]


def test_what_may_be_alike_is_of_languages_and_keys_that_are_there() -> None:
    known = wordings("en-GB")
    assert [line for line in allowed_alike() if line[1] not in known] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_as_many_kinds_are_offered_in_every_language(language: str) -> None:
    with speaking("en-GB"):
        english = say("kinds").split(", ")
    with speaking(language):
        assert len(re.split(r"[,，、،]", say("kinds"))) == len(english)
