"""Everyone who has been taught, or is being taught, as cards to choose from; and what is known of one of them."""

import gradio as gr

from studio.subjects.subject import Subject
from studio.words import say
from ui.components.markup import moment, picture, table, text
from ui.served_files import ServedFiles
from ui.snapshot import Snapshot
from ui.theme import ASSETS

_STATES = {"learning": "is learning", "ready": "ready", "failed": "lesson not finished"}


def subject_cards(elem_id: str) -> gr.HTML:
    """The component. Its event `choose` brings {"name": ...}."""
    return gr.HTML(
        "",
        elem_id=elem_id,
        js_on_load=(ASSETS / "subject_cards.js").read_text(encoding="utf-8"),
        apply_default_css=False,
    )


def subject_cards_html(snapshot: Snapshot, served: ServedFiles) -> str:
    """The cards as HTML."""
    if not snapshot.subjects:
        return f'<p class="quiet">{text(say("nobody-taught-yet"))}</p>'
    return f'<div class="subject-cards">{"".join(_card(one, served) for one in snapshot.subjects)}</div>'


def subject_details_html(subject: Subject) -> str:
    """What is known of one subject."""
    rows = [
        ("Kind", subject.kind),
        ("State", _STATES[subject.state]),
        ("Trigger word", subject.trigger_word),
        ("Base model", subject.base_model),
        ("Photos", str(len(subject.photo_files)) if subject.photo_files else "none (came as a LoRA file)"),
        ("Taught on", moment(subject.created_at)),
    ]
    if subject.steps is not None:
        rows.append(("Steps", str(subject.steps)))
    if subject.rank is not None:
        rows.append(("Rank, alpha", f"{subject.rank}, {subject.alpha:g}" if subject.alpha else str(subject.rank)))
    return table(rows)


def _card(subject: Subject, served: ServedFiles) -> str:
    url = served.url_of(subject.cover_file, longest_side=256)
    cover = picture(url, "") if url else f'<span class="no-cover">{text(subject.name[:1])}</span>'
    return (
        f'<button type="button" class="subject-card {subject.state}" data-name="{text(subject.name)}" '
        f'aria-label="{text(f"{subject.name}, {subject.kind}, {_STATES[subject.state]}")}">{cover}'
        f'<span class="subject-name">{text(subject.name)}</span>'
        f'<span class="subject-kind">{text(subject.kind)} · {text(_STATES[subject.state])}</span></button>'
    )
