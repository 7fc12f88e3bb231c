"""Zips of photos and caption files that are bombs, lead out of their folder, or are not what they say."""

import io
import random
import struct
import warnings
import zipfile
from collections.abc import Callable

from benchmarks.hostile.pictures import PICTURES, noise_photo, saved, zeros
from benchmarks.hostile.values import CANARY, hostile_values


def zip_of(members: list[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of these members, in their order; names may come twice."""
    content = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(content, "w", method) as archive:
        warnings.simplefilter("ignore")  # names that come twice are meant to
        for name, data in members:
            member = zipfile.ZipInfo("x")
            member.filename = name  # as it is: ZipInfo cuts a name at a zero byte, and what is left may be nothing
            member.compress_type = method
            archive.writestr(member, data)
    return content.getvalue()


def _photos(rng: random.Random, count: int = 3) -> list[tuple[str, bytes]]:
    return [(f"{number}.jpg", saved(noise_photo(rng), "JPEG")) for number in range(count)]


def _bomb(rng: random.Random) -> bytes:
    return zip_of([(f"{number}.jpg", bytes(rng.choice([30, 120]) * 2**20)) for number in range(3)])


def _nested(rng: random.Random) -> bytes:
    inner = zip_of(_photos(rng))
    for _ in range(rng.choice([1, 30])):
        inner = zip_of([("inner.zip", inner)])
    return inner


def _leading_out(rng: random.Random) -> bytes:
    names = [
        f"../../{CANARY}.jpg",
        "/etc/cron.d/x.jpg",
        "C:\\x.jpg",
        "a/../../../b.jpg",
        "..\\..\\c.jpg",
        "\x00.jpg",
        ".",
    ]
    return zip_of([(rng.choice(names), content) for _, content in _photos(rng, 4)])


def _many(rng: random.Random) -> bytes:
    return zip_of([(f"{number}.jpg", b"") for number in range(rng.choice([21, 5_000, 40_000]))], zipfile.ZIP_STORED)


def _same_names(rng: random.Random) -> bytes:
    return zip_of([("a.jpg", content) for _, content in _photos(rng, 4)])


def _links(rng: random.Random) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, target in (("a.jpg", "/etc/passwd"), ("b.jpg", "../../studio.db"), ("c.jpg", "c.jpg")):
            member = zipfile.ZipInfo(name)
            member.external_attr = 0o120777 << 16
            archive.writestr(member, target)
        for name, data in _photos(rng, rng.choice([0, 3])):
            archive.writestr(f"x{name}", data)
    return content.getvalue()


def _locked(rng: random.Random) -> bytes:
    whole = bytearray(zip_of(_photos(rng)))
    for start, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        found = whole.find(start)
        while found >= 0:
            whole[found + place] |= 1
            found = whole.find(start, found + 4)
    return bytes(whole)


def _lying(rng: random.Random) -> bytes:
    """Its list says other sizes than its members have, or another way of packing."""
    whole = bytearray(zip_of(_photos(rng)))
    found = whole.find(b"PK\x01\x02")
    while found >= 0:
        place, content = rng.choice(
            [
                (24, struct.pack("<I", 10)),
                (20, struct.pack("<I", 2**32 - 1)),
                (10, struct.pack("<H", rng.choice([99, 14, 12]))),
                (42, struct.pack("<I", rng.randrange(2**32))),
                (28, struct.pack("<H", 65_535)),
            ]
        )
        whole[found + place : found + place + len(content)] = content
        found = whole.find(b"PK\x01\x02", found + 4)
    return bytes(whole)


def _overlapping(rng: random.Random) -> bytes:
    """Many entries of the list that are one and the same member."""
    whole = zip_of([("a.jpg", bytes(20 * 2**20))])
    start, end = whole.index(b"PK\x01\x02"), whole.index(b"PK\x05\x06")
    count = rng.choice([20, 3_000])
    entries = whole[start:end] * count
    tail = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, len(entries), start, 0)
    return whole[:start] + entries + tail


def _cut(rng: random.Random) -> bytes:
    whole = zip_of(_photos(rng))
    return whole[: rng.randrange(4, len(whole))]


def _captions(rng: random.Random) -> bytes:
    """Good photos with hostile captions beside them."""
    texts = [one.value for one in hostile_values(rng, 60) if isinstance(one.value, str)]
    members = _photos(rng)
    members += [(f"{n}.txt", rng.choice(texts).encode("utf-8", "surrogatepass")[:900_000]) for n in range(3)]
    members += rng.choice(
        [
            [],
            [("metadata.jsonl", b"{" * 5_000)],
            [("metadata.json", b"[" * 100_000)],
            [("0.caption", bytes(2**20))],
            [("metadata.jsonl", b'{"file_name": "../../etc/passwd", "text": "x"}\n' * 20_000)],
            [("1.json", b"\xff" * 900)],
            [("10_ohwx cat/0.txt", b"\x00" * 10_000_000)],
            [("metadata.csv", b'file_name,text\n"' + b"a" * 200_000)],
        ]
    )
    return zip_of(members)


def _of_hostile(rng: random.Random) -> bytes:
    kinds = [kind for kind in PICTURES if kind not in ("a bomb of pixels", "many chunks", "a packed text")]
    return zip_of([*_photos(rng, 2), *((f"h{n}.jpg", PICTURES[rng.choice(kinds)](rng)) for n in range(2))])


def _packed_twice(rng: random.Random) -> bytes:
    return zip_of(
        [(f"{n}.png", zeros(rng.choice([20, 200]))) for n in range(3)],
        rng.choice([zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA, zipfile.ZIP_DEFLATED]),
    )


ARCHIVES: dict[str, Callable[[random.Random], bytes]] = {
    "a zip bomb": _bomb, "zips in a zip": _nested, "a zip leading out": _leading_out, "a zip of many": _many,
    "a zip of one name": _same_names, "a zip of links": _links, "a locked zip": _locked, "a lying zip": _lying,
    "a zip of one overlapping": _overlapping, "a zip cut off": _cut, "hostile captions": _captions,
    "a zip of hostile pictures": _of_hostile, "a zip packed twice": _packed_twice,
}  # fmt: skip
