"""What Home shows above and below the faces: a welcome while there is nothing, the one thing to do, newest pictures."""

from collections.abc import Sequence

import gradio as gr

from studio.pictures.picture import Picture
from studio.words import say
from ui.components.markup import picture, text
from ui.components.scripts import script
from ui.served_files import ServedFiles
from ui.snapshot import Snapshot
from ui.theme import ASSETS

WELCOME_PICTURE = ASSETS / "welcome.jpg"


def home_top() -> gr.HTML:
    """The component above the faces. Its event `samples` comes when the sample subjects are wanted."""
    return gr.HTML("", elem_id="home-top", js_on_load=script("page/home"), apply_default_css=False)


def home_top_html(snapshot: Snapshot, served: ServedFiles, samples: tuple[str, ...]) -> str:
    """The welcome of a studio in which nothing is yet; else the next thing to do. `samples`: names one can try."""
    if not snapshot.subjects and not snapshot.fresh_pictures:
        return _welcome(served, samples)
    ready = [subject for subject in snapshot.subjects if subject.state == "ready"]
    if not ready:
        return ""  # the lesson's story is what there is to see
    words = say("home-make-two") if len(ready) > 1 else say("home-make-one", name=ready[0].name)
    button = f'<a class="big-button" href="#make">{text(say("home-make"))}</a>'
    return f'<section class="home-next"><p>{text(words)}</p>{button}</section>'


def _welcome(served: ServedFiles, samples: tuple[str, ...]) -> str:
    alt = say("welcome-alt")
    shown = picture(served.url_of(WELCOME_PICTURE), alt)
    try_them = ""
    if len(samples) > 1:
        label = say("welcome-try", first=samples[0], second=samples[1])
        try_them = f'<button type="button" class="big-button second" data-home="samples">{text(label)}</button>'
    return (
        f'<section class="welcome">{shown}<p class="welcome-words">{text(say("welcome"))}</p>'
        f'<p class="welcome-buttons"><a class="big-button" href="#teach">{text(say("welcome-start"))}</a>'
        f'{try_them}</p><p class="hint">{text(say("welcome-help"))}</p></section>'
    )


def newest_pictures_html(pictures: Sequence[Picture], served: ServedFiles) -> str:
    """The newest pictures, each of which opens; "" where there is none."""
    shown = [
        f'<button type="button" class="thumb" data-picture="{text(one.id)}" '
        f'aria-label="{text(one.request.told_prompt)}">{picture(url, "")}</button>'
        for one in pictures
        if (url := served.url_of(one.thumbnail_file or one.file))
    ]
    if not shown:
        return ""
    return (
        f'<section class="newest"><h3>{text(say("newest-pictures"))}</h3><div class="thumbs">{"".join(shown)}</div>'
        f'<p><a href="#album">{text(say("all-pictures"))}</a></p></section>'
    )
