"""Photos on their way in: opened, checked, turned upright, stripped of everything but pixels, and kept.

JPEG, PNG, WebP and HEIC files are taken, and zips of them. A problem is a sentence that names the file, and then
nothing is kept.
"""

import io
import shutil
import struct
import warnings
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

import imagehash
import pillow_heif
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from studio.checks import shown
from studio.errors import StudioError, storage_error
from studio.store.files import write_whole

MIN_PHOTOS = 3
MAX_PHOTOS = 20
MAX_MEGAPIXELS = 50  # the largest phone photos; decoding one takes 150 MB
MAX_SIDE = 2048  # pixels kept of the long side: twice what SDXL learns from
MIN_SIDE = 64
MAX_FILE_MB = 100
MAX_ZIP_MB = 1000  # unpacked, all files together
MAX_ZIP_FILES = 1000
ALIKE_BITS = 4  # of 64 in the difference hash; a crop or a brighter copy differs in fewer

FINE = "JPEG, PNG, WebP and HEIC photos are fine"
PHOTO_SUFFIXES = frozenset({".jpg", ".jpeg", ".jpe", ".png", ".webp", ".heic", ".heif"})
_FORMATS = ("JPEG", "PNG", "WEBP", "HEIF", "GIF")  # JPEG with MPO, of many phones; GIF only to say that it is one
_DAMAGED = (OSError, SyntaxError, ValueError, struct.error, zlib.error, EOFError, IndexError, TypeError)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Source:
    """One photo to read: a file, or a member of a zip. `name` is what sentences call it."""

    name: str
    path: Path
    member: str | None = None


def keep_photos(paths: Sequence[Path], folder: Path) -> list[Path]:
    """Keep 3 to 20 photos as folder/00.jpg (or .png for what came as PNG), 01..., in order: all of them or none.

    The folder must not exist yet, or be empty. Kept photos are upright RGB of at most 2048 pixels on the long side and
    hold nothing but pixels. Errors: StudioError that names the file, what is fine, and what to do.
    """
    sources = [source for path in paths for source in _sources(path)]
    if not MIN_PHOTOS <= len(sources) <= MAX_PHOTOS:
        raise StudioError(
            f"You gave {len(sources)} photo{'' if len(sources) == 1 else 's'}; {MIN_PHOTOS} to {MAX_PHOTOS} are fine. "
            + ("Add some more." if len(sources) < MIN_PHOTOS else "Choose the best ones and leave the others out.")
        )
    pictures = ((source, _upright(source)) for source in sources)  # one at a time: only one is in memory
    part = folder.with_name(f".{folder.name}.part")
    try:
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        names = [_write(part, index, source, image) for index, (source, image) in enumerate(pictures)]
        part.replace(folder)
    except OSError as error:
        raise storage_error(error, folder) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return [folder / name for name in names]


def one_photo(path: Path) -> Image.Image:
    """One photo as upright RGB of at most 2048 pixels on the long side, nothing but pixels. Errors: StudioError."""
    sources = _sources(path)
    if len(sources) != 1:
        raise StudioError(f"{shown(path.name)} holds {len(sources)} photos; give one of them.")
    return _bare(_upright(sources[0]))


def photo_names(paths: Sequence[Path]) -> list[str]:
    """The file name of every photo that keep_photos would keep, in its order; what is inside a zip has its name there.

    No two are the same: a second cat.jpg is "cat.jpg (2)". Errors: StudioError for files that cannot be read.
    """
    sources = [source for path in paths for source in _sources(path)]
    names: list[str] = []
    for source in sources:
        name = source.path.name if source.member is None else PurePosixPath(source.member.replace("\\", "/")).name
        same = sum(source_name == name for source_name in names)
        while (unique := name if not same else f"{name} ({same + 1})") in names:
            same += 1
        names.append(unique)
    return names


def near_duplicates(paths: Sequence[Path]) -> list[tuple[int, int]]:
    """Pairs of photos, by their indices, that look nearly the same. Receives: kept photos."""
    hashes = []
    for path in paths:
        with Image.open(path) as image:
            hashes.append(imagehash.dhash(image))
    return [
        (first, second)
        for second in range(len(hashes))
        for first in range(second)
        if hashes[first] - hashes[second] <= ALIKE_BITS
    ]


def _write(folder: Path, index: int, source: _Source, image: Image.Image) -> str:
    content = io.BytesIO()
    if image.format == "PNG":
        name = f"{index:02d}.png"
        _bare(image).save(content, "PNG")
    else:
        name = f"{index:02d}.jpg"
        _bare(image).save(content, "JPEG", quality=95, subsampling=0)
    write_whole(folder / name, content.getvalue())
    return name


def _bare(image: Image.Image) -> Image.Image:
    """The same pixels, and nothing else that a file could carry."""
    bare = Image.new("RGB", image.size)
    bare.paste(image)
    return bare


# Zips ---------------------------------------------------------------------------------------------------------------


def _sources(path: Path) -> list[_Source]:
    """The photos that a given file stands for: itself, or what a zip holds. Reads names and sizes only."""
    name = shown(path.name)
    try:
        size = path.stat().st_size
    except OSError as error:
        raise StudioError(f"{name} cannot be read ({error.strerror}); upload it once more.") from error
    if not path.is_file():
        raise StudioError(f"{name} is a folder; {FINE}, and zips of them. Choose the photos inside it.")
    if size == 0:
        raise StudioError(f"{name} is empty (0 bytes); {FINE}. Upload it once more, or leave it out.")
    with path.open("rb") as file:
        is_zip = file.read(4) == b"PK\x03\x04" or path.suffix.lower() == ".zip"
    if is_zip:
        return _zip_sources(path, name)
    _check_size(name, size)
    return [_Source(name=name, path=path)]


def _check_size(name: str, size: int) -> None:
    if size > MAX_FILE_MB * 1_000_000:
        raise StudioError(
            f"{name} is {size // 1_000_000} MB; photos of up to {MAX_FILE_MB} MB are fine. Save a smaller copy."
        )


def _zip_sources(path: Path, name: str) -> list[_Source]:
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, *_DAMAGED) as error:
        raise StudioError(
            f"{name} is a damaged zip; a whole zip of photos is fine. Pack or upload it again."
        ) from error
    if len(members) > MAX_ZIP_FILES:
        raise StudioError(
            f"{name} holds {len(members)} files; a zip of {MIN_PHOTOS} to {MAX_PHOTOS} photos is fine. Pack only those."
        )
    unpacked = sum(member.file_size for member in members)
    if unpacked > MAX_ZIP_MB * 1_000_000:
        raise StudioError(
            f"{name} would unpack to {unpacked / 1e9:.1f} GB; up to {MAX_ZIP_MB / 1000:g} GB is fine. "
            "Pack only the photos, or upload them one by one."
        )
    photos = [member for member in members if _is_photo_member(name, member)]
    if not photos:
        raise StudioError(f"{name} holds no photos; {FINE}. Pack the photos themselves into the zip.")
    sources = []
    for member in sorted(photos, key=lambda member: member.filename):
        label = f"{shown(PurePosixPath(member.filename).name)} in {name}"
        if member.file_size == 0:
            raise StudioError(f"{label} is empty (0 bytes); {FINE}. Pack the zip again, or leave that photo out.")
        _check_size(label, member.file_size)
        sources.append(_Source(name=label, path=path, member=member.filename))
    return sources


def _is_photo_member(name: str, member: zipfile.ZipInfo) -> bool:
    """Whether a member of a zip is meant as a photo. What computers add by themselves is passed over."""
    inside = PurePosixPath(member.filename.replace("\\", "/"))
    if inside.is_absolute() or ".." in inside.parts or ":" in member.filename:
        raise StudioError(
            f"{name} holds a file named '{shown(member.filename)}', which leads out of the zip; "
            "plain names such as cat1.jpg are fine. Pack the photos again, and only take zips from people you trust."
        )
    if member.is_dir() or "__MACOSX" in inside.parts or inside.name.startswith(".") or inside.name == "Thumbs.db":
        return False
    if member.flag_bits & 1:
        raise StudioError(f"{name} is locked with a password; a zip without one is fine. Pack it again without.")
    if inside.suffix.lower() == ".zip":
        raise StudioError(f"{name} holds another zip, {shown(inside.name)}; pack the photos themselves into one zip.")
    return inside.suffix.lower() in PHOTO_SUFFIXES


# Pictures -----------------------------------------------------------------------------------------------------------


def _upright(source: _Source) -> Image.Image:
    """The photo as RGB, upright, at most MAX_SIDE on its long side; `format` says what it came as."""
    with _opened(source) as file, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow's hints for programmers about odd files; what matters is said below
        image = _identified(source.name, file)
        _check_header(source.name, image)
        try:
            image.load()
        except _DAMAGED as error:
            raise StudioError(
                f"{source.name} is damaged or cut short; whole photos are fine. Upload it once more, or leave it out."
            ) from error
        kind = image.format
        upright = _shrunk(_rgb(_turned(image)))
    if min(upright.size) < MIN_SIDE:
        raise StudioError(
            f"{source.name} is too small or too narrow: {image.width}×{image.height} pixels; at least {MIN_SIDE} "
            "on the short side are fine, 512 are better. Choose a larger photo."
        )
    upright.format = kind
    return upright


def _opened(source: _Source) -> IO[bytes]:
    """The bytes of a photo. A member of a zip is unpacked into memory, no further than the size it claims."""
    if source.member is None:
        return source.path.open("rb")
    try:
        with zipfile.ZipFile(source.path) as archive, archive.open(source.member) as member:
            content = member.read(MAX_FILE_MB * 1_000_000 + 1)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, *_DAMAGED) as error:
        raise StudioError(f"{source.name} is damaged; a whole zip of photos is fine. Pack it again.") from error
    _check_size(source.name, len(content))
    return io.BytesIO(content)


def _identified(name: str, file: IO[bytes]) -> Image.Image:
    """Open by the content, whatever the file is called; nothing is decoded yet."""
    pillow_heif.register_heif_opener(thumbnails=False)
    try:
        return Image.open(file, formats=_FORMATS)
    except Image.DecompressionBombError as error:
        raise StudioError(
            f"{name} has more than 170 megapixels; up to {MAX_MEGAPIXELS} are fine. Save a smaller copy."
        ) from error
    except UnidentifiedImageError as error:
        raise StudioError(
            f"{name} is not a photo that can be opened; {FINE}. Save it as one of these, or leave it out."
        ) from error
    except _DAMAGED as error:
        raise StudioError(
            f"{name} is damaged or cut short; whole photos are fine. Upload it once more, or leave it out."
        ) from error


def _check_header(name: str, image: Image.Image) -> None:
    """What can be said before decoding: size in pixels, moving pictures."""
    megapixels = image.width * image.height / 1e6
    if megapixels > MAX_MEGAPIXELS:
        raise StudioError(
            f"{name} has {megapixels:.0f} megapixels ({image.width}×{image.height}); up to {MAX_MEGAPIXELS} are fine. "
            "Save a smaller copy."
        )
    if image.format == "GIF":
        raise StudioError(f"{name} is a GIF (moving, or of few colours); {FINE}. Save one frame of it as JPEG.")
    if image.format in ("PNG", "WEBP") and getattr(image, "is_animated", False):
        raise StudioError(f"{name} is a moving picture; {FINE} when they stand still. Save one frame of it as JPEG.")


def _turned(image: Image.Image) -> Image.Image:
    try:
        return ImageOps.exif_transpose(image)
    except _DAMAGED:
        return image  # a broken tag says nothing about which way is up; the pixels are fine


def _rgb(image: Image.Image) -> Image.Image:
    """Colours as sRGB, also from the wide colours of phones and from print; what was see-through becomes white."""
    if image.mode in ("I", "I;16", "I;16B", "I;16L"):
        return image.convert("I").point(lambda value: value / 257).convert("L").convert("RGB")
    profile = image.info.get("icc_profile")
    if image.has_transparency_data:
        with_alpha = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", with_alpha.size, "white"), with_alpha).convert("RGB")
    elif image.mode == "P":
        image = image.convert("RGB")
    if profile and image.mode in ("RGB", "CMYK", "L"):
        try:
            own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(image, own, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except (ImageCms.PyCMSError, *_DAMAGED):
            converted = None  # a broken or foreign profile: the plain colours are the best there is
        if converted is not None:
            return converted
    return image.convert("RGB")


def _shrunk(image: Image.Image) -> Image.Image:
    if max(image.size) <= MAX_SIDE:
        return image
    scale = MAX_SIDE / max(image.size)
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    return image.resize(size, Image.Resampling.LANCZOS)
