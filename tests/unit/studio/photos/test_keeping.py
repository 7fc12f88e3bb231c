"""Photos on their way in: what is kept, and the sentence for everything that cannot be."""

import errno
import io
import os
import shutil
import struct
import zipfile
import zlib
from pathlib import Path

import pillow_heif
import pytest
from PIL import Image, ImageCms

from studio.errors import StudioError
from studio.photos import uploads as photo_uploads
from studio.photos import zips as photo_zips
from studio.photos.decoding import MAX_SIDE
from studio.photos.faults.finding import find_faults
from studio.photos.keeping import keep_photos
from studio.photos.uploads import read_upload
from studio.words import say


def picture(width: int = 320, height: int = 240, left: str = "red", right: str = "blue") -> Image.Image:
    """A picture whose left half and right half tell which way is up."""
    image = Image.new("RGB", (width, height), right)
    image.paste(left, (0, 0, width // 2, height))
    return image


def png_header_only(path: Path, width: int, height: int) -> Path:
    """A PNG that claims a size without holding the pixels."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"")))
    return path


def kept_files(paths: list[Path], folder: Path) -> list[Path]:
    return keep_photos(paths, folder).files


def sentence_for(bad: Path, good: list[Path], folder: Path) -> str:
    """What is said of something bad: beside good photos, which are kept, and as often when there are too few of those.

    Then nothing may be kept.
    """
    kept = keep_photos([*good[:3], bad], folder)
    assert len(kept.files) == 3
    shutil.rmtree(folder)
    said = " ".join(say(one) for one in kept.remarks)
    with pytest.raises(StudioError) as caught:
        keep_photos([*good[:2], bad], folder)
    assert str(caught.value) == f"{said} There are 2 photos left; 3 to 20 are fine. Add some more."
    assert not list(folder.parent.iterdir())
    return said


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "kept").mkdir()
    return tmp_path / "kept" / "lesson"


def test_photos_are_kept_in_order_as_upright_rgb(photos: list[Path], folder: Path) -> None:
    kept = kept_files(photos, folder)
    assert [path.name for path in kept] == ["00.jpg", "01.jpg", "02.jpg", "03.jpg", "04.jpg"]
    for path, original in zip(kept, photos, strict=True):
        with Image.open(path) as image, Image.open(original) as given:
            assert (image.mode, image.size) == ("RGB", given.size)


def test_every_format_of_the_promise_is_taken(tmp_path: Path, folder: Path) -> None:
    pillow_heif.register_heif_opener()
    given = []
    kinds = {
        "a.jpg": "JPEG", "b.png": "PNG", "c.webp": "WEBP", "d.HEIC": "HEIF", "e.jfif": "JPEG", "f.avif": "AVIF",
        "g.jpe": "JPEG", "h.tif": "TIFF", "i.bmp": "BMP", "j.gif": "GIF", "k.jp2": "JPEG2000", "l.heif": "HEIF",
        "no ending": "JPEG", "wrong.txt": "PNG",
    }  # fmt: skip
    for number, (name, kind) in enumerate(kinds.items()):
        picture(width=320 + 40 * number).save(tmp_path / name, kind)
        given.append(tmp_path / name)
    two_in_one = tmp_path / "z.jpg"  # as phones write it that keep a second picture for depth
    picture(240, 320).save(two_in_one, "MPO", save_all=True, append_images=[picture(left="green")])
    kept = keep_photos([*given, two_in_one], folder)
    assert (len(kept.files), kept.remarks) == (15, [])
    assert [path.name for path in kept.files[:4]] == ["00.jpg", "01.png", "02.jpg", "03.jpg"]
    for path in kept.files:
        with Image.open(path) as image:
            red, _, blue = image.getpixel((20, 20))  # type: ignore[misc]
            assert red > 200 and blue < 60
    shutil.rmtree(folder)
    with zipfile.ZipFile(tmp_path / "all.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for path in given:
            archive.write(path, f"album/{path.name}")
    assert len(keep_photos([tmp_path / "all.zip"], folder).files) == 14


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_exif_orientation_is_turned_upright(orientation: int, photos: list[Path], folder: Path) -> None:
    upright = picture(320, 200)
    back = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    stored = upright.transpose(back[orientation]) if orientation in back else upright
    exif = Image.Exif()
    exif[0x0112] = orientation
    stored.save(photos[0], exif=exif, quality=95)
    with Image.open(kept_files(photos, folder)[0]) as image:
        assert image.size == (320, 200)
        left, right = image.getpixel((20, 100)), image.getpixel((300, 100))
        assert left[0] > 200 and right[2] > 200  # type: ignore[index]


def test_no_position_comment_profile_or_thumbnail_survives(tmp_path: Path, photos: list[Path], folder: Path) -> None:
    exif = Image.Exif()
    exif[0x010E] = "SECRET-DESCRIPTION"
    exif.get_ifd(0x8825)[2] = (52.0, 31.0, 12.0)  # GPS latitude
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    picture().save(photos[0], exif=exif, comment=b"SECRET-COMMENT", icc_profile=profile, xmp=b"<x>SECRET-XMP</x>")
    picture(left="green").save(tmp_path / "b.png", exif=exif, icc_profile=profile)
    for path in kept_files([*photos, tmp_path / "b.png"], folder):
        content = path.read_bytes()
        assert b"SECRET" not in content and b"Exif" not in content and b"eXIf" not in content
        with Image.open(path) as image:
            assert not image.getexif()
            assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi"}


def test_a_foreign_colour_profile_does_not_stop_a_photo(photos: list[Path], folder: Path) -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    picture(left="green").save(photos[0], icc_profile=lab)
    with Image.open(kept_files(photos, folder)[0]) as image:
        assert image.mode == "RGB"


def test_see_through_places_become_white_and_grey_or_deep_pictures_are_fine(
    tmp_path: Path, photos: list[Path], folder: Path
) -> None:
    Image.new("RGBA", (100, 100), (255, 0, 0, 0)).save(tmp_path / "clear.png")
    Image.new("L", (100, 100), 128).save(tmp_path / "grey.png")
    Image.new("I;16", (100, 100), 128 * 257).save(tmp_path / "deep.png")
    Image.new("CMYK", (100, 100), (0, 0, 0, 0)).save(tmp_path / "print.jpg")
    names = ("clear.png", "grey.png", "deep.png", "print.jpg")
    kept = kept_files([tmp_path / name for name in names], folder)
    pixels = []
    for path in kept:
        with Image.open(path) as image:
            pixels.append(image.getpixel((50, 50)))
    assert pixels[0] == (255, 255, 255)
    assert pixels[1] == (128, 128, 128)
    assert pixels[2] == (128, 128, 128)
    assert min(pixels[3]) > 250  # type: ignore[type-var]


def test_a_large_photo_is_kept_smaller_without_distortion(photos: list[Path], folder: Path) -> None:
    picture(6000, 4000).save(photos[0])
    with Image.open(kept_files(photos, folder)[0]) as image:
        assert image.size == (MAX_SIDE, round(MAX_SIDE * 4000 / 6000))


def test_a_zip_of_photos_counts_as_its_photos(tmp_path: Path, photos: list[Path], folder: Path) -> None:
    pillow_heif.register_heif_opener()
    heic = io.BytesIO()
    picture().save(heic, "HEIF")
    with zipfile.ZipFile(tmp_path / "cats.zip", "w") as archive:
        for photo in photos:
            archive.write(photo, f"my cats/{photo.name}")
        archive.writestr("my cats/IMG_1.HEIC", heic.getvalue())
        archive.writestr("__MACOSX/my cats/._photo_0.jpg", b"what macOS adds")
        archive.writestr("my cats/.DS_Store", b"what macOS adds")
        archive.writestr("my cats/notes.txt", b"not a photo, passed over")
    assert len(kept_files([tmp_path / "cats.zip"], folder)) == 6


def test_every_photo_has_a_name_of_its_own_in_the_order_they_are_kept(
    tmp_path: Path, photos: list[Path], folder: Path
) -> None:
    (tmp_path / "other").mkdir()
    packed, same = tmp_path / "cats.zip", tmp_path / "other" / "photo_0.jpg"
    same.write_bytes(photos[3].read_bytes())
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(photos[1], "holiday/b.jpg")
        archive.write(photos[2], "holiday/photo_0.jpg")
    given = [photos[0], packed, same]
    assert [photo.name for photo in read_upload(given).photos] == [
        "photo_0.jpg",
        "b.jpg",
        "photo_0.jpg (2)",
        "photo_0.jpg (3)",
    ]
    assert len(kept_files(given, folder)) == 4


@pytest.mark.parametrize("count", [0, 1, 2, 21, 45])
def test_too_few_or_too_many_photos_are_counted_back(
    count: int, tmp_path: Path, photos: list[Path], folder: Path
) -> None:
    words = "1 photo;" if count == 1 else f"{count} photos;"
    given = [tmp_path / f"{number}.jpg" for number in range(count)]
    for number, path in enumerate(given):
        picture(320, left=f"hsl({8 * number}, 90%, 50%)").save(path)
    with pytest.raises(StudioError, match=rf"You gave {words}.* 3 to 20 are fine"):
        keep_photos(given, folder)
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        for path in given:
            archive.write(path, path.name)
    if count:
        with pytest.raises(StudioError, match=words):
            keep_photos([tmp_path / "all.zip"], folder)
    assert not folder.exists()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_a_photo_that_is_cut_short_is_named(kind: str, tmp_path: Path, photos: list[Path], folder: Path) -> None:
    pillow_heif.register_heif_opener()
    whole = io.BytesIO()
    noise = Image.effect_noise((300, 300), 80).convert("RGB")
    noise.save(whole, kind)
    bad = tmp_path / f"half.{kind.lower()}"
    for share in (0.9, 0.5):
        bad.write_bytes(whole.getvalue()[: int(len(whole.getvalue()) * share)])
        assert f"{bad.name} is" in sentence_for(bad, photos, folder)


def test_two_hundred_megapixels_are_refused_before_they_are_decoded(
    tmp_path: Path, photos: list[Path], folder: Path
) -> None:
    huge = png_header_only(tmp_path / "huge.png", 20000, 10000)
    assert "huge.png has more than 170 megapixels; up to 50 are fine" in sentence_for(huge, photos, folder)
    large = png_header_only(tmp_path / "large.png", 10000, 10000)
    assert "large.png has 100 megapixels (10000×10000); up to 50 are fine" in sentence_for(large, photos, folder)


def test_moving_pictures_are_refused(tmp_path: Path, photos: list[Path], folder: Path) -> None:
    frames = [picture(), picture(left="green")]
    for name in ("dance.gif", "dance.webp", "dance.png"):
        frames[0].save(tmp_path / name, save_all=True, append_images=frames[1:])
    assert "dance.gif is a moving picture" in sentence_for(tmp_path / "dance.gif", photos, folder)
    assert "dance.webp is a moving picture" in sentence_for(tmp_path / "dance.webp", photos, folder)
    assert "dance.png is a moving picture" in sentence_for(tmp_path / "dance.png", photos, folder)


def test_an_empty_file_a_folder_and_a_missing_file_are_named(tmp_path: Path, photos: list[Path], folder: Path) -> None:
    (tmp_path / "empty.jpg").touch()
    (tmp_path / "album").mkdir()
    assert "empty.jpg is empty (0 bytes)" in sentence_for(tmp_path / "empty.jpg", photos, folder)
    assert "album is a folder" in sentence_for(tmp_path / "album", photos, folder)
    assert "gone.jpg cannot be read" in sentence_for(tmp_path / "gone.jpg", photos, folder)


def test_a_tiny_photo_and_a_ribbon_are_too_small(tmp_path: Path, photos: list[Path], folder: Path) -> None:
    picture(40, 40).save(tmp_path / "icon.png")
    picture(8000, 100).save(tmp_path / "ribbon.png")
    assert "icon.png is too small or too narrow: 40×40 pixels" in sentence_for(tmp_path / "icon.png", photos, folder)
    assert "ribbon.png is too small or too narrow" in sentence_for(tmp_path / "ribbon.png", photos, folder)


@pytest.mark.parametrize(
    "name", ["../evil.jpg", "/etc/evil.jpg", "a/../../evil.jpg", "..\\evil.jpg", "C:\\evil.jpg", "c:evil.jpg", "link"]
)
def test_a_name_that_leads_out_of_a_zip_is_left_out_and_the_rest_is_fine(
    name: str, tmp_path: Path, photos: list[Path], folder: Path
) -> None:
    with zipfile.ZipFile(tmp_path / "evil.zip", "w") as archive:
        for photo in photos:
            archive.write(photo, photo.name)
        info = zipfile.ZipInfo(name)
        info.external_attr = (0o120777 if name == "link" else 0o100644) << 16
        archive.writestr(info, "/etc/passwd" if name == "link" else photos[0].read_bytes())
    kept = keep_photos([tmp_path / "evil.zip"], folder)
    assert len(kept.files) == 5
    said = say(kept.remarks[0])
    assert "evil.zip holds a file named" in said and "leads out of the zip" in said
    assert not (tmp_path / "evil.jpg").exists()


def test_a_zip_that_unpacks_to_gigabytes_is_refused_by_what_it_claims_and_by_what_it_does(
    tmp_path: Path, photos: list[Path], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(photo_zips, "MAX_ZIP_MB", 4)
    monkeypatch.setattr(photo_uploads, "MAX_FILE_MB", 2)
    bomb = tmp_path / "bomb.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(3):
            archive.writestr(f"{number}.jpg", bytes(1_900_000))
    assert "bomb.zip would unpack to" in sentence_for(bomb, photos, folder)
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("big.jpg", b"\xff\xd8\xff" + bytes(3_000_000))
    assert "big.jpg in bomb.zip is 3 MB" in sentence_for(bomb, photos, folder)
    lying = bytearray(bomb.read_bytes())
    for signature, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):  # claims 1 kB, holds 3 MB
        at = lying.index(signature) + offset
        lying[at : at + 4] = struct.pack("<I", 1000)
    bomb.write_bytes(bytes(lying))
    assert "big.jpg in bomb.zip is" in sentence_for(bomb, photos, folder)


def test_other_bad_zips_get_their_sentence(tmp_path: Path, photos: list[Path], folder: Path) -> None:
    zip_file = tmp_path / "cats.zip"
    zip_file.write_bytes(b"PK\x03\x04 and then nothing")
    assert "cats.zip is a damaged zip" in sentence_for(zip_file, photos, folder)
    with zipfile.ZipFile(zip_file, "w") as archive:
        archive.writestr("notes.txt", b"no photos here")
    assert "notes.txt in cats.zip is no photo and was left out." in sentence_for(zip_file, photos, folder)
    with zipfile.ZipFile(zip_file, "w") as archive:
        archive.mkdir("nothing")
    assert "cats.zip holds no photos" in sentence_for(zip_file, photos, folder)
    with zipfile.ZipFile(zip_file, "w") as archive:
        archive.writestr("inner.zip", b"PK\x03\x04 and more")
    assert "cats.zip holds another zip, inner.zip" in sentence_for(zip_file, photos, folder)
    with zipfile.ZipFile(zip_file, "w") as archive:
        archive.writestr("empty.jpg", b"")
    assert "empty.jpg in cats.zip is empty (0 bytes)" in sentence_for(zip_file, photos, folder)
    with zipfile.ZipFile(zip_file, "w") as archive:
        archive.write(photos[4], "a.jpg")
    content = bytearray(zip_file.read_bytes())
    middle = content.index(b"a.jpg") + 2000
    content[middle : middle + 100] = bytes(100)
    zip_file.write_bytes(bytes(content))
    assert "a.jpg in cats.zip is damaged" in sentence_for(zip_file, photos, folder)
    content[content.index(b"PK\x01\x02") + 8] |= 1  # says that it is encrypted
    zip_file.write_bytes(bytes(content))
    assert "cats.zip is locked with a password" in sentence_for(zip_file, photos, folder)


def test_a_zip_of_very_many_files_is_refused(tmp_path: Path, photos: list[Path], folder: Path) -> None:
    with zipfile.ZipFile(tmp_path / "many.zip", "w") as archive:
        for number in range(1001):
            archive.writestr(f"{number}.txt", b"")
    assert "many.zip holds 1001 files" in sentence_for(tmp_path / "many.zip", photos, folder)


def test_a_broken_exif_tag_does_not_cost_the_photo(photos: list[Path], folder: Path) -> None:
    picture().save(photos[0], exif=b"Exif\x00\x00MM\x00\x2a\x00\x00\xff\xff broken")
    assert len(kept_files(photos, folder)) == 5


def test_a_full_disk_is_said_and_nothing_is_half_kept(
    photos: list[Path], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = []

    def full(_handle: int) -> None:
        calls.append(1)
        if len(calls) == 3:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StudioError, match="The disk is full"):
        keep_photos(photos, folder)
    assert not list(folder.parent.iterdir())


def test_photos_that_look_alike_are_paired(tmp_path: Path, photos: list[Path], folder: Path) -> None:
    with Image.open(photos[1]) as image:
        image.crop((4, 3, 396, 297)).point(lambda value: value * 0.8).save(tmp_path / "again.jpg", quality=70)
    kept = kept_files([*photos, tmp_path / "again.jpg"], folder)
    assert find_faults(kept, 256).twins == [(1, 5)]
