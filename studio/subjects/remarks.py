"""What is worth a second look in a lesson that is fine as it is: one sentence for each sort."""

from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from studio.checks import shown
from studio.photos.buckets import enlargement
from studio.photos.keeping import near_duplicates
from studio.subjects.everyday_words import is_everyday
from studio.words import Listing, Message

ENLARGED = 1.1  # times: less than this nobody sees


def remarks(photos: Sequence[Path], resolution: int) -> list[Message]:
    """What is to be said of kept photos, for a lesson of that resolution in pixels; empty when all is well."""
    return [one for one in (_alike(photos), _small(photos, resolution)) if one is not None]


def name_remark(name: str, trigger_word: str) -> Message | None:
    """What to say where a subject's word is an everyday one, which the base model knows already; else None."""
    return Message("everyday-word", word=trigger_word, name=shown(name)) if is_everyday(trigger_word) else None


def made_word_remark(name: str, trigger_word: str) -> Message:
    """What to say of a LoRA that states no trigger word."""
    return Message("trigger-word-made", word=trigger_word, name=shown(name))


def _alike(photos: Sequence[Path]) -> Message | None:
    pairs = near_duplicates(photos)
    if not pairs:
        return None
    first, second = pairs[0]
    if len(pairs) == 1:
        return Message("photos-alike", first=first + 1, second=second + 1)
    return Message("photos-alike-and-more", first=first + 1, second=second + 1, more=len(pairs) - 1)


def _small(photos: Sequence[Path], resolution: int) -> Message | None:
    times: dict[int, float] = {}
    for number, photo in enumerate(photos, start=1):
        with Image.open(photo) as image:
            times[number] = enlargement(*image.size, resolution)
    small = [number for number, factor in times.items() if factor > ENLARGED]
    if not small:
        return None
    most = f"{max(times.values()):.1f}"
    if len(small) == 1:
        return Message("photo-small", photo=str(small[0]), times=most)
    if len(small) == len(photos):
        return Message("photos-all-small", times=most)
    return Message("photos-small", photos=Listing([str(number) for number in small], most=None), times=most)
