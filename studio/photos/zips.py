"""Zips of photos: their list checked before anything of them is unpacked, and members read into memory alone."""

import contextlib
import lzma
import os
import re
import stat
import struct
import unicodedata
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from studio.checks import shown
from studio.errors import StudioError
from studio.words import Message

MAX_ZIP_MB = 1000  # unpacked, all files together
MAX_ZIP_FILES = 1000
MAX_ZIP_LIST_BYTES = 4_000_000  # of so many files with the longest names that computers take
DAMAGED = (
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
    struct.error,
    zlib.error,
    EOFError,
    lzma.LZMAError,
)
_ZIP_END_BYTES = 22 + 65_535 + 20  # the record at the end of a zip, its comment, and where to find its twin
_DRIVE = re.compile(r"[A-Za-z]:(?! )")
_BOUNDED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # of the others Python unpacks at once all that a block holds


@dataclass(frozen=True, kw_only=True, slots=True)
class Member:
    """One file in a zip. `place`: its index in the zip's list; `size`: bytes, unpacked; `checksum`: its CRC-32."""

    inside: PurePosixPath
    place: int
    size: int
    checksum: int
    is_locked: bool
    leads_out: bool
    has_head: bool  # whether its first bytes can be had without unpacking much


class PhotoZip:
    """An open zip, for the block. Errors: StudioError for one that is damaged or too large, by what it claims."""

    def __init__(self, path: Path, fine: Message) -> None:
        name = shown(path.name)
        try:
            if _zip_list_bytes(path) > MAX_ZIP_LIST_BYTES:
                raise StudioError("zip-long-list", zip=name, fine=fine)
            self._archive = zipfile.ZipFile(path)
        except DAMAGED as error:
            raise StudioError("zip-damaged", zip=name) from error
        try:
            self._check(name, fine)
        except StudioError:
            self._archive.close()
            raise

    def _check(self, name: str, fine: Message) -> None:
        members = self._archive.infolist()
        if len(members) > MAX_ZIP_FILES:
            raise StudioError("zip-too-many-files", zip=name, count=len(members), fine=fine)
        unpacked = sum(member.file_size for member in members)
        if unpacked > MAX_ZIP_MB * 1_000_000:
            raise StudioError("zip-too-large", zip=name, size=round(unpacked / 1e9, 1), most=MAX_ZIP_MB / 1000)

    def __enter__(self) -> "PhotoZip":
        return self

    def __exit__(self, *_: object) -> None:
        self._archive.close()

    def members(self) -> list[Member]:
        """Every file in it, by name."""
        files = [(place, info) for place, info in enumerate(self._archive.infolist()) if not _is_folder(info)]
        found = [_member(info, place) for place, info in files]
        return sorted(found, key=lambda member: str(member.inside))

    def content(self, place: int, most: int) -> bytes:
        """The first bytes of a member, `most` of them. Errors: those of DAMAGED."""
        with self._archive.open(self._archive.infolist()[place]) as file:
            return file.read(most)


def _is_folder(info: zipfile.ZipInfo) -> bool:
    """As ZipInfo.is_dir() says it, which breaks where a member has no name."""
    return info.filename.endswith("/")


def _member(info: zipfile.ZipInfo, place: int) -> Member:
    name = _readable(info) or str(place + 1)
    inside = PurePosixPath(name)
    is_link = info.create_system == 3 and stat.S_ISLNK(info.external_attr >> 16)
    return Member(
        inside=inside,
        place=place,
        size=info.file_size,
        checksum=info.CRC,
        is_locked=bool(info.flag_bits & 1),
        leads_out=is_link or inside.is_absolute() or ".." in inside.parts or bool(_DRIVE.match(name)),
        has_head=info.compress_type in _BOUNDED,
    )


def _readable(info: zipfile.ZipInfo) -> str:
    """A member's name with / between folders, as it was meant: many programs write UTF-8 without saying so."""
    name = info.orig_filename.split("\0", 1)[0]
    if not info.flag_bits & 0x800:
        with contextlib.suppress(UnicodeError):  # else it is what the zip says: in the first PCs' letters
            name = name.encode("cp437").decode("utf-8")
    return unicodedata.normalize("NFC", name.replace("\\", "/"))


def _zip_list_bytes(path: Path) -> int:
    """How long a zip says that its list of files is, in bytes: Python reads the whole list, however long. 0: unknown.

    From the record at its end, or its twin for large zips (APPNOTE.TXT 4.3.14 to 4.3.16).
    """
    with path.open("rb") as file:
        end = file.seek(0, os.SEEK_END)
        file.seek(max(0, end - _ZIP_END_BYTES))
        tail = file.read()
        place = tail.rfind(b"PK\x05\x06")
        if place < 0 or len(tail) - place < 22:
            return 0
        length = int.from_bytes(tail[place + 12 : place + 16], "little")
        locator = tail[place - 20 : place] if place >= 20 else b""
        if locator.startswith(b"PK\x06\x07"):
            file.seek(min(end, int.from_bytes(locator[8:16], "little")))
            length = max(length % 0xFFFFFFFF, int.from_bytes(file.read(56)[40:48], "little"))
        return length
