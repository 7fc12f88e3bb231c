"""A lesson's checkpoints: one file each, whole or not there at all; it goes on from them as if it had not stopped."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save as safetensors_bytes
from torch import Tensor

from studio.jobs.requests import TrainingRequest
from training.adapter import Adapter
from training.step import TrainingStep

KEPT = 2  # the newest, and the one before it in case the newest is damaged
_PATTERN = "step_*.safetensors"

Write = Callable[[Path, bytes], Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class Checkpoint:
    """Everything that makes the next steps: the LoRA, the optimizer's memory, the generator; and the steps done."""

    step: int
    weights: dict[str, Tensor]
    optimizer: dict[str, Tensor]
    generator: Tensor


class Checkpoints:
    """The checkpoints of one lesson in one folder. `write` writes a file whole or not at all.

    `request` is the one that was asked, where the batch size may be open still.
    """

    def __init__(self, folder: Path, request: TrainingRequest, write: Write) -> None:
        self._folder = folder
        self._write = write
        asked = json.dumps(request.to_json(), sort_keys=True)
        self._fingerprint = hashlib.sha256(asked.encode()).hexdigest()

    def save(
        self, step: int, batch_size: int, adapter: Adapter, training_step: TrainingStep, generator: torch.Generator
    ) -> None:
        """Keep this moment. Errors: StudioError for a full disk; the earlier checkpoint stays then."""
        tensors = {f"lora.{name}": weight for name, weight in adapter.named_weights().items()}
        tensors |= {f"optimizer.{name}": value for name, value in training_step.optimizer_state().items()}
        tensors["generator"] = generator.get_state()
        content = {name: tensor.cpu().contiguous() for name, tensor in tensors.items()}
        metadata = {"step": str(step), "batch_size": str(batch_size), "request": self._fingerprint}
        self._write(self._folder / f"step_{step:06d}.safetensors", safetensors_bytes(content, metadata))
        for old in self._files()[KEPT:]:
            old.unlink(missing_ok=True)

    def latest(self) -> Checkpoint | None:
        """The newest whole checkpoint of this very request; None when there is none, and the lesson begins anew."""
        for file in self._files():
            found = self._read(file)
            if found is not None:
                return found
        return None

    def batch_size(self) -> int | None:
        """The one that the lesson was begun with, without reading its weights; None where it begins anew."""
        for file in self._files():
            try:
                with safe_open(file, framework="pt") as opened:
                    metadata = opened.metadata() or {}
            except (SafetensorError, OSError):
                continue
            if metadata.get("request") == self._fingerprint:
                return int(metadata["batch_size"])
        return None

    def _files(self) -> list[Path]:
        return sorted(self._folder.glob(_PATTERN), reverse=True)

    def _read(self, file: Path) -> Checkpoint | None:
        try:
            with safe_open(file, framework="pt") as opened:
                metadata = opened.metadata() or {}
                tensors = {key: opened.get_tensor(key) for key in opened.keys()}  # noqa: SIM118
        except (SafetensorError, OSError):
            return None  # a damaged one counts as absent; the one before it is used
        if metadata.get("request") != self._fingerprint:
            return None
        return Checkpoint(
            step=int(metadata["step"]),
            weights=_with_prefix(tensors, "lora."),
            optimizer=_with_prefix(tensors, "optimizer."),
            generator=tensors["generator"],
        )


def _with_prefix(tensors: dict[str, Tensor], prefix: str) -> dict[str, Tensor]:
    return {key.removeprefix(prefix): value for key, value in tensors.items() if key.startswith(prefix)}
