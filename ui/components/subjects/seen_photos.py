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
        figures.append(f"<figure>{picture(url, say('photo-alt', number=index + 1))}{mark}</figure>")
    given = say("photos-given" if advice or beyond else "photos-all-fine", count=len(urls))
    kept_aside = say("kept-aside-help", count=len(aside)) if aside else ""
    note = " ".join(part for part in (given, kept_aside, advice) if part)
    return f'<div class="samples">{"".join(figures)}</div><p class="hint">{text(note)}</p>{problem(beyond)}'
