"""What people bring as photos: hidden copies, captions, other files and odd zips, each taken or left out in words."""

import io
import shutil
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import pillow_heif
import pytest
from PIL import Image, TiffImagePlugin

from studio.errors import StudioError
from studio.photos.keeping import keep_photos
from studio.photos.uploads import read_upload
from studio.words import say


def packed(path: Path, files: Mapping[str, bytes]) -> Path:
    """A zip of these files, by their names in it."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def as_bytes(image: Image.Image, kind: str, **more: object) -> bytes:
    content = io.BytesIO()
    image.save(content, kind, **more)
    return content.getvalue()


def small_copy(photo: Path) -> bytes:
    with Image.open(photo) as image:
        return as_bytes(image.resize((160, 120)), "JPEG")


def said_of(path: Path, photos: Sequence[Path]) -> str:
    """The one sentence about a file that was given beside good photos, which are all kept."""
    kept = keep_photos([*photos[:2], path, photos[2]], path.parent / "kept")
    shutil.rmtree(path.parent / "kept")
    assert kept.names == [photo.name for photo in photos[:3]]
    assert len(kept.remarks) == 1
    return say(kept.remarks[0])


@pytest.mark.parametrize(
    ("beside", "mark"),
    [
        ("cats/.ipynb_checkpoints/{stem}-checkpoint.jpg", ".ipynb_checkpoints"),
        ("cats/@eaDir/{name}/SYNOPHOTO_THUMB_XL.jpg", "@eaDir"),
        ("cats/.@__thumb/s100{name}", ".@__thumb"),
        (".thumbnails/normal/{name}", ".thumbnails"),
        ("__MACOSX/cats/._{name}", "__MACOSX"),
        ("cats/.picasaoriginals/{name}", ".picasaoriginals"),
        (".dtrash/files/{name}", ".dtrash"),
        ("cats/Thumbs.db", "Thumbs.db"),
        ("cats/desktop.ini", "desktop.ini"),
        ("cats/._{name}", "._photo_0.jpg"),
        ("cats/.AppleDouble/{name}", ".AppleDouble"),
        ("Catalog Previews.lrdata/1/{name}", "Catalog Previews.lrdata"),
        ("cats/CaptureOne/Cache/Thumbnails/{name}.cot", "CaptureOne"),
        ("cats/#recycle/{name}", "#recycle"),
        ("cats/Thumbnails/{name}", "Thumbnails"),
    ],
)
def test_what_photo_programs_keep_beside_photos_is_left_out_and_said(
    beside: str, mark: str, tmp_path: Path, photos: list[Path]
) -> None:
    files = {f"cats/{photo.name}": photo.read_bytes() for photo in photos}
    copies = {beside.format(name=photo.name, stem=photo.stem): small_copy(photo) for photo in photos}
    upload = read_upload([packed(tmp_path / "cats.zip", {**copies, **files})])
    assert [photo.name for photo in upload.photos] == [photo.name for photo in photos]
    files_left = "a file" if len(copies) == 1 else f"{len(copies)} files"
    assert say(upload.notes[0]).startswith(f"cats.zip holds {files_left} that computers or photo programs keep beside")
    assert mark in say(upload.notes[0])


def test_the_same_photo_in_other_bytes_another_size_or_another_format_is_taken_once(
    tmp_path: Path, photos: list[Path]
) -> None:
    (tmp_path / "again.jpg").write_bytes(photos[0].read_bytes())
    (tmp_path / "small.jpg").write_bytes(small_copy(photos[1]))
    with Image.open(photos[2]) as image:
        image.save(tmp_path / "same.png")
        image.resize((800, 600)).save(tmp_path / "large.webp", quality=60)
    others = [tmp_path / name for name in ("again.jpg", "small.jpg", "same.png", "large.webp")]
    kept = keep_photos([others[1], *photos, *others], tmp_path / "kept")
    assert kept.names == ["photo_1.jpg", "photo_0.jpg", "large.webp", "photo_3.jpg", "photo_4.jpg"]
    assert [say(one) for one in kept.remarks] == [
        "5 photos are the same as others, so each was taken once: small.jpg (as photo_1.jpg), small.jpg (2) (as "
        "photo_1.jpg), again.jpg (as photo_0.jpg), photo_2.jpg (as large.webp) and same.png (as large.webp)."
    ]
    with Image.open(kept.files[2]) as image:
        assert image.size == (800, 600)


def test_a_whole_copy_of_a_damaged_photo_is_taken(tmp_path: Path, photos: list[Path]) -> None:
    path = tmp_path / "cats.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(photos[0], "a.jpg")
    content = bytearray(path.read_bytes())
    content[2000:2100] = bytes(100)
    path.write_bytes(bytes(content))
    kept = keep_photos([path, *photos], tmp_path / "kept")
    assert kept.names == [photo.name for photo in photos]
    assert [say(one) for one in kept.remarks] == [
        "a.jpg in cats.zip is damaged; a whole zip of photos is fine. Pack it again."
    ]


TEXTS = {
    "letter.jpg": (b"Dear Sir or Madam", "letter.jpg is not a photo but a text file; JPEG, PNG"),
    "page.jpeg": (b"<!-- saved -->\n<!DOCTYPE html><html><body>", "page.jpeg is not a photo but a web page; JPEG"),
    "found.png": (b"\xef\xbb\xbf<html lang=de>", "found.png is not a photo but a web page"),
    "logo.svg": (b'<?xml version="1.0"?>\n<svg xmlns="x">', "logo.svg is an SVG drawing, which Cuddle cannot open"),
    "empty.jpg": (b"", "empty.jpg is empty (0 bytes)"),
    "noise.jpg": (bytes(range(1, 200)), "noise.jpg is not a photo that can be opened"),
    "cut.jpg": (b"\xff\xd8\xff\xe0\x00\x10JFIF", "cut.jpg is "),
    "paper.pdf": (b"%PDF-1.7\n", "paper.pdf is not a photo but a PDF"),
    "live.mov": (b"\x00\x00\x00\x14ftypqt  " + bytes(90), "live.mov is not a photo but a video"),
    "clip.mp4": (b"\x00\x00\x00\x20ftypisom" + bytes(90), "clip.mp4 is not a photo but a video"),
    "clip.jpg": (b"\x1aE\xdf\xa3" + bytes(90), "clip.jpg is not a photo but a video"),
    "song.m4a": (b"\x00\x00\x00\x20ftypM4A " + bytes(90), "song.m4a is not a photo but a sound file"),
    "raw.cr2": (b"II*\x00\x10\x00\x00\x00CR\x02\x00" + bytes(90), "raw.cr2 is a RAW photo, which Cuddle cannot open"),
    "raw.cr3": (b"\x00\x00\x00\x18ftypcrx " + bytes(90), "raw.cr3 is a RAW photo"),
    "raw.orf": (b"IIRO\x08\x00\x00\x00" + bytes(90), "raw.orf is a RAW photo"),
    "raw.raf": (b"FUJIFILMCCD-RAW 0201" + bytes(90), "raw.raf is a RAW photo"),
    "work.psd": (b"8BPS\x00\x01" + bytes(90), "work.psd is a Photoshop file, which Cuddle cannot open"),
    "new.jxl": (b"\xff\x0a" + bytes(90), "new.jxl is a JPEG XL photo, which Cuddle cannot open"),
    "cats.rar": (b"Rar!\x1a\x07\x01\x00" + bytes(90), "cats.rar is not a photo but a RAR archive"),
    "cats.7z": (b"7z\xbc\xaf\x27\x1c" + bytes(90), "cats.7z is not a photo but a 7z archive"),
    "cats.zip": (b"Rar!\x1a\x07\x01\x00" + bytes(90), "cats.zip is not a photo but a RAR archive"),
    "cats.tar.gz": (b"\x1f\x8b\x08\x00" + bytes(90), "cats.tar.gz is not a photo but a gzip archive"),
    "broken.zip": (b"PK\x03\x04 and no more", "broken.zip is a damaged zip"),
    "notes.txt": (b"bring food", "notes.txt belongs to no photo"),
    "._photo_0.jpg": (b"\x00\x05\x16\x07", "._photo_0.jpg is what computers and photo programs keep beside photos"),
}  # fmt: skip


@pytest.mark.parametrize("name", list(TEXTS))
def test_what_is_no_photo_is_named_with_what_it_is_and_the_photos_are_kept(
    name: str, tmp_path: Path, photos: list[Path]
) -> None:
    content, words = TEXTS[name]
    (tmp_path / name).write_bytes(content)
    assert said_of(tmp_path / name, photos).startswith(words)


def test_raw_photos_that_are_tiffs_moving_pictures_and_several_in_one_are_told_apart(
    tmp_path: Path, photos: list[Path]
) -> None:
    pillow_heif.register_heif_opener()
    pages = [Image.effect_noise((200, 150), 90), Image.effect_noise((200, 150), 20)]
    tags = TiffImagePlugin.ImageFileDirectory_v2()
    tags[0xC612] = b"\x01\x04\x00\x00"
    pages[0].save(tmp_path / "camera.dng", "TIFF", tiffinfo=tags)
    assert "camera.dng is a RAW photo" in said_of(tmp_path / "camera.dng", photos)
    pages[0].save(tmp_path / "camera.nef", "TIFF")
    assert "camera.nef is a RAW photo" in said_of(tmp_path / "camera.nef", photos)
    for kind in ("gif", "webp", "png"):
        path = tmp_path / f"dance.{kind}"
        pages[0].save(path, save_all=True, append_images=pages[1:])
        assert f"dance.{kind} is a moving picture" in said_of(path, photos)
    for kind in ("tif", "heic", "avif"):
        path = tmp_path / f"several.{kind}"
        pages[0].convert("RGB").save(path, save_all=True, append_images=[pages[1].convert("RGB")])
        kept = keep_photos([*photos, path], tmp_path / "kept")
        shutil.rmtree(tmp_path / "kept")
        assert (len(kept.files), [say(one) for one in kept.remarks]) == (
            6, [f"several.{kind} holds several pictures, of which the first one was taken."],
        )  # fmt: skip


@pytest.mark.parametrize(
    ("stored", "flag", "shown"),
    [
        ("Kätzchen.jpg".encode("cp437"), 0, "Kätzchen.jpg"),
        ("Kätzchen.jpg".encode(), 0, "Kätzchen.jpg"),
        ("Ka\u0308tzchen.jpg".encode(), 0x800, "Kätzchen.jpg"),
        ("猫.jpg".encode(), 0, "猫.jpg"),
        (b"10:30 at home.jpg", 0, "10:30 at home.jpg"),
        (b"cats\\sofa: asleep.jpg", 0, "sofa: asleep.jpg"),
    ],
)
def test_a_name_in_a_zip_is_read_as_it_was_meant(
    stored: bytes, flag: int, shown: str, tmp_path: Path, photos: list[Path]
) -> None:
    place = "x" * len(stored)
    path = packed(tmp_path / "cats.zip", {place: photos[0].read_bytes()})
    content = path.read_bytes().replace(place.encode(), stored)
    for at in (content.index(b"PK\x01\x02") + 8, content.index(b"PK\x03\x04") + 6):
        content = content[:at] + flag.to_bytes(2, "little") + content[at + 2 :]
    path.write_bytes(content)
    upload = read_upload([path])
    assert ([photo.name for photo in upload.photos], upload.remarks) == ([shown], ())
    assert len(keep_photos([path, *photos[1:]], tmp_path / "kept").files) == 5


@pytest.mark.parametrize("stored", [b"\0.jpg", b"\0\0\0\0\0"])
def test_a_photo_without_a_name_in_a_zip_is_taken_by_its_place_there(
    stored: bytes, tmp_path: Path, photos: list[Path]
) -> None:
    path = packed(tmp_path / "cats.zip", {"x" * 5: photos[0].read_bytes()})
    path.write_bytes(path.read_bytes().replace(b"x" * 5, stored))
    upload = read_upload([path, *photos[1:]])
    assert [photo.name for photo in upload.photos] == ["1", *(photo.name for photo in photos[1:])]
    assert (upload.notes, upload.problems) == ((), ())


def test_an_office_document_is_no_zip_of_photos(tmp_path: Path, photos: list[Path]) -> None:
    files = {"[Content_Types].xml": b"<Types/>", "word/media/image1.jpg": photos[4].read_bytes()}
    document = packed(tmp_path / "party.docx", files)
    assert "party.docx is not a photo but an office document" in said_of(document, photos)


def test_what_is_no_photo_in_a_zip_is_named_in_one_sentence(tmp_path: Path, photos: list[Path]) -> None:
    others = {f"album/{number}.json": b"{}" for number in range(7)}
    files = {photo.name: photo.read_bytes() for photo in photos}
    more = {"live.mov": b"\x00\x00\x00\x14ftypqt  ", "more.mp4": b"\x00\x00\x00\x20ftypisom"}
    upload = read_upload([packed(tmp_path / "cats.zip", {**files, **others, **more})])
    assert len(upload.photos) == 5
    assert [say(one) for one in upload.notes] == [
        "0.json, 1.json, 2.json, 3.json, 4.json and 2 more in cats.zip are no photos and were left out.",
    ]
    assert tuple(say(one) for one in upload.problems) == (
        "live.mov and more.mp4 in cats.zip are not photos but videos; JPEG, PNG, WebP, HEIC, AVIF, TIFF and BMP photos "
        "are fine. Choose a photo, or save one frame of it as JPEG.",
    )


def test_captions_beside_loose_photos_are_taken(tmp_path: Path, photos: list[Path]) -> None:
    texts = {
        "photo_0.txt": "[name] asleep\r\n".encode("utf-8-sig"),
        "photo_1.caption": "on a red sofa".encode("utf-16"),
        "photo_2.jpg.txt": b"in the rain",
        "photo_3.txt": "früh".encode("latin-1"),
        "photo_4.txt": b" \n",
    }
    for name, content in texts.items():
        (tmp_path / name).write_bytes(content)
    upload = read_upload([*photos, *(tmp_path / name for name in texts)])
    assert upload.names_and_captions[1] == ["[name] asleep", "on a red sofa", "in the rain", "", ""]
    assert tuple(say(one) for one in upload.remarks) == (
        "photo_3.txt is no text in UTF-8, so no caption was taken from it; save it as UTF-8.",
        "photo_4.txt is empty, so no caption was taken from it; write one, or leave it out.",
        "The captions of 3 photos were taken from text files beside them.",
    )


def test_a_long_caption_is_taken_up_to_a_comma_and_of_several_lines_the_first(
    tmp_path: Path, photos: list[Path]
) -> None:
    (tmp_path / "photo_0.txt").write_text("a cat, " * 100)
    (tmp_path / "photo_1.txt").write_text("by a window\nin the sun\n")
    upload = read_upload([*photos, tmp_path / "photo_0.txt", tmp_path / "photo_1.txt"])
    captions = upload.names_and_captions[1]
    assert captions[0].endswith("a cat") and 280 < len(captions[0]) <= 300
    assert captions[1] == "by a window"
    assert "The caption in photo_0.txt is 699 characters long; 300 are fine" in say(upload.remarks[0])
    assert say(upload.remarks[1]).startswith("Of photo_1.txt the first of 2 lines was taken")


def test_a_folder_of_kohyas_brings_its_captions_and_says_what_else_was_taken(
    tmp_path: Path, photos: list[Path]
) -> None:
    files = {f"img/10_ohwx cat/{photo.name}": photo.read_bytes() for photo in photos[:4]}
    files["img/10_ohwx cat/photo_0.txt"] = b"ohwx cat on a sofa, ohwx looks up"
    files["img/10_ohwx cat/photo_1.txt"] = b"a cat in the rain"
    files["img/photo_2.txt"] = b"of no photo in this folder"
    files["reg/1_cat/photo_9.jpg"] = photos[4].read_bytes()
    upload = read_upload([packed(tmp_path / "set.zip", files)])
    assert [photo.name for photo in upload.photos] == [photo.name for photo in photos[:4]]
    assert upload.names_and_captions[1] == ["[name] on a sofa, [name] looks up", "a cat in the rain", "", ""]
    assert tuple(say(one) for one in upload.remarks) == (
        "The captions of 2 photos were taken from text files beside them.",
        "From the folder “10_ohwx cat” it was taken that “ohwx cat” in the captions means the one you teach; its 10 "
        "repeats were not: a lesson looks at every photo equally often.",
        "photo_9.jpg in set.zip is a picture of others of the kind (regularization), which Cuddle makes itself where "
        "it needs them, so nothing was taken of that folder.",
        "photo_2.txt in set.zip is no photo and was left out.",
    )


def test_too_few_photos_left_are_said_after_what_was_left_out(tmp_path: Path, photos: list[Path]) -> None:
    (tmp_path / "letter.jpg").write_text("Dear Sir or Madam")
    with pytest.raises(StudioError) as caught:
        keep_photos([tmp_path / "letter.jpg", *photos[:2]], tmp_path / "kept")
    assert str(caught.value).startswith("letter.jpg is not a photo but a text file; JPEG")
    assert str(caught.value).endswith("There are 2 photos left; 3 to 20 are fine. Add some more.")
