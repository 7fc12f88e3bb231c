"""Text encoders and UNet together: noise prediction on cached latents, the whole step in one CUDA graph."""

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn.functional as F
from diffusers import DDPMScheduler, StableDiffusionXLPipeline
from torch import Tensor, nn

from pipeline.pocket.architecture import RESOLUTION
from pipeline.pocket.pretraining.renders import CAPTIONS_PER_SCENE, Chunk, read_chunk
from pipeline.pocket.pretraining.schedule import Average, Stage, learning_rate

BATCH = 512
PEAK_LEARNING_RATE = 7e-4
FIGURE_WEIGHT = 2.0  # a latent cell inside a creature counts 1 + this: the optimum is the same, small details come sooner
CAPTION_DROPPED = 0.1
MOST_SCENES = 320_000  # 7.9 GB on the GPU


class Latents:
    """Encoded scenes on the device: mean and deviation, figure mask, caption tokens. Grows while training goes on."""

    def __init__(self, folder: Path, vae: nn.Module, device: torch.device, most_scenes: int) -> None:
        self.vae, self.device, self.scale = vae, device, vae.config.scaling_factor
        self.mean = torch.empty((most_scenes, 4, 32, 32), dtype=torch.float16, device=device)
        self.deviation = torch.empty_like(self.mean)
        self.figures = torch.empty((most_scenes, 1, 32, 32), dtype=torch.float16, device=device)
        self.tokens = torch.empty((most_scenes, CAPTIONS_PER_SCENE, 77), dtype=torch.int16, device=device)
        self.count = torch.zeros((), dtype=torch.int64, device=device)
        self.filled = 0
        self.arrived: queue.Queue[Chunk] = queue.Queue(maxsize=4)
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
            pixels = torch.from_numpy(chunk.pixels[part : part + 64]).to(self.device).permute(0, 3, 1, 2).float() / 127.5 - 1
            with torch.autocast(self.device.type, torch.bfloat16):
                posterior = self.vae.encode(pixels.contiguous(memory_format=torch.channels_last)).latent_dist
            here = slice(start + part, start + part + len(pixels))
            self.mean[here] = (posterior.mean * self.scale).half()
            self.deviation[here] = (posterior.std * self.scale).half()
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
    alphas: Tensor

    def loss(self, data: Latents, batch: int, unet_call: Callable[..., tuple[Tensor]]) -> Tensor:
        """One batch drawn on the device, without a word to the host."""
        device = data.device
        rows = (torch.rand(batch, device=device) * data.count).long()
        which = torch.randint(CAPTIONS_PER_SCENE, (batch,), device=device)
        tokens = data.tokens[rows, which].long()
        dropped = torch.rand(batch, 1, device=device) < CAPTION_DROPPED
        tokens = torch.where(dropped, self.empty_tokens, tokens)
        mean, deviation = data.mean[rows].float(), data.deviation[rows].float()
        latents = mean + deviation * torch.randn_like(mean)
        noise = torch.randn_like(latents)
        timesteps = torch.randint(len(self.alphas), (batch,), device=device)
        alpha = self.alphas[timesteps].view(-1, 1, 1, 1)
        noisy = alpha.sqrt() * latents + (1 - alpha).sqrt() * noise
        with torch.autocast(device.type, torch.bfloat16):
            one = self.text_encoder(tokens, output_hidden_states=True)
            two = self.text_encoder_2(tokens, output_hidden_states=True)
            context = torch.cat([one.hidden_states[-2], two.hidden_states[-2]], dim=-1)
            sizes = torch.tensor((RESOLUTION, RESOLUTION, 0, 0, RESOLUTION, RESOLUTION), device=device).expand(batch, 6)
            predicted = unet_call(noisy, timesteps, context, {"text_embeds": two.text_embeds, "time_ids": sizes})
        weight = 1 + FIGURE_WEIGHT * data.figures[rows].float()
        return (weight * (predicted.float() - noise).square()).sum() / (weight.sum() * 4)


def model_of(pipeline: StableDiffusionXLPipeline, device: torch.device) -> Model:
    noise_schedule = DDPMScheduler(beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear")
    empty = pipeline.tokenizer("", padding="max_length", max_length=77).input_ids
    return Model(
        unet=pipeline.unet.to(device, memory_format=torch.channels_last).train(),
        text_encoder=pipeline.text_encoder.to(device).train(),
        text_encoder_2=pipeline.text_encoder_2.to(device).train(),
        empty_tokens=torch.tensor(empty, device=device)[None],
        alphas=noise_schedule.alphas_cumprod.to(device),
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
        self.average = Average(self.parts, 0.9996)
        self.last_loss = torch.zeros((), device=data.device)
        self.graph: torch.cuda.CUDAGraph | None = None
        call = lambda x, t, context, added: model.unet(x, t, context, added_cond_kwargs=added, return_dict=False)[0]  # noqa: E731
        self.unet_call = torch.compile(call, dynamic=False) if compiled else call

    def _step(self) -> None:
        self.optimizer.zero_grad(set_to_none=True)
        loss = self.model.loss(self.data, self.batch, self.unet_call)
        loss.backward()
        nn.utils.clip_grad_norm_(self.parts.parameters(), 1.0, foreach=True)
        self.optimizer.step()
        self.average.update()
        self.last_loss.copy_(loss.detach())

    def step(self, step: int, progress: float) -> None:
        self.rate.fill_(learning_rate(PEAK_LEARNING_RATE, progress))
        self.average.at(step)
        if self.data.device.type != "cuda":
            self._step()
        elif self.graph is None:
            self._capture()
        else:
            self.graph.replay()

    def _capture(self) -> None:
        side = torch.cuda.Stream()
        side.wait_stream(torch.cuda.current_stream())
        with torch.cuda.stream(side):
            for _ in range(3):
                self._step()
        torch.cuda.current_stream().wait_stream(side)
        self.optimizer.zero_grad(set_to_none=True)
        self.graph = torch.cuda.CUDAGraph()
        with torch.cuda.graph(self.graph):
            self._step()

    def state(self, stage: Stage, steps: int) -> dict:
        return {
            "parts": self.parts.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "average": self.average.mean,
            "spent": stage.spent(),
            "steps": steps,
        }

    def restore(self, state: dict) -> None:
        """Goes on where `state` was taken (before the first step)."""
        self.parts.load_state_dict(state["parts"])
        self.optimizer.load_state_dict(state["optimizer"])
        for group in self.optimizer.param_groups:
            group["lr"] = self.rate
        for mean, kept in zip(self.average.mean, state["average"], strict=True):
            mean.copy_(kept)


def train_unet(trainer: Trainer, stage: Stage, *, steps_before: int = 0, report=print) -> int:
    """Trains for this piece of the stage's time; returns the steps done in all."""
    step = steps_before
    for step in stage.steps():
        step += steps_before
        if step % 3 == 0:
            trainer.data.take()
        trainer.step(step, stage.progress())
        if step % 50 == 0:
            seen = trainer.last_loss.item()  # waits for the device, so that the clock below is true
            if step % 250 == 0:
                report(f"unet step {step} spent {stage.spent():.0f} s scenes {trainer.data.filled} loss {seen:.4f}")
    return step + 1
