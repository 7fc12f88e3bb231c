"""Whether the pocket model can draw a photo: how much of it is left after a trip through its autoencoder and back.

What an autoencoder cannot give back no lesson can teach, and no picture will ever show. The page's process has no
torch, so the few layers of diffusers' AutoencoderKL (Rombach et al. 2022) are computed here in numpy, from the weights
that come with the project. Where the line is was chosen on some pictures and tried on others
(`python -m benchmarks.pocket.reach`).
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps
from safetensors.numpy import load_file  # pyright: ignore[reportUnknownVariableType] - PathLike of anything

from studio.models.base_models import BASE_MODELS, BaseModel
from studio.photos.sample_photos import sample_subjects
from studio.photos.small_copies import look_the_same, small_copy

MOST_ERROR = 0.031  # of a photo that can be drawn; benchmarks/README.md has what lies on both sides
SIDE = 256  # pixels, as the model was taught
EVEN_LEVELS = 24  # of 255: a row of a frame differs no more, also after a strong JPEG
LEAST_LEFT = 0.25  # of the short side: a picture inside a frame is no smaller

Map = NDArray[np.float32]  # (rows, columns, channels)
Weights = Mapping[str, Map]


def draws_anything(base_model: BaseModel) -> bool:
    """Whether a base model is taken to draw whatever a photo shows: all but pocket, which knows a world of its own."""
    return base_model.family != "pocket"


def can_draw(base_model: BaseModel, photo: Path) -> bool:
    """Whether a lesson on the base model can teach what is in a kept photo.

    Of the sample photos that is known: to compute it takes over a second each, and several while a lesson runs.
    """
    return draws_anything(base_model) or _is_sample(photo) or _error_of(_Photo.of(photo)) <= MOST_ERROR


def _is_sample(photo: Path) -> bool:
    small = _small(photo)
    return any(look_the_same(small, sample) for sample in _samples())


@cache
def _samples() -> list[bytes]:
    return [_small(file) for sample in sample_subjects() for file in sample.photo_files]


def _small(photo: Path) -> bytes:
    with Image.open(photo) as image:
        return small_copy(image.convert("RGB"))


@dataclass(frozen=True, slots=True)
class _Photo:
    """The same one wherever a copy of it lies."""

    digest: bytes
    path: Path = field(compare=False)

    @classmethod
    def of(cls, path: Path) -> "_Photo":
        return cls(hashlib.blake2b(path.read_bytes(), digest_size=16).digest(), path)


@lru_cache(maxsize=1000)  # the page looks at the same photos again when a field beside them changes
def _error_of(photo: _Photo) -> float:
    with Image.open(photo.path) as image:
        image.draft("RGB", (2 * SIDE, 2 * SIDE))
        return reconstruction_error(image)


def reconstruction_error(photo: Image.Image) -> float:
    """The mean difference, 0..1, of a photo to what pocket's autoencoder gives back of it, without an even frame."""
    square = ImageOps.fit(without_frame(photo.convert("RGB")), (SIDE, SIDE), Image.Resampling.LANCZOS)
    pixels = np.asarray(square, np.float32) / 127.5 - 1
    return float(np.abs(reconstructed(pixels) - pixels).mean() / 2)


def without_frame(image: Image.Image) -> Image.Image:
    """The picture without the even rows and columns around it, as scans and screenshots have; all if little is left.

    Receives: RGB. The rows may differ from each other: a bar above the picture, and then a page beside it.
    """
    pixels = np.asarray(image)
    top, bottom, left, right = 0, image.height, 0, image.width
    for _ in range(2):  # the columns beside a picture are even only once the bar above it is gone
        rows = np.flatnonzero(_uneven(pixels[top:bottom, left:right], 1))
        columns = np.flatnonzero(_uneven(pixels[top:bottom, left:right], 0))
        if min(len(rows), len(columns)) == 0:
            return image
        top, bottom = top + int(rows[0]), top + int(rows[-1]) + 1
        left, right = left + int(columns[0]), left + int(columns[-1]) + 1
    if min(bottom - top, right - left) < min(image.size) * LEAST_LEFT:
        return image
    return image.crop((left, top, right, bottom))


def _uneven(pixels: NDArray[np.uint8], axis: int) -> NDArray[np.bool_]:
    """Which rows (axis 1) or columns (axis 0) of an image show anything."""
    return (np.ptp(pixels, axis=axis) > EVEN_LEVELS).any(axis=1)


def reconstructed(pixels: Map) -> Map:
    """What pocket's autoencoder gives back. pixels: (height, width, 3) in -1..1, sides divisible by 8."""
    layers = _layers()
    hidden = layers.convolved("encoder.conv_in", pixels)
    last = layers.levels - 1
    for level in range(layers.levels):
        hidden = layers.resnet(f"encoder.down_blocks.{level}.resnets.0", hidden)
        if level < last:
            hidden = layers.convolved(f"encoder.down_blocks.{level}.downsamplers.0.conv", hidden, stride=2)
    hidden = layers.finished("encoder", layers.middle("encoder", hidden))
    latents = layers.mixed("quant_conv", hidden)[
        ..., : layers.latent_channels
    ]  # the mean; what follows is its variance
    hidden = layers.middle("decoder", layers.convolved("decoder.conv_in", layers.mixed("post_quant_conv", latents)))
    for level in range(layers.levels):
        for number in range(2):
            hidden = layers.resnet(f"decoder.up_blocks.{level}.resnets.{number}", hidden)
        if level < last:
            larger = hidden.repeat(2, axis=0).repeat(2, axis=1)
            hidden = layers.convolved(f"decoder.up_blocks.{level}.upsamplers.0.conv", larger)
    return layers.finished("decoder", hidden).clip(-1, 1)


@cache
def _layers() -> "_Layers":
    return _Layers(Path(BASE_MODELS["pocket"].source) / "vae")


class _Layers:
    """The layers of an AutoencoderKL, by their names in the file; each takes and gives (rows, columns, channels)."""

    def __init__(self, folder: Path) -> None:
        config: dict[str, Any] = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        self.levels = len(config["block_out_channels"])
        self.latent_channels: int = config["latent_channels"]
        self._groups: int = config["norm_num_groups"]
        weights = load_file(folder / "diffusion_pytorch_model.safetensors")
        self._weights: Weights = {name: weight.astype(np.float32) for name, weight in weights.items()}

    def resnet(self, name: str, hidden: Map) -> Map:
        """Two convolutions of what is added to the input."""
        added = self.convolved(f"{name}.conv1", _silu(self._normed(f"{name}.norm1", hidden)))
        added = self.convolved(f"{name}.conv2", _silu(self._normed(f"{name}.norm2", added)))
        shortcut = f"{name}.conv_shortcut"
        added += self.mixed(shortcut, hidden) if f"{shortcut}.weight" in self._weights else hidden
        return added

    def middle(self, half: str, hidden: Map) -> Map:
        """The block of an encoder or decoder in which every place sees every other."""
        hidden = self.resnet(f"{half}.mid_block.resnets.0", hidden)
        hidden = hidden + self._attended(f"{half}.mid_block.attentions.0", hidden)
        return self.resnet(f"{half}.mid_block.resnets.1", hidden)

    def finished(self, half: str, hidden: Map) -> Map:
        """The last layers of an encoder or decoder."""
        return self.convolved(f"{half}.conv_out", _silu(self._normed(f"{half}.conv_norm_out", hidden)))

    def convolved(self, name: str, hidden: Map, stride: int = 1) -> Map:
        """A convolution of 3x3. With stride 2 diffusers fills up at the right and at the bottom alone."""
        rows, columns, _ = hidden.shape
        before = 2 - stride
        padded = np.pad(hidden, ((before, 1), (before, 1 + before), (0, 0)))
        weight, wide = self._weights[f"{name}.weight"], padded.shape[1]
        flat = np.concatenate([padded.reshape(-1, padded.shape[2]), np.zeros((wide + 2, padded.shape[2]), np.float32)])
        total = np.zeros((rows * wide, weight.shape[0]), np.float32)  # of every place of the padded rows, in one line
        for y in range(3):
            for x in range(3):
                start = y * wide + x
                total += flat[start : start + len(total)] @ np.ascontiguousarray(weight[:, :, y, x].T)
        total += self._weights[f"{name}.bias"]
        return np.ascontiguousarray(total.reshape(rows, wide, -1)[::stride, :columns:stride])

    def mixed(self, name: str, hidden: Map) -> Map:
        """A linear layer of every place's channels: also a convolution of 1x1."""
        weight = self._weights[f"{name}.weight"]
        return hidden @ weight.reshape(weight.shape[:2]).T + self._weights[f"{name}.bias"]

    def _attended(self, name: str, hidden: Map) -> Map:
        normed = self._normed(f"{name}.group_norm", hidden).reshape(-1, hidden.shape[2])
        query, key, value = (self.mixed(f"{name}.to_{part}", normed) for part in "qkv")
        scores = query @ key.T / np.float32(hidden.shape[2] ** 0.5)
        scores = np.exp(scores - scores.max(1, keepdims=True))
        return self.mixed(f"{name}.to_out.0", scores @ value / scores.sum(1, keepdims=True)).reshape(hidden.shape)

    def _normed(self, name: str, hidden: Map) -> Map:
        """Group norm, as one factor and one summand a channel: every pass over the places costs."""
        flat = hidden.reshape(-1, hidden.shape[2])
        means = np.full(len(flat), 1 / len(flat), np.float32) @ flat
        squares = np.einsum("pc,pc->c", flat, flat) / len(flat)
        size = hidden.shape[2] // self._groups
        mean = means.reshape(-1, size).mean(1).repeat(size)
        spread = np.sqrt(squares.reshape(-1, size).mean(1).repeat(size) - mean**2 + np.float32(1e-6))
        factor = self._weights[f"{name}.weight"] / spread
        return hidden * factor + (self._weights[f"{name}.bias"] - mean * factor)


def _silu(hidden: Map) -> Map:
    divisor = np.exp(-hidden)
    divisor += 1
    return np.divide(hidden, divisor, out=divisor)
