"""Picture files as they are written: PNGs that say how they were made, checked after writing, and small copies."""

import io
from collections.abc import Sequence

from PIL import Image

from studio.interop.comfy.writing import graph_of
from studio.interop.infotext import LoraTag, parameters_text
from studio.interop.metadata import GRAPH, OWN, PARAMETERS, png_texts
from studio.jobs.requests import PictureRequest
from studio.models.base_models import BaseModel
from studio.models.checkpoint_names import counted_checkpoint_name


def png_bytes(
    image: Image.Image, request: PictureRequest, seed: int, base_model: BaseModel, loras: Sequence[LoraTag] = ()
) -> bytes:
    """The PNG with its parameters inside: A1111's text, ComfyUI's graph, and the request itself."""
    checkpoint = counted_checkpoint_name(base_model)
    info = png_texts(
        request,
        seed,
        parameters_of(request, seed, base_model, loras),
        graph_of(request, seed, checkpoint, loras, base_model.family),
    )
    buffer = io.BytesIO()
    image.save(buffer, "PNG", pnginfo=info, compress_level=4)
    return buffer.getvalue()


def parameters_of(request: PictureRequest, seed: int, base_model: BaseModel, loras: Sequence[LoraTag] = ()) -> str:
    """A1111's text as it stands in the PNG."""
    return parameters_text(request, seed, counted_checkpoint_name(base_model), loras)


def check_png(content: bytes, width: int, height: int) -> None:
    """Decode a PNG wholly and check its size and that its parameters are there. Errors: ValueError."""
    with Image.open(io.BytesIO(content)) as image:
        image.load()
        is_whole = image.format == "PNG" and {PARAMETERS, GRAPH, OWN} <= set(image.info)
        if not is_whole or image.size != (width, height):
            raise ValueError(f"the picture is {image.format} {image.size}; {width}x{height} PNG was made")


def thumbnail_bytes(image: Image.Image, side: int = 384) -> bytes:
    """A small JPEG copy, at most `side` pixels wide and high."""
    small = image.copy()
    small.thumbnail((side, side), Image.Resampling.LANCZOS)
    buffer = io.BytesIO()
    small.save(buffer, "JPEG", quality=85)
    return buffer.getvalue()
