"""Changes of a layer that are no product of two small matrices: LoHa, LoKr, Tucker's form, and DoRA on any of them.

They stay as their file has them, which is small, and become whole matrices only where they are put on a layer: at rank
8 a LoHa of SDXL is 0.1 GB in its file, while all of its whole matrices would be 4 GB.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import torch
from torch import Tensor

MOST_FACTORS = 256  # of an exact product that is written out; beyond it an identity and the whole matrix are shorter


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class DenseLayer:
    """The change of one layer by the parts that its file holds; `parts` is by role (pipeline.loras.keys.SUFFIXES).

    alpha: as in the file, None where it states none, which is a scale of 1. At strength s a layer changes by s times
    what it changes by at 1, also with DoRA, whose change depends on the weight: as ComfyUI has it.
    """

    parts: Mapping[str, Tensor]
    alpha: float | None

    @property
    def rank(self) -> int:
        """How many directions each of its factors has; 1 where they are whole."""
        for role in ("down", "hada_w1_b", "lokr_w2_b", "lokr_w1_b"):
            if role in self.parts:
                return self.parts[role].shape[0]
        return 1

    @property
    def kind(self) -> str:
        """What it is called: "DoRA", "LoHa", "LoKr" or "LoCon"."""
        names = {"dora": "DoRA", "hada_w1_a": "LoHa", "lokr_w1": "LoKr", "lokr_w1_a": "LoKr"}
        return next((name for role, name in names.items() if role in self.parts), "LoCon")

    def delta(self, weight: Tensor) -> Tensor:
        """The change of a pristine weight at strength 1, in fp32 where the weight lies: (out, in * height * width).

        Errors: ValueError, RuntimeError where the parts do not fit one another or the weight.
        """
        parts = {role: part.to(weight.device, torch.float32) for role, part in self.parts.items()}
        plain = self._scale() * _plain(parts).reshape(weight.shape)
        if "dora" not in parts:
            return plain.flatten(1)
        whole = weight.detach().float()
        merged = whole + plain
        scale = parts["dora"]
        if scale.ndim == 1 or scale.shape[0] == merged.shape[0]:
            norms = merged.flatten(1).norm(dim=1)
            scale = (scale.reshape(-1) / (norms + _EPS)).view(-1, *[1] * (merged.ndim - 1))
        else:  # LyCORIS at first measured along the inputs
            norms = merged.transpose(0, 1).flatten(1).norm(dim=1)
            scale = (scale.reshape(-1) / (norms + _EPS)).view(1, -1, *[1] * (merged.ndim - 2))
        return (merged * scale - whole).flatten(1)

    def factors(self, weight: Tensor) -> tuple[Tensor, Tensor]:
        """(down, up) whose product is the change: (rank, in * height * width) and (out, rank), in fp32, exactly."""
        parts = self.parts
        if "hada_w1_a" in parts and "hada_t1" not in parts and "dora" not in parts:
            first, second = parts["hada_w1_b"].shape[0], parts["hada_w2_b"].shape[0]
            if first * second <= min(MOST_FACTORS, *weight.flatten(1).shape):
                ups = [parts[f"hada_w{number}_a"].float() for number in (1, 2)]
                downs = [parts[f"hada_w{number}_b"].float() for number in (1, 2)]
                up = (ups[0][:, :, None] * ups[1][:, None, :]).flatten(1)
                down = (downs[0][:, None] * downs[1][None]).flatten(0, 1)
                return down.to(weight.device), (up * self._scale()).to(weight.device)
        delta = self.delta(weight)
        outs, takes = delta.shape
        if outs <= takes:
            return delta, torch.eye(outs, device=delta.device)
        return torch.eye(takes, device=delta.device), delta

    def _scale(self) -> float:
        whole = "lokr_w1" in self.parts and "lokr_w2" in self.parts  # which LyCORIS never scales
        return 1.0 if self.alpha is None or whole else self.alpha / self.rank


_EPS = torch.finfo(torch.float32).eps


def _plain(parts: Mapping[str, Tensor]) -> Tensor:
    """The change before its scale and its decomposition; of the weight's number of elements."""
    if "hada_w1_a" in parts:
        return _hada(parts, 1) * _hada(parts, 2)
    if "lokr_w1" in parts or "lokr_w1_a" in parts:
        first = parts["lokr_w1"] if "lokr_w1" in parts else parts["lokr_w1_a"] @ parts["lokr_w1_b"]
        if "lokr_w2" in parts:
            second = parts["lokr_w2"]
        elif "lokr_t2" in parts:
            second = _tucker(parts["lokr_t2"], parts["lokr_w2_a"], parts["lokr_w2_b"])
        else:
            second = parts["lokr_w2_a"] @ parts["lokr_w2_b"].flatten(1)
        return torch.kron(first.reshape(*first.shape, *[1] * (second.ndim - 2)), second.contiguous())
    up, down = parts["up"].flatten(1), parts["down"].flatten(1)
    return _tucker(parts["mid"], up.T, down) if "mid" in parts else up @ down


def _hada(parts: Mapping[str, Tensor], number: int) -> Tensor:
    left, right = parts[f"hada_w{number}_a"], parts[f"hada_w{number}_b"]
    core = parts.get(f"hada_t{number}")
    return left @ right.flatten(1) if core is None else _tucker(core, left, right).flatten(1)


def _tucker(core: Tensor, outs: Tensor, takes: Tensor) -> Tensor:
    """Receives: core (i, j, height, width), outs (i, out), takes (j, in). Returns: (out, in, height, width)."""
    return torch.einsum("ijkl,io,jn->onkl", core, outs, takes)
