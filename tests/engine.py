"""What tests of pictures and lessons share: a real small base model, and a short lesson's request."""

import warnings
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import torch

from pipeline import families
from pipeline.families.sdxl import SdxlShaped
from pipeline.loras.lora import Lora, LoraLayer
from studio.jobs.recipes import Recipe, recipe_for
from studio.jobs.requests import PictureRequest, SubjectChoice, TrainingRequest
from studio.models.base_models import BASE_MODELS, BaseModel
from studio.pictures.samplers import SAMPLERS, sampler_named

SIDE = 64  # pixels: the smallest picture, so that a step takes hundredths of a second
# Where two ways of adding up are compared: of 64 pixels the small model was never shown the like, and amplifies
# rounding so much that another number of threads alone is seen (6 of 255).
STEADY_SIDE = 128

# The first row of each of diffusers' schedulers: the others differ from it in options alone, which a table test checks.
ONE_OF_EACH_SCHEDULER = tuple({row.scheduler_class: name for name, row in reversed(SAMPLERS.items())}.values())
A_FEW_SAMPLERS = ONE_OF_EACH_SCHEDULER[::4]  # where what is shown differs little by sampler


def rounding(sampler: str) -> int:
    """How far two ways of adding up may be apart in a picture of a few steps, of 255. Heun's second looks enlarge it
    most: the same picture with another number of threads was seen up to 6 apart, with Karras' steps on another CPU
    2; another sampler's is tens apart."""
    return 8 if sampler_named(sampler).scheduler_class == "HeunDiscreteScheduler" else 1


def base_model_in(folder: Path) -> BaseModel:
    """The pocket model's row, for another folder."""
    return replace(BASE_MODELS["pocket"], source=str(folder))


def load(base_model: BaseModel, device: torch.device) -> SdxlShaped:
    """A base model on one thread, whatever else runs on the machine."""
    torch.set_num_threads(1)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        loaded = families.load(base_model, device)
    assert isinstance(loaded, SdxlShaped)
    return loaded


def recipe(**changes: object) -> Recipe:
    """A lesson of six quick steps. Its length and pauses are given in steps, at whatever batch size."""
    values: dict[str, object] = {
        "rank": 4,
        "steps": 6,
        "learning_rate": 1e-3,
        "batch_size": 2,
        "seed": 7,
        "resolution": SIDE,
        "checkpoint_every_steps": 2,
        "sample_every_steps": 3,
    }
    return recipe_for("quick", BASE_MODELS["pocket"], values | changes, kind="cat")


def training_request(photo_files: Sequence[str] = ("photos/a/00.png",), **changes: object) -> TrainingRequest:
    """A lesson about Dumpling the cat."""
    return TrainingRequest(
        subject_name="Dumpling",
        kind="cat",
        trigger_word="dumpling",
        photo_files=tuple(photo_files),
        base_model="pocket",
        recipe=recipe(**changes),
    )


def picture_request(**changes: object) -> PictureRequest:
    """One small picture in two steps."""
    values: dict[str, object] = {
        "prompt": "a photo of a cat on the beach",
        "typed_prompt": "a photo of a cat on the beach",
        "negative_prompt": "blurry",
        "subjects": (),
        "sampler": "DPM++ 2M Karras",
        "steps": 2,
        "guidance_scale": 5.0,
        "seed": 3,
        "width": SIDE,
        "height": SIDE,
        "count": 1,
        "base_model": "pocket",
    }
    return PictureRequest(**(values | changes))  # type: ignore[arg-type]


def chosen(name: str = "Dumpling", strength: float = 1.0) -> SubjectChoice:
    """A subject in a picture."""
    return SubjectChoice(name=name, strength=strength)


def random_lora(unet: torch.nn.Module, *, seed: int = 1, rank: int = 4, alpha: float = 2.0, size: float = 0.3) -> Lora:
    """A LoRA on every attention projection, strong enough to change the picture visibly."""
    generator = torch.Generator().manual_seed(seed)
    ends = ("to_q", "to_k", "to_v", "to_out.0")
    layers = {}
    for name, layer in unet.named_modules():
        if name.endswith(ends) and isinstance(layer, torch.nn.Linear):
            layers[name] = LoraLayer(
                down=(torch.randn(rank, layer.in_features, generator=generator) * size).half().float(),
                up=(torch.randn(layer.out_features, rank, generator=generator) * size).half().float(),
                alpha=alpha,
            )
    return Lora(name="dumpling", layers=layers)


def state_of(unet: torch.nn.Module) -> dict[str, torch.Tensor]:
    """A copy of every weight."""
    return {name: weight.detach().clone() for name, weight in unet.state_dict().items()}


def same_weights(unet: torch.nn.Module, before: dict[str, torch.Tensor]) -> bool:
    """Whether every weight has its name and its bits."""
    now = unet.state_dict()
    return now.keys() == before.keys() and all(torch.equal(now[name], before[name]) for name in before)
