"""Everyone who has been taught, or is being taught, as cards to choose from; and what is known of one of them."""

import gradio as gr

from studio.subjects.subject import Subject
from studio.words import say
from ui.components.markup import moment, picture, table, text
from ui.components.scripts import script
from ui.served_files import ServedFiles
from ui.snapshot import Snapshot
from ui.words import kind_word, number


def subject_cards(elem_id: str) -> gr.HTML:
    """The component. Its event `choose` brings {"name": ...}."""
    return gr.HTML(
        "",
        elem_id=elem_id,
        js_on_load=script("subjects/subject_cards"),
        apply_default_css=False,
    )


def subject_cards_html(snapshot: Snapshot, served: ServedFiles) -> str:
    """The cards as HTML."""
    if not snapshot.subjects:
        return ""  # Home's welcome says what to do
    cards = "".join(_card(one, served) for one in snapshot.subjects)
    return f'<div class="subject-cards">{cards}{_somebody_new()}</div>'


def subject_details_html(subject: Subject) -> str:
    """What is known of one subject."""
    rows = [
        (say("kind-label"), kind_word(subject.kind)),
        (say("fact-state"), say(f"subject-is-{subject.state}")),
        (say("fact-trigger-word"), subject.trigger_word),
        (say("base-model-label"), subject.base_model),
        (say("fact-photos"), str(len(subject.photo_files)) if subject.photo_files else say("fact-no-photos")),
        (say("fact-taught-on"), moment(subject.created_at)),
    ]
    if subject.steps is not None:
        rows.append((say("steps-label"), str(subject.steps)))
    if subject.rank is not None:
        rank = f"{subject.rank}, {number(subject.alpha)}" if subject.alpha else str(subject.rank)
        rows.append((say("fact-rank-and-alpha"), rank))
    return table(rows)


def _somebody_new() -> str:
    return (
        '<a class="subject-card somebody-new" href="#teach"><span class="no-cover" aria-hidden="true">+</span>'
        f'<span class="subject-name">{text(say("teach-somebody"))}</span></a>'
    )


def _card(subject: Subject, served: ServedFiles) -> str:
    url = served.url_of(subject.cover_file, longest_side=256)
    state = say(f"subject-is-{subject.state}")
    spoken = say("subject-spoken", name=subject.name, kind=kind_word(subject.kind), state=state)
    cover = picture(url, "") if url else f'<span class="no-cover">{text(subject.name[:1])}</span>'
    return (
        f'<button type="button" class="subject-card {subject.state}" data-name="{text(subject.name)}" '
        f'aria-label="{text(spoken)}">{cover}'
        f'<span class="subject-name">{text(subject.name)}</span>'
        f'<span class="subject-kind">{text(kind_word(subject.kind))} · {text(state)}</span></button>'
    )
