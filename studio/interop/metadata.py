"""The texts inside picture files: out of any PNG, JPEG or WebP without decoding a pixel, and into copies of our own.

PNG has them as chunks by name. JPEG and WebP have EXIF: A1111's parameters as the user comment, ComfyUI's graph (WebP
alone) as the camera's model, Cuddle's request as the maker note.
"""

import io
import json
import struct
import warnings
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Any

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from studio.checks import shown
from studio.errors import StudioError
from studio.interop.infotext import VERSION
from studio.jobs.requests import PictureRequest
from studio.untyped import is_object

PARAMETERS, GRAPH, OWN = "parameters", "prompt", "cuddle"
NAMES = (
    PARAMETERS,
    GRAPH,
    OWN,
    "workflow",
    "invokeai_metadata",
    "sd-metadata",
    "Dream",
    "Software",
)  # of chunks that are looked at

MAX_FILE_MB = 100
MAX_TEXT_BYTES = 2 * 2**20  # of one text, unpacked; ComfyUI's largest graphs are a tenth of it

_PNG = b"\x89PNG\r\n\x1a\n"
_KEYWORD_BYTES = 79  # PNG's own limit
_EXIF, _USER_COMMENT, _MAKER_NOTE, _MODEL = 0x8769, 0x9286, 0x927C, 0x0110
_ASCII, _LONG, _UNDEFINED = 2, 4, 7  # types of EXIF's values
_OWN_START = b"cuddle:"
_JPEG_APP1, _JPEG_PIXELS = 0xE1, 0xDA  # the parts of an application, and where the pixels begin
_STEALTH, _STEALTH_BYTES = (b"stealth_png", b"stealth_rgb"), 11
MAX_LOOKED_AT = 50_000_000  # pixels that are unpacked to see what they hide
_DAMAGED = (OSError, ValueError, SyntaxError, KeyError, TypeError, IndexError, AttributeError, struct.error, zlib.error)


@dataclass(frozen=True, kw_only=True, slots=True)
class CopyFormat:
    """A form in which a picture can be taken away. `suffix` ends its file's name."""

    title: str
    suffix: str
    pillow: str
    options: Mapping[str, Any]


# JPEG without saving on colours, or drawings get fringes.
COPIES = {
    "png": CopyFormat(title="PNG", suffix=".png", pillow="PNG", options={}),
    "jpeg": CopyFormat(title="JPEG", suffix=".jpg", pillow="JPEG", options={"quality": 95, "subsampling": 0}),
    "webp": CopyFormat(title="WebP", suffix=".webp", pillow="WEBP", options={"quality": 95, "method": 4}),
}


def texts_in(file: Path) -> dict[str, str]:
    """The texts of a picture file by the names of PNG chunks, those of NAMES. A name that comes twice counts once.

    Errors: StudioError for a file that is no such picture, is damaged, or holds a text that is too long.
    """
    try:
        if file.stat().st_size > MAX_FILE_MB * 1_000_000:
            raise StudioError("picture-too-large", file=_name(file), most=MAX_FILE_MB)
        with file.open("rb") as opened:
            start = opened.read(12)
            if start.startswith(_PNG):
                opened.seek(len(_PNG))
                return _png_texts(file, opened)
            is_webp = start[:4] == b"RIFF" and start[8:12] == b"WEBP"
            if is_webp or start.startswith(b"\xff\xd8\xff"):
                return _exif_texts(file, opened, is_webp=is_webp)
    except _DAMAGED as error:
        raise StudioError("picture-not-read", file=_name(file)) from error
    raise StudioError("picture-without-parameters", file=_name(file))


def own_request(texts: Mapping[str, str]) -> dict[str, Any] | None:
    """What a picture of Cuddle was asked for, as JSON values, not yet checked; None where there is nothing of it."""
    try:
        found = json.loads(texts[OWN])["request"]
    except (KeyError, ValueError, TypeError, RecursionError):
        return None
    return found if is_object(found) else None


def png_texts(request: PictureRequest, seed: int, parameters: str, graph: Mapping[str, Any]) -> PngInfo:
    """The chunks of one picture. Its own one holds the request of this picture alone: its seed, count 1."""
    info = PngInfo()
    if parameters.isascii():
        info.add_text(PARAMETERS, parameters)
    else:
        info.add_itxt(PARAMETERS, parameters)  # as Latin-1 text ComfyUI would misread it
    info.add_text(GRAPH, json.dumps(graph))
    info.add_text(OWN, json.dumps({"version": VERSION, "request": replace(request, seed=seed, count=1).to_json()}))
    return info


def copy_of(file: Path, format: str) -> bytes:
    """A picture of ours as one of COPIES: the very file, or one with its texts in the EXIF. Errors: StudioError."""
    form = COPIES[format]
    if form.pillow == "PNG":
        return file.read_bytes()
    texts = texts_in(file)
    inner: dict[int, bytes] = {}
    model = b""
    if OWN in texts:
        own = json.dumps(json.loads(texts[OWN]), ensure_ascii=False)  # a JPEG's EXIF ends at 64 kB
        inner[_MAKER_NOTE] = _OWN_START + own.encode()
    if PARAMETERS in texts:
        inner[_USER_COMMENT] = b"UNICODE\0" + texts[PARAMETERS].encode("utf-16-be")  # as A1111 writes it
    if GRAPH in texts and form.pillow == "WEBP":
        model = f"{GRAPH}:{texts[GRAPH]}".encode() + b"\0"  # as ComfyUI writes it
    content = io.BytesIO()
    with Image.open(file) as image:
        image.convert("RGB").save(content, form.pillow, exif=_exif_bytes(model, inner), **form.options)
    return content.getvalue()


def hides_texts(file: Path) -> bool:
    """Whether a picture says in the lowest bits of its pixels that parameters follow there ("stealth PNG")."""
    try:
        with Image.open(file) as image:
            if image.width * image.height > MAX_LOOKED_AT or image.mode not in ("RGB", "RGBA"):
                return False
            channels = ["A"] if image.mode == "RGBA" else []
            pixels = {name: image.getchannel(name) for name in [*channels, "R", "G", "B"]}
    except (*_DAMAGED, Image.DecompressionBombError):
        return False
    size = next(iter(pixels.values())).size
    places = [divmod(number, size[1]) for number in range(min(8 * _STEALTH_BYTES, size[0] * size[1]))]
    in_alpha = [pixels[name].getpixel(place) for place in places for name in channels]
    in_colours = [pixels[name].getpixel(place) for place in places for name in ("R", "G", "B")]
    return any(_lowest_bits(bits).startswith(_STEALTH) for bits in (in_alpha, in_colours))


def _lowest_bits(values: Sequence[Any]) -> bytes:
    bits = "".join(str(int(value) & 1) for value in values[: 8 * _STEALTH_BYTES])
    return bytes(int(bits[start : start + 8], 2) for start in range(0, len(bits) - 7, 8))


def _exif_bytes(model: bytes, inner: Mapping[int, bytes]) -> bytes:
    """EXIF with a camera's model, where there is one, and what is inside as UNDEFINED, the only type that A1111 reads.

    Pillow writes bytes as BYTE.
    """
    first = [(_MODEL, _ASCII, model)] if model else []
    beyond = len(model) + len(model) % 2
    inner_at = 8 + 2 + 12 * (len(first) + 1) + 4 + beyond
    first.append((_EXIF, _LONG, struct.pack(">I", inner_at)))
    parts = (
        _directory(first, 8),
        _directory([(tag, _UNDEFINED, value) for tag, value in sorted(inner.items())], inner_at),
    )
    return b"Exif\0\0MM\0*\0\0\0\x08" + b"".join(parts)


def _directory(rows: Sequence[tuple[int, int, bytes]], at: int) -> bytes:
    """A directory of EXIF that lies `at`: (tag, type, value) of each row, longer values behind it."""
    head, behind = struct.pack(">H", len(rows)), b""
    beyond = at + 2 + 12 * len(rows) + 4
    for tag, kind, value in rows:
        count = len(value) // 4 if kind == _LONG else len(value)
        if len(value) <= 4:
            place = value.ljust(4, b"\0")
        else:
            place = struct.pack(">I", beyond + len(behind))
            behind += value + b"\0" * (len(value) % 2)
        head += struct.pack(">HHI", tag, kind, count) + place
    return head + struct.pack(">I", 0) + behind


def _png_texts(file: Path, opened: IO[bytes]) -> dict[str, str]:
    """The text chunks, wherever they stand; everything else is passed over unread."""
    texts: dict[str, str] = {}
    while len(head := opened.read(8)) == 8:
        length, kind = struct.unpack(">I4s", head)
        after = opened.tell() + length + 4
        if kind == b"IEND":
            return texts
        if kind in (b"tEXt", b"zTXt", b"iTXt"):
            start = opened.read(min(length, _KEYWORD_BYTES + 1))
            name = start.partition(b"\0")[0].decode("latin-1")
            if name in NAMES and name not in texts:
                if length > MAX_TEXT_BYTES:
                    raise _too_long(file, name)
                content = start + opened.read(max(0, length - len(start)))
                if len(content) < length:
                    break
                texts[name] = _text(file, name, kind, content[len(name) + 1 :])
        opened.seek(after)
    if not texts:
        raise _cut_off(file)
    return texts


def _text(file: Path, name: str, kind: bytes, content: bytes) -> str:
    """The text of a chunk, from after its name on."""
    if kind == b"tEXt":
        return _decoded(content)
    if kind == b"zTXt":
        return _decoded(_unpacked(file, name, content[1:]))
    packed, rest = content[0], content[2:]
    text = rest.split(b"\0", 2)[2]
    return _decoded(_unpacked(file, name, text) if packed else text)


def _unpacked(file: Path, name: str, content: bytes) -> bytes:
    """What was packed, of which never more is unpacked than may be there."""
    text = zlib.decompressobj().decompress(content, MAX_TEXT_BYTES + 1)
    if len(text) > MAX_TEXT_BYTES:
        raise _too_long(file, name)
    return text


def _decoded(content: bytes) -> str:
    """Latin-1 is what the standard says of two of the chunks; UTF-8 is what programs write there."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("latin-1")


def _exif_texts(file: Path, opened: IO[bytes], *, is_webp: bool) -> dict[str, str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about sizes and what is cut off: the texts are there, or they are not
        exif = _webp_exif(file, opened) if is_webp else _jpeg_exif(file, opened)
        inner = exif.get_ifd(_EXIF)
    texts: dict[str, str] = {}
    for value in exif.values():
        name, colon, text = value.partition(":") if isinstance(value, str) else ("", "", "")
        if colon and name in (GRAPH, "workflow"):
            texts[name] = text.rstrip("\0")
    comment, note = inner.get(_USER_COMMENT), inner.get(_MAKER_NOTE)
    if isinstance(comment, bytes):
        texts[PARAMETERS] = _user_comment(comment)
    elif isinstance(comment, str):
        texts[PARAMETERS] = comment
    if isinstance(note, bytes) and note.startswith(_OWN_START):
        texts[OWN] = note.removeprefix(_OWN_START).decode("utf-8")
    for name, text in texts.items():
        if len(text) > MAX_TEXT_BYTES:
            raise _too_long(file, name)
    return texts


def _jpeg_exif(file: Path, opened: IO[bytes]) -> Image.Exif:
    """The first EXIF of a JPEG. Pillow would add up all there are, and take minutes for a file of nothing else."""
    exif: Image.Exif | None = None
    opened.seek(2)
    while len(head := opened.read(4)) == 4 and head[0] == 0xFF:
        if head[1] == _JPEG_PIXELS:
            return exif or Image.Exif()
        after = opened.tell() + int.from_bytes(head[2:], "big") - 2
        if head[1] == _JPEG_APP1 and exif is None and opened.read(6) == b"Exif\0\0":
            exif = Image.Exif()
            exif.load(opened.read(max(0, after - opened.tell())))
        opened.seek(after)
    raise _cut_off(file)


def _webp_exif(file: Path, opened: IO[bytes]) -> Image.Exif:
    """The chunk EXIF of a WebP. Pillow would make room for the whole picture before it tells."""
    exif, size = Image.Exif(), file.stat().st_size
    while len(head := opened.read(8)) == 8:
        kind, length = struct.unpack("<4sI", head)
        after = opened.tell() + length
        if after > size:
            raise _cut_off(file)
        if kind == b"EXIF":
            exif.load(opened.read(min(length, 4 * MAX_TEXT_BYTES)))
            return exif
        opened.seek(after + length % 2)
    if head:
        raise _cut_off(file)
    return exif


def _user_comment(comment: bytes) -> str:
    """EXIF's user comment: eight bytes that name the writing, then the text. UTF-16 comes in either order of bytes."""
    writing, text = comment[:8], comment[8:]
    if writing != b"UNICODE\0":
        return _decoded(text if writing in (b"ASCII\0\0\0", b"\0" * 8) else comment).strip("\0")
    if text.startswith((b"\xff\xfe", b"\xfe\xff")):
        return text.decode("utf-16", errors="replace")
    little_first = text[1::2].count(0) > text[0::2].count(0)  # of letters up to U+00FF the upper byte is 0
    return text.decode("utf-16-le" if little_first else "utf-16-be", errors="replace")


def _cut_off(file: Path) -> StudioError:
    return StudioError("picture-cut-off", file=_name(file))


def _too_long(file: Path, name: str) -> StudioError:
    return StudioError("picture-text-too-long", text=name, file=_name(file), most=MAX_TEXT_BYTES // 2**20)


def _name(file: Path) -> str:
    return shown(file.name, 60)
