"""One photo decoded: opened by its content, checked, turned upright, and stripped of everything but pixels.

Sizes are checked before a pixel is decoded. A problem is a message that names the photo.
"""

import io
import struct
import warnings
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, cast

import pillow_heif
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from studio.errors import StudioError
from studio.photos.edits.edit import UNCHANGED, PhotoEdit
from studio.photos.small_copies import small_copy
from studio.photos.uploads import MAX_FILE_MB, is_too_large, too_large
from studio.photos.zips import DAMAGED as _DAMAGED_ZIP
from studio.photos.zips import PhotoZip
from studio.words import Message

MEMORY_MB = 768  # for one photo, beside Python itself
MAX_MEGAPIXELS = 50  # decoding takes 4 bytes for each pixel, 200 MB
MAX_JPEG_MEGAPIXELS = 120  # the largest phone photos and panoramas: a JPEG can be decoded at a part of its size
MAX_SIDE = 2048  # pixels kept of the long side: twice what SDXL learns from
MASK_SIDE = 1024  # of a mask: it is softer than a cell of latents anyway
MIN_SIDE = 64
MAX_RATIO = 40  # of the sides; a panorama of twenty pictures is below 35

# JPEG with MPO, of many phones; a GIF or a PNG may be a moving picture, which is said
_FORMATS = ("JPEG", "PNG", "WEBP", "HEIF", "AVIF", "TIFF", "BMP", "GIF", "JPEG2000")
_DAMAGED = (OSError, SyntaxError, ValueError, struct.error, zlib.error, EOFError, IndexError, TypeError)


@dataclass(frozen=True, kw_only=True, slots=True)
class FinishedPhoto:
    """A photo as it is kept: the suffix and content of its file, and its size in pixels, (width, height).

    `pixels`: how many it came with; `small`: RGB of a small copy, SMALL_SIDE squared (studio.photos.small_copies);
    `remark`: what is worth saying of it.
    """

    suffix: str
    content: bytes
    size: tuple[int, int]
    pixels: int
    small: bytes
    remark: Message | None


def finish(name: Message, path: str, place: int | None, lossless: bool, edit: PhotoEdit = UNCHANGED) -> FinishedPhoto:
    """Decode one photo and make what is kept of it. Called in a process of its own.

    Receives: what sentences call it; a file; which member of it where it is a zip; whether PNG is wanted for what came
    otherwise, too; what is done to it. Errors: StudioError.
    """
    with _opened(name, Path(path), place) as file, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow's hints for programmers about odd files; what matters is said below
        image = _identified(name, file)
        _check_header(name, image)
        has_more = image.format in ("HEIF", "AVIF", "TIFF") and getattr(image, "is_animated", False)
        kind, (width, height), upright = image.format, image.size, _upright(name, image, edit)
    if edit != UNCHANGED and min(upright.size) < MIN_SIDE:
        raise StudioError(
            "photo-cropped-too-small", photo=name, width=upright.width, height=upright.height, least=MIN_SIDE
        )
    content = io.BytesIO()
    as_png = lossless or kind == "PNG"
    bare = _bare(upright)
    bare.save(content, "PNG") if as_png else bare.save(content, "JPEG", quality=95, subsampling=0)
    return FinishedPhoto(
        suffix=".png" if as_png else ".jpg",
        content=content.getvalue(),
        size=bare.size,
        pixels=round(width * height * edit.area),
        small=small_copy(bare),
        remark=Message("photo-several-pictures", photo=name) if has_more else None,
    )


def finish_mask(name: Message, path: str, place: int | None) -> FinishedPhoto:
    """What is kept of a mask: grey of at most MASK_SIDE on its long side, white where it counts.

    Where the picture is see-through anywhere, what is painted counts, else what is bright. Errors: StudioError.
    """
    with _opened(name, Path(path), place) as file:
        image = _identified(name, file)
        _check_size(name, image)
        width, height = image.size
        try:
            image.load()
            image = _turned(_shrunk(_eight_bits(image), MASK_SIDE))
            alpha = image.convert("RGBA").getchannel("A")
            grey = image.convert("RGB").convert("L") if alpha.getextrema() == (255, 255) else alpha
        except MemoryError as error:
            raise StudioError("photo-memory", photo=name, most=MEMORY_MB) from error
        except _DAMAGED as error:
            raise StudioError("photo-damaged", photo=name) from error
    content, bare = io.BytesIO(), Image.new("L", grey.size)
    bare.paste(grey)
    bare.save(content, "PNG")
    small = small_copy(bare.convert("RGB"))
    return FinishedPhoto(
        suffix=".png", content=content.getvalue(), size=bare.size, pixels=width * height, small=small, remark=None
    )


def _bare(image: Image.Image) -> Image.Image:
    """The same pixels, and nothing else that a file could carry."""
    bare = Image.new("RGB", image.size)
    bare.paste(image)
    return bare


# Pictures -----------------------------------------------------------------------------------------------------------


def _upright(name: Message, image: Image.Image, edit: PhotoEdit) -> Image.Image:
    """The photo as RGB, upright and edited, at most MAX_SIDE on its long side."""
    whole_side = _whole_side(edit)
    try:
        image.draft(None, _twice(_kept_size(image, whole_side)))  # a JPEG is decoded at 1/2, 1/4, 1/8 if that is enough
        image.load()
        return edit.applied(_rgb(_turned(_shrunk(_eight_bits(image), whole_side))))
    except MemoryError as error:
        raise StudioError("photo-memory", photo=name, most=MEMORY_MB) from error
    except _DAMAGED as error:
        raise StudioError("photo-damaged", photo=name) from error


def _opened(name: Message, path: Path, place: int | None) -> IO[bytes]:
    """The bytes of a photo. A member of a zip is unpacked into memory, no further than the size it claims."""
    if place is None:
        return path.open("rb")
    try:
        with PhotoZip(path, Message("zip-of-photos")) as archive:
            content = archive.content(place, MAX_FILE_MB * 1_000_000 + 1)
    except _DAMAGED_ZIP as error:
        raise StudioError("photo-damaged-in-zip", photo=name) from error
    if is_too_large(len(content)):
        raise too_large(name, len(content))
    return io.BytesIO(content)


def _identified(name: Message, file: IO[bytes]) -> Image.Image:
    """Open by the content, whatever the file is called; nothing is decoded yet."""
    pillow_heif.register_heif_opener(thumbnails=False)  # pyright: ignore[reportUnknownMemberType] - its **kwargs have none
    if (size := _webp_size(file)) is not None:
        _check_megapixels(name, *size, MAX_MEGAPIXELS)  # Pillow makes room for the whole picture before it tells
    try:
        return Image.open(file, formats=_FORMATS)
    except Image.DecompressionBombError as error:
        raise StudioError(
            "photo-many-megapixels", photo=name, most=MAX_MEGAPIXELS, most_jpeg=MAX_JPEG_MEGAPIXELS
        ) from error
    except UnidentifiedImageError as error:
        raise StudioError("photo-not-opened", photo=name) from error
    except _DAMAGED as error:
        raise StudioError("photo-damaged", photo=name) from error


def _check_header(name: Message, image: Image.Image) -> None:
    """What can be said before decoding: size in pixels, moving pictures."""
    _check_size(name, image)
    if min(image.size) < MIN_SIDE or max(image.size) > MAX_RATIO * min(image.size):
        raise StudioError(
            "photo-too-small",
            photo=name,
            width=image.width,
            height=image.height,
            least=MIN_SIDE,
            times=MAX_RATIO,
        )
    if image.format in ("PNG", "WEBP", "GIF") and getattr(image, "is_animated", False):
        raise StudioError("photo-moving", photo=name)


def _check_size(name: Message, image: Image.Image) -> None:
    is_jpeg = image.format in ("JPEG", "MPO")
    _check_megapixels(name, image.width, image.height, MAX_JPEG_MEGAPIXELS if is_jpeg else MAX_MEGAPIXELS)


def _check_megapixels(name: Message, width: int, height: int, most: int) -> None:
    megapixels = width * height / 1e6
    if megapixels > most:
        raise StudioError(
            "photo-megapixels-jpeg" if most == MAX_JPEG_MEGAPIXELS else "photo-megapixels",
            photo=name,
            megapixels=round(megapixels),
            width=width,
            height=height,
            most=most,
            most_jpeg=MAX_JPEG_MEGAPIXELS,
        )


def _webp_size(file: IO[bytes]) -> tuple[int, int] | None:
    """The width and height that a WebP claims; None for any other file. RFC 9649, sections 2.5 to 2.7."""
    head = file.read(30)
    file.seek(0)
    if len(head) < 30 or head[:4] != b"RIFF" or head[8:12] != b"WEBP":
        return None
    if head[12:16] == b"VP8X":
        return 1 + int.from_bytes(head[24:27], "little"), 1 + int.from_bytes(head[27:30], "little")
    if head[12:16] == b"VP8L":
        bits = int.from_bytes(head[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    return int.from_bytes(head[26:28], "little") & 0x3FFF, int.from_bytes(head[28:30], "little") & 0x3FFF


def _turned(image: Image.Image) -> Image.Image:
    try:
        return ImageOps.exif_transpose(image)
    except _DAMAGED:
        return image  # a broken tag says nothing about which way is up; the pixels are fine


def _rgb(image: Image.Image) -> Image.Image:
    """Colours as sRGB, also from the wide colours of phones and from print; what was see-through becomes white."""
    profile = image.info.get("icc_profile")
    if image.has_transparency_data:
        with_alpha = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", with_alpha.size, "white"), with_alpha).convert("RGB")
    elif image.mode == "P":
        image = image.convert("RGB")
    if profile and image.mode in ("RGB", "CMYK", "L"):
        try:
            own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            srgb = cast(Any, ImageCms.createProfile("sRGB"))  # pyright: ignore[reportUnknownMemberType] - a type of C
            converted = ImageCms.profileToProfile(image, own, srgb, outputMode="RGB")
        except (ImageCms.PyCMSError, *_DAMAGED):
            converted = None  # a broken or foreign profile: the plain colours are the best there is
        if converted is not None:
            return converted
    return image.convert("RGB")


def _eight_bits(image: Image.Image) -> Image.Image:
    """The same picture, where a pixel of it takes 4 bytes at most: grey of 16 bits becomes grey of 8."""
    if not image.mode.startswith("I"):
        return image
    return image.point(lambda value: value * (1 / 257)).convert("L")


def _whole_side(edit: PhotoEdit) -> int:
    """Pixels of the long side of a whole photo of which the crop keeps MAX_SIDE at most.

    A small crop of a large photo keeps more of it, but the whole takes memory, so it is twice MAX_SIDE at most.
    """
    if edit.longest_share == 1:
        return MAX_SIDE
    return min(2 * MAX_SIDE, int((MAX_SIDE - 1) / edit.longest_share))  # both edges of the crop may be rounded outwards


def _shrunk(image: Image.Image, longest_side: int) -> Image.Image:
    """At most so many pixels on its long side. First, since all that follows then works on little."""
    size = _kept_size(image, longest_side)
    if size == image.size:
        return image
    if image.mode in ("P", "1"):
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")  # mixed colours have no place in it
    smaller = image.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
    smaller.info = image.info  # the colour profile, and which way is up
    return smaller


def _kept_size(image: Image.Image, longest_side: int) -> tuple[int, int]:
    scale = min(1.0, longest_side / max(image.size))
    return max(1, round(image.width * scale)), max(1, round(image.height * scale))


def _twice(size: tuple[int, int]) -> tuple[int, int]:
    return 2 * size[0], 2 * size[1]
