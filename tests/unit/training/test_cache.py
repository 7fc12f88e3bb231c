"""What a step looks at: photos of one shape, drawn anew, each with its own words and sizes."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from PIL import Image

from pipeline.families import sdxl
from pipeline.families.sdxl import SdxlShaped
from pipeline.unet.conditions import UnetConditions
from studio.errors import StudioError
from studio.words import as_written
from tests.engine import training_request
from training import cache, dataset
from training.cache import PictureLatents, TrainingData

WORDS = "a photo of dumpling cat"


def looks(
    first: int, count: int, side: tuple[int, int] = (1, 1), std: float = 0.0, variants: int = 1
) -> PictureLatents:
    """Pictures first, first + 1, ... whose latents, sizes and words are their numbers."""
    numbers = torch.arange(first, first + count).repeat_interleave(variants)
    latents = numbers.view(-1, 1, 1, 1).expand(-1, 1, *side).float().contiguous()
    return PictureLatents(
        mean=latents,
        std=torch.full_like(latents, std),
        weights=torch.ones(len(numbers), 2, *side),
        sizes=numbers[:, None].expand(-1, 6).float(),
        words=numbers,
        base_words=numbers,
        variants=variants,
    )


def training_data(*photos: PictureLatents, class_pictures: Sequence[PictureLatents] = ()) -> TrainingData:
    prompts = torch.arange(100.0)
    return TrainingData(
        photos=photos,
        class_pictures=tuple(class_pictures),
        conditions=UnetConditions(
            prompt_embeds=prompts.view(-1, 1, 1).expand(-1, 77, 2), pooled_prompt_embeds=prompts.view(-1, 1)
        ),
    )


def generator(seed: int = 0) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def test_latents_are_drawn_anew_from_their_distribution() -> None:
    seen, random = training_data(looks(5, 1, (8, 8), std=2.0)), generator()

    draws = torch.stack([seen.draw(4, random).latents for _ in range(200)])

    assert draws.shape == (200, 4, 1, 8, 8)
    assert float(draws.mean()) == pytest.approx(5.0, abs=0.1)
    assert float(draws.std()) == pytest.approx(2.0, abs=0.1)


def test_a_batch_shows_different_photos_as_long_as_there_are_enough() -> None:
    seen, random = training_data(looks(0, 5, variants=4)), generator()

    for _ in range(20):
        assert len(set(seen.draw(4, random).latents.flatten().tolist())) == 4
    assert Counter(seen.draw(10, random).latents.flatten().tolist()) == dict.fromkeys([0, 1, 2, 3, 4], 2)
    sixes = [Counter(seen.draw(6, random).latents.flatten().tolist()) for _ in range(20)]
    assert len({max(one, key=one.__getitem__) for one in sixes}) > 2, "not always the same photo comes twice"


def test_every_variant_of_a_photo_is_seen() -> None:
    one = looks(0, 1, variants=4)
    seen, random = training_data(replace(one, mean=torch.arange(4.0).view(4, 1, 1, 1))), generator()
    assert set(seen.draw(100, random).latents.flatten().tolist()) == {0, 1, 2, 3}


def test_a_batch_is_of_one_shape_and_a_shape_comes_up_as_often_as_it_has_photos() -> None:
    seen, random = training_data(looks(0, 3, (2, 2)), looks(3, 1, (1, 4))), generator()

    shapes = Counter(tuple(seen.draw(2, random).latents.shape[-2:]) for _ in range(1000))

    assert set(shapes) == {(2, 2), (1, 4)}
    assert shapes[2, 2] == pytest.approx(750, abs=50)


def test_every_row_has_the_words_and_sizes_of_its_photo() -> None:
    batch = training_data(looks(0, 9, variants=2)).draw(9, generator())
    numbers = batch.latents.flatten()
    told = batch.conditions.tensors()
    assert torch.equal(told["pooled_prompt_embeds"].flatten(), numbers)
    assert torch.equal(told["prompt_embeds"][:, 76, 1], numbers)
    assert torch.equal(told["sizes"][:, 5], numbers)
    assert told["sizes"].dtype == batch.latents.dtype == torch.float32


def test_class_pictures_are_the_last_rows_and_of_the_photos_shape() -> None:
    photos = [looks(0, 3, (2, 2)), looks(3, 1, (1, 4))]
    seen, random = training_data(*photos, class_pictures=[looks(50, 2, (2, 2)), looks(52, 2, (1, 4))]), generator()
    for _ in range(20):
        batch = seen.draw(2, random)
        assert (len(batch.latents), batch.prior) == (4, 2)
        words = batch.conditions.tensors()["pooled_prompt_embeds"]
        assert (words[:2] < 50).all() and (words[2:] >= 50).all()
    assert training_data(*photos).draw(3, random).prior == 0


def test_the_same_generator_gives_the_same_batches() -> None:
    seen = training_data(looks(0, 5, (2, 2), std=1.0, variants=4), looks(5, 4, (1, 4), std=1.0, variants=4))

    def some(seed: int) -> list[torch.Tensor]:
        random = generator(seed)
        torch.manual_seed(seed + 99)  # the global generator has no say
        return [seen.draw(3, random).latents for _ in range(5)]

    assert all(torch.equal(one, again) for one, again in zip(some(1), some(1), strict=True))
    first, other = some(1)[0], some(2)[0]
    assert first.shape != other.shape or not torch.equal(first, other)


def wide_and_square(folder: Path) -> list[Path]:
    files = []
    for number, size in enumerate([(500, 300), (300, 300), (505, 300)]):
        path = folder / f"{number:02d}.png"
        Image.linear_gradient("L").rotate(50 * number).resize(size).convert("RGB").save(path)
        files.append(path)
    return files


def test_photos_are_encoded_in_their_shapes_with_their_words(loaded: SdxlShaped, tmp_path: Path) -> None:
    files = wide_and_square(tmp_path)
    request = training_request([f"photos/a/{file.name}" for file in files], resolution=256)
    request = replace(request, captions={"02.png": "dumpling cat asleep"})
    looked = []

    seen = dataset.photos_of(request, files)
    others = dataset.class_pictures_for(seen, files, "a photo of a cat")
    found = cache.encode(loaded, seen, others, generator(), lambda: looked.append(1))

    assert len(looked) == 6
    assert [len(one) for one in found.photos] == [2, 1]
    assert [one.mean.shape[1:] for one in found.photos] == [(4, 24, 40), (4, 32, 32)]
    assert [one.mean.shape[1:] for one in found.class_pictures] == [(4, 24, 40), (4, 32, 32)]
    words = loaded.encode_prompts([WORDS, "dumpling cat asleep", "a photo of a cat", "a cat asleep"])
    assert torch.allclose(found.conditions.tensors()["pooled_prompt_embeds"], words.pooled_prompt_embeds, atol=1e-5)
    assert found.photos[0].words.tolist() == [0] * 4 + [1] * 4
    assert found.photos[0].base_words.tolist() == [2] * 4 + [3] * 4, "the base model knows no Dumpling"
    assert set(found.class_pictures[1].words.tolist()) == {2}
    first = dataset.views(seen[0], generator(), 8)
    mean, std = loaded.encode_pixels(first.pixels[:1])
    assert torch.allclose(found.photos[0].mean[:1], mean) and torch.allclose(found.photos[0].std[:1], std)
    assert torch.equal(found.photos[0].sizes[:4], first.sizes)


def test_a_view_that_is_like_another_is_encoded_once(
    loaded: SdxlShaped, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A square photo has no room for crops: its four views are two, itself and its mirror image."""
    files = [tmp_path / "square.png", tmp_path / "wide.png"]
    for file, size in zip(files, [(300, 300), (640, 300)], strict=True):
        Image.linear_gradient("L").rotate(50).resize(size).convert("RGB").save(file)
    request = training_request([f"photos/a/{file.name}" for file in files], resolution=256)
    encode, encoded = loaded.encode_pixels, list[tuple[int, ...]]()

    def counted(pixels: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        encoded.append(tuple(pixels.shape[-2:]))
        return encode(pixels)

    monkeypatch.setattr(loaded, "encode_pixels", counted)
    found = cache.encode(loaded, dataset.photos_of(request, files), [], generator(), lambda: None)

    assert Counter(encoded) == {(256, 256): 2, (192, 320): 4}
    square = found.photos[0].mean
    assert torch.equal(square[0], square[2]) and torch.equal(square[1], square[3])
    assert not torch.equal(square[0], square[1])


def test_what_listens_while_photos_are_encoded_may_end_it(loaded: SdxlShaped, kept_photos: list[Path]) -> None:
    def stop() -> None:
        raise StudioError(as_written("Enough."))

    with pytest.raises(StudioError, match="Enough"):
        cache.encode(loaded, dataset.photos_of(training_request(), kept_photos), [], generator(), stop)


def test_a_model_that_is_told_sizes_is_told_those_of_every_picture(
    loaded: SdxlShaped, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same UNet as pocket, once as SDXL knows sizes and once as pocket states its own."""
    noisy, words = torch.zeros(2, 4, 8, 8), loaded.encode_prompts([WORDS] * 2)
    own = torch.tensor([[300.0, 500.0, 0.0, 20.0, 64.0, 64.0], [64.0, 64.0, 0.0, 0.0, 64.0, 64.0]])
    told = words.with_sizes(own)

    def prediction(conditions: UnetConditions) -> torch.Tensor:
        with torch.no_grad():
            return loaded.denoise(noisy, torch.tensor(500), conditions, 64, 64)

    assert torch.equal(prediction(told), prediction(words)), "pocket states the size it was trained with"
    monkeypatch.setattr(loaded, "facts", sdxl.SDXL)
    assert not torch.allclose(prediction(told)[0], prediction(words)[0], atol=1e-4)
    assert torch.allclose(prediction(told)[1], prediction(words)[1], atol=1e-5), "whole, and as large as it is made"


def test_sizes_stay_with_their_prompts() -> None:
    told = UnetConditions(prompt_embeds=torch.zeros(1, 77, 2), pooled_prompt_embeds=torch.zeros(1, 2))
    assert "sizes" not in told.repeated(3).tensors()
    sized = told.with_sizes(torch.ones(1, 6))
    joined = UnetConditions.joined([sized.repeated(2), sized])
    assert joined.sizes is not None and joined.sizes.shape == (3, 6)
