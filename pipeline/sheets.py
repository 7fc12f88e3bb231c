"""Several pictures on one: a grid with its labels, and the previews of a batch side by side."""

import math
from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageFont

MOST_PIXELS = 4096  # a side of a sheet; pictures are made smaller to fit
PAPER, INK = (255, 255, 255), (32, 32, 32)
GAP = 8  # pixels between pictures


def side_by_side(images: Sequence[Image.Image]) -> Image.Image:
    """Pictures of one size in rows, as near to a square as they come, no larger than one of them."""
    if len(images) == 1:
        return images[0]
    columns = math.ceil(math.sqrt(len(images)))
    width, height = (max(1, side // columns) for side in images[0].size)
    sheet = Image.new("RGB", (columns * width, -(-len(images) // columns) * height), PAPER)
    for index, image in enumerate(images):
        row, column = divmod(index, columns)
        sheet.paste(image.resize((width, height)), (column * width, row * height))
    return sheet


def labelled(images: Sequence[Image.Image], columns: Sequence[str], rows: Sequence[str]) -> Image.Image:
    """A grid, row by row: a label above each column, and left of each row where there are any."""
    most_width, most_height = (max(sides) for sides in zip(*(image.size for image in images), strict=True))
    lines = max(1, len(rows))
    scale = min(1.0, MOST_PIXELS / (len(columns) * (most_width + GAP)), MOST_PIXELS / (lines * (most_height + GAP)))
    width, height = (max(1, int(side * scale)) for side in (most_width, most_height))
    letters = max(12, min(width, height) // 16)  # pixels high
    font = ImageFont.load_default(letters)
    above = 2 * letters
    left = max((_width(label, font) for label in rows), default=0) + 2 * GAP if rows else 0
    size = (left + len(columns) * (width + GAP), above + lines * (height + GAP))
    sheet = Image.new("RGB", size, PAPER)
    draw = ImageDraw.Draw(sheet)
    for column, label in enumerate(columns):
        middle = left + column * (width + GAP) + width // 2
        draw.text((middle, above // 2), _fitted(label, width, font), INK, font, anchor="mm")
    for row, label in enumerate(rows):
        draw.text((GAP, above + row * (height + GAP) + height // 2), label, INK, font, anchor="lm")
    for index, image in enumerate(images):
        row, column = divmod(index, len(columns))
        small = image.convert("RGB")
        small.thumbnail((width, height), Image.Resampling.LANCZOS)
        sheet.paste(small, (left + column * (width + GAP), above + row * (height + GAP)))
    return sheet


def _fitted(label: str, width: int, font: ImageFont.FreeTypeFont | ImageFont.ImageFont) -> str:
    """As much of a label as there is room for."""
    while len(label) > 1 and _width(label, font) > width:
        label = label[:-2] + "…"
    return label


def _width(label: str, font: ImageFont.FreeTypeFont | ImageFont.ImageFont) -> int:
    return math.ceil(font.getlength(label))
