"""What the UNet's attention looks at while the base model draws: which cells read a word, which belong together."""

import itertools
import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from pipeline.conditions import Conditions
from pipeline.families.loaded_model import LoadedModel
from pipeline.unet.attention import AttentionProcessor, attentions, by_heads, processors_kept
from pipeline.unet.ports import AttentionPorts

MOST_CELLS = 1024  # attention maps of finer levels cost much memory and say little more
# Of 1000: so much noise that the UNet looks for a word, so little that the picture is there.
READ_TIMESTEP = 250
FOLLOWING = 2  # tokens behind a noun that tell of it, too, such as "and a": text encoders read from left to right


def ports_of(loaded: LoadedModel) -> AttentionPorts:
    """Where the base model's attention is read and steered. Errors: AssertionError where it cannot be."""
    assert loaded.ports is not None, f"the attention of {loaded.base_model.title} cannot be read"
    return loaded.ports


def token_weights(mentions: Sequence[Sequence[Sequence[int]]], tokens: int) -> Tensor:
    """(subjects, tokens): which of a prompt's tokens tell of whom, each row's sum 1; zeros for whom it does not name.

    mentions: for each subject, the tokens of its noun every time that it is named. Behind a noun the next tokens belong
    to it, up to somebody else's noun: some models read a kind from them alone ("man" in pocket), and its cells look
    away from the noun itself.
    """
    named = {token for mine in mentions for mention in mine for token in mention}
    weights = torch.zeros(len(mentions), tokens)
    for row, mine in zip(weights, mentions, strict=True):
        telling: set[int] = set()
        for mention in mine:
            end = max(mention, default=tokens) + 1
            behind = range(end, min(end + FOLLOWING, tokens))
            telling |= {*mention, *itertools.takewhile(lambda token: token not in named, behind)}
        row[sorted(telling)] = 1 / max(1, len(telling))
    return weights


class AttentionRecorder:
    """Collects attention maps of the last `rows` of each forward pass while `is_recording` is True.

    words: (rows, subjects, tokens), token_weights() of each row. It may be written in place. The sums of maps stay
    where they are, so that a CUDA graph of a pass that begins with clear() leaves that pass's maps in them.
    """

    def __init__(self, words: Tensor, unet: nn.Module) -> None:
        self.words = words
        self._attentions = list(attentions(unet).values())
        self._processor = _RecordingProcessor(self)
        self.is_recording = False
        self.word_bias: Tensor | None = None  # (subjects, height, width): added to the logits of each subject's words
        self.is_biased = False
        self._cross_attention = _Sums()
        self._self_attention = _Sums()  # of one level, the finest

    def install(self) -> None:
        """From here on every forward pass is seen."""
        for attention in self._attentions:
            attention.processor = self._processor  # type: ignore[assignment]

    def clear(self) -> None:
        """Nothing was seen yet."""
        self._cross_attention.clear()
        self._self_attention.clear()

    def record_cross_attention(self, query: Tensor, key: Tensor) -> None:
        """Receives: (rows, heads, cells, width), (rows, heads, tokens, width)."""
        cells = query.shape[2]
        if not self.is_recording or cells > MOST_CELLS:
            return
        rows = len(self.words)
        logits = query[-rows:].float() @ key[-rows:].float().transpose(-1, -2) / math.sqrt(query.shape[-1])
        read = torch.einsum("bhct,bst->bsc", logits.softmax(-1), self.words) / query.shape[1]
        self._cross_attention.add(cells, read)

    def bias_at(self, cells: int, rows: int) -> Tensor | None:
        """What is added to the attention's logits, (rows, 1, cells, tokens), in the rows that are watched."""
        if self.word_bias is None or not self.is_biased:
            return None
        size = next(size for size in levels(*self.word_bias.shape[-2:]) if size[0] * size[1] == cells)
        at = F.adaptive_avg_pool2d(self.word_bias[None], size)[0].flatten(1)
        bias = torch.einsum("sc,bst->bct", at, (self.words > 0).to(at.dtype))
        return F.pad(bias[:, None], (0, 0, 0, 0, 0, 0, rows - len(bias), 0))

    def record_self_attention(self, query: Tensor, key: Tensor) -> None:
        """Receives: (rows, heads, cells, width) each."""
        cells = query.shape[2]
        if not self.is_recording or cells > MOST_CELLS or cells < self._self_attention.finest:
            return
        if cells > self._self_attention.finest:  # a UNet begins with its finest level, so that nothing was done in vain
            self._self_attention = _Sums()
        rows = len(self.words)
        logits = query[-rows:].float() @ key[-rows:].float().transpose(-1, -2) / math.sqrt(query.shape[-1])
        self._self_attention.add(cells, logits.softmax(-1).mean(1))

    def word_maps(self, height: int, width: int) -> Tensor:
        """How much each cell reads each subject's words: (rows, subjects, height, width), the mean of what was seen.

        height, width: of the latents; the maps have the finest level that was watched.
        """
        sizes = {h * w: (h, w) for h, w in levels(height, width)}
        finest = sizes[self._cross_attention.finest]
        total = []
        for cells, mean in self._cross_attention.means().items():
            level = mean.unflatten(-1, sizes[cells])
            total.append(F.interpolate(level, finest, mode="bilinear", align_corners=False))
        return torch.stack(total).mean(0)

    def affinity(self) -> Tensor:
        """How much cells look at each other at that level: (rows, cells, cells), rows of it sum to 1."""
        return self._self_attention.means()[self._self_attention.finest]


class _Sums:
    """The maps of each level, by its number of cells, added up in one tensor that stays in its place."""

    def __init__(self) -> None:
        self._sums: dict[int, Tensor] = {}
        self._counts: dict[int, int] = {}

    @property
    def finest(self) -> int:
        """The largest number of cells there was; 0 before the first."""
        return max(self._sums, default=0)

    def add(self, cells: int, maps: Tensor) -> None:
        """One layer's."""
        if cells not in self._sums:
            self._sums[cells] = torch.zeros_like(maps)
        self._sums[cells].add_(maps)
        self._counts[cells] = self._counts.get(cells, 0) + 1

    def clear(self) -> None:
        """All sums are 0, in their place."""
        for total in self._sums.values():
            total.zero_()
        self._counts.clear()

    def means(self) -> dict[int, Tensor]:
        """New tensors."""
        return {cells: total / self._counts[cells] for cells, total in self._sums.items()}


class _RecordingProcessor(AttentionProcessor):
    """diffusers' own attention, with somebody looking."""

    def __init__(self, recorder: AttentionRecorder) -> None:
        self.recorder = recorder

    def attend(self, attention: Any, hidden_states: Tensor, words: Tensor | None) -> Tensor:
        """As diffusers has it, biased where the recorder says so."""
        source = hidden_states if words is None else words
        projected = attention.to_q(hidden_states), attention.to_k(source), attention.to_v(source)
        query, key, value = by_heads(attention, *projected)
        bias = None
        if words is None:
            self.recorder.record_self_attention(query, key)
        else:
            self.recorder.record_cross_attention(query, key)
            bias = self.recorder.bias_at(query.shape[2], len(query))
        bias = None if bias is None else bias.to(query.dtype)
        attended = F.scaled_dot_product_attention(query, key, value, attn_mask=bias).transpose(1, 2).flatten(2)
        return attention.to_out[0](attended)


@contextmanager
def recording_attention(unet: nn.Module, words: Tensor) -> Iterator[AttentionRecorder]:
    """Inside the block the UNet's attention is watched once install() was called; it computes what it always does."""
    with processors_kept(unet):
        yield AttentionRecorder(words, unet)


class AttentionReading(NamedTuple):
    """What the base model sees in finished latents.

    Attributes:
        word_maps: word_maps() of an AttentionRecorder.
        affinity: affinity() of an AttentionRecorder.
        noise_error: (rows,), the mean squared error of what it predicts for the noise put on them, which has a mean
            square of 1. It is small where the base model knows what it sees.
    """

    word_maps: Tensor
    affinity: Tensor
    noise_error: Tensor


def read_attention(loaded: LoadedModel, latents: Tensor, conditions: Conditions, words: Tensor) -> AttentionReading:
    """What the base model sees in finished latents.

    One pass over them with the noise of READ_TIMESTEP. latents: (rows, channels, height / 8, width / 8); conditions of
    the rows; words: as AttentionRecorder's.
    """
    noise = torch.randn(latents[:1].shape, generator=torch.Generator().manual_seed(0)).to(latents)
    timesteps = torch.full((len(latents),), READ_TIMESTEP, device=latents.device)
    noisy = loaded.objective.add_noise(latents, noise, timesteps)
    width, height = loaded.grid.pixels(latents)
    with recording_attention(ports_of(loaded).unet, words) as recorder:
        recorder.is_recording = True
        recorder.install()
        predicted = loaded.denoise(noisy, timesteps, conditions, width, height)
    error = (loaded.objective.pred_noise(noisy, predicted, timesteps) - noise.float()).square().mean((1, 2, 3))
    return AttentionReading(
        word_maps=recorder.word_maps(*latents.shape[-2:]), affinity=recorder.affinity(), noise_error=error
    )


def levels(height: int, width: int) -> Iterator[tuple[int, int]]:
    """The sizes of a UNet's levels, the finest first: every one halves both sides, rounding up."""
    while True:
        yield height, width
        if height == 1 and width == 1:
            return
        height, width = (height + 1) // 2, (width + 1) // 2
