"""Small files that claim, or unpack to, far more than they hold."""

import io
import struct
import zlib
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter

ZEROS = bytes(2**20)


def png(
    path: Path, width: int, height: int, *, bits: int = 8, colours: int = 2, rows: int = 0, **chunks: bytes
) -> Path:
    """A PNG that claims a size and holds so many rows of black. `chunks`: more of them, by kind, before the pixels."""
    samples = {0: 1, 2: 3, 6: 4}[colours]
    pack = zlib.compressobj(1)
    row = bytes(1 + width * samples * bits // 8)
    pixels = b"".join(pack.compress(row) for _ in range(rows)) + pack.flush()
    header = struct.pack(">IIBBBBB", width, height, bits, colours, 0, 0, 0)
    parts = [(b"IHDR", header), *((kind.encode(), content) for kind, content in chunks.items()), (b"IDAT", pixels)]
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in [*parts, (b"IEND", b"")]))
    return path


def packed_zeros(mebibytes: int) -> bytes:
    """That much of nothing, packed a thousand to one."""
    pack = zlib.compressobj(9)
    return b"".join(pack.compress(ZEROS) for _ in range(mebibytes)) + pack.flush()


def jpeg_of_rows(path: Path, width: int, height: int) -> Path:
    """A JPEG in colour of any size, made by repeating one row of its blocks. Its height is a multiple of 16."""
    whole = io.BytesIO()
    row = Image.linear_gradient("L").resize((width, 16))
    Image.merge("RGB", (row, row.transpose(Image.Transpose.FLIP_LEFT_RIGHT), row)).save(
        whole, "JPEG", subsampling=2, restart_marker_rows=1
    )
    content = whole.getvalue()
    start = content.index(b"\xff\xc0") + 5
    scan = content.index(b"\xff\xda")
    begin = scan + 2 + struct.unpack(">H", content[scan + 2 : scan + 4])[0]
    one = content[begin:-2]
    rows = b"".join(
        one + (bytes([0xFF, 0xD0 + number % 8]) if number < height // 16 - 1 else b"") for number in range(height // 16)
    )
    path.write_bytes(content[:start] + struct.pack(">H", height) + content[start + 2 : begin] + rows + b"\xff\xd9")
    return path


def claiming(path: Path, old: bytes, new: bytes) -> Path:
    """The same file, with what stands there of its size replaced wherever it stands."""
    content = path.read_bytes()
    assert old in content
    path.write_bytes(content.replace(old, new))
    return path


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def drawn_face() -> Image.Image:
    """A drawn face from the front, of 400 pixels, that the detector of faces is sure of."""
    image = Image.new("L", (400, 400), 120)
    draw = ImageDraw.Draw(image)

    def ellipse(x: int, y: int, across: int, down: int, level: int) -> None:
        draw.ellipse([x - across, y - down, x + across, y + down], fill=level)

    ellipse(200, 185, 98, 128, 60)
    ellipse(200, 210, 90, 105, 180)
    for x in (164, 236):
        ellipse(x, 168, 26, 9, 60)
        ellipse(x, 188, 24, 12, 110)
        ellipse(x, 188, 20, 8, 225)
        ellipse(x, 188, 9, 9, 20)
    draw.polygon([(195, 190), (182, 240), (218, 240), (205, 190)], fill=155)
    ellipse(188, 243, 7, 4, 70)
    ellipse(212, 243, 7, 4, 70)
    ellipse(200, 272, 28, 9, 80)
    draw.rectangle([150, 330, 250, 400], fill=150)
    return image.filter(ImageFilter.GaussianBlur(1)).convert("RGB")
