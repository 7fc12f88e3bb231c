"""The texts inside picture files: any request survives PNG, JPEG and WebP; what is broken or huge is refused."""

import io
import json
import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from studio.errors import StudioError
from studio.interop.comfy.writing import graph_of
from studio.interop.infotext import LoraTag, parameters_text
from studio.interop.metadata import MAX_TEXT_BYTES, NAMES, copy_of, own_request, png_texts, texts_in
from studio.jobs.requests import MAX_PROMPT, PictureRequest
from studio.models.checkpoint_names import CheckpointName
from studio.words import say
from tests.any_request import picture_request, picture_requests

BASE = CheckpointName(file_name="sd_xl_base_1.0.safetensors", file_hash="31e35c80fc")
TAGS = [LoraTag(stem="luna_cat", strength=0.8, file_hash="0123456789ab")]


def our_png(folder: Path, request: PictureRequest, seed: int = 12) -> Path:
    """A picture as Cuddle writes it."""
    info = png_texts(request, seed, parameters_text(request, seed, BASE, TAGS), graph_of(request, seed, BASE, TAGS))
    file = folder / "ours.png"
    Image.new("RGB", (16, 16), (200, 100, 50)).save(file, "PNG", pnginfo=info)
    return file


def saved(folder: Path, content: bytes, name: str = "picture.png") -> Path:
    file = folder / name
    file.write_bytes(content)
    return file


def read_back(file: Path) -> PictureRequest:
    own = own_request(texts_in(file))
    assert own is not None
    return PictureRequest.from_json(own)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(request=picture_requests(), seed=st.integers(0, 2**64 - 1))
def test_random_requests_come_back_from_the_png_the_jpeg_and_the_webp_with_nothing_lost(
    request: PictureRequest, seed: int, tmp_path: Path
) -> None:
    png = our_png(tmp_path, request, seed)
    jpeg, webp = (saved(tmp_path, copy_of(png, form), f"copy.{form}") for form in ("jpeg", "webp"))

    texts = texts_in(png)
    assert texts["parameters"] == parameters_text(request, seed, BASE, TAGS)
    assert json.loads(texts["prompt"]) == graph_of(request, seed, BASE, TAGS)
    assert texts_in(jpeg)["parameters"] == texts_in(webp)["parameters"] == texts["parameters"]
    assert texts_in(webp)["prompt"] == texts["prompt"]
    expected = PictureRequest.from_json(request.to_json() | {"seed": seed, "count": 1})
    assert read_back(png) == read_back(jpeg) == read_back(webp) == expected


def test_the_longest_words_of_all_fit_into_a_jpeg(tmp_path: Path) -> None:
    long = "🐈" * MAX_PROMPT
    request = picture_request(prompt=long, typed_prompt=long, negative_prompt=long, seed=12)
    copy = saved(tmp_path, copy_of(our_png(tmp_path, request), "jpeg"), "copy.jpg")
    assert read_back(copy) == request


def test_other_programs_find_their_own_words_where_they_look(tmp_path: Path) -> None:
    """A1111: EXIF's user comment as UNICODE; ComfyUI's page: an EXIF text that begins with "prompt:"."""
    png = our_png(tmp_path, picture_request(prompt="crème"))
    chunks = png.read_bytes()
    assert b"iTXtparameters\x00" in chunks and "crème".encode() in chunks, "as Latin-1 ComfyUI would misread it"
    assert b"tEXtprompt\x00" in chunks
    assert b"tEXtparameters\x00" in our_png(tmp_path, picture_request()).read_bytes()
    png = our_png(tmp_path, picture_request(prompt="crème"))
    for form in ("jpeg", "webp"):
        with Image.open(io.BytesIO(copy_of(png, form))) as image:
            exif = image.getexif()
            comment = exif.get_ifd(0x8769)[0x9286]
            assert comment[:8] == b"UNICODE\0" and comment[8:].decode("utf-16-be").startswith(
                "crème <lora:luna_cat:0.8>"
            )
            graph = exif.get(0x0110, "")
            assert (form == "jpeg") == (graph == "")
            assert form == "jpeg" or json.loads(graph.removeprefix("prompt:"))["3"]["class_type"] == "KSampler"


def test_a_copy_shows_the_same_picture_and_png_is_the_very_file(tmp_path: Path) -> None:
    png = our_png(tmp_path, picture_request())
    assert copy_of(png, "png") == png.read_bytes()
    for form, name in (("jpeg", "JPEG"), ("webp", "WEBP")):
        with Image.open(io.BytesIO(copy_of(png, form))) as image:
            assert image.format == name and image.size == (16, 16)
            pixel = image.convert("RGB").getpixel((8, 8))
            assert isinstance(pixel, tuple)
            assert all(abs(one - other) <= 4 for one, other in zip(pixel, (200, 100, 50), strict=True))


def exif_file(folder: Path, comment: bytes, form: str = "JPEG") -> Path:
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9286] = comment
    file = folder / f"x.{form.lower()}"
    Image.new("RGB", (8, 8)).save(file, form, exif=exif)
    return file


WORDS = "a cat\nSteps: 20, Sampler: Euler, CFG scale: 7"
COMMENTS = {
    "A1111's": b"UNICODE\0" + WORDS.encode("utf-16-be"),
    "the other order of bytes": b"UNICODE\0" + WORDS.encode("utf-16-le"),
    "with a mark of its order": b"UNICODE\0" + WORDS.encode("utf-16"),
    "ASCII": b"ASCII\0\0\0" + WORDS.encode(),
    "nothing said": b"\0" * 8 + WORDS.encode(),
    "nothing at all": WORDS.encode(),
}


@pytest.mark.parametrize("what", COMMENTS)
@pytest.mark.parametrize("form", ["JPEG", "WEBP"])
def test_a_user_comment_in_every_writing_is_read(what: str, form: str, tmp_path: Path) -> None:
    assert texts_in(exif_file(tmp_path, COMMENTS[what], form)) == {"parameters": WORDS}


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png_with(*chunks: bytes, after: bool = False) -> bytes:
    """A PNG of one pixel with these chunks before its pixels, or after them."""
    head = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    pixels, end = chunk(b"IDAT", zlib.compress(b"\0\0")), chunk(b"IEND", b"")
    return head + (pixels + b"".join(chunks) if after else b"".join(chunks) + pixels) + end


@pytest.mark.parametrize("after", [False, True])
def test_text_is_read_packed_or_not_before_the_pixels_or_after(after: bool, tmp_path: Path) -> None:
    packed = zlib.compress("crème".encode())
    for content in (
        chunk(b"tEXt", b"parameters\0" + "crème".encode("latin-1")),
        chunk(b"tEXt", b"parameters\0" + "crème".encode()),
        chunk(b"zTXt", b"parameters\0\0" + packed),
        chunk(b"iTXt", b"parameters\0\0\0en\0x\0" + "crème".encode()),
        chunk(b"iTXt", b"parameters\0\1\0\0\0" + packed),
    ):
        assert texts_in(saved(tmp_path, png_with(content, after=after))) == {"parameters": "crème"}


def test_of_two_texts_of_one_name_the_first_counts_and_other_names_are_passed_over(tmp_path: Path) -> None:
    texts = [
        (b"parameters", b"one"),
        (b"Comment", b"x" * 9_000_000),
        (b"parameters", b"two"),
        (b"", b""),
        (b"n" * 90, b""),
    ]
    content = png_with(*(chunk(b"tEXt", name + b"\0" + text) for name, text in texts))
    assert texts_in(saved(tmp_path, content)) == {"parameters": "one"}


BOMB = zlib.compress(b"a" * 500_000_000, 9)  # half a megabyte that unpacks to 500 MB
TOO_MUCH = {
    "a zTXt bomb": png_with(chunk(b"zTXt", b"parameters\0\0" + BOMB)),
    "an iTXt bomb": png_with(chunk(b"iTXt", b"cuddle\0\1\0\0\0" + BOMB)),
    "a long tEXt": png_with(chunk(b"tEXt", b"prompt\0" + b"a" * (MAX_TEXT_BYTES + 1))),
}


@pytest.mark.parametrize("what", TOO_MUCH)
def test_a_text_that_is_huge_or_would_become_it_is_refused(what: str, tmp_path: Path) -> None:
    with pytest.raises(StudioError, match=r"in picture\.png is longer than 2 MB; nothing was read"):
        texts_in(saved(tmp_path, TOO_MUCH[what]))


BROKEN = {
    "empty": b"",
    "a GIF": b"GIF89a" + b"\0" * 40,
    "a text": b"Steps: 20, Sampler: Euler",
    "a PNG's first bytes": b"\x89PNG\r\n\x1a\n",
    "a PNG cut in a chunk": png_with(chunk(b"tEXt", b"parameters\0" + b"a" * 500))[:60],
    "packed wrongly": png_with(chunk(b"zTXt", b"parameters\0\0nothing of the sort")),
    "an iTXt without its parts": png_with(chunk(b"iTXt", b"parameters\0")),
    "a JPEG's first bytes": b"\xff\xd8\xff",
    "a WebP's first bytes": b"RIFF\0\0\0\0WEBPVP8 ",
    "an EXIF of nonsense": b"\xff\xd8\xff\xe1\0\x20Exif\0\0II*\0\xff\xff\xff\xff" + b"\0" * 40 + b"\xff\xd9",
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_file_is_refused_in_a_sentence_that_says_what_is_fine(what: str, tmp_path: Path) -> None:
    with pytest.raises(StudioError) as refused:
        texts_in(saved(tmp_path, BROKEN[what]))
    assert "picture.png" in str(refused.value) and say("picture-formats-fine") in str(refused.value)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    place=st.integers(0, 2000), noise=st.binary(min_size=1, max_size=30), form=st.sampled_from(["png", "jpeg", "webp"])
)
def test_a_spoilt_file_gives_texts_or_a_sentence_and_nothing_else(
    place: int, noise: bytes, form: str, tmp_path: Path
) -> None:
    content = bytearray(copy_of(our_png(tmp_path, picture_request()), form))
    content[place % len(content) : place % len(content) + len(noise)] = noise
    try:
        texts = texts_in(saved(tmp_path, bytes(content)))
    except StudioError:
        return
    assert set(texts) <= set(NAMES) and all(isinstance(text, str) for text in texts.values())


def test_nothing_is_decoded_to_read_a_text(tmp_path: Path) -> None:
    """A picture that claims to be 60,000 pixels wide and high would take 10 GB."""
    info = PngInfo()
    info.add_text("parameters", WORDS)
    buffer = io.BytesIO()
    Image.new("RGB", (8, 8)).save(buffer, "PNG", pnginfo=info)
    content = bytearray(buffer.getvalue())
    content[16:24] = struct.pack(">II", 60_000, 60_000)
    assert texts_in(saved(tmp_path, bytes(content))) == {"parameters": WORDS}

    webp = bytearray(exif_file(tmp_path, COMMENTS["A1111's"], "WEBP").read_bytes())
    assert webp[12:16] == b"VP8X"
    webp[24:30] = b"\xfe\x3f\0\xfe\x3f\0"  # 16,383 pixels wide and high
    assert texts_in(saved(tmp_path, bytes(webp))) == {"parameters": WORDS}


def exif_types(exif: bytes) -> dict[int, int]:
    """The type of each value inside a block of EXIF, read as the standard has it."""
    start = exif.index(b"MM\0*")
    block = exif[start:]

    def rows(at: int) -> list[tuple[int, int, int]]:
        (count,) = struct.unpack_from(">H", block, at)
        entries = [struct.unpack_from(">HHII", block, at + 2 + 12 * number) for number in range(count)]
        return [(tag, kind, value) for tag, kind, _, value in entries]

    outer = rows(8)
    inner = next(value for tag, _, value in outer if tag == 0x8769)
    return {tag: kind for tag, kind, _ in [*outer, *rows(inner)]}


@pytest.mark.parametrize("format", ["jpeg", "webp"])
def test_the_copys_user_comment_is_of_the_one_type_that_a1111_reads(format: str, tmp_path: Path) -> None:
    file = tmp_path / "x.png"
    request = picture_request()
    Image.new("RGB", (16, 16)).save(file, pnginfo=png_texts(request, 3, "ein Kätzchen\nSteps: 20", {"3": {}}))
    (tmp_path / "copy").write_bytes(copy_of(file, format))

    with Image.open(tmp_path / "copy") as image:
        exif = image.info["exif"]
        comment = image.getexif().get_ifd(0x8769)[0x9286]
    types = exif_types(exif)
    assert (types[0x9286], types[0x927C]) == (7, 7), "UNDEFINED"
    assert types.get(0x0110) == (2 if format == "webp" else None)
    assert comment == b"UNICODE\0" + "ein Kätzchen\nSteps: 20".encode("utf-16-be")


@pytest.mark.parametrize("format", ["JPEG", "WEBP"])
def test_copies_of_earlier_versions_are_still_read(format: str, tmp_path: Path) -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9286] = b"UNICODE\0" + "a cat\nSteps: 20".encode("utf-16-be")  # Pillow writes BYTE
    Image.new("RGB", (8, 8)).save(tmp_path / "old", format, exif=exif)
    assert texts_in(tmp_path / "old") == {"parameters": "a cat\nSteps: 20"}
