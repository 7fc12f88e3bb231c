"""Where the subject is in its photos, as the base model sees it: which cells read the words for its kind.

A lesson that knows it can count what is around the subject for less, and look at the subject from nearer.
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import torch
from PIL import Image

from pipeline.families.loaded_model import LoadedModel
from pipeline.multi_subject import region_masks
from pipeline.multi_subject.attention_maps import ports_of, read_attention, token_weights
from training import dataset
from training.dataset import TrainingPicture

GROWN = 1 / 16  # of the map on every side: a hat or a tail is not of the kind, but of the subject
CLEAR = 0.25  # how far the place must stand out, in 0..1; pocket's drawn photos have 0.3 to 0.78
LARGEST = 0.7  # of the picture: more than that is no subject mask

log = logging.getLogger(__name__)


@torch.no_grad()
def with_subject_masks(
    loaded: LoadedModel,
    pictures: Sequence[TrainingPicture],
    kind: str,
    words: str,
    on_picture: Callable[[], None],
) -> list[TrainingPicture]:
    """The pictures with their subject masks; one whose subject is not clearly seen stays as it is.

    words: a prompt that names the kind. on_picture is called after each one.
    Errors: StudioError for a picture that is gone or cannot be read.
    """
    with loaded.encoding_photos():
        seen = []
        for picture in pictures:
            pixels, part = dataset.middle(picture)
            seen.append((loaded.encode_pixels(pixels[None])[0], part))
            on_picture()
    conditions = loaded.encode_prompts([words])
    weights = token_weights([loaded.tokens_of(words, kind)], ports_of(loaded).tokens(conditions))[None].to(
        loaded.device
    )
    answers = []
    for picture, (latents, part) in zip(pictures, seen, strict=True):
        seen = read_attention(loaded, latents, conditions, weights)
        found = region_masks.one_alone(seen.word_maps, seen.affinity)
        answers.append(replace(picture, subject_mask=_subject_mask(found, part)))
        on_picture()
    unclear = sum(picture.subject_mask is None for picture in answers)
    if unclear:
        log.info("Where the subject is was not clear in %d of %d pictures.", unclear, len(answers))
    return answers


def _subject_mask(found: region_masks.Regions, part: tuple[float, float, float, float]) -> Image.Image | None:
    """The whole photo's subject mask from that of a part of it (left, top, right, bottom in 0..1)."""
    if not bool(found.fine[0]) or float(found.apart[0, 0]) < CLEAR or float(found.area[0, 0]) > LARGEST:
        return None
    height, width = found.masks.shape[-2:]
    mask = region_masks.grown(found.masks, round(GROWN * min(height, width)))[0, 0]
    left, top, right, bottom = part
    size = round(width / (right - left)), round(height / (bottom - top))
    whole = Image.new("L", size)
    whole.paste(
        Image.fromarray((mask * 255).round().cpu().numpy().astype(np.uint8)),
        (round(left * size[0]), round(top * size[1])),
    )
    return whole
