"""`python -m pipeline.pocket.pretraining WORK --piece 560`: one piece of the pre-training; call it again to go on.

The work folder keeps renders and checkpoints between pieces. The finished model is written to WORK/model.
"""

import argparse
import os
import time
from pathlib import Path

import torch
from diffusers import AutoencoderKL

from pipeline.pocket.architecture import build_pipeline, save
from pipeline.pocket.pretraining.renders import start_drawing
from pipeline.pocket.pretraining.schedule import Stage
from pipeline.pocket.pretraining.unet_stage import BATCH, MOST_SCENES, Latents, Trainer, model_of, train_unet
from pipeline.pocket.pretraining.vae_stage import BATCH as VAE_BATCH
from pipeline.pocket.pretraining.vae_stage import MOST_SCENES as MOST_VAE_SCENES
from pipeline.pocket.pretraining.vae_stage import Pixels, train_vae

SEED = 20_261_123


def wait_for_renders(folder: Path, chunks: int) -> None:
    while len(list(folder.glob("chunk-*.npz"))) < chunks:
        time.sleep(0.5)


def run(arguments: argparse.Namespace, began: float) -> None:
    work, device = arguments.work, torch.device(arguments.device)
    torch.manual_seed(SEED)
    torch.backends.cuda.matmul.allow_tf32 = torch.backends.cudnn.allow_tf32 = torch.backends.cudnn.benchmark = True
    renders, vae_folder = work / "renders", arguments.vae or work / "vae"
    drawing = start_drawing(renders, SEED + arguments.part, arguments.processes)
    left = lambda: arguments.piece - (time.monotonic() - began)  # noqa: E731
    if not (vae_folder / "config.json").exists():
        wait_for_renders(renders, 4)
        print(f"first renders after {time.monotonic() - began:.0f} s", flush=True)
        pixels = Pixels(renders, device, arguments.vae_scenes)
        pixels.take(4)
        vae = train_vae(pixels, Stage(seconds=arguments.vae_seconds), batch=arguments.vae_batch, compiled=arguments.compile)
        vae.half().save_pretrained(vae_folder)
    if arguments.unet_seconds and left() > 20:
        vae = AutoencoderKL.from_pretrained(vae_folder).to(device, memory_format=torch.channels_last)
        pipeline = build_pipeline(SEED)
        pipeline.vae = vae
        data = Latents(renders, vae, device, arguments.scenes)
        for _ in range(arguments.first_chunks):
            data.take(wait=True)
        trainer = Trainer(model_of(pipeline, device), data, batch=arguments.batch, compiled=arguments.compile)
        kept, spent, steps = work / "unet.pt", 0.0, 0
        if kept.exists():
            state = torch.load(kept, map_location=device, weights_only=True)
            trainer.restore(state)
            spent, steps = state["spent"], state["steps"]
        stage = Stage(seconds=arguments.unet_seconds, done=spent, piece=left() - arguments.reserve)
        steps = train_unet(trainer, stage, steps_before=steps)
        torch.save(trainer.state(stage, steps), kept.with_suffix(".part"))
        os.replace(kept.with_suffix(".part"), kept)
        trainer.average.exchange()
        save(pipeline.to("cpu"), work / "model")
        print(f"unet steps {steps} samples {steps * arguments.batch} spent {stage.spent():.0f} s of {arguments.unet_seconds:.0f} s")
    for process in drawing:
        process.terminate()


if __name__ == "__main__":
    began = time.monotonic()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", type=Path)
    parser.add_argument("--device", default="cuda")
    parser.add_argument("--piece", type=float, default=560, help="seconds that this call may take")
    parser.add_argument("--reserve", type=float, default=15, help="seconds of the piece kept for writing the results")
    parser.add_argument("--part", type=int, default=0, help="which piece this is: each draws its own scenes")
    parser.add_argument("--vae", type=Path, help="a finished autoencoder to go on from")
    parser.add_argument("--vae-seconds", type=float, default=260)
    parser.add_argument("--vae-batch", type=int, default=VAE_BATCH)
    parser.add_argument("--vae-scenes", type=int, default=MOST_VAE_SCENES)
    parser.add_argument("--unet-seconds", type=float, default=900)
    parser.add_argument("--batch", type=int, default=BATCH)
    parser.add_argument("--scenes", type=int, default=MOST_SCENES)
    parser.add_argument("--first-chunks", type=int, default=16, help="chunks of 256 scenes to wait for before the first step")
    parser.add_argument("--processes", type=int, default=15)
    parser.add_argument("--compile", action=argparse.BooleanOptionalAction, default=True)
    run(parser.parse_args(), began)
