"""What is worth a second look in a lesson that is fine as it is: one sentence for each sort."""

from collections.abc import Sequence
from pathlib import Path

from studio.checks import shown
from studio.photos.faults.finding import Fault, PhotoFaults, find_faults
from studio.subjects.everyday_words import is_everyday
from studio.words import Listing, Message


def remarks(photos: Sequence[Path], resolution: int) -> list[Message]:
    """What is to be said of kept photos, for a lesson of that resolution in pixels; empty when all is well."""
    return fault_remarks(find_faults(photos, resolution))


def name_remark(name: str, trigger_word: str) -> Message | None:
    """What to say where a subject's word is an everyday one, which the base model knows already; else None."""
    return Message("everyday-word", word=trigger_word, name=shown(name)) if is_everyday(trigger_word) else None


def made_word_remark(name: str, trigger_word: str) -> Message:
    """What to say of a LoRA that states no trigger word."""
    return Message("trigger-word-made", word=trigger_word, name=shown(name))


def fault_remarks(found: PhotoFaults) -> list[Message]:
    """What is to be said of the faults of photos: one sentence for each sort, which names the photos from 1 on."""
    said = [_alike(found.twins), _small(found)]
    for fault in (Fault.BLURRED, Fault.DARK, Fault.SCREENSHOT):
        said.append(_named(fault, found.having(fault)))
    return [one for one in said if one is not None]


def _alike(pairs: Sequence[tuple[int, int]]) -> Message | None:
    if not pairs:
        return None
    first, second = pairs[0]
    if len(pairs) == 1:
        return Message("photos-alike", first=first + 1, second=second + 1)
    return Message("photos-alike-and-more", first=first + 1, second=second + 1, more=len(pairs) - 1)


def _small(found: PhotoFaults) -> Message | None:
    small = found.having(Fault.SMALL)
    if not small:
        return None
    most = round(max(found.enlarged), 1)
    if len(small) == 1:
        return Message("photo-small", photo=str(small[0] + 1), times=most)
    if len(small) == len(found.of_photo):
        return Message("photos-all-small", times=most)
    return Message("photos-small", photos=_numbers(small), times=most)


def _named(fault: Fault, indices: Sequence[int]) -> Message | None:
    if not indices:
        return None
    if len(indices) == 1:
        return Message(f"photo-is-{fault}", photo=str(indices[0] + 1))
    return Message(f"photos-are-{fault}", photos=_numbers(indices))


def _numbers(indices: Sequence[int]) -> Listing:
    return Listing([str(index + 1) for index in indices], most=None)
