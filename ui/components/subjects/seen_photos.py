"""The photos just given, small, and what is worth knowing about them."""

from collections.abc import Sequence

from studio.photos.faults.finding import Fault
from studio.words import Listing, say
from ui.components.markup import picture, problem, text


def photos_html(
    urls: Sequence[str], aside: Sequence[int], advice: str, beyond: str = "", faults: Sequence[Sequence[Fault]] = ()
) -> str:
    """The photos as HTML. `aside`: the indices of those that a lesson would never see; `advice`: sentences.

    `beyond`: a sentence about a photo that the base model cannot draw; `faults`: of each photo, for a badge at it.
    """
    if not urls:
        return ""
    figures = []
    for index, url in enumerate(urls):
        mark = f"<figcaption>{text(say('kept-aside'))}</figcaption>" if index in aside else ""
        badge = _badge(index + 1, faults[index]) if index < len(faults) else ""
        figures.append(f"<figure>{picture(url, say('photo-alt', number=index + 1))}{badge}{mark}</figure>")
    given = say("photos-given" if advice or beyond else "photos-all-fine", count=len(urls))
    kept_aside = say("kept-aside-help", count=len(aside)) if aside else ""
    note = " ".join(part for part in (given, kept_aside, advice) if part)
    return f'<div class="samples">{"".join(figures)}</div><p class="hint">{text(note)}</p>{problem(beyond)}'


def _badge(number: int, faults: Sequence[Fault]) -> str:
    """A photo's number, by which the sentences below call it, and its faults in a word each; "" without any."""
    if not faults:
        return ""
    named = Listing([fault.badge for fault in faults], most=None, style="comma")
    return f'<span class="photo-fault">{text(say("photo-fault", number=number, faults=named))}</span>'
