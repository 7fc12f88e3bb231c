"""Photos that claim, or unpack to, more than they hold: what is refused or kept, and what memory that takes."""

import io
import struct
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pillow_heif
import pytest
from PIL import Image

from studio.errors import StudioError
from studio.interop.metadata import texts_in
from studio.photos import decoding_process
from studio.photos.decoding import MAX_SIDE
from studio.photos.decoding_process import PhotoProcess
from studio.photos.keeping import keep_photos, one_photo
from studio.words import as_written, say
from tests.slow import with_slow
from tests.strange_photos import claiming, jpeg_of_rows, packed_zeros, png

PYTHON_MB = 40  # the helper before it opens anything
SMALL_MB = 30  # what a photo may take that is refused by its first bytes


def tried(path: Path) -> tuple[str, float]:
    """What became of a photo ("kept WxH", or the sentence of why not), and the most memory of its process, in MB."""
    if sys.platform != "linux":
        pytest.skip("the memory of a process is read from /proc")
    with PhotoProcess() as process:
        try:
            photo = {"path": str(path), "place": None, "lossless": False}
            content = process.finished(as_written(path.name), photo).content
            with Image.open(io.BytesIO(content)) as image:
                said = f"kept {image.width}x{image.height}"
        except StudioError as error:
            said = str(error)
        assert process._process is not None, "it ended over the photo"
        status = Path(f"/proc/{process._process.pid}/status").read_text()
    peak = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return said, int(peak.split()[1]) / 1024


def narrow(folder: Path) -> Path:
    return png(folder / "strange.png", 1, 50_000_000, colours=0, rows=100)


def huge_jpeg(folder: Path) -> Path:
    Image.new("RGB", (640, 480)).save(folder / "strange.jpg")
    return claiming(folder / "strange.jpg", struct.pack(">HH", 480, 640), struct.pack(">HH", 65500, 65500))


def huge_heic(folder: Path) -> Path:
    pillow_heif.register_heif_opener()
    Image.effect_noise((640, 480), 50).convert("RGB").save(folder / "strange.heic", "HEIF")
    return claiming(folder / "strange.heic", struct.pack(">II", 640, 480), struct.pack(">II", 65535, 65535))


def huge_webp(folder: Path) -> Path:
    path = folder / "strange.webp"
    Image.new("RGB", (640, 480)).save(path, lossless=True)
    size, claimed = (width - 1 | (height - 1) << 14 for width, height in ((640, 480), (16383, 16383)))
    return claiming(path, size.to_bytes(4, "little"), claimed.to_bytes(4, "little"))


def many_frames_png(folder: Path) -> Path:
    return png(folder / "strange.png", 640, 480, rows=480, acTL=struct.pack(">II", 100_000, 0))


def many_frames_webp(folder: Path) -> Path:
    frames = [Image.new("RGB", (64, 64), (number % 256, number // 256, 0)) for number in range(1000)]
    frames[0].save(folder / "strange.webp", save_all=True, append_images=frames[1:])
    return folder / "strange.webp"


def text_of_a_gigabyte(folder: Path) -> Path:
    return png(folder / "strange.png", 640, 480, rows=480, zTXt=b"parameters\0\0" + packed_zeros(8) * 120)


def profile_of_much(folder: Path) -> Path:
    return png(folder / "strange.png", 640, 480, rows=480, iCCP=b"sRGB\0\0" + packed_zeros(100))


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (narrow, "too small or too narrow: 1×50000000 pixels"),
        (huge_jpeg, "more than 170 megapixels"),
        (huge_heic, "more than 170 megapixels"),
        (huge_webp, "has 268 megapixels (16383×16383)"),
        (many_frames_png, "is a moving picture"),
        (many_frames_webp, "is a moving picture"),
        (text_of_a_gigabyte, "is damaged"),
        (profile_of_much, "is damaged"),
    ],
)
def test_what_claims_too_much_is_refused_by_its_first_bytes(
    make: Callable[[Path], Path], sentence: str, tmp_path: Path
) -> None:
    said, peak = tried(make(tmp_path))
    assert said.startswith("strange.") and sentence in said
    assert peak < PYTHON_MB + SMALL_MB


@pytest.mark.parametrize("colours", with_slow([0, 2, 6], [2]))
def test_a_picture_of_49_megapixels_in_16_bits_is_kept_within_the_bound(colours: int, tmp_path: Path) -> None:
    said, peak = tried(png(tmp_path / "deep.png", 7000, 7000, bits=16, colours=colours, rows=7000))
    assert said == f"kept {MAX_SIDE}x{MAX_SIDE}"
    assert peak < PYTHON_MB + {0: 250, 2: 300, 6: 450}[colours]


@pytest.mark.parametrize(("width", "height"), [(12000, 9008), (16384, 3552), (20000, 608)])
def test_the_largest_phone_photos_and_panoramas_are_opened_at_a_part_of_their_size(
    width: int, height: int, tmp_path: Path
) -> None:
    said, peak = tried(jpeg_of_rows(tmp_path / "large.jpg", width, height))
    assert said == f"kept {MAX_SIDE}x{round(height * MAX_SIDE / width)}"
    assert peak < PYTHON_MB + 160


def test_what_takes_more_than_the_bound_is_a_sentence_and_the_next_photo_is_fine(
    tmp_path: Path, photos: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    if sys.platform != "linux":
        pytest.skip("Linux alone bounds the memory of a process")
    large = png(tmp_path / "large.png", 7000, 7000, colours=6, rows=7000)
    start = "import studio.photos.decoding_process as it; it.MEMORY_MB = 150; it.main()"
    monkeypatch.setattr(decoding_process, "COMMAND", (sys.executable, "-c", start))
    with pytest.raises(StudioError, match=r"large\.png takes more than \d+ MB of memory to open"):
        one_photo(large)
    kept = keep_photos([large, *photos], tmp_path / "kept")
    assert len(kept.files) == 5 and "large.png takes more than" in say(kept.remarks[0])


def test_a_helper_that_crashes_or_takes_too_long_is_a_sentence_that_names_the_photo(
    photos: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decoding_process, "COMMAND", (sys.executable, "-c", "import sys; sys.stdin.readline()"))
    with pytest.raises(StudioError, match=r"photo_0\.jpg could not be opened"):
        one_photo(photos[0])
    monkeypatch.setattr(decoding_process, "COMMAND", (sys.executable, "-c", "import time; time.sleep(600)"))
    with PhotoProcess(decode_seconds=0.2) as process, pytest.raises(StudioError, match=r"a\.jpg takes more than"):
        process.finished(as_written("a.jpg"), {})


def test_no_helper_is_left_behind(photos: list[Path], tmp_path: Path) -> None:
    with PhotoProcess() as process:
        process.finished(as_written("a"), {"path": str(photos[0]), "place": None, "lossless": False})
        helper = process._process
        assert helper is not None and helper.poll() is None
    assert helper.poll() is not None


def test_a_photo_in_a_zip_is_bounded_too(tmp_path: Path, photos: list[Path]) -> None:
    with zipfile.ZipFile(tmp_path / "photos.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for photo in photos:
            archive.write(photo, photo.name)
        archive.write(narrow(tmp_path), "narrow.png")
    kept = keep_photos([tmp_path / "photos.zip"], tmp_path / "kept")
    assert len(kept.files) == 5 and "narrow.png in photos.zip is too small or too narrow" in say(kept.remarks[0])
    assert kept.remarks[0].key == "photo-too-small", "no sentence passes from the helper"


def test_a_jpeg_of_nothing_but_exif_is_read_at_once(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9286] = b"ASCII\0\0\0" + b"a cat, Steps: 20"
    path = tmp_path / "exif.jpg"
    Image.new("RGB", (64, 64)).save(path, exif=exif)
    content = path.read_bytes()
    part = b"\xff\xe1" + struct.pack(">H", 65_000) + b"Exif\0\0" + bytes(64_992)
    path.write_bytes(content[:-2] + b"\xff\xd9")
    assert texts_in(path) == {"parameters": "a cat, Steps: 20"}
    first_scan = content.index(b"\xff\xdb")
    path.write_bytes(content[:first_scan] + part * 1000 + content[first_scan:])
    began = time.process_time()
    assert texts_in(path) == {"parameters": "a cat, Steps: 20"}
    assert time.process_time() - began < 1


@pytest.mark.parametrize("large", [False, True], ids=["plain", "zip64"])
def test_a_zip_that_claims_a_list_of_gigabytes_is_refused_unread(large: bool, tmp_path: Path) -> None:
    path = tmp_path / "list.zip"
    twin = b"PK\x06\x06" + struct.pack("<QHHIIQQQQ", 44, 45, 45, 0, 0, 1, 1, 3 * 2**30, 4)
    locator = b"PK\x06\x07" + struct.pack("<IQI", 0, 4, 1)
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1, 1, 0xFFFFFFFF if large else 3 * 2**30, 4, 0)
    path.write_bytes(b"PK\x03\x04" + (twin + locator if large else b"") + end)
    with pytest.raises(StudioError, match=r"list\.zip lists very many files"):
        keep_photos([path], tmp_path / "kept")
