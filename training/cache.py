"""What a lesson needs of the autoencoder and the text encoders: computed once, and drawn from at every step.

Latents are kept as the distribution that the autoencoder gives, and are sampled anew whenever they are drawn.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import torch
from torch import Tensor

from pipeline.conditions import Conditions
from pipeline.families.loaded_model import LoadedModel
from studio.prompts.weights import escaped
from training import dataset
from training.dataset import TrainingPicture, Views


@dataclass(frozen=True, kw_only=True, slots=True)
class Batch:
    """What one step looks at: photos, then class pictures, a row each; all on the base model's device.

    Attributes:
        latents: (n, channels, rows, columns), fp32.
        weights: (n, 2, rows, columns), fp32: how much each cell counts towards the objective's target, and towards what
            the base model says for base_conditions.
        conditions: n prompts, with the sizes of the pictures.
        base_conditions: the same without the subject; None where the base model is not asked.
        prior: how many class pictures there are.
    """

    latents: Tensor
    weights: Tensor
    conditions: Conditions
    base_conditions: Conditions | None = None
    prior: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class PictureLatents:
    """All variants of the pictures of one shape, those of a picture side by side, on the device.

    mean, std: (pictures * variants, channels, height / 8, width / 8), weights: the same with two channels, and
    sizes: (pictures * variants, 6), in fp32; words, base_words: (pictures * variants), rows of the material's prompts.
    """

    mean: Tensor
    std: Tensor
    weights: Tensor
    sizes: Tensor
    words: Tensor
    base_words: Tensor
    variants: int

    def __len__(self) -> int:
        return len(self.mean) // self.variants

    def draw(self, count: int, generator: torch.Generator) -> tuple[Tensor, ...]:
        """Latents sampled anew, their weights and sizes, and their rows of the prompts with the subject and without.

        Different pictures as long as there are enough, then again different ones; one variant of each.
        """
        rounds = [torch.randperm(len(self), generator=generator) for _ in range(-(-count // len(self)))]
        pictures = torch.cat(rounds)[:count]
        rows = pictures * self.variants + torch.randint(self.variants, (count,), generator=generator)
        fresh = torch.randn((count, *self.mean.shape[1:]), generator=generator)
        at, fresh = to_device(rows, self.mean.device), to_device(fresh, self.mean.device)
        latents = torch.addcmul(self.mean.index_select(0, at), self.std.index_select(0, at), fresh)
        return latents, *(kept.index_select(0, at) for kept in (self.weights, self.sizes, self.words, self.base_words))


@dataclass(frozen=True, kw_only=True, slots=True)
class TrainingData:
    """All that a training run looks at, by shape.

    Attributes:
        photos: those of each shape.
        class_pictures: of the same shapes in the same order, or nothing at all without prior preservation.
        conditions: all prompts.
        asks_base: whether a step needs what the base model says.
    """

    photos: tuple[PictureLatents, ...]
    class_pictures: tuple[PictureLatents, ...]
    conditions: Conditions
    asks_base: bool = False

    def draw(self, batch_size: int, generator: torch.Generator) -> Batch:
        """`batch_size` photos of one shape, and as many class pictures of that shape where there are some.

        A shape comes up as often as it has photos. All randomness is the generator's, on the CPU; nothing waits for
        the device.
        """
        return self.draw_from(self._bucket(generator), batch_size, generator)

    def draw_from(self, bucket: int, batch_size: int, generator: torch.Generator) -> Batch:
        """As draw(), of the shape with that number."""
        parts = [self.photos[bucket].draw(batch_size, generator)]
        if self.class_pictures:
            parts.append(self.class_pictures[bucket].draw(batch_size, generator))
        latents, weights, sizes, words, base_words = (torch.cat(rows) for rows in zip(*parts, strict=True))
        return Batch(
            latents=latents,
            weights=weights,
            conditions=self.conditions.rows(words).with_sizes(sizes),
            base_conditions=self.conditions.rows(base_words).with_sizes(sizes) if self.asks_base else None,
            prior=len(latents) - batch_size,
        )

    def _bucket(self, generator: torch.Generator) -> int:
        photo = int(torch.randint(sum(map(len, self.photos)), (1,), generator=generator))
        for bucket, latents in enumerate(self.photos):
            if photo < len(latents):
                return bucket
            photo -= len(latents)
        raise AssertionError("a photo beyond the last one was drawn")


def encode(
    loaded: LoadedModel,
    photos: Sequence[TrainingPicture],
    class_pictures: Sequence[TrainingPicture],
    generator: torch.Generator,
    on_picture: Callable[[], None],
) -> TrainingData:
    """Everything that the autoencoder, and then the text encoders, have to say about the pictures.

    on_picture is called after each one. Errors: StudioError for a picture that is gone or cannot be read.
    """
    words = [picture.words for picture in (*photos, *class_pictures)]
    base_words = [photo.base_words for photo in photos if photo.base_words]
    prompts = list(dict.fromkeys(words + base_words))
    shapes = list(dict.fromkeys(photo.shape for photo in photos))

    def latents_of(pictures: Sequence[TrainingPicture]) -> tuple[PictureLatents, ...]:
        in_shape = [[picture for picture in pictures if picture.shape == shape] for shape in shapes]
        return tuple(_encoded(loaded, some, prompts, generator, on_picture) for some in in_shape)

    with loaded.encoding_photos():
        seen, others = latents_of(photos), latents_of(class_pictures) if class_pictures else ()
    conditions = loaded.encode_prompts([escaped(prompt) for prompt in prompts])  # a caption's brackets are words
    return TrainingData(
        photos=seen,
        class_pictures=others,
        conditions=conditions,
        asks_base=bool(base_words),
    )


def _encoded(
    loaded: LoadedModel,
    pictures: Sequence[TrainingPicture],
    prompts: Sequence[str],
    generator: torch.Generator,
    on_picture: Callable[[], None],
) -> PictureLatents:
    means, stds, weights, sizes, words, base_words = [], [], [], [], [], []
    for picture, seen in zip(pictures, _views_ahead(pictures, generator, loaded.grid.pixels_per_cell), strict=True):
        for mean, std in _latents(loaded, seen.pixels):
            means.append(mean)
            stds.append(std)
        weights.append(seen.weights)
        sizes.append(seen.sizes)
        words += [prompts.index(picture.words)] * len(seen.pixels)
        base_words += [prompts.index(picture.base_words or picture.words)] * len(seen.pixels)
        on_picture()
    return PictureLatents(
        mean=torch.cat(means),
        std=torch.cat(stds),
        weights=torch.cat(weights).to(loaded.device),
        sizes=torch.cat(sizes).to(loaded.device),
        words=torch.tensor(words, device=loaded.device),
        base_words=torch.tensor(base_words, device=loaded.device),
        variants=len(words) // len(pictures),
    )


def _views_ahead(
    pictures: Sequence[TrainingPicture], generator: torch.Generator, pixels_per_cell: int
) -> Iterator[Views]:
    """The views of each picture, in order. The next one is opened and cut while the device encodes the last."""
    with ThreadPoolExecutor(max_workers=1) as maker:
        coming = maker.submit(dataset.views, pictures[0], generator, pixels_per_cell)
        for following in pictures[1:]:
            seen, coming = coming.result(), maker.submit(dataset.views, following, generator, pixels_per_cell)
            yield seen
        yield coming.result()


def _latents(loaded: LoadedModel, pixels: Tensor) -> list[tuple[Tensor, Tensor]]:
    """Mean and deviation of each view, one at a time: the autoencoder needs gigabytes for one of 1024x1024. Views
    that are alike, as those of a photo that has its shape already, are encoded once."""
    encoded: list[tuple[Tensor, Tensor]] = []
    for number, view in enumerate(pixels):
        alike = next((earlier for earlier in range(number) if torch.equal(pixels[earlier], view)), None)
        encoded.append(loaded.encode_pixels(view[None]) if alike is None else encoded[alike])
    return encoded


def to_device(drawn: Tensor, device: torch.device) -> Tensor:
    """Numbers drawn on the CPU, on the device as soon as it needs them; nobody waits for the copy."""
    return drawn.pin_memory().to(device, non_blocking=True) if device.type == "cuda" else drawn.to(device)
