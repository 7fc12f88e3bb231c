"""Triton kernels of pipeline.unet.group_norm. Everything is (pictures, cells, channels), channels side by side.

A group's sums are gathered in two steps, so that the whole card works on a single picture: over some cells for each
channel, then over those parts and the group's channels. Statistics are fp32, whatever the pictures are.
"""

# What is built by triton is not Python to a type checker: its arguments are pointers and numbers of its own.
# ruff: noqa: ANN001, ANN202
# pyright: reportArgumentType=false, reportPossiblyUnboundVariable=false
# pyright: reportMissingImports=false, reportIndexIssue=false, reportGeneralTypeIssues=false, reportReturnType=false

from dataclasses import dataclass

import torch
import triton
import triton.language as tl
from torch import Tensor

CHANNELS = 128  # of one program
CELLS = 16  # that a program looks at at once
MOST_ROUNDS = 16  # in which it does so, one after the other
ENOUGH = 1024  # programs keep a large card busy

# Each kernel is built once for all of a UNet's shapes: only what changes its code is known when it is built.
_built = triton.jit(do_not_specialize=["cells", "per_group", "rounds", "blocks"])


@triton.jit
def _normed(x, scale, shift, weight, bias):
    """Returns: x normalised, and what SiLU or the layer's end gets of it."""
    hat = (x - shift[None, :]) * scale[None, :]
    return hat, hat * weight[None, :] + bias[None, :]


@triton.jit
def _statistics(means, picture, group, GROUPS: tl.constexpr, eps):
    """Returns: one over the deviation and the mean of each channel's group."""
    mean = tl.load(means + (picture * 2) * GROUPS + group)
    square = tl.load(means + (picture * 2 + 1) * GROUPS + group)
    return tl.rsqrt(tl.maximum(square - mean * mean, 0.0) + eps), mean


@triton.jit
def _answered(x, gradient, scale, shift, weight, bias, IS_SILU: tl.constexpr):
    """Returns: x normalised, and the loss differentiated by that."""
    hat, ahead = _normed(x, scale, shift, weight, bias)
    if IS_SILU:
        part = tl.sigmoid(ahead)
        gradient = gradient * part * (1 + ahead * (1 - part))
    return hat, gradient * weight[None, :]


@_built
def _sums(
    x_at, added_at, gradient_at, weight_at, bias_at, means, parts, cells, channels, per_group, eps, rounds,
    GROUPS: tl.constexpr, IS_ADDED: tl.constexpr, IS_BACK: tl.constexpr, IS_SILU: tl.constexpr,
    CELLS: tl.constexpr, CHANNELS: tl.constexpr,
):  # fmt: skip
    """Of some cells, for each channel: of x and its square; on the way back of the gradient and its product with x."""
    picture, block = tl.program_id(0), tl.program_id(1)
    channel = tl.program_id(2) * CHANNELS + tl.arange(0, CHANNELS)
    inside = channel < channels
    first, second = tl.zeros((CELLS, CHANNELS), tl.float32), tl.zeros((CELLS, CHANNELS), tl.float32)
    if IS_BACK:
        weight = tl.load(weight_at + channel, mask=inside, other=0.0).to(tl.float32)
        bias = tl.load(bias_at + channel, mask=inside, other=0.0).to(tl.float32)
        scale, shift = _statistics(means, picture, tl.minimum(channel // per_group, GROUPS - 1), GROUPS, eps)
    if IS_ADDED:
        added = tl.load(added_at + picture * channels + channel, mask=inside, other=0.0).to(tl.float32)
    for round in range(rounds):
        cell = (block * rounds + round) * CELLS + tl.arange(0, CELLS)
        there = (cell < cells)[:, None] & inside[None, :]
        at = (picture.to(tl.int64) * cells + cell)[:, None] * channels + channel[None, :]
        x = tl.load(x_at + at, mask=there, other=0.0).to(tl.float32)
        if IS_ADDED:
            x = tl.where(there, x + added[None, :], 0.0)
        if IS_BACK:
            gradient = tl.load(gradient_at + at, mask=there, other=0.0).to(tl.float32)
            hat, answer = _answered(x, gradient, scale, shift, weight, bias, IS_SILU)
            first += answer
            second += answer * hat
        else:
            first += x
            second += x * x
    at = (picture * tl.num_programs(1) + block) * 2 * channels + channel
    tl.store(parts + at, tl.sum(first, 0), mask=inside)
    tl.store(parts + at + channels, tl.sum(second, 0), mask=inside)


@_built
def _means(
    parts, means, blocks, cells, channels, per_group,
    GROUPS: tl.constexpr, BLOCKS: tl.constexpr, WIDTH: tl.constexpr,
):  # fmt: skip
    """Both sums over a group's channels and all parts, divided by how many numbers are in it."""
    picture, group, which = tl.program_id(0), tl.program_id(1), tl.program_id(2)
    column = tl.arange(0, WIDTH)
    total = tl.zeros((WIDTH,), tl.float32)
    for start in range(0, blocks, BLOCKS):
        block = start + tl.arange(0, BLOCKS)
        there = (block < blocks)[:, None] & (column < per_group)[None, :]
        at = ((picture * blocks + block) * 2 + which)[:, None] * channels + group * per_group + column[None, :]
        total += tl.sum(tl.load(parts + at, mask=there, other=0.0), 0)
    tl.store(means + (picture * 2 + which) * GROUPS + group, tl.sum(total, 0) / (cells * per_group).to(tl.float32))


@_built
def _apply(
    x_at, added_at, gradient_at, weight_at, bias_at, means, back_means, answers,
    cells, channels, per_group, eps, rounds,
    GROUPS: tl.constexpr, IS_ADDED: tl.constexpr, IS_BACK: tl.constexpr, IS_SILU: tl.constexpr,
    CELLS: tl.constexpr, CHANNELS: tl.constexpr,
):  # fmt: skip
    """The layer's answer; on the way back the gradient of its input."""
    picture, block = tl.program_id(0), tl.program_id(1)
    channel = tl.program_id(2) * CHANNELS + tl.arange(0, CHANNELS)
    inside = channel < channels
    weight = tl.load(weight_at + channel, mask=inside, other=0.0).to(tl.float32)
    bias = tl.load(bias_at + channel, mask=inside, other=0.0).to(tl.float32)
    group = tl.minimum(channel // per_group, GROUPS - 1)
    scale, shift = _statistics(means, picture, group, GROUPS, eps)
    if IS_BACK:
        of_answer = tl.load(back_means + (picture * 2) * GROUPS + group)
        of_product = tl.load(back_means + (picture * 2 + 1) * GROUPS + group)
    if IS_ADDED:
        added = tl.load(added_at + picture * channels + channel, mask=inside, other=0.0).to(tl.float32)
    for round in range(rounds):
        cell = (block * rounds + round) * CELLS + tl.arange(0, CELLS)
        there = (cell < cells)[:, None] & inside[None, :]
        at = (picture.to(tl.int64) * cells + cell)[:, None] * channels + channel[None, :]
        x = tl.load(x_at + at, mask=there, other=0.0).to(tl.float32)
        if IS_ADDED:
            x = tl.where(there, x + added[None, :], 0.0)
        if IS_BACK:
            gradient = tl.load(gradient_at + at, mask=there, other=0.0).to(tl.float32)
            hat, answer = _answered(x, gradient, scale, shift, weight, bias, IS_SILU)
            answer = scale[None, :] * (answer - of_answer[None, :] - hat * of_product[None, :])
        else:
            hat, answer = _normed(x, scale, shift, weight, bias)
            if IS_SILU:
                answer = answer * tl.sigmoid(answer)
        tl.store(answers + at, answer.to(answers.dtype.element_ty), mask=there)


def _work(x: Tensor) -> tuple[tuple[int, int, int], int]:
    """The grid of programs and the rounds of each."""
    pictures, channels = x.shape[:2]
    cells, across = x.shape[2:].numel(), triton.cdiv(channels, CHANNELS)
    rounds = MOST_ROUNDS
    while rounds > 1 and pictures * across * triton.cdiv(cells, rounds * CELLS) < ENOUGH:
        rounds //= 2
    return (pictures, triton.cdiv(cells, rounds * CELLS), across), rounds


@dataclass(frozen=True, kw_only=True, slots=True)
class Layer:
    """A norm and what stands around it. weight, bias: (channels); added: (n, channels) to every cell of what comes in,
    or None; silu: whether SiLU follows."""

    weight: Tensor
    bias: Tensor
    added: Tensor | None
    groups: int
    eps: float
    silu: bool


def means(x: Tensor, layer: Layer, back: tuple[Tensor, Tensor] | None = None) -> Tensor:
    """Receives: x (n, channels, height, width) laid out channels last; back: the gradient, laid out like it, and the
    means of the way there. Returns: (n, 2, groups) in fp32, the means of x and of its square, or on the way back of the
    gradient by the normalised x and of its product with that."""
    grid, rounds = _work(x)
    pictures, channels = x.shape[:2]
    cells, per_group = x.shape[2:].numel(), channels // layer.groups
    parts = torch.empty(pictures, grid[1], 2, channels, dtype=torch.float32, device=x.device)
    answer = torch.empty(pictures, 2, layer.groups, dtype=torch.float32, device=x.device)
    gradient, there = back or (x, answer)
    _sums[grid](
        x, x if layer.added is None else layer.added, gradient, layer.weight, layer.bias, there, parts,
        cells, channels, per_group, layer.eps, rounds,
        GROUPS=layer.groups, IS_ADDED=layer.added is not None, IS_BACK=back is not None,
        IS_SILU=layer.silu and back is not None, CELLS=CELLS, CHANNELS=CHANNELS,
    )  # fmt: skip
    _means[(pictures, layer.groups, 2)](
        parts, answer, grid[1], cells, channels, per_group,
        GROUPS=layer.groups, BLOCKS=16, WIDTH=max(CHANNELS, triton.next_power_of_2(per_group)),
    )  # fmt: skip
    return answer


def applied(x: Tensor, layer: Layer, there: Tensor, back: tuple[Tensor, Tensor] | None = None) -> Tensor:
    """Receives: there: means(x, layer); back: the gradient and the means of the way back. Returns: what the layer
    answers, or on the way back the gradient of x; like x."""
    grid, rounds = _work(x)
    channels = x.shape[1]
    answer = torch.empty_like(x)
    gradient, back_means = back or (x, there)
    _apply[grid](
        x, x if layer.added is None else layer.added, gradient, layer.weight, layer.bias, there, back_means, answer,
        x.shape[2:].numel(), channels, channels // layer.groups, layer.eps, rounds,
        GROUPS=layer.groups, IS_ADDED=layer.added is not None, IS_BACK=back is not None, IS_SILU=layer.silu,
        CELLS=CELLS, CHANNELS=CHANNELS,
    )  # fmt: skip
    return answer
