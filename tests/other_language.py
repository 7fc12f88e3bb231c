"""A language that nobody speaks, made from the English one: its words are about 40 % longer, and known by their signs.

It stands beside Cuddle's own languages, so that tests ask for another one without knowing what translators wrote.
"""

import re
import shutil
from pathlib import Path

from fluent.syntax import FluentParser, FluentSerializer
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Transformer

from studio.words import catalogue

LONG = "nl"  # a language that Cuddle does not have
OPENED, CLOSED = "[[", "]]"


def longer(text: str) -> str:
    """Each vowel twice: "Create" is "Creeaatee"."""
    return re.sub(r"[aeiouAEIOU]", lambda vowel: vowel[0] + vowel[0].lower(), text)


class Longer(Transformer):
    """Whole sentences between signs. Names of values, sentences and choices stay."""

    def visit_TextElement(self, node: ftl.TextElement) -> ftl.TextElement:
        return ftl.TextElement(longer(node.value))

    def visit_Message(self, node: ftl.Message) -> ftl.Message:
        changed = self.generic_visit(node)
        if changed.value and changed.id.name != "kinds":  # a list of words
            changed.value.elements = [ftl.TextElement(OPENED), *changed.value.elements, ftl.TextElement(CLOSED)]
        return changed


def words_with_a_long_language(folder: Path) -> Path:
    """Cuddle's languages and the long one, in a folder that is made here."""
    shutil.copytree(catalogue.FOLDER, folder, ignore=lambda _, names: [n for n in names if not n.endswith(".ftl")])
    english = (folder / "en-GB.ftl").read_text(encoding="utf-8")
    long = FluentSerializer().serialize(Longer().visit(FluentParser().parse(english)))
    (folder / f"{LONG}.ftl").write_text(long, encoding="utf-8")
    return folder


def take_words_from(folder: Path) -> None:
    """Have this process speak the languages of a folder."""
    catalogue.FOLDER = folder
    catalogue.LANGUAGES = tuple(sorted(file.stem for file in folder.glob("*.ftl")))
    catalogue.catalogue_of.cache_clear()
