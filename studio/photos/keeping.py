"""Photos on their way in: what is kept of the files given, each photo once.

What there is in the files given, zips too, studio.photos.uploads says. A problem of one photo is a message that names
it, and it is left out. Pixels are decoded in a process of their own (studio.photos.decoding_process).
"""

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from studio.checks import shown
from studio.errors import StudioError, storage_error
from studio.photos.decoding import FinishedPhoto
from studio.photos.decoding_process import PhotoProcess
from studio.photos.edits.decoded import DecodedPhotos
from studio.photos.edits.edit import UNCHANGED, PhotoEdit
from studio.photos.small_copies import look_the_same
from studio.photos.uploads import MAX_PHOTOS, MIN_PHOTOS, GivenPhoto, Upload, read_upload
from studio.store.disk.whole_files import write_whole
from studio.words import Listing, Message, one_after_the_other

SAME_SHAPE = 0.03  # of the ratio of the sides
_NO_EDITS: Mapping[str, PhotoEdit] = {}
_decoded = DecodedPhotos(most_bytes=64_000_000)  # of about three lessons of large photos


def forget_decoded() -> None:
    """Let go of all photos that were decoded lately, whoever's: they are read again where they are wanted."""
    _decoded.clear()


@dataclass(kw_only=True, slots=True)
class KeptPhotos:
    """Photos that were kept, in order, and what they are of what was given.

    `files`: of each photo; `given`: all that was given; `sources`: for each file the indices of the given photos that
    it stands for, the one that was kept first; `removed`: how many edits leave out; `problems`, `notes`: as those of an
    Upload.
    """

    given: Upload
    files: list[Path] = field(default_factory=list)
    sources: list[list[int]] = field(default_factory=list)
    removed: int = 0
    problems: list[Message] = field(default_factory=list[Message])
    notes: list[Message] = field(default_factory=list[Message])

    @property
    def remarks(self) -> list[Message]:
        """Both."""
        return self.problems + self.notes

    @property
    def names(self) -> list[str]:
        """The own file name of each photo."""
        return [self.given.photos[sources[0]].name for sources in self.sources]

    def captions(self, by_given: Sequence[str]) -> list[str]:
        """The caption of each photo that was kept, from one for each photo given: its own, else that of a copy."""
        return [next((by_given[index] for index in sources if by_given[index]), "") for sources in self.sources]


def keep_photos(
    paths: Sequence[Path], folder: Path, edits: Mapping[str, PhotoEdit] = _NO_EDITS, least: int = MIN_PHOTOS
) -> KeptPhotos:
    """Keep 3 to 20 photos as folder/00.jpg (or .png for what came as PNG), 01..., in order, and each of them once.

    `edits`: what is done to photos, by their own names (GivenPhoto.name); `least`: how many have to be left, where one
    only looks at them.

    The folder must not exist yet, or be empty. Kept photos are upright RGB of at most 2048 pixels on the long side and
    hold nothing but pixels. One that cannot be kept is left out, with a sentence in `remarks`. Errors: StudioError that
    says what is fine, with those sentences, when there are too few or too many; then nothing is kept.
    """
    given = read_upload(paths)
    if given.count > 2 * MAX_PHOTOS:  # more than could be copies of others: nothing is decoded for them
        raise _wrong_count(KeptPhotos(given=given, problems=list(given.problems), notes=list(given.notes)), given.count)
    part = folder.with_name(f".{folder.name}.part")
    try:
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        kept = _keep(given, part, edits)
        if not least <= len(kept.files) <= MAX_PHOTOS:
            raise _wrong_count(kept)
        part.replace(folder)
    except OSError as error:
        raise storage_error(error, folder) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    kept.files = [folder / path.name for path in kept.files]
    return kept


def check_count(kept: KeptPhotos) -> None:
    """Errors: StudioError, with the remarks, where there are too few photos for a lesson."""
    if len(kept.files) < MIN_PHOTOS:
        raise _wrong_count(kept)


def _keep(given: Upload, folder: Path, edits: Mapping[str, PhotoEdit]) -> KeptPhotos:
    """The photos, each once, until there are too many."""
    kept, seen = KeptPhotos(given=given, problems=list(given.problems), notes=list(given.notes)), list[FinishedPhoto]()
    with PhotoProcess() as process:
        removed = set[int]()
        for index, photo in enumerate(given.photos):
            edit = edits.get(photo.name, UNCHANGED)
            if edit.is_removed or photo.copy_of in removed:
                removed.add(index)
                kept.removed += photo.copy_of is None
                continue
            of_copied = [sources for sources in kept.sources if photo.copy_of in sources]
            if of_copied:  # else what it is a copy of could not be kept, and its own place may be a better one
                of_copied[0].append(index)
                continue
            try:
                finished = _finished(process, photo, edit)
            except StudioError as error:
                kept.problems.append(error.message)
                continue
            kept.notes += [finished.remark] if finished.remark else []
            place = next((place for place, one in enumerate(seen) if is_same(one, finished)), None)
            if place is None:
                place = len(seen)
                seen.append(finished)
                kept.files.append(folder / f"{place:02d}{finished.suffix}")
                kept.sources.append([index])
            elif finished.pixels > seen[place].pixels:  # the larger copy is the one to learn from
                kept.files[place].unlink()
                seen[place], kept.files[place] = finished, folder / f"{place:02d}{finished.suffix}"
                kept.sources[place].insert(0, index)
            else:
                kept.sources[place].append(index)
                continue
            write_whole(kept.files[place], finished.content)
            if len(kept.files) > MAX_PHOTOS:
                return kept
    kept.notes += _copies(kept)
    return kept


def _finished(process: PhotoProcess, photo: GivenPhoto, edit: PhotoEdit) -> FinishedPhoto:
    """The photo as it is kept; decoded only where that was not done lately. Errors: StudioError that names it."""
    facts = photo.path.stat()
    key = (photo.path, facts.st_mtime_ns, facts.st_size, photo.place, photo.name, edit)
    if (known := _decoded.get(key)) is not None:
        return known
    finished = process.finished(photo.label, _asked(photo), edit)
    _decoded.keep(key, finished)
    return finished


def _copies(kept: KeptPhotos) -> list[Message]:
    """A sentence about photos that were given more than once."""
    photos = kept.given.photos
    pairs = [(photos[index].label, photos[own].label) for own, *others in kept.sources for index in others]
    if not pairs:
        return []
    if len(pairs) == 1:
        return [Message("photo-given-twice", copy=pairs[0][0], own=pairs[0][1])]
    copies = Listing([Message("photo-copy-as", copy=copy, own=own) for copy, own in pairs])
    return [Message("photos-given-twice", count=len(pairs), copies=copies)]


def is_same(one: FinishedPhoto, other: FinishedPhoto) -> bool:
    """Whether two photos are the same picture, also in another size or format."""
    (width, height), (other_width, other_height) = one.size, other.size
    if abs(width * other_height / (height * other_width) - 1) > SAME_SHAPE:
        return False
    return look_the_same(one.small, other.small)


def _wrong_count(kept: KeptPhotos, count: int | None = None) -> StudioError:
    """The error for too few or too many photos, after what was said of others. `count`: of those not opened."""
    if count is None:
        is_many = len(kept.files) > MAX_PHOTOS
        count = kept.given.count - kept.removed if is_many else len(kept.files)
    too_few = "photos-left-too-few" if kept.remarks or kept.removed else "photos-too-few"
    key = "photos-too-many" if count >= MIN_PHOTOS else too_few
    wrong = Message(key, count=count, least=MIN_PHOTOS, most=MAX_PHOTOS)
    return StudioError(one_after_the_other([*kept.remarks, wrong]))


def one_photo(path: Path) -> bytes:
    """One photo as a PNG: upright RGB of at most 2048 pixels on the long side, only pixels. Errors: StudioError."""
    return _one(path, lossless=True)


def one_mask(path: Path) -> bytes:
    """A mask as a grey PNG of at most 1024 pixels on the long side, only pixels. Errors: StudioError.

    Where the picture is see-through anywhere, what is painted is white, else what is bright.
    """
    return _one(path, mask=True)


def _one(path: Path, **asked: bool) -> bytes:
    given = read_upload([path])
    if not given.count and given.remarks:
        raise StudioError(given.remarks[0])
    if given.count != 1:
        raise StudioError("one-of-several-photos", file=shown(path.name), count=given.count)
    with PhotoProcess() as process:
        photo = given.photos[0]
        return process.finished(photo.label, {"path": str(photo.path), "place": photo.place, **asked}).content


def _asked(photo: GivenPhoto) -> dict[str, Any]:
    """What `finish` takes beside the name."""
    return {"path": str(photo.path), "place": photo.place, "lossless": False}
