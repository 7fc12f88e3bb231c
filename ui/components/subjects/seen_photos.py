"""The photos just given, small, and what is worth knowing about them."""

from collections.abc import Sequence

from studio.words import say
from ui.components.markup import picture, problem, text


def photos_html(urls: Sequence[str], aside: Sequence[int], advice: str, beyond: str = "") -> str:
    """The photos as HTML. `aside`: the indices of those that a lesson would never see; `advice`: sentences.

    `beyond`: a sentence about a photo that the base model cannot draw.
    """
    if not urls:
        return ""
    figures = []
    for index, url in enumerate(urls):
        mark = f"<figcaption>{text(say('kept-aside'))}</figcaption>" if index in aside else ""
        figures.append(f"<figure>{picture(url, f'Photo {index + 1}')}{mark}</figure>")
    note = " ".join(
        part
        for part in (f"{len(urls)} photos{'' if advice or beyond else ', all fine'}.", _kept_aside(aside), advice)
        if part
    )
    return f'<div class="samples">{"".join(figures)}</div><p class="hint">{text(note)}</p>{problem(beyond)}'


def _kept_aside(aside: Sequence[int]) -> str:
    if not aside:
        return ""
    photos, them = ("One is", "it") if len(aside) == 1 else (f"{len(aside)} are", "them")
    return say("kept-aside-help", photos=photos, them=them)
