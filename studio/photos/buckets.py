"""The shapes of picture that a lesson works in, so that photos are neither squeezed nor cropped by much.

SDXL was trained in shapes like these (its paper, appendix I: sides in multiples of 64 pixels, about as many pixels as
the square), so a photo of 4:3 is learned in 1152x896 as the model knows it.
"""

import math

STEP = 64  # pixels: SDXL's UNet halves the latents, an 8th of the pixels, twice, with room to spare
LEAST_AREA = 0.9  # of the square's; with it and a longest ratio of 4 the list is exactly that of the paper
LONGEST = 2.5  # times the short side: longer photos are panoramas, and each shape more is prepared for separately


def buckets(resolution: int, longest: float = LONGEST) -> list[tuple[int, int]]:
    """(width, height) in pixels, the square first."""
    sides = range(STEP, int(resolution * math.sqrt(longest)) + STEP + 1, STEP)
    area = resolution * resolution
    others = [
        (width, height)
        for width in sides
        for height in sides
        if width != height
        and LEAST_AREA * area <= width * height <= area
        and max(width, height) <= longest * min(width, height)
    ]
    return [(resolution, resolution), *others]


def bucket_of(width: int, height: int, resolution: int) -> tuple[int, int]:
    """The bucket whose ratio is the nearest to that of a photo of this size."""
    ratio = math.log(width / height)
    return min(buckets(resolution), key=lambda bucket: abs(math.log(bucket[0] / bucket[1]) - ratio))


def enlargement(width: int, height: int, resolution: int) -> float:
    """How many times a photo of this size is enlarged to fill its bucket; below 1 it is made smaller."""
    bucket = bucket_of(width, height, resolution)
    return max(bucket[0] / width, bucket[1] / height)
