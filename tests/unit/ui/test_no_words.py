"""ui/ and app.py hold no words for a person: each sentence is in the catalogues (studio/words), and said by its key."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
UI = ROOT / "ui"
OTHER_WORDS = {"headers.py", "theme.py"}  # policies for browsers, and fonts
MODULES = [file for file in (ROOT / "app.py", *sorted(UI.rglob("*.py"))) if file.name not in OTHER_WORDS]

# Two words side by side, one with a capital letter, the end of a sentence, or what stands before or after a value.
WORDS = re.compile(
    r"[A-Za-z’']{2,}[,:;.]? [A-Za-z“]{2,}|[a-z]{2,}[.…:]( |$)|(^|[^\w.#&-])[A-Z][a-z]{2,}([^\w(=-]|$)"
    r"|^[a-z]{2,} $|^ [a-z]{2,}"
)
MARKUP = re.compile(
    r"<style.*?(</style>|$)|<[^<>]*>|</?[a-z][^<>]*$|^[^<>]*>"  # tags, whole or cut by a value
    r"| [\w-]+=\"$|[%;]-*[a-z-]+:$|\{\w+\}",  # attributes, style, and places for values
    re.DOTALL,
)
ATTRIBUTE = re.compile(r"""(?:aria-label|alt|title|placeholder)=["']([^"'<>{}]+)["']""")
SHOWN = {"label", "info", "placeholder", "title", "alt"}  # arguments of which even one small word is shown
SHOWN_FIRST = {"Button", "DownloadButton", "Markdown", "Info", "Warning", "Accordion", "Tab"}
NOT_SHOWN = {  # calls with texts for the command line, the log or a protocol
    "add_argument", "ArgumentParser", "info", "warning", "exception", "compile", "fullmatch", "basicConfig",
    "get", "getlist", "setdefault", "cast",
}  # fmt: skip
NO_WORDS = {
    "PNG", "POST", "GET", "HEAD", "Allow", "Connection", "Retry-After", "Turns", "device ", "a stream that lingers",
    "const ", "False", "Escape", "Enter", "Tab", "folder:", "strength:", "left:", "person ", "Bearer",
    "openid profile", "Context",
    '", headers={"Authorization": "Bearer cuddle_…"})',
}  # fmt: skip
# A text, or a comment up to the end of its line.
SCRIPT_TEXT = re.compile(r"//[^\n]*|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`")
SELECTOR_OR_CLASSES = re.compile(
    r"(?:make\(\"\w+\", |querySelector(?:All)?\(|closest\(|closest\?\.\(|(?:from|shows): )$"
)


def texts(tree: ast.AST) -> Iterator[tuple[int, str, bool]]:
    """Each text of a module that may be one for a person: its line, the text, and whether it surely is shown."""
    quiet, shown = set[int](), set[int]()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):  # a docstring
            quiet.add(id(node.value))
        elif isinstance(node, ast.Assign) and any(
            isinstance(one, ast.Name) and one.id.endswith("_HELP") for one in node.targets
        ):
            quiet |= {id(inner) for inner in ast.walk(node)}
        elif isinstance(node, ast.Subscript):
            quiet |= {id(inner) for inner in ast.walk(node.slice)}
        elif isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in NOT_SHOWN:
                quiet |= {id(inner) for inner in ast.walk(node)}
            scripts = [one.value for one in node.keywords if one.arg == "js"]
            quiet |= {id(inner) for script in scripts for inner in ast.walk(script)}
            shown |= {id(one.value) for one in node.keywords if one.arg in SHOWN and name != "Preset"}
            shown |= {id(one) for one in node.args[:1] if name in SHOWN_FIRST}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in quiet:
            yield node.lineno, node.value, id(node) in shown


def has_words(text: str, is_shown: bool = False) -> bool:
    if text in NO_WORDS:
        return False
    plain = MARKUP.sub(" ", text).strip() if MARKUP.search(text) else text
    surely_shown = [*ATTRIBUTE.findall(text), plain if is_shown else ""]
    return bool(WORDS.search(plain)) or any(re.search(r"[A-Za-z]{2}", one) for one in surely_shown)


def words_in_module(source: str) -> list[str]:
    return [f"{line}: {text!r}" for line, text, is_shown in texts(ast.parse(source)) if has_words(text, is_shown)]


def words_in_script(source: str) -> list[str]:
    found: list[str] = []
    for match in SCRIPT_TEXT.finditer(source):
        text, before = match.group(), source[: match.start()]
        if text.startswith("//") or SELECTOR_OR_CLASSES.search(before):
            continue
        is_pattern = text.startswith("`")
        plain = re.sub(r"\$\{[^{}]*\}", "0", text[1:-1]) if is_pattern else text[1:-1]
        if re.search(r"[\[#]|translate\(", plain):  # selectors and style
            continue
        if has_words(plain) or (is_pattern and re.search(r"(^| )[a-z]{2,}( |$)", plain) and "is-" not in text):
            found.append(f"{before.count(chr(10)) + 1}: {text}")
    return found


@pytest.mark.parametrize("file", MODULES, ids=lambda file: file.name)
def test_python_has_no_words_of_its_own(file: Path) -> None:
    assert words_in_module(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("file", sorted(UI.rglob("*.js")), ids=lambda file: file.name)
def test_scripts_have_no_words_of_their_own(file: Path) -> None:
    assert words_in_script(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        'gr.Button("stop")', 'gr.Markdown("### Photos")', 'gr.Textbox(label="name")', 'raise StudioError("Too few.")',
        'f"{count} pictures"', 'f"Step {step} of {steps}"', "f'<p class=\"hint\">It is {state} now.</p>'",
        "html = '<section class=\"jobs\" aria-label=\"Jobs\">'", 'rows = [("Seed", seed)]',
    ],
)  # fmt: skip
def test_words_in_python_are_found(source: str) -> None:
    assert len(words_in_module(source)) >= 1


@pytest.mark.parametrize(
    "source",
    ["`${name}: anywhere`", 'make("p", "strengths-title", "Likeness strength")', "`Photo ${number} (${name})`",
     'off.title = "anywhere again";'],
)  # fmt: skip
def test_words_in_scripts_are_found(source: str) -> None:
    assert len(words_in_script(source)) == 1


@pytest.mark.parametrize("file", MODULES, ids=lambda file: file.name)
def test_nothing_is_said_before_it_is_known_in_which_language(file: Path) -> None:
    """What is said when a module is read would stay in that language: what it holds is the key."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    inside = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for part in (node.body if isinstance(node.body, list) else [node.body])
        for inner in ast.walk(part)
    }
    said = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "say"]
    assert [node.lineno for node in said if id(node) not in inside] == []
