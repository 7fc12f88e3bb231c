"""What a lesson could draw at each step, beside the photos that it learns from."""

from collections.abc import Sequence

from studio.subjects.subject import Checkpoint, Subject
from studio.words import say
from ui import words
from ui.components.markup import picture, text
from ui.served_files import ServedFiles

_PHOTOS_SHOWN = 4


def samples_html(
    checkpoints: Sequence[Checkpoint],
    photo_files: Sequence[str],
    held_out_files: Sequence[str],
    served: ServedFiles,
    chosen: Subject | None = None,
) -> str:
    """A row of samples for each checkpoint, the newest first, and photos beside them; empty without samples.

    `held_out_files`: the photos that the lesson never sees. `chosen`: whose rows get a button to choose them, or a word
    that they are chosen.
    """
    rows = "".join(_row(moment, served, chosen) for moment in reversed(checkpoints))
    if not rows:
        return ""
    beside = _photos(say("held-out"), held_out_files, "photo-kept-aside-alt", served)
    seen = [file for file in photo_files if file not in held_out_files]
    beside += _photos(say("your-photos"), seen[: _PHOTOS_SHOWN - len(held_out_files)], "photo-learned-alt", served)
    photos = f'<div class="photos">{beside}</div>' if beside else ""
    return f'<div class="drawn"><div class="drawings">{rows}</div>{photos}</div>'


def earlier_html(
    subject: Subject, checkpoints: Sequence[Checkpoint], held_out_files: Sequence[str], served: ServedFiles
) -> str:
    """The choice among the checkpoints of a ready subject that are kept; empty where there is only one."""
    kept = [moment for moment in checkpoints if moment.lora_files]
    if subject.state != "ready" or len(kept) < 2:
        return ""
    size = words.size(sum(moment.bytes for moment in kept if moment.lora_files != subject.lora_files))
    return (
        f'<p class="panel-label">{text(say("earlier-title"))}</p><p class="hint">{text(say("earlier-help"))}</p>'
        f"{samples_html(kept, subject.photo_files, held_out_files, served, subject)}"
        f'<p class="hint">{text(say("earlier-disk", size=size, name=subject.name))}</p>'
    )


def _row(moment: Checkpoint, served: ServedFiles, chosen: Subject | None) -> str:
    pictures = _pictures(moment.sample_files, served, "sample-alt", step=moment.step)
    if not pictures:
        return ""
    title = f'<span class="sample-title">{text(say("sample-step", step=moment.step))}</span>'
    return f'<div class="drawing"><p>{title}{_choice(moment, chosen)}</p><div class="samples">{pictures}</div></div>'


def _photos(title: str, files: Sequence[str], caption: str, served: ServedFiles) -> str:
    """`caption`: the key of what each one is called, with its number."""
    pictures = _pictures(files, served, caption)
    return f'<div class="photo-group"><p class="sample-title">{text(title)}</p>{pictures}</div>' if pictures else ""


def _choice(moment: Checkpoint, chosen: Subject | None) -> str:
    if chosen is None:
        return ""
    if moment.lora_files == chosen.lora_files:
        return f'<span class="in-use">{text(say("in-use"))}</span>'
    label = say("use-this-spoken", step=moment.step, name=chosen.name)
    return (
        f'<button type="button" class="small-button" data-step="{moment.step}" aria-label="{text(label)}">'
        f"{text(say('use-this'))}</button>"
    )


def _pictures(files: Sequence[str], served: ServedFiles, caption: str, **values: int) -> str:
    urls = [url for url in (served.url_of(file, longest_side=256) for file in files) if url]
    return "".join(picture(url, say(caption, number=number, **values)) for number, url in enumerate(urls, start=1))
