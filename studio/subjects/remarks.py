"""What is worth a second look in a lesson that is fine as it is: one sentence for each sort."""

from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from studio.checks import shown
from studio.photos.buckets import enlargement
from studio.photos.keeping import near_duplicates
from studio.subjects.everyday_words import is_everyday

ENLARGED = 1.1  # times: less than this nobody sees


def remarks(photos: Sequence[Path], resolution: int) -> str:
    """Sentences about kept photos, for a lesson of that resolution in pixels; empty when all is well."""
    return " ".join(sentence for sentence in (_alike(photos), _small(photos, resolution)) if sentence)


def name_remark(name: str, trigger_word: str) -> str:
    """A sentence where a subject's word is an everyday one, which the base model knows already; else empty."""
    if not is_everyday(trigger_word):
        return ""
    return (
        f"“{trigger_word}” is an everyday word, so pictures of {shown(name)} may show that, too. A name that is no "
        f"other word, or a longer one such as “{shown(name)} Miller”, keeps them apart."
    )


def made_word_remark(name: str, trigger_word: str) -> str:
    """A sentence for a LoRA that states no trigger word."""
    return (
        f"The file states no trigger word, so “{trigger_word}” was made of the name. If pictures do not look like "
        f"{shown(name)}, take the file in again with the word that it was taught with."
    )


def _alike(photos: Sequence[Path]) -> str:
    pairs = near_duplicates(photos)
    if not pairs:
        return ""
    first, second = pairs[0]
    more = f" (and {len(pairs) - 1} more pairs)" if len(pairs) > 1 else ""
    return f"Photos {first + 1} and {second + 1} look nearly the same{more}; different views teach more."


def _small(photos: Sequence[Path], resolution: int) -> str:
    times: dict[int, float] = {}
    for number, photo in enumerate(photos, start=1):
        with Image.open(photo) as image:
            times[number] = enlargement(*image.size, resolution)
    small = [number for number, factor in times.items() if factor > ENLARGED]
    if not small:
        return ""
    most = max(times.values())
    if len(small) == 1:
        return f"Photo {small[0]} is small and is enlarged {most:.1f} times; a larger copy keeps more detail."
    which = "All photos" if len(small) == len(photos) else f"Photos {_and(small)}"
    return f"{which} are small and are enlarged up to {most:.1f} times; larger copies keep more detail."


def _and(numbers: Sequence[int]) -> str:
    return f"{', '.join(map(str, numbers[:-1]))} and {numbers[-1]}"
