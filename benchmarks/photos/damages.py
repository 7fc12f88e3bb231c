"""Known ways to spoil a good photo. Blur is relative to the long side, so that it looks the same at any size."""

import io
import random
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter, ImageFont

from studio.photos.faults.finding import Fault

Photo = Image.Image
Damage = Callable[[Photo, random.Random], Photo]
_SENSOR_NOISE = 3.0  # levels of 255, on a photo after it was blurred: a camera's noise is never blurred


def _jpeg(photo: Photo, quality: int) -> Photo:
    file = io.BytesIO()
    photo.save(file, "JPEG", quality=quality)
    return Image.open(file).convert("RGB")


def _as_taken(pixels: NDArray[np.floating], rng: random.Random) -> Photo:
    noise = np.random.default_rng(rng.randrange(2**32)).normal(0, _SENSOR_NOISE, pixels.shape)
    return _jpeg(Image.fromarray((pixels + noise).clip(0, 255).astype(np.uint8)), 90)


def _out_of_focus(share: float) -> Damage:
    """Gauss's curve of that standard deviation, as a share of the long side."""

    def damage(photo: Photo, rng: random.Random) -> Photo:
        blurred = photo.filter(ImageFilter.GaussianBlur(share * max(photo.size)))
        return _as_taken(np.asarray(blurred, np.float32), rng)

    return damage


def _moved(share: float) -> Damage:
    """The camera moved in some direction, that share of the long side."""

    def damage(photo: Photo, rng: random.Random) -> Photo:
        pixels, angle = np.asarray(photo, np.float32), rng.random() * np.pi
        steps = np.linspace(-0.5, 0.5, 1 + round(share * max(photo.size))) * share * max(photo.size)
        total = np.zeros_like(pixels)
        for step in steps:
            total += np.roll(pixels, (round(step * np.sin(angle)), round(step * np.cos(angle))), (0, 1))
        return _as_taken(total / len(steps), rng)

    return damage


def _darker(light: float) -> Damage:
    """That share of the light, with the noise of so few photons."""

    def damage(photo: Photo, rng: random.Random) -> Photo:
        levels = np.asarray(photo, np.float32) / 255
        linear = light * np.where(levels <= 0.04045, levels / 12.92, ((levels + 0.055) / 1.055) ** 2.4)
        noise = np.random.default_rng(rng.randrange(2**32)).normal(0, 1, linear.shape)
        linear = (linear + noise * np.sqrt(6e-4 * linear + 2e-6)).clip(0, 1)
        levels = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
        return _jpeg(Image.fromarray((255 * levels).astype(np.uint8)), 90)

    return damage


def _smaller(photo: Photo, rng: random.Random) -> Photo:
    side = rng.randint(200, 460)
    photo = photo.copy()
    photo.thumbnail((side, side), Image.Resampling.LANCZOS)
    return _jpeg(photo, 85)


def _twin(least: float, brightness: tuple[float, float]) -> Damage:
    """Cropped to at least that share of each side, somewhere, with other light, and saved again."""

    def damage(photo: Photo, rng: random.Random) -> Photo:
        width, height = (round(rng.uniform(least, 1) * side) for side in photo.size)
        left, top = rng.randint(0, photo.width - width), rng.randint(0, photo.height - height)
        cropped = photo.crop((left, top, left + width, top + height))
        return _jpeg(ImageEnhance.Brightness(cropped).enhance(rng.uniform(*brightness)), rng.randint(50, 90))

    return damage


def _gallery(photo: Photo, rng: random.Random) -> Photo:
    """A phone's gallery: the photo between two bars of one colour, with the hour, the battery and buttons."""
    width, height = rng.choice([(1080, 2340), (1170, 2532), (1080, 1920), (720, 1600)])
    ground, ink = rng.choice([((0, 0, 0), "white"), ((255, 255, 255), "black"), ((28, 28, 30), "white")])
    screen = Image.new("RGB", (width, height), ground)
    draw, font = ImageDraw.Draw(screen), ImageFont.load_default(width // 26)
    draw.text((width // 16, height // 60), "12:47", ink, font)
    draw.rounded_rectangle((width * 7 // 8, height // 60, width * 15 // 16, height // 36), 6, ink)
    inside = photo.resize((width, width * photo.height // photo.width), Image.Resampling.LANCZOS)
    screen.paste(inside, (0, (height - inside.height) // 2))
    for button in range(4):
        middle = width * (2 * button + 1) // 8
        draw.ellipse((middle - 26, height * 15 // 16 - 26, middle + 26, height * 15 // 16 + 26), outline=ink, width=5)
    return screen


def _chat(photo: Photo, rng: random.Random) -> Photo:
    """A chat on a phone, with the photo in it and lines of words around it."""
    width, height = rng.choice([(1080, 2340), (1170, 2532), (828, 1792)])
    screen = Image.new("RGB", (width, height), rng.choice([(236, 229, 221), (255, 255, 255), (11, 20, 26)]))
    draw, font = ImageDraw.Draw(screen), ImageFont.load_default(width // 30)
    draw.rectangle((0, 0, width, height // 11), (7, 94, 84))
    draw.text((width // 6, height // 22), "Aunt Jo", "white", font)
    side = width * 3 // 4
    inside = photo.resize((side, side * photo.height // photo.width), Image.Resampling.LANCZOS)
    screen.paste(inside, (width // 20, height // 6))
    below = height // 6 + inside.height + height // 40
    for line in range(rng.randint(2, 5)):
        top = below + line * height // 14
        draw.rounded_rectangle((width // 4, top, width * 19 // 20, top + height // 18), 24, (220, 248, 198))
        draw.text((width // 4 + 30, top + height // 60), "Look how she sleeps on it!", "black", font)
    return _jpeg(screen, 80)


def _web_page(photo: Photo, rng: random.Random) -> Photo:
    """A page on a computer's screen, with the photo beside words."""
    width, height = rng.choice([(1920, 1080), (1440, 900), (2560, 1440)])
    screen = Image.new("RGB", (width, height), "white")
    draw, font = ImageDraw.Draw(screen), ImageFont.load_default(height // 45)
    draw.rectangle((0, 0, width, height // 12), (222, 225, 230))
    draw.text((width // 20, height // 30), "https://example.org/photos", "black", font)
    side = height * 2 // 3
    screen.paste(photo.resize((side, side), Image.Resampling.LANCZOS), (width // 12, height // 6))
    for line in range(rng.randint(4, 12)):
        top = height // 6 + line * height // 20
        draw.text((width // 6 + side, top), "The quick brown fox jumps over the lazy dog", "black", font)
    return screen


def turned(photo: Photo, rng: random.Random) -> Photo:
    """As a phone leaves it whose note of which way is up was lost."""
    quarter = rng.choice([Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_270])
    return photo.transpose(quarter)


def beside(photo: Photo, other: Photo) -> Photo:
    """Both photos as one, each as high as the lower one."""
    height = min(photo.height, other.height)
    parts = [one.resize((one.width * height // one.height, height), Image.Resampling.LANCZOS) for one in (photo, other)]
    both = Image.new("RGB", (sum(part.width for part in parts), height))
    both.paste(parts[0], (0, 0))
    both.paste(parts[1], (parts[0].width, 0))
    return both


def tall(photo: Photo, rng: random.Random) -> Photo:
    """A good photo in a phone's shape, 9:16 or 9:19.5, standing or lying; no fault."""
    ratio = rng.choice([9 / 16, 9 / 19.5])
    width, height = round(photo.height * ratio), photo.height
    left = rng.randint(0, photo.width - width)
    cropped = photo.crop((left, 0, left + width, height))
    return cropped.transpose(Image.Transpose.ROTATE_90) if rng.random() < 0.3 else cropped


DAMAGES: dict[str, tuple[Fault, Damage]] = {
    "out of focus, 0.4 % of the long side": (Fault.BLURRED, _out_of_focus(0.004)),
    "out of focus, 0.8 %": (Fault.BLURRED, _out_of_focus(0.008)),
    "out of focus, 2 %": (Fault.BLURRED, _out_of_focus(0.02)),
    "moved by 1.5 %": (Fault.BLURRED, _moved(0.015)),
    "moved by 3 %": (Fault.BLURRED, _moved(0.03)),
    "a tenth of the light": (Fault.DARK, _darker(0.1)),
    "a twentieth of the light": (Fault.DARK, _darker(0.05)),
    "200 to 460 pixels": (Fault.SMALL, _smaller),
    "twin: JPEG and brightness": (Fault.ALIKE, _twin(1.0, (0.7, 1.3))),
    "twin: cropped by 0 to 6 %": (Fault.ALIKE, _twin(0.94, (0.8, 1.2))),
    "twin: cropped by 0 to 12 %": (Fault.ALIKE, _twin(0.88, (0.8, 1.2))),
    "screenshot of a gallery": (Fault.SCREENSHOT, _gallery),
    "screenshot of a chat": (Fault.SCREENSHOT, _chat),
    "screenshot of a web page": (Fault.SCREENSHOT, _web_page),
}
