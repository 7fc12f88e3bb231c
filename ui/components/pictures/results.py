"""The newest pictures beside the form: each with how like its subjects are, beside what was asked."""

from collections.abc import Mapping, Sequence

from studio.jobs.job import Job
from studio.pictures.picture import Picture
from studio.words import say
from ui.components.markup import text
from ui.served_files import ServedFiles
from ui.snapshot import Snapshot

_LONGEST_SIDE_PX = 768


def results_html(snapshot: Snapshot, served: ServedFiles) -> str:
    """The pictures of the last job that made any, as HTML; "" before there are some. A press opens one."""
    pictures = snapshot.fresh_pictures
    if not pictures:
        return ""
    job = next((job for job in snapshot.jobs if job.id == pictures[0].job_id), None)
    likenesses = {one.id: job.likenesses(one.id) if job else {} for one in pictures}
    best = closest(likenesses)
    shown = "".join(_result(one, job, likenesses[one.id], one.id == best, served) for one in pictures)
    asked = next((one.request.told_prompt for one in pictures if one.request.grid is None), None)
    return (
        f'<section class="results" data-count="{len(pictures)}" aria-label="{text(say("results-label"))}">'
        f'<p class="asked"><span>{text(say("results-asked"))}</span> '
        f"{text(asked or pictures[0].request.told_prompt)}</p>"
        f'<ul id="results-list" data-pictures>{shown}</ul></section>'
    )


def closest(likenesses: Mapping[str, Mapping[str, float]]) -> str | None:
    """The id of the picture whose least likeness, 0..1 by subject, is highest; None where there is nothing to compare.

    Only pictures in which as many subjects were measured as in any are compared.
    """
    most = max((len(by_name) for by_name in likenesses.values()), default=0)
    least = {id: min(by_name.values()) for id, by_name in likenesses.items() if by_name and len(by_name) == most}
    return max(least, key=lambda id: least[id]) if len(least) > 1 else None


def _result(
    picture: Picture, job: Job | None, likenesses: Mapping[str, float], is_closest: bool, served: ServedFiles
) -> str:
    badges = [f'<span class="badge closest">{text(say("results-closest"))}</span>'] if is_closest else []
    badges += [
        f'<span class="badge">{text(say("likeness", name=name, percent=f"{100 * likeness:.0f}"))}</span>'
        for name, likeness in likenesses.items()
    ]
    made: Sequence[str] = job.pictures if job else ()
    caption = say("picture-seed", seed=str(picture.seed))
    if len(made) > 1 and picture.id in made:
        number = say("picture-number", number=made.index(picture.id) + 1)
        caption = f"{number} · {caption}"
        badges.insert(0, f'<span class="result-number">{text(number)}</span>')
    url = served.url_of(picture.file, longest_side=_LONGEST_SIDE_PX)
    if not url:
        return ""
    return (
        f'<li><button type="button" class="result" data-picture="{text(picture.id)}">'
        f'<img src="{text(url)}" width="{picture.width}" height="{picture.height}" alt="{text(caption)}"></button>'
        f'<p class="result-badges">{"".join(badges)}</p></li>'
    )
