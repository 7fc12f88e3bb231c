"""Every sentence that the code says is in every catalogue, with the values that it names, and no other is."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from studio.words import LANGUAGES
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


def parsed() -> Iterator[tuple[str, ast.Module]]:
    for place in PRODUCT:
        for file in sorted((ROOT / place).rglob("*.py")) if (ROOT / place).is_dir() else [ROOT / place]:
            yield str(file.relative_to(ROOT)), ast.parse(file.read_text(encoding="utf-8"))


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


def keys_in_code() -> tuple[set[str], list[re.Pattern[str]]]:
    """Texts that may be keys, and patterns of those that are put together, such as f"type-{kind}"."""
    texts, patterns = set[str](), list[re.Pattern[str]]()
    for _, tree in parsed():
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
    unsaid = [key for key in known if key not in texts | named and not any(one.fullmatch(key) for one in patterns)]
    assert unsaid == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_the_same_sentences_that_name_the_same(language: str) -> None:
    english, other = sentences("en-GB"), sentences(language)
    assert sorted(other) == sorted(english)
    assert [key for key in english if other[key].names != english[key].names] == []
