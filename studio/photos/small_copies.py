"""Small copies of pictures, by which it is told whether two files show the same one."""

from PIL import Image, ImageChops, ImageStat

SMALL_SIDE = 32  # pixels of the small copy that pictures are compared by
# Of the small copies' values, 0 to 255. Copies of real and drawn photos as JPEG (quality 30), WebP, HEIC and GIF of 160
# to 1024 pixels differ by 3.4 at most in the mean and 52 in one pixel; two photos of one thing by 7 and 255 at least.
SAME_MEAN, SAME_MOST = 4.0, 60
FLAT = 8  # the most by which the values of a picture differ in which there is nothing to tell it by


def small_copy(image: Image.Image) -> bytes:
    """A small copy of an RGB picture, which is what pictures are compared by."""
    return image.resize((SMALL_SIDE, SMALL_SIDE), Image.Resampling.BOX, reducing_gap=2.0).tobytes()


def look_the_same(one: bytes, other: bytes) -> bool:
    """Whether two small copies are of the same picture; never where there is nothing in it to tell it by."""
    small = [Image.frombytes("RGB", (SMALL_SIDE, SMALL_SIDE), copy) for copy in (one, other)]
    if max(high - low for low, high in ImageStat.Stat(small[0]).extrema) <= FLAT:
        return False
    difference = ImageStat.Stat(ImageChops.difference(*small))
    return max(high for _, high in difference.extrema) <= SAME_MOST and sum(difference.mean) / 3 <= SAME_MEAN
