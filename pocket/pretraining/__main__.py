"""Pre-trains the pocket model in a work folder: `python -m pocket.pretraining draw|vae|unet WORK`.

The three commands run side by side: `draw` fills WORK/renders until it is ended, `vae` writes WORK/vae, `unet` waits
for it and writes WORK/model. `vae` and `unet` end after their seconds; `unet --piece` ends earlier and is called again
to go on.
"""

import argparse
import os
import time
from collections.abc import Callable
from pathlib import Path

import torch
from diffusers.models.autoencoders.autoencoder_kl import AutoencoderKL
from diffusers.pipelines.stable_diffusion_xl.pipeline_stable_diffusion_xl import StableDiffusionXLPipeline

from pocket.architecture import build_pipeline, save
from pocket.pretraining.renders import start_drawing
from pocket.pretraining.schedule import Stage
from pocket.pretraining.unet_stage import BATCH, MOST_SCENES, Latents, Trainer, model_of, train_unet
from pocket.pretraining.vae_stage import BATCH as VAE_BATCH
from pocket.pretraining.vae_stage import MOST_SCENES as MOST_VAE_SCENES
from pocket.pretraining.vae_stage import Pixels, train_vae

SEED = 20_261_123


def say(text: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {text}", flush=True)


def wait_for(folder: Path, pattern: str, count: int = 1) -> None:
    while len(list(folder.glob(pattern))) < count:
        time.sleep(0.5)


def train_autoencoder(arguments: argparse.Namespace) -> None:
    work, device = arguments.work, torch.device(arguments.device)
    wait_for(work / "renders", "chunk-*.npz", 4)
    pixels = Pixels(work / "renders", device, arguments.vae_scenes)
    pixels.take(4)
    start = AutoencoderKL.from_pretrained(arguments.start) if arguments.start else None
    stage = Stage(seconds=arguments.seconds)
    vae = train_vae(
        pixels,
        stage,
        start=start,
        batch=arguments.batch or VAE_BATCH,
        compiled=arguments.compile,
        peak=arguments.peak,
        report=say,
    )
    unfinished = work / "vae.part"
    vae.half().save_pretrained(unfinished)
    unfinished.rename(work / "vae")


def exporter(trainer: Trainer, pipeline: StableDiffusionXLPipeline, folder: Path) -> Callable[[int], None]:
    """A function that writes the averaged model as it is now, without touching the one that is being trained."""

    def export(steps: int) -> None:
        whole = build_pipeline(SEED)
        trainer.average.exchange()
        for name in ("unet", "text_encoder", "text_encoder_2", "vae"):
            getattr(whole, name).load_state_dict(getattr(pipeline, name).state_dict())
        trainer.average.exchange()
        whole.vae.register_to_config(scaling_factor=pipeline.vae.config.scaling_factor)
        save(whole, folder)
        say(f"written after {steps} steps: {folder}")

    return export


def begin_from(pipeline: StableDiffusionXLPipeline, folder: Path) -> None:
    """Puts a model's UNet and text encoders into `pipeline`, in fp32."""
    earlier = StableDiffusionXLPipeline.from_pretrained(folder, dtype=torch.float32)
    for name in ("unet", "text_encoder", "text_encoder_2"):
        getattr(pipeline, name).load_state_dict(getattr(earlier, name).state_dict())


def train_words_and_pictures(arguments: argparse.Namespace) -> None:
    began = time.monotonic()
    work, device = arguments.work, torch.device(arguments.device)
    pipeline = build_pipeline(SEED)
    if arguments.start:
        begin_from(pipeline, arguments.start)
    data = Latents(device, arguments.scenes)
    batch = arguments.batch or BATCH
    trainer = Trainer(model_of(pipeline, device), data, batch=batch, compiled=arguments.compile)
    trainer.prepare(say)
    say("step prepared")
    kept, spent, steps = work / "unet.pt", 0.0, 0
    if kept.exists():
        state = torch.load(kept, map_location=device, weights_only=True)
        trainer.restore(state)
        spent, steps = state["spent"], state["steps"]
    wait_for(work, "vae/config.json")
    pipeline.vae = AutoencoderKL.from_pretrained(work / "vae").to(device, memory_format=torch.channels_last)  # type: ignore[arg-type]
    data.start(work / "renders", pipeline.vae)
    for _ in range(arguments.first_chunks):
        data.take(wait=True)
    export = exporter(trainer, pipeline, work / "model")
    stage = Stage(seconds=arguments.seconds, done=spent, piece=arguments.piece - (time.monotonic() - began))
    steps = train_unet(trainer, stage, steps_before=steps, export=export, report=say)
    export(steps)
    say(f"unet steps {steps} samples {steps * batch} spent {stage.spent():.0f} s of {arguments.seconds:.0f} s")
    torch.save(trainer.state(stage, steps), kept.with_suffix(".part"))
    os.replace(kept.with_suffix(".part"), kept)
    (work / "done").touch()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stage", choices=("draw", "vae", "unet"))
    parser.add_argument("work", type=Path)
    parser.add_argument("--seconds", type=float, default=300, help="how long the stage trains in all")
    parser.add_argument("--piece", type=float, default=1e9, help="unet: seconds that this call may take")
    parser.add_argument("--device", default="cuda")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--processes", type=int, default=14, help="draw: processes")
    parser.add_argument("--peak", type=float, default=1e-3, help="vae: highest learning rate")
    parser.add_argument("--start", type=Path, help="an autoencoder (vae) or a model (unet) to go on from")
    parser.add_argument("--vae-scenes", type=int, default=MOST_VAE_SCENES)
    parser.add_argument("--scenes", type=int, default=MOST_SCENES)
    parser.add_argument(
        "--first-chunks", type=int, default=16, help="unet: chunks of 256 scenes to wait for before the first step"
    )
    parser.add_argument("--batch", type=int)
    parser.add_argument("--compile", action=argparse.BooleanOptionalAction, default=True)
    arguments = parser.parse_args()
    torch.manual_seed(arguments.seed)
    torch.backends.cuda.matmul.allow_tf32 = torch.backends.cudnn.allow_tf32 = torch.backends.cudnn.benchmark = True
    if arguments.stage == "draw":
        for process in start_drawing(arguments.work / "renders", arguments.seed, arguments.processes):
            process.join()
    elif arguments.stage == "vae":
        train_autoencoder(arguments)
    else:
        train_words_and_pictures(arguments)


if __name__ == "__main__":
    main()
