"""What is worth a second look in a lesson that is fine as it is: one sentence for each sort."""

from collections.abc import Sequence
from pathlib import Path

from studio.checks import shown
from studio.photos.faults.borders import SAME_BACKGROUND
from studio.photos.faults.finding import Fault, PhotoFaults, find_faults
from studio.subjects.everyday_words import is_everyday
from studio.words import Listing, Message

GOOD_COUNT = 5  # photos: with fewer a lesson succeeds, with more it knows more sides of the subject
CLOSE_UP = 0.25  # of the photo's height: a face that is smaller fills no quarter of a picture


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
    for fault in (Fault.SIDEWAYS, Fault.FACES, Fault.BLURRED, Fault.DARK, Fault.SCREENSHOT):
        said.append(_named(fault, found.having(fault)))
    return [one for one in said if one is not None]


def set_remarks(found: PhotoFaults) -> list[Message]:
    """What all photos together lack, as far as it can be measured; empty when nothing can be said."""
    said: list[Message] = []
    count = len(found.of_photo)
    if 0 < count < GOOD_COUNT:
        said.append(Message("photos-few", count=count, good=GOOD_COUNT))
    if found.border_likeness >= SAME_BACKGROUND:
        said.append(Message("photos-one-background"))
    tallest = max((faces.tallest for faces in found.faces), default=0.0)
    if 0 < tallest < CLOSE_UP:
        said.append(Message("photos-no-close-up"))
    return said


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
