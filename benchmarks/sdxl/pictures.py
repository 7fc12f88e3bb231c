"""`python -m benchmarks.sdxl.pictures FOLDER`: pictures of 1024x1024 with two LoRAs, against diffusers in the same run.

FOLDER is that of benchmarks.sdxl.folder. 30 steps with guidance; the peer is StableDiffusionXLPipeline with both LoRAs
put on by set_adapters, in the same type, its latents given and its autoencoder in fp32 as ours. Every figure is the
median of some pictures, from the words as they are typed to the pixels; ours were encoded for the first of them.
"""

import argparse
import json
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import torch
from diffusers.models.attention_processor import AttnProcessor2_0
from torch import nn

from benchmarks.pocket.tables import markdown
from pipeline import devices, families, generate
from pipeline.families.loaded_model import LoadedModel
from pipeline.generate import NoiseSeed, Settings
from pipeline.loras.lora import Lora, LoraLayer, merged
from pipeline.unet import cross_attention_cache
from pipeline.unet.attention import processors_kept
from studio.models.base_models import resolve

LIMIT_SECONDS = 0.53  # 416 TFLOP at the 790 TFLOP/s that an H200 reaches on large products
SETTINGS = Settings(sampler="DPM++ 2M Karras", steps=30, guidance_scale=6.0, width=1024, height=1024)
WORDS = "a photo of a cat and a woman on the beach"


def lora_of(loaded: LoadedModel, name: str, seed: int) -> Lora:
    """One of rank 16 on the attention projections, in 16 bits as files hold it; its numbers are drawn by chance."""
    generator, layers = torch.Generator().manual_seed(seed), {}
    for layer, (inner, outer) in loaded.sites(convolutions=False).shapes().items():
        down = torch.randn(16, inner, generator=generator).half() / 64
        up = torch.randn(outer, 16, generator=generator).half() / 4096
        layers[layer] = LoraLayer(down=down, up=up, alpha=16)
    return Lora(name=name, layers=layers)


def seconds_of(make: Callable[[], object], times: int) -> float:
    """The median."""
    spent = []
    for _ in range(times):
        torch.cuda.synchronize()
        began = time.monotonic()
        make()
        torch.cuda.synchronize()
        spent.append(time.monotonic() - began)
    return statistics.median(spent)


class Told(dict[str, float]):
    """Figures by name, each told as soon as it is there."""

    def __setitem__(self, name: str, seconds: float) -> None:
        print(f"  {name}: {seconds:.3f} s", flush=True)
        super().__setitem__(name, seconds)


class ReadsWords(AttnProcessor2_0):
    """diffusers' own by another name, which pipeline.unet.cross_attention_cache leaves alone."""


@contextmanager
def words_read_each_step(unet: nn.Module) -> Iterator[None]:
    """Inside the block no keys and values of words are kept, as it was before."""
    with processors_kept(unet):
        for attention in cross_attention_cache.cross_attention_layers(unet):
            attention.processor = ReadsWords()  # type: ignore[assignment]
        yield


def measure_ours(loaded: LoadedModel, arguments: argparse.Namespace) -> dict[str, float]:
    loras = [lora_of(loaded, name, seed) for seed, name in enumerate(("cat", "woman"))]
    before = {name: weight.clone() for name, weight in loaded.model.named_parameters()}
    found = Told()

    def pictures(count: int) -> None:
        conditions = generate.encode_guided(loaded, WORDS, "")
        generate.pictures(loaded, SETTINGS, conditions, [NoiseSeed(seed=seed) for seed in range(count)])

    with merged(loaded.model, [(loras[0], 0.9), (loras[1], 0.8)]):
        found["the first picture, with its capture"] = seconds_of(lambda: pictures(1), 1)
        found["one picture, captured"] = seconds_of(lambda: pictures(1), arguments.times)
        found["four pictures at once, captured"] = seconds_of(lambda: pictures(4), 2)
        with words_read_each_step(loaded.model):
            loaded.pictures.forget()
            pictures(1)
            found["one picture, captured, words read at each step"] = seconds_of(lambda: pictures(1), arguments.times)
        loaded.pictures.forget()
        if arguments.compile:
            loaded.pictures.forget()
            pictures(1)
            found["preparing (compilation), once"] = seconds_of(lambda: loaded.pictures.prepare(lambda: True), 1)
            pictures(1)
            found["one picture, compiled and captured"] = seconds_of(lambda: pictures(1), arguments.times)
            pictures(4)
            found["four pictures at once, compiled and captured"] = seconds_of(lambda: pictures(4), 2)
        latents = torch.randn(1, 4, 128, 128, device=loaded.device)
        found["of it the autoencoder, for one"] = seconds_of(lambda: loaded.decode_latents(latents), 3)
    firsts, conditions = [], generate.encode_guided(loaded, WORDS, "")
    for strength in (0.5, 0.6, 0.7):
        torch.cuda.synchronize()
        began = time.monotonic()
        with torch.no_grad(), merged(loaded.model, [(loras[0], strength), (loras[1], strength)]):
            shape = torch.randn(2, 4, 128, 128, device=loaded.device)
            loaded.pictures.predict(shape, torch.tensor(500.0, device=loaded.device), conditions, 1024, 1024)
            torch.cuda.synchronize()
            firsts.append(time.monotonic() - began)
    found["both strengths changed, to the end of the first step"] = statistics.median(firsts)
    same = all(torch.equal(weight, before[name]) for name, weight in loaded.model.named_parameters())
    print(f"after taking the LoRAs off every weight is bit-equal: {same}", flush=True)
    return found


def measure_peer(loaded: LoadedModel, arguments: argparse.Namespace) -> dict[str, float]:
    """diffusers' own pipeline on the same folder, with the same LoRAs."""
    from diffusers.pipelines.stable_diffusion_xl.pipeline_stable_diffusion_xl import StableDiffusionXLPipeline
    from diffusers.schedulers.scheduling_dpmsolver_multistep import DPMSolverMultistepScheduler

    loras = [lora_of(loaded, name, seed) for seed, name in enumerate(("cat", "woman"))]
    pipe: Any = StableDiffusionXLPipeline.from_pretrained(
        str(arguments.folder), torch_dtype=loaded.dtype, variant="fp16", add_watermarker=False
    ).to(loaded.device)
    pipe.vae.to(torch.float32)
    pipe.scheduler = DPMSolverMultistepScheduler.from_config(pipe.scheduler.config, use_karras_sigmas=True)
    pipe.set_progress_bar_config(disable=True)
    for lora in loras:
        tensors = {}
        for name, layer in lora.layers.items():
            tensors[f"unet.{name}.lora_A.weight"], tensors[f"unet.{name}.lora_B.weight"] = layer.down, layer.up  # type: ignore
        pipe.load_lora_weights(tensors, adapter_name=lora.name)
    pipe.set_adapters([lora.name for lora in loras], adapter_weights=[0.9, 0.8])

    def pictures(count: int) -> None:
        generators = [torch.Generator("cpu").manual_seed(seed) for seed in range(count)]
        latents = pipe(
            WORDS, negative_prompt="", num_inference_steps=30, guidance_scale=6.0, width=1024, height=1024,
            num_images_per_prompt=count, generator=generators, output_type="latent",
        ).images  # fmt: skip
        for one in latents.split(1):
            pipe.vae.decode(one.float() / pipe.vae.config.scaling_factor, return_dict=False)[0].cpu()

    with torch.no_grad():
        pictures(1)
        found = Told()
        found["the peer, one picture"] = seconds_of(lambda: pictures(1), arguments.times)
        found["the peer, four pictures at once"] = seconds_of(lambda: pictures(4), 1)
    return found


def run(arguments: argparse.Namespace) -> None:
    loaded = families.load(resolve(str(arguments.folder)), torch.device(arguments.device))
    print(devices.in_words(loaded.device), flush=True)
    found = measure_ours(loaded, arguments)
    ours = found.get("one picture, compiled and captured", found["one picture, captured"])
    print(markdown(["what", "seconds"], [[name, f"{value:.3f}"] for name, value in found.items()]), flush=True)
    loaded.pictures.forget()
    found |= measure_peer(loaded, arguments)
    print(markdown(["what", "seconds"], [[name, f"{value:.3f}"] for name, value in found.items()]))
    print(
        f"{found['the peer, one picture'] / ours:.2f} times the peer, {100 * LIMIT_SECONDS / ours:.0f} % of the limit"
    )
    arguments.work.mkdir(parents=True, exist_ok=True)
    (arguments.work / "pictures.json").write_text(json.dumps(found, indent=2))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--device", default="cuda")
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument(
        "--compile", action="store_true", help="also with compiled parts, as a worker prepares when idle"
    )
    parser.add_argument("--work", type=Path, default=Path("data/benchmarks"))
    run(parser.parse_args())
