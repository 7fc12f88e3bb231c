"""`python -m benchmarks.together.price FOLDER`: what two subjects cost at SDXL's full size, against a plain picture.

FOLDER is one that benchmarks.sdxl.folder wrote: speed does not see what the weights are. A plain picture has both LoRAs
merged into the weights. Both ways are timed whole, in turns, and one pass of the UNet by itself. Each picture has
another seed, with --other-prompts also other words, which are then read for the first time. The first picture, which
captures its graphs, and one more are timed in their parts.
"""

import argparse
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch
from torch import nn

from benchmarks.pocket.tables import markdown, write_json
from pipeline import families, multi_subject
from pipeline import generate as create
from pipeline.denoiser import Denoiser
from pipeline.families.loaded_model import LoadedModel
from pipeline.generate import Settings
from pipeline.loras.lora import Lora, LoraLayer, merged
from pipeline.multi_subject import METHOD, RegionSubject, denoising, detailer, region_masks
from pipeline.multi_subject.attention_maps import ports_of
from pipeline.multi_subject.cache import RouterCache
from pipeline.multi_subject.routing import Router, Routes, routed
from pipeline.unet.picture_graphs import PictureGraphs
from studio.models.base_models import BASE_MODELS

BAR = 1.25
ENDS = ("to_q", "to_k", "to_v", "to_out.0")
PASSES = 10
WHERE = (", at night", ", at noon", ", in the snow", ", by the sea", ", in a room")


def random_lora(unet: nn.Module, rank: int, seed: int, device: torch.device) -> Lora:
    """A LoRA on every attention projection, as lessons make them."""
    generator = torch.Generator().manual_seed(seed)
    layers = {}
    for name, layer in unet.named_modules():
        if name.endswith(ENDS) and hasattr(layer, "in_features"):
            linear: Any = layer
            down = torch.randn(rank, linear.in_features, generator=generator) / rank
            up = torch.randn(linear.out_features, rank, generator=generator) * 1e-3
            layers[name] = LoraLayer(down=down.to(device), up=up.to(device), alpha=rank)
    return Lora(name=f"random {seed}", layers=layers)


def timed(work: Callable[[], object], device: torch.device) -> float:
    """Seconds."""
    if device.type == "cuda":
        torch.cuda.synchronize()
    began = time.perf_counter()
    work()
    if device.type == "cuda":
        torch.cuda.synchronize()
    return time.perf_counter() - began


@contextmanager
def clocked(owner: Any, name: str, part: str, seconds: dict[str, float]) -> Iterator[None]:
    """Inside the block the seconds of every call of owner.name are added to seconds[part]."""
    own, device = getattr(owner, name), torch.device("cuda" if torch.cuda.is_available() else "cpu")
    seconds[part] = 0.0

    def call(*inputs: Any, **named: Any) -> Any:
        answers: list[Any] = []
        seconds[part] += timed(lambda: answers.append(own(*inputs, **named)), device)
        return answers[0]

    setattr(owner, name, call)
    try:
        yield
    finally:
        setattr(owner, name, own)


def parts_of(loaded: LoadedModel, work: Callable[[], object]) -> dict[str, float]:
    """Seconds of a picture's parts; an indented one is also in the one above it."""
    seconds: dict[str, float] = {}
    with ExitStack() as stack:
        for owner, name, part in (
            (denoising, "layout_pass", "the quick picture"),
            (denoising.Denoiser, "run", "- the steps of both"),
            (region_masks, "found", "- seats from its attention"),
            (denoising, "route", "the routed picture"),
            (RouterCache, "of", "- LoRAs made ready"),
            (Router, "set_routes", "- words read, maps made ready"),
            (detailer, "redraw", "the closer look"),
            (loaded, "decode_latents", "decoding"),
        ):
            stack.enter_context(clocked(owner, name, part, seconds))
        seconds["all"] = timed(work, loaded.device)
    return seconds


@torch.no_grad()
def pass_ms(loaded: LoadedModel, settings: Settings, people: list[RegionSubject], *, is_routed: bool) -> float:
    """One guided pass of the UNet in ms: the routed one, or the plain one."""
    device, count = loaded.device, len(people)
    denoiser = Denoiser(loaded, settings, "", ["a photo of a cat and a dog"])
    rows, height, width = denoiser.rows, settings.height // 8, settings.width // 8
    noise = torch.randn(1, loaded.grid.channels, height, width).to(device)
    timestep = denoiser.scheduler.timesteps[len(denoiser.scheduler.timesteps) // 2]
    words = ports_of(loaded).prompt_embeds(denoiser.conditions)[:, None].repeat(1, 1 + count, 1, 1)
    masks = torch.zeros(rows, 1 + count, height, width, device=device, dtype=words.dtype)
    for k, part in enumerate(masks.split(-(-width // (1 + count)), 3)):
        part[:, k] = 1
    gates, uncond_rows = masks[:, 1:].clone(), rows // 2
    gates[:uncond_rows] = 0
    routes = Routes(gates=gates, prompt_embeds=words, prompt_weights=masks, uncond_rows=uncond_rows)
    choices = [(one.lora, one.strength) for one in people]
    with routed(loaded.model, choices) if is_routed else nullcontext() as router:
        if router is not None:
            router.set_routes(routes)
            hooked = router.hooks_geglu
            denoiser.predictor = PictureGraphs(loaded.model, loaded.denoise, device, hooked=hooked).predict
        timed(lambda: [denoiser.predict(noise, timestep) for _ in range(3)], device)
        return timed(lambda: [denoiser.predict(noise, timestep) for _ in range(PASSES)], device) / PASSES * 1000


def run(arguments: argparse.Namespace) -> None:
    device = torch.device(arguments.device)
    base_model = replace(BASE_MODELS[arguments.family], source=str(arguments.folder))
    loaded = families.load(base_model, device)
    side = arguments.side
    settings = Settings(sampler="DPM++ 2M Karras", steps=arguments.steps, guidance_scale=5.0, width=side, height=side)
    nouns = ("cat", "dog", "woman")[: arguments.subjects]
    people = [
        RegionSubject(lora=random_lora(loaded.model, 16, k, device), strength=1.0, words=f"w{k} {noun}", noun=noun)
        for k, noun in enumerate(nouns)
    ]
    prompt = "a photo of " + " and ".join(one.words for one in people)
    # With random weights nobody sits anywhere; real figures of two have room enough at this size.
    method = replace(METHOD, attempts=1, detailer_cells=0)
    if arguments.small:
        method = replace(METHOD, attempts=1, detailer_cells=side)
        people = [replace(one, box=(0.1 + 0.3 * k, 0.5, 0.3 + 0.3 * k, 0.8)) for k, one in enumerate(people)]
    evaluations: list[int] = []
    turn = 0

    def asked() -> str:
        return prompt + WHERE[turn % len(WHERE)] if arguments.other_prompts else prompt

    def plain() -> None:
        with merged(loaded.model, [(one.lora, one.strength) for one in people]):
            create.picture(loaded, settings, create.encode_guided(loaded, asked(), ""), turn)

    def both() -> None:
        made = multi_subject.generate(loaded, settings, people, asked(), "", turn, method=method)
        evaluations.append(made.evaluations)

    plain()
    parts = {"the first": parts_of(loaded, both)}
    times: dict[str, list[float]] = {"plain": [], "together": []}
    for turn in range(1, arguments.turns + 2):
        for name, work in (("plain", plain), ("together", both)):
            seconds = timed(work, device)
            if turn > 1:  # the first of each warms up
                times[name].append(seconds)
    turn += 1
    parts["a later one"] = parts_of(loaded, both)
    passes = {
        "plain": pass_ms(loaded, settings, people, is_routed=False),
        "routed": pass_ms(loaded, settings, people, is_routed=True),
    }
    seconds = {name: statistics.median(some) for name, some in times.items()}
    times_as_much = seconds["together"] / seconds["plain"]
    rows = [
        ["a whole picture, both LoRAs merged", f"{seconds['plain']:.3f} s", f"{2 * settings.steps} UNet rows"],
        [f"{len(people)} subjects together", f"{seconds['together']:.3f} s", f"{evaluations[-1]} UNet rows"],
        ["times as much", f"{times_as_much:.3f}", f"bar {BAR}"],
        *([f"one guided pass, {name}", f"{ms:.2f} ms", f"{ms / passes['plain']:.3f}"] for name, ms in passes.items()),
    ]
    print(markdown([f"{side}x{side}, {settings.steps} steps", "", ""], rows))
    print(markdown(["seconds of a picture together", *parts], _side_by_side(parts)))
    peak = torch.cuda.max_memory_allocated() / 1e9 if device.type == "cuda" else None
    facts = {"seconds": seconds, "times_as_much": times_as_much, "pass_ms": passes, "evaluations": evaluations[-1]}
    facts["parts"] = parts
    facts |= {
        "peak_gb": peak,
        "side": side,
        "steps": settings.steps,
        "subjects": len(people),
        "other_prompts": arguments.other_prompts,
        "small": arguments.small,
    }
    facts["device"] = torch.cuda.get_device_name() if device.type == "cuda" else "cpu"
    write_json(arguments.work / "together-price.json", facts)


def _side_by_side(parts: dict[str, dict[str, float]]) -> list[list[str]]:
    names = next(iter(parts.values()))
    return [[name, *(f"{seconds[name]:.3f}" for seconds in parts.values())] for name in names]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--family", default="sdxl")
    parser.add_argument("--device", default="cuda")
    parser.add_argument("--side", type=int, default=1024)
    parser.add_argument("--steps", type=int, default=30)
    parser.add_argument("--subjects", type=int, default=2)
    parser.add_argument("--small", action="store_true", help="all figures are small, and are drawn again from nearer")
    parser.add_argument("--other-prompts", action="store_true")
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--work", type=Path, default=Path("data/benchmarks"))
    run(parser.parse_args())
