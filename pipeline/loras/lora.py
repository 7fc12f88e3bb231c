"""LoRAs put on a UNet for a while: the exact sum of their changes, and afterwards the same weights, bit for bit."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from pipeline import devices
from pipeline.loras.dense_layers import DenseLayer
from pipeline.unet.quantised import Int8Linear

ROOM_BYTES = 3e9  # for a picture of SDXL's size
MOST_STACKED = 2  # sets of LoRAs whose stacks are kept, in main memory; 0.1 GB for two of SDXL's
WORK_BYTES = 2.5e8  # of fp32 for the layers that are computed together


@dataclass(frozen=True, kw_only=True, slots=True)
class LoraLayer:
    """The change of one layer: alpha / rank * up @ down.

    down: (rank, in) or (rank, in, height, width) of a convolution; up: (out, rank) or (out, rank, 1, 1).
    """

    down: Tensor
    up: Tensor
    alpha: float

    @property
    def rank(self) -> int:
        """How many directions the change has."""
        return self.down.shape[0]

    def delta(self, weight: Tensor) -> Tensor:
        """The change in fp32 where that weight lies, (out, in) or (out, in * height * width)."""
        up, down = (part.to(weight.device, torch.float32).flatten(1) for part in (self.up, self.down))
        return (self.alpha / self.rank) * (up @ down)

    def factors(self, weight: Tensor) -> tuple[Tensor, Tensor]:
        """(down, up) whose product is the change: down as it is kept, up (out, rank) in fp32 with its scale."""
        return self.down, self.up.flatten(1).float() * (self.alpha / self.rank)


Layer = LoraLayer | DenseLayer


@dataclass(frozen=True, kw_only=True, slots=True, weakref_slot=True, eq=False)
class Lora:
    """A LoRA that fits a UNet, equal to itself alone. `layers` is by the UNet's module names; by `file_hash` other
    programs recognise it.

    `text_layers`: what it changes in each text encoder (pipeline.loras.text_encoders), empty where it changes none.
    """

    name: str
    layers: Mapping[str, Layer]
    file_hash: str = ""
    text_layers: tuple[Mapping[str, Layer], ...] = ()


@contextmanager
def merged(unet: nn.Module, choices: Sequence[tuple[Lora, float]]) -> Iterator[None]:
    """Inside the block the weights are W + the sum of strength * alpha / rank * up @ down; after it they are W again.

    The sum is computed in fp32 from the pristine weights and written in place, so a step costs what it costs without
    LoRAs, and nothing that holds the weights' address notices. Strength 0 is off and costs nothing.
    """
    wanted = [(lora, strength) for lora, strength in choices if strength != 0]
    names = list(dict.fromkeys(name for lora, _ in wanted for name in lora.layers))
    layers = {name: unet.get_submodule(name) for name in names}
    keeping = _device_to_keep_on(layers.values())
    pristine: dict[str, Tensor] = {}
    try:
        with torch.no_grad():
            for name, layer in layers.items():
                if isinstance(layer, Int8Linear):
                    layer.additions = _additions_of(layer, name, wanted)
                    continue
                weight = _weight(layer)
                pristine[name] = weight.detach().to(keeping, copy=True)
            dense = [name for name in pristine if any(_is_dense(lora, name) for lora, _ in wanted)]
            for name in dense:
                _add_whole(_weight(layers[name]), name, wanted)
            _add({name: _weight(layers[name]) for name in pristine if name not in dense}, wanted)
        yield
    finally:
        with torch.no_grad():
            for layer in layers.values():
                if isinstance(layer, Int8Linear):
                    layer.additions = []
            if pristine:
                torch._foreach_copy_([_weight(layers[name]) for name in pristine], list(pristine.values()))  # type: ignore[attr-defined]


class WeightVersions:
    """Counts the changes of some modules: as long as the number is the same, each gives the same answer as before."""

    def __init__(self, modules: Collection[nn.Module]) -> None:
        # To look for all weights of a model takes longer than to ask them: a step must not wait for it.
        parts = [part for module in modules for part in module.modules()]
        self._in_8_bits = [part for part in parts if isinstance(part, Int8Linear)]
        self._weights = [weight for module in modules for weight in module.parameters()]

    def count(self) -> int:
        """How often a weight was written into, or LoRAs were put beside one. Asked at each step, so it is quick."""
        written = sum([weight._version for weight in self._weights])
        return written + sum([part.times_changed for part in self._in_8_bits])


def _device_to_keep_on(layers: Collection[nn.Module]) -> torch.device:
    """Where the pristine weights wait: on the card where there is room for them and a picture, else in main memory."""
    weights = [_weight(layer) for layer in layers if not isinstance(layer, Int8Linear)]
    device = weights[0].device if weights else torch.device("cpu")
    needed = sum(weight.numel() * weight.element_size() for weight in weights) + ROOM_BYTES
    is_short = device.type == "cuda" and devices.usable_bytes(device) < needed
    return torch.device("cpu") if is_short else device


def _is_dense(lora: Lora, name: str) -> bool:
    return isinstance(lora.layers.get(name), DenseLayer)


def _add_whole(weight: Tensor, name: str, wanted: Sequence[tuple[Lora, float]]) -> None:
    """The same sum for one layer that a LoRA changes by no product, from whole matrices."""
    changes = [strength * lora.layers[name].delta(weight) for lora, strength in wanted if name in lora.layers]
    weight.copy_((weight.flatten(1).float() + torch.stack(changes).sum(0)).view(weight.shape))


def _add(weights: Mapping[str, Tensor], wanted: Sequence[tuple[Lora, float]]) -> None:
    """Every weight plus the sum of its changes, in place. Layers of one shape are computed together, in fp32."""
    strengths = torch.tensor([strength for _, strength in wanted])
    for some in _stacked.of(weights, [lora for lora, _ in wanted]):
        own = [weights[name] for name in some.names]
        device, shape = own[0].device, own[0].shape
        scales = (some.units * strengths[some.owners]).to(device)
        down, up = (part.to(device, non_blocking=True).float() for part in (some.down, some.up))
        whole = torch.stack([weight.flatten(1) for weight in own]).float()
        changed = torch.baddbmm(whole, up * scales[:, None], down)
        torch._foreach_copy_(own, [one.view(shape) for one in changed.unbind()])  # type: ignore[attr-defined]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Stack:
    """The LoRAs of several layers of one shape side by side, where they lie and in their own type.

    down (layers, ranks, in), up (layers, out, ranks); units, owners (layers, ranks): what each rank is multiplied with
    at a strength of 1, and whose it is.
    """

    names: tuple[str, ...]
    down: Tensor
    up: Tensor
    units: Tensor
    owners: Tensor


class _Stacked:
    """The stacks of the newest sets of LoRAs: another strength needs none of the copying that makes them."""

    def __init__(self) -> None:
        self._kept: list[tuple[list[Lora], list[str], list[_Stack]]] = []  # the one used last at the end

    def of(self, weights: Mapping[str, Tensor], loras: list[Lora]) -> list[_Stack]:
        names = list(weights)
        for place, (some, of_names, stacks) in enumerate(self._kept):
            same = len(some) == len(loras) and all(one is other for one, other in zip(some, loras, strict=True))
            if same and of_names == names:
                self._kept.append(self._kept.pop(place))
                return stacks
        stacks = list(_stacks(weights, loras))
        lie_on = {stack.down.device.type for stack in stacks}
        if lie_on == {"cpu"}:  # on a card they would take room from pictures
            self._kept = [*self._kept[1 - MOST_STACKED :], (loras, names, stacks)]
        return stacks


_stacked = _Stacked()


def _stacks(weights: Mapping[str, Tensor], loras: Sequence[Lora]) -> Iterator[_Stack]:
    alike: dict[tuple[torch.Size, int], list[str]] = {}
    for name, weight in weights.items():
        rank = sum(lora.layers[name].rank for lora in loras if name in lora.layers)
        alike.setdefault((weight.shape, rank), []).append(name)
    for (shape, _), names in alike.items():
        at_once = max(1, int(WORK_BYTES / (4 * shape.numel())))
        for first in range(0, len(names), at_once):
            some = names[first : first + at_once]
            yield _stack(some, loras, weights[some[0]].device)


def _stack(names: Sequence[str], loras: Sequence[Lora], device: torch.device) -> _Stack:
    downs, ups, units, owners = [], [], [], []
    for name in names:
        own = [(place, _plain(lora.layers[name])) for place, lora in enumerate(loras) if name in lora.layers]
        downs.append(torch.cat([layer.down.flatten(1) for _, layer in own]))
        ups.append(torch.cat([layer.up.flatten(1) for _, layer in own], 1))
        units.append([layer.alpha / layer.rank for _, layer in own for _ in range(layer.rank)])
        owners.append([place for place, layer in own for _ in range(layer.rank)])
    down, up = torch.stack(downs), torch.stack(ups)
    if device.type == "cuda" and down.device.type == "cpu":
        down, up = down.pin_memory(), up.pin_memory()  # so that nobody waits for their way to the card
    return _Stack(names=tuple(names), down=down, up=up, units=torch.tensor(units), owners=torch.tensor(owners))


def _additions_of(layer: Int8Linear, name: str, wanted: Sequence[tuple[Lora, float]]) -> list[tuple[Tensor, Tensor]]:
    """What a layer in 8 bits adds to its answer: the same sum, not written into its weight."""
    answers = []
    for lora, strength in wanted:
        if name in lora.layers:
            down, up = _factors(lora.layers[name], layer)
            answers.append((down.to(layer.scale).flatten(1), (up * strength).to(layer.scale)))
    return answers


def _factors(one: Layer, layer: Int8Linear) -> tuple[Tensor, Tensor]:
    return one.factors(layer.weight if isinstance(one, DenseLayer) else layer.scale)


def _plain(layer: Layer) -> LoraLayer:
    assert isinstance(layer, LoraLayer)
    return layer


def _weight(layer: nn.Module) -> Tensor:
    weight = layer.weight
    assert isinstance(weight, Tensor)
    return weight
