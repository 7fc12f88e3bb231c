"""What a person's files hold, before anything is decoded: photos, captions beside them, and what is left out, and why.

Files, and members of zips, are told by their first bytes, not by their names. Nothing is unpacked to the disk.
"""

import unicodedata
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePosixPath

from studio.checks import shown
from studio.errors import StudioError
from studio.file_kinds import EMPTY, HEAD_BYTES, OFFICE, PHOTO, TEXT, UNKNOWN, ZIP, FileKind, kind_of
from studio.photos.caption_files import (
    CAPTION_BYTES,
    CAPTION_SUFFIXES,
    CaptionRead,
    caption_read,
    folder_remark,
    is_regularization,
    with_name,
)
from studio.photos.companions import beside_photos
from studio.photos.zips import DAMAGED, Member, PhotoZip
from studio.words import Listing, Message, as_written

MIN_PHOTOS = 3
MAX_PHOTOS = 20
MAX_FILE_MB = 100
PHOTO_SUFFIXES = frozenset({
    ".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".heic", ".heif", ".hif", ".avif", ".tif", ".tiff", ".bmp",
    ".dib", ".gif", ".jp2", ".j2k",
})  # fmt: skip
_ZIP_FINE = Message("zip-of-so-many-photos", least=MIN_PHOTOS, most=MAX_PHOTOS)


@dataclass(frozen=True, kw_only=True, slots=True)
class GivenPhoto:
    """One photo to read: a file, or a member of a zip by its place in the zip's list.

    `name`: its file name, no two the same; `label`: what sentences call it; `copy_of`: the index of an earlier photo
    whose very bytes these are; `caption`: the words of a text file beside it, "" without one.
    """

    name: str
    label: Message
    path: Path
    place: int | None = None
    copy_of: int | None = None
    caption: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Upload:
    """The photos that were given, in order.

    `problems`: what is to be said of what was given as a photo and cannot be taken; `notes`: of what else was left out,
    or taken beside photos.
    """

    photos: tuple[GivenPhoto, ...] = ()
    problems: tuple[Message, ...] = ()
    notes: tuple[Message, ...] = ()

    @property
    def remarks(self) -> tuple[Message, ...]:
        """Both."""
        return self.problems + self.notes

    @property
    def count(self) -> int:
        """How many different photos there are, by their bytes."""
        return sum(photo.copy_of is None for photo in self.photos)

    @property
    def names_and_captions(self) -> tuple[list[str], list[str]]:
        """The name of each photo given, and the caption that a text file beside it holds."""
        return [photo.name for photo in self.photos], [photo.caption for photo in self.photos]


@dataclass(frozen=True, kw_only=True, slots=True)
class _File:
    """A file, or a member of a zip. `inside`: its path in the zip, or its name."""

    inside: PurePosixPath
    path: Path
    place: int | None = None
    size: int
    kind: FileKind
    checksum: Callable[[], int]
    read: Callable[[int], bytes]  # its first bytes, at most so many

    @property
    def label(self) -> Message:
        return self.called(self.inside.name)

    def called(self, name: str) -> Message:
        """A name for sentences."""
        if self.place is None:
            return as_written(shown(name))
        return Message("file-in-zip", file=shown(name), zip=shown(self.path.name))

    @property
    def suffix(self) -> str:
        return self.inside.suffix.lower()

    @property
    def folder(self) -> tuple[str, PurePosixPath]:
        """Where captions of it lie: all that is in no zip lies together, wherever the browser's upload put it."""
        return ("" if self.place is None else str(self.path)), self.inside.parent


@dataclass(kw_only=True, slots=True)
class _Found:
    photos: list[_File] = field(default_factory=list)
    captions: list[_File] = field(default_factory=list)
    others: list[_File] = field(default_factory=list)
    problems: list[Message] = field(default_factory=list[Message])
    notes: list[Message] = field(default_factory=list[Message])


def read_upload(paths: Sequence[Path]) -> Upload:
    """What these files hold. What cannot be a photo has a sentence; nothing is raised for it."""
    found = _Found()
    with ExitStack() as open_zips:
        for path in paths:
            try:
                for file in _files_of(path, found, open_zips):
                    _sort(file, found)
            except StudioError as error:
                found.problems.append(error.message)
        captions = _captions(found)
        _tell_others(found)
        return Upload(photos=_given(found.photos, captions), problems=tuple(found.problems), notes=tuple(found.notes))


def too_large(label: Message, size: int) -> StudioError:
    """The error for a photo of so many bytes."""
    return StudioError("photo-too-large", photo=label, size=size // 1_000_000, most=MAX_FILE_MB)


def is_too_large(size: int) -> bool:
    """Whether so many bytes are more than a photo may have."""
    return size > MAX_FILE_MB * 1_000_000


# Files and zips ------------------------------------------------------------------------------------------------------


def _files_of(path: Path, found: _Found, open_zips: ExitStack) -> Iterator[_File]:
    """A given file, or the files in a zip. Errors: StudioError for one that can be read not at all."""
    name = shown(path.name)
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise StudioError("file-is-folder", file=name)
        head = _start_of(path, HEAD_BYTES)
    except (OSError, ValueError) as error:  # no file has a name with a zero in it
        reason = str(getattr(error, "strerror", None) or error)
        raise StudioError("file-not-read", file=name, reason=reason) from error
    inside = PurePosixPath(unicodedata.normalize("NFC", path.name))
    kind = kind_of(head, path.suffix.lower())
    if beside_photos(inside):
        raise StudioError("file-companion", file=name)
    if kind is ZIP or (kind is UNKNOWN and path.suffix.lower() == ".zip"):
        yield from _zip_files(path, found, open_zips)
    else:
        yield _File(
            inside=inside, path=path, size=size, kind=kind, checksum=partial(_checksum, path),
            read=partial(_start_of, path),
        )  # fmt: skip


def _zip_files(path: Path, found: _Found, open_zips: ExitStack) -> Iterator[_File]:
    name = shown(path.name)
    archive = open_zips.enter_context(PhotoZip(path, _ZIP_FINE))
    members, beside = archive.members(), list[str]()
    if any(str(member.inside) in ("[Content_Types].xml", "META-INF/manifest.xml") for member in members):
        found.problems.append(_no_photos([name], OFFICE))
        return
    for member in members:
        if member.leads_out:
            found.problems.append(Message("zip-leads-out", zip=name, file=shown(member.inside)))
        elif (mark := beside_photos(member.inside)) is not None:
            beside.append(mark)
        elif not member.is_locked:
            yield _zip_file(path, archive, member)
    if any(member.is_locked for member in members):
        found.problems.append(Message("zip-locked", zip=name))
    if beside:
        marks = Listing([shown(mark) for mark in dict.fromkeys(beside)])
        found.notes.append(Message("zip-companions", zip=name, count=len(beside), marks=marks))
    if not members:
        found.problems.append(Message("zip-without-photos", zip=name))


def _zip_file(path: Path, archive: PhotoZip, member: Member) -> _File:
    suffix = member.inside.suffix.lower()
    try:
        kind = kind_of(archive.content(member.place, HEAD_BYTES), suffix) if member.has_head else UNKNOWN
    except DAMAGED:
        kind = UNKNOWN  # what has a photo's name is tried, and said to be damaged then
    return _File(
        inside=member.inside, path=path, place=member.place, size=member.size, kind=EMPTY if not member.size else kind,
        checksum=lambda: member.checksum, read=partial(archive.content, member.place),
    )  # fmt: skip


def _sort(file: _File, found: _Found) -> None:
    is_photo = file.kind is PHOTO or (file.kind is UNKNOWN and file.suffix in PHOTO_SUFFIXES)
    if is_photo and file.place is not None and is_regularization(file.inside.parts):
        found.others.append(file)
    elif is_photo and is_too_large(file.size):
        found.problems.append(too_large(file.label, file.size).message)
    elif is_photo:
        found.photos.append(file)
    elif file.suffix in CAPTION_SUFFIXES and file.kind in (TEXT, UNKNOWN, EMPTY):
        found.captions.append(file)
    else:
        found.others.append(file)


def _start_of(path: Path, most: int) -> bytes:
    with path.open("rb") as file:
        return file.read(most)


def _checksum(path: Path) -> int:
    checksum = 0
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            checksum = zlib.crc32(block, checksum)
    return checksum


# What is left out, in sentences --------------------------------------------------------------------------------------


def _tell_others(found: _Found) -> None:
    """A sentence for each sort of thing that is no photo; those in a zip that nobody means as photos share one."""
    groups: dict[tuple[str, FileKind | None], list[_File]] = {}
    for file in found.others:
        zip_name = "" if file.place is None else shown(file.path.name)
        is_aside = bool(zip_name) and file.kind in (TEXT, UNKNOWN, EMPTY) and file.suffix not in PHOTO_SUFFIXES
        groups.setdefault((zip_name, None if is_aside else file.kind), []).append(file)
    for (zip_name, kind), group in groups.items():
        names = [shown(file.inside.name) for file in group]
        of_zip = {"files": Listing(names), "zip": zip_name}
        if kind is None:
            found.notes.append(Message("zip-others-left-out", count=len(names), **of_zip))
        elif kind is ZIP:
            found.problems.append(Message("zip-in-zip", **of_zip))
        elif kind is PHOTO:
            found.notes.append(Message("zip-regularization", count=len(names), **of_zip))
        else:
            found.problems.append(_no_photos(names, kind, zip_name))


def _no_photos(names: Sequence[str], kind: FileKind, zip_name: str = "") -> Message:
    """That these files are of another kind, and what to do about it."""
    files, count = Listing(names), len(names)
    which = Message("file-in-zip", file=files, zip=zip_name) if zip_name else files
    advice = Message(kind.advice)
    if kind is EMPTY:
        return Message("file-empty", files=which, count=count, advice=advice)
    if kind is UNKNOWN:
        return Message("file-no-photo", files=which, count=count, advice=advice)
    key = "file-picture-not-opened" if kind.is_picture else "file-another-kind"
    return Message(key, files=which, count=count, advice=advice, kind=kind.called(count))


# Photos and their captions -------------------------------------------------------------------------------------------


def _given(files: Sequence[_File], captions: Sequence[str]) -> tuple[GivenPhoto, ...]:
    names, copies = _own_names([file.inside.name for file in files]), _copies(files)
    return tuple(
        GivenPhoto(name=name, label=file.called(name), path=file.path, place=file.place, copy_of=copy, caption=caption)
        for file, name, copy, caption in zip(files, names, copies, captions, strict=True)
    )


def _own_names(given: Sequence[str]) -> list[str]:
    names: list[str] = []
    for place, name in enumerate(given):
        same = given[:place].count(name)
        while (unique := name if not same else f"{name} ({same + 1})") in names:
            same += 1
        names.append(unique)
    return names


def _copies(files: Sequence[_File]) -> list[int | None]:
    """For each file the index of an earlier one with the very same bytes; only those of one size are read for it."""
    of_size: dict[int, list[int]] = {}
    for index, file in enumerate(files):
        of_size.setdefault(file.size, []).append(index)
    copies: list[int | None] = [None] * len(files)
    for indices in of_size.values():
        first: dict[int, int] = {}
        for index in indices if len(indices) > 1 else ():
            earlier = first.setdefault(files[index].checksum(), index)
            copies[index] = None if earlier == index else earlier
    return copies


def _captions(found: _Found) -> list[str]:
    """The words of text files for each photo, "" without one. What is wrong with them goes into found.notes."""
    of_photo: dict[tuple[object, str], list[int]] = {}
    for index, photo in enumerate(found.photos):
        for stem in {photo.inside.stem, photo.inside.name}:  # cat.txt, or cat.jpg.txt
            of_photo.setdefault((photo.folder, stem), []).append(index)
    captions = [""] * len(found.photos)
    for file in found.captions:
        indices = of_photo.get((file.folder, file.inside.stem), [])
        if not indices and file.place is not None:
            found.others.append(file)
        elif not indices:
            found.notes.append(Message("caption-of-no-photo", file=file.label))
        else:
            caption = _caption_of(file)
            found.notes += caption.remarks
            for index in indices:
                captions[index] = captions[index] or with_name(caption.words, file.inside.parent.name)
    if taken := sum(map(bool, captions)):
        found.notes.append(Message("captions-taken", count=taken))
    in_zips = {photo.inside.parent.name for photo in found.photos if photo.place is not None}
    found.notes += [remark for folder in sorted(in_zips) if (remark := folder_remark(folder, bool(taken)))]
    return captions


def _caption_of(file: _File) -> CaptionRead:
    try:
        return caption_read(file.read(CAPTION_BYTES), file.label)
    except DAMAGED:
        return CaptionRead("", (Message("caption-damaged", file=file.label),))
