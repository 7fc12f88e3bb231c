"""What a file is by its first bytes, whatever it is called."""

import codecs
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from studio.words import Message

HEAD_BYTES = 4096  # an SVG or a web page may begin with a long comment


@dataclass(frozen=True, slots=True)
class FileKind:
    """What a file is. `advice`: the key of what to do about it, one sentence; "" where there is nothing to do.

    is_picture: whether it shows something, and only cannot be opened.
    """

    name: str
    advice: str = ""
    is_picture: bool = False

    def called(self, count: int) -> Message:
        """So many of them in a sentence: "a video", "videos"."""
        return Message(f"file-kind-{self.name}", count=count)


PHOTO = FileKind("photo")
ZIP = FileKind("zip")
TEXT = FileKind("text", "choose-photo-itself")
EMPTY = FileKind("empty", "upload-again-or-leave-out")
UNKNOWN = FileKind("unknown", "save-as-one-of-these")
_RAW = FileKind("raw", "save-as-jpeg-in-camera-program", True)
_VIDEO = FileKind("video", "choose-photo-or-frame")
_SOUND = FileKind("sound", "choose-photo-itself")
_PDF = FileKind("pdf", "save-photos-in-it-as-jpeg")
_SVG = FileKind("svg", "save-as-png", True)
_PAGE = FileKind("web-page", "save-picture-not-page")
_PHOTOSHOP = FileKind("photoshop", "save-as-jpeg", True)
_JPEG_XL = FileKind("jpeg-xl", "save-as-jpeg", True)
_POSTSCRIPT = FileKind("postscript", "save-as-jpeg")
OFFICE = FileKind("office", "save-photos-in-it-as-jpeg")
_PROGRAM = FileKind("program", "choose-photo-itself")
_DATABASE = FileKind("database", "choose-photo-itself")


def _archive(name: str) -> FileKind:
    return FileKind(name, "unpack-archive")


_STARTS: tuple[tuple[bytes, FileKind], ...] = (
    (b"\xff\xd8\xff", PHOTO),
    (b"\x89PNG\r\n\x1a\n", PHOTO),
    (b"GIF87a", PHOTO),
    (b"GIF89a", PHOTO),
    (b"\x00\x00\x00\x0cjP  \r\n\x87\n", PHOTO),  # JPEG 2000
    (b"\xff\x4f\xff\x51", PHOTO),
    (b"II*\x00\x10\x00\x00\x00CR", _RAW),  # Canon's CR2
    (b"IIRO", _RAW),  # Olympus' ORF
    (b"IIRS", _RAW),
    (b"MMOR", _RAW),
    (b"IIU\x00", _RAW),  # Panasonic's RW2
    (b"FUJIFILMCCD-RAW", _RAW),
    (b"FOVb", _RAW),  # Sigma's X3F
    (b"\x00MRM", _RAW),  # Minolta's MRW
    (b"8BPS", _PHOTOSHOP),
    (b"\xff\x0a", _JPEG_XL),
    (b"\x00\x00\x00\x0cJXL ", _JPEG_XL),
    (b"PK\x03\x04", ZIP),
    (b"PK\x05\x06", ZIP),  # an empty one
    (b"Rar!\x1a\x07", _archive("rar")),
    (b"7z\xbc\xaf\x27\x1c", _archive("7z")),
    (b"\x1f\x8b", _archive("gzip")),
    (b"BZh", _archive("bzip2")),
    (b"\xfd7zXZ\x00", _archive("xz")),
    (b"\x28\xb5\x2f\xfd", _archive("zstd")),
    (b"\x1aE\xdf\xa3", _VIDEO),  # Matroska and WebM
    (b"\x00\x00\x01\xba", _VIDEO),  # MPEG
    (b"\x00\x00\x01\xb3", _VIDEO),
    (b"FLV\x01", _VIDEO),
    (b"0&\xb2u\x8ef\xcf\x11", _VIDEO),  # Windows Media
    (b"ID3", _SOUND),
    (b"OggS", _SOUND),
    (b"fLaC", _SOUND),
    (b"%!PS", _POSTSCRIPT),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OFFICE),
    (b"MZ", _PROGRAM),
    (b"\x7fELF", _PROGRAM),
    (b"SQLite format 3\x00", _DATABASE),
)
_TIFF_STARTS = (b"II*\x00", b"MM\x00*", b"II+\x00", b"MM\x00+")
_TIFF_OF_CAMERAS = frozenset({".nef", ".nrw", ".dng", ".arw", ".srf", ".sr2", ".pef", ".srw", ".3fr", ".erf", ".kdc"})
_PHOTO_BRANDS = (b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"mif2", b"msf1", b"avif", b"avis")
_SOUND_BRANDS = (b"M4A ", b"M4B ", b"F4A ")
_DNG_VERSION, _SUB_IFDS, _COLOUR_FILTER = 0xC612, 0x014A, 32803  # DNG specification 1.7, chapters 2 and 4


def kind_of(head: bytes, suffix: str = "") -> FileKind:
    """What a file is whose first HEAD_BYTES (or all that it has) are these. suffix: such as ".jpg", lower case.

    The suffix tells only a camera's RAW file from a TIFF, which it is one of.
    """
    if not head:
        return EMPTY
    for start, kind in _STARTS:
        if head.startswith(start):
            return kind
    for is_one, kind in _SIGNS:
        if is_one(head):
            return kind
    if head.startswith(_TIFF_STARTS):
        return _RAW if suffix in _TIFF_OF_CAMERAS or _is_camera_tiff(head) else PHOTO
    return _kind_of_text(head)


def _is_box_file(head: bytes, brands: tuple[bytes, ...]) -> bool:
    return head[4:8] == b"ftyp" and head[8:12] in brands


_SIGNS: tuple[tuple[Callable[[bytes], bool], FileKind], ...] = (
    (lambda head: head.startswith(b"RIFF") and head[8:12] == b"WEBP", PHOTO),
    (lambda head: head.startswith(b"RIFF") and head[8:12] == b"AVI ", _VIDEO),
    (lambda head: head.startswith(b"RIFF") and head[8:12] == b"WAVE", _SOUND),
    (lambda head: head.startswith(b"BM") and head[6:10] == bytes(4), PHOTO),  # BMP, whose reserved bytes are 0
    (lambda head: _is_box_file(head, _PHOTO_BRANDS), PHOTO),
    (lambda head: _is_box_file(head, (b"crx ",)), _RAW),  # Canon's CR3
    (lambda head: _is_box_file(head, _SOUND_BRANDS), _SOUND),
    (lambda head: head[4:8] in (b"ftyp", b"moov", b"mdat", b"wide", b"pnot"), _VIDEO),  # MP4 and QuickTime
    (lambda head: head[257:262] == b"ustar", _archive("tar")),
    (lambda head: b"%PDF-" in head[:1024], _PDF),
)


def _is_camera_tiff(head: bytes) -> bool:
    """Whether a TIFF's first directory says that its picture is a preview of what a camera's sensor saw."""
    order = "little" if head.startswith(b"II") else "big"
    start = int.from_bytes(head[4:8], order)
    count = int.from_bytes(head[start : start + 2], order)
    tags: dict[int, int] = {}
    for number in range(min(count, 200)):
        entry = head[start + 2 + 12 * number : start + 14 + 12 * number]
        tags[int.from_bytes(entry[:2], order)] = int.from_bytes(entry[8:10], order)
    has_make = 0x010F in tags
    return _DNG_VERSION in tags or tags.get(0x0106) == _COLOUR_FILTER or (has_make and _SUB_IFDS in tags)


def _kind_of_text(head: bytes) -> FileKind:
    text = decoded(head, cut=True)
    if text is None:
        return UNKNOWN
    start = text.lstrip().lower()
    if "<svg" in start and start.startswith("<"):
        return _SVG
    if re.match(r"(<!--.*?-->\s*)*<(!doctype html|html|head|body)\b", start, re.DOTALL):
        return _PAGE
    return TEXT


def decoded(content: bytes, *, cut: bool = False) -> str | None:
    """A text as UTF-8, or UTF-16 where its first bytes say so; None for what is neither. cut: its end may be missing.

    A line break or a tab is fine in it, no other character that cannot be shown.
    """
    encoding = "utf-16" if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(content, final=not cut)
    except UnicodeDecodeError:
        return None
    return None if any(unicodedata.category(c) == "Cc" and not c.isspace() for c in text) else text
