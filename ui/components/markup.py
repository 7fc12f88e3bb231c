"""Small pieces of HTML. Every value from outside goes through `text`, since gr.HTML shows what it gets."""

import html
from datetime import UTC, datetime

import gradio as gr

from ui import words


class Html(str):
    """HTML that was made here, and stays as it is."""


def text(value: object) -> str:
    """A value as it is safe between tags and inside quoted attributes."""
    return value if isinstance(value, Html) else html.escape(str(value), quote=True)


def moment(unix_seconds: float | None) -> Html:
    """A moment: in the zone and the language of whoever looks (page/moments.js), else in the server's; or ""."""
    if unix_seconds is None:
        return Html("")
    there = datetime.fromtimestamp(unix_seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return Html(f'<time datetime="{there}">{text(words.day_and_time(unix_seconds))}</time>')


def bar(part: float, label: str) -> str:
    """A progress bar. `part`: 0 to 1."""
    percent = round(100 * min(1.0, max(0.0, part)))
    return (
        f'<div class="bar" role="progressbar" aria-label="{text(label)}" aria-valuemin="0" aria-valuemax="100" '
        f'aria-valuenow="{percent}"><i style="width:{percent}%"></i></div>'
    )


def picture(url: str, caption: str, classes: str = "") -> str:
    """An image whose caption is also what a screen reader says."""
    return f'<img class="{text(classes)}" src="{text(url)}" alt="{text(caption)}">'


def act_button(act: str, id: str, label: str, title: str, question: str = "") -> str:
    """A button that does something to a job (page/jobs_strip.js). question: asked first, as its to_json()."""
    asks = f' data-ask="{text(question)}"' if question else ""
    return (
        f'<button type="button" class="small-button" data-act="{text(act)}" data-id="{text(id)}"{asks} '
        f'aria-label="{text(f"{label}: {title}")}">{text(label)}</button>'
    )


def problem(sentence: str) -> str:
    """What is wrong with a field, in one sentence; nothing when all is well."""
    return f'<p class="problem" role="alert">{text(sentence)}</p>' if sentence else ""


def good_news(sentence: str) -> str:
    """What has just worked, in one sentence."""
    return f'<p class="good-news" role="status">{text(sentence)}</p>' if sentence else ""


def remark(sentence: str) -> str:
    """What is worth knowing, in one sentence: neither good nor bad."""
    return f'<p class="hint" role="status">{text(sentence)}</p>' if sentence else ""


def problem_line(elem_id: str) -> gr.HTML:
    """The place beside a field where its problem stands."""
    return gr.HTML("", elem_id=elem_id, elem_classes=["problem-line"])


def table(rows: list[tuple[str, str]]) -> str:
    """Names and values."""
    cells = "".join(f"<dt>{text(name)}</dt><dd>{text(value)}</dd>" for name, value in rows)
    return f'<dl class="facts">{cells}</dl>'


def plain(words: str) -> str:
    """Words inside Markdown, where their own signs would mean something."""
    return "".join(f"\\{c}" if c in "\\`*_{}[]()#+-.!|<>~" else c for c in words)
