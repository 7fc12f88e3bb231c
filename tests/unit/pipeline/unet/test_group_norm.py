"""The fused group norm says what torch's own says. Its kernels run on the CPU, in triton's interpreter."""

import os
import subprocess
import sys

import pytest
import torch
import torch.nn.functional as F
from torch import nn

from pipeline.unet import group_norm

# The interpreter is chosen when triton is first imported, so this needs a process of its own.
COMPARED = """
import sys, torch, torch.nn.functional as F
from pipeline.unet.group_norm import fused
draw = torch.Generator().manual_seed(0)
shapes = eval(sys.argv[1])
for shape in shapes:
    for silu in (False, True):
        for is_added in (False, True):
            x = (torch.randn(shape, generator=draw) * 2 + 3).requires_grad_()
            weight, bias = torch.randn(2, shape[1], generator=draw)
            added = torch.randn(shape[:2], generator=draw) if is_added else None
            wanted = torch.randn(shape, generator=draw)
            whole = x if added is None else x + added[:, :, None, None]
            plain = F.group_norm(whole, 32, weight, bias, 1e-5)
            plain = F.silu(plain) if silu else plain
            ours = fused(x, weight, bias, 32, 1e-5, added=added, silu=silu)
            torch.testing.assert_close(ours, plain, rtol=1e-4, atol=1e-4)
            assert ours.is_contiguous(memory_format=torch.channels_last)
            gradients = [torch.autograd.grad(answer, x, wanted)[0] for answer in (ours, plain)]
            torch.testing.assert_close(*gradients, rtol=1e-4, atol=1e-4)
print("compared", len(shapes))
"""


@pytest.mark.parametrize(
    "shapes",
    [
        [(2, 64, 3, 2)],
        [(2, 320, 8, 6), (1, 1920, 5, 5), (3, 64, 17, 9), (1, 32, 4, 2)],
    ],
    ids=["small", "up to SDXL's widths"],
)
@pytest.mark.slow(quick_sibling="test_without_a_gpu_torchs_own_kernels_answer")
def test_the_kernels_answers_and_gradients_are_torchs_own_for_every_kind_of_shape(
    shapes: list[tuple[int, ...]],
) -> None:
    pytest.importorskip("triton")
    done = subprocess.run(
        [sys.executable, "-c", COMPARED, repr(shapes)], env=os.environ | {"TRITON_INTERPRET": "1"},
        capture_output=True, text=True,
    )  # fmt: skip
    assert done.stdout == f"compared {len(shapes)}\n", done.stderr[-3000:]


def test_without_a_gpu_torchs_own_kernels_answer() -> None:
    layer, x, added = nn.GroupNorm(4, 8), torch.randn(2, 8, 3, 3), torch.randn(2, 8)

    answer = group_norm.norm(layer, x, added=added, silu=True)

    assert torch.equal(answer, F.silu(layer(x + added[:, :, None, None])))
    assert not group_norm.can_be_fused(x.device)
