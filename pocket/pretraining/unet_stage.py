"""Text encoders and UNet together: noise prediction on cached latents, the whole step in one CUDA graph."""

import queue
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F
from diffusers.models.autoencoders.autoencoder_kl import AutoencoderKL
from diffusers.pipelines.stable_diffusion_xl.pipeline_stable_diffusion_xl import StableDiffusionXLPipeline
from diffusers.schedulers.scheduling_ddpm import DDPMScheduler
from torch import Tensor, nn

from pocket.architecture import RESOLUTION
from pocket.pretraining.renders import CAPTIONS_PER_SCENE, Chunk, read_chunk
from pocket.pretraining.schedule import Average, Stage, learning_rate

BATCH = 256
PEAK_LEARNING_RATE = 6e-4
# A latent cell inside a creature counts 1 + this: the optimum is the same, small details come sooner.
FIGURE_WEIGHT = 2.0
CAPTION_DROPPED = 0.1
MOST_SCENES = 320_000  # 7.9 GB on the GPU


class Latents:
    """Encoded scenes on the device: mean and deviation, figure mask, caption tokens. Grows while training goes on."""

    def __init__(self, device: torch.device, most_scenes: int) -> None:
        self.device, self.scale = device, 1.0
        self.vae: Any = None
        self.mean = torch.zeros((most_scenes, 4, 32, 32), dtype=torch.float16, device=device)
        self.std = torch.zeros_like(self.mean)
        self.figures = torch.zeros((most_scenes, 1, 32, 32), dtype=torch.float16, device=device)
        self.tokens = torch.zeros((most_scenes, CAPTIONS_PER_SCENE, 77), dtype=torch.int16, device=device)
        self.count = torch.zeros((), dtype=torch.int64, device=device)
        self.filled = 0
        self.arrived: queue.Queue[Chunk] = queue.Queue(maxsize=4)

    def start(self, folder: Path, vae: AutoencoderKL) -> None:
        """From now on chunks are taken from the folder and encoded with the finished autoencoder."""
        self.vae = vae
        self.scale = self.vae.config.scaling_factor
        threading.Thread(target=self._read, args=(folder,), daemon=True).start()

    def _read(self, folder: Path) -> None:
        """Moves chunks from files to the queue; the files are gone afterwards."""
        pause = threading.Event()
        while True:
            paths = sorted(folder.glob("chunk-*.npz"))
            for path in paths:
                self.arrived.put(read_chunk(path))
                path.unlink()
            if not paths:
                pause.wait(0.2)

    @torch.no_grad()
    def take(self, wait: bool = False) -> bool:
        """Encodes one chunk if one has arrived; when the buffer is full the oldest scenes make room."""
        try:
            chunk = self.arrived.get(block=wait)
        except queue.Empty:
            return False
        start = self.filled % len(self.mean)
        rows = slice(start, start + len(chunk.pixels))
        for part in range(0, len(chunk.pixels), 64):
            pixels = (
                torch.from_numpy(chunk.pixels[part : part + 64]).to(self.device).permute(0, 3, 1, 2).float() / 127.5 - 1
            )
            with torch.autocast(self.device.type, torch.bfloat16):
                posterior = self.vae.encode(pixels.contiguous(memory_format=torch.channels_last)).latent_dist
            here = slice(start + part, start + part + len(pixels))
            self.mean[here] = (posterior.mean * self.scale).half()
            self.std[here] = (posterior.std * self.scale).half()
            owners = torch.from_numpy(chunk.owners[part : part + 64]).to(self.device)
            self.figures[here] = F.avg_pool2d((owners > 0).float()[:, None], 8).half()
        self.tokens[rows] = torch.from_numpy(chunk.tokens).to(self.device)
        self.filled += len(chunk.pixels)
        self.count.fill_(min(self.filled, len(self.mean)))
        return True


@dataclass(kw_only=True)
class Model:
    """What is trained, and the noise schedule it is trained on."""

    unet: nn.Module
    text_encoder: nn.Module
    text_encoder_2: nn.Module
    empty_tokens: Tensor
    sizes: Tensor  # (1, 6): original size, crop corner and target size, as SDXL is told them
    alphas_cumprod: Tensor

    def loss(self, data: Latents, batch: int, unet_call: Callable[..., Tensor]) -> Tensor:
        """One batch drawn on the device, without a word to the host."""
        device = data.device
        rows = (torch.rand(batch, device=device) * data.count).long()
        which = torch.randint(CAPTIONS_PER_SCENE, (batch,), device=device)
        tokens = data.tokens[rows, which].long()
        dropped = torch.rand(batch, 1, device=device) < CAPTION_DROPPED
        tokens = torch.where(dropped, self.empty_tokens, tokens)
        mean, std = data.mean[rows].float(), data.std[rows].float()
        latents = mean + std * torch.randn_like(mean)
        noise = torch.randn_like(latents)
        timesteps = torch.randint(len(self.alphas_cumprod), (batch,), device=device)
        alpha = self.alphas_cumprod[timesteps].view(-1, 1, 1, 1)
        noisy = alpha.sqrt() * latents + (1 - alpha).sqrt() * noise
        with torch.autocast(device.type, torch.bfloat16):
            one = self.text_encoder(tokens, output_hidden_states=True)
            two = self.text_encoder_2(tokens, output_hidden_states=True)
            context = torch.cat([one.hidden_states[-2], two.hidden_states[-2]], dim=-1)
            added = {"text_embeds": two.text_embeds, "time_ids": self.sizes.expand(batch, 6)}
            predicted = unet_call(noisy, timesteps, context, added)
        weight = 1 + FIGURE_WEIGHT * data.figures[rows].float()
        return (weight * (predicted.float() - noise).square()).sum() / (weight.sum() * 4)


def model_of(pipeline: StableDiffusionXLPipeline, device: torch.device) -> Model:
    noise_schedule = DDPMScheduler(beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear")
    empty = pipeline.tokenizer("", padding="max_length", max_length=77).input_ids
    return Model(
        unet=pipeline.unet.to(device, memory_format=torch.channels_last).train(),
        text_encoder=pipeline.text_encoder.to(device).train(),
        text_encoder_2=pipeline.text_encoder_2.to(device).train(),
        sizes=torch.tensor([[RESOLUTION, RESOLUTION, 0, 0, RESOLUTION, RESOLUTION]], device=device),
        empty_tokens=torch.tensor(empty, device=device)[None],
        alphas_cumprod=noise_schedule.alphas_cumprod.to(device),
    )


class Trainer:
    """Optimizer, average and the step; `step()` replays one CUDA graph where there is CUDA."""

    def __init__(self, model: Model, data: Latents, *, batch: int, compiled: bool) -> None:
        self.model, self.data, self.batch = model, data, batch
        self.parts = nn.ModuleList([model.unet, model.text_encoder, model.text_encoder_2])
        cuda = data.device.type == "cuda"
        self.rate = torch.tensor(0.0, device=data.device)
        self.optimizer = torch.optim.AdamW(
            self.parts.parameters(), lr=self.rate, betas=(0.9, 0.99), weight_decay=0.01, fused=cuda, capturable=cuda
        )
        self.average = Average(self.parts, 0.999)
        self.last_loss = torch.zeros((), device=data.device)
        self.graph: torch.cuda.CUDAGraph | None = None
        self.unet_call: Callable[..., Tensor] = torch.compile(self._unet, dynamic=False) if compiled else self._unet

    def _unet(self, noisy: Tensor, timesteps: Tensor, context: Tensor, added: dict[str, Tensor]) -> Tensor:
        return self.model.unet(noisy, timesteps, context, added_cond_kwargs=added, return_dict=False)[0]

    def _step(self) -> None:
        self.optimizer.zero_grad(set_to_none=True)
        loss = self.model.loss(self.data, self.batch, self.unet_call)
        loss.backward()
        nn.utils.clip_grad_norm_(self.parts.parameters(), 1.0, foreach=True)
        self.optimizer.step()
        self.average.update()
        self.last_loss.copy_(loss.detach())

    def prepare(self, report: Callable[[str], None] = print) -> None:
        """Compiles and captures the step with a learning rate of 0, so that this can be done before there is data."""
        if self.data.device.type != "cuda":
            return
        self.rate.fill_(0.0)
        try:
            self._capture()
        except RuntimeError:  # what torch's compiler and CUDA raise
            traceback.print_exc()
            report("the compiled step could not be captured; going on without compilation")
            torch.cuda.synchronize()
            self.unet_call = self._unet
            self._capture()
        for moments in self.optimizer.state.values():
            for value in moments.values():
                value.zero_()

    def step(self, step: int, progress: float) -> None:
        self.rate.fill_(learning_rate(PEAK_LEARNING_RATE, progress))
        self.average.at(step)
        if self.graph is None:
            self._step()
        else:
            self.graph.replay()

    def _capture(self) -> None:
        side = torch.cuda.Stream()
        side.wait_stream(torch.cuda.current_stream())
        with torch.cuda.stream(side):
            for _ in range(3):
                self._step()
        torch.cuda.current_stream().wait_stream(side)
        torch.cuda.synchronize()
        self.optimizer.zero_grad(set_to_none=True)
        torch.cuda.empty_cache()
        graph = torch.cuda.CUDAGraph()
        with torch.cuda.graph(graph):
            self._step()
        self.graph = graph

    def state(self, stage: Stage, steps: int) -> dict:
        return {
            "parts": self.parts.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "average": self.average.mean,
            "spent": stage.spent(),
            "steps": steps,
        }

    @torch.no_grad()
    def restore(self, state: dict) -> None:
        """Goes on where `state` was taken. Everything is written in place: a captured step stays valid."""
        for live, kept in zip(self.parts.state_dict().values(), state["parts"].values(), strict=True):
            live.copy_(kept)
        moments = state["optimizer"]["state"]
        for index, parameter in enumerate(self.parts.parameters()):
            for name, kept in moments.get(index, {}).items():
                if name in self.optimizer.state[parameter]:
                    self.optimizer.state[parameter][name].copy_(kept)
                else:
                    self.optimizer.state[parameter][name] = kept.clone()
        for mean, kept in zip(self.average.mean, state["average"], strict=True):
            mean.copy_(kept)


def train_unet(
    trainer: Trainer,
    stage: Stage,
    *,
    steps_before: int = 0,
    export: Callable[[int], None],
    export_seconds: float = 240,
    report: Callable[[str], None] = print,
) -> int:
    """Trains for this piece of the stage's time; returns the steps done in all. `export` is called now and then."""
    done, exported = steps_before, stage.clock()
    for done in stage.steps():
        done += steps_before
        if done % 3 == 0:
            trainer.data.take()
        trainer.step(done, stage.progress())
        if done % 50 == 0:
            loss = trainer.last_loss.item()  # waits for the device, so that the stage's clock is true
            if done % 250 == 0:
                report(f"unet step {done} spent {stage.spent():.0f} s scenes {trainer.data.filled} loss {loss:.4f}")
        if stage.clock() - exported > export_seconds:
            export(done)
            exported = stage.clock()
    return done + 1
