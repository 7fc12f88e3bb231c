"""The UNet's cheaper parts: the same result, and nothing is left changed."""

import torch
from torch import Tensor, nn

from pipeline import unet_parts
from pipeline.families.sdxl import SdxlShaped
from training.adapter import being_taught


def answer(resident: SdxlShaped, leaves: list[Tensor]) -> tuple[Tensor, tuple[Tensor, ...]]:
    """What the UNet says of fixed latents, and the gradient of that by `leaves`."""
    words = resident.encode_prompts(["a photo of a cat", "a photo of a dog"])
    noisy = torch.randn(2, 4, 16, 16, generator=torch.Generator().manual_seed(3))
    said = resident.denoise(noisy, torch.tensor([500.0, 100.0]), words, 128, 128)
    return said.detach(), torch.autograd.grad(said.square().mean(), leaves)


def test_streamlined_parts_say_the_same_have_the_same_gradients_and_leave_nothing_behind(resident: SdxlShaped) -> None:
    with being_taught(resident.unet, rank=4, alpha=8, seed=1, dtype=torch.float32) as adapter:
        for up in adapter.up.values():
            up.normal_(0, 0.02, generator=torch.Generator().manual_seed(5))
        said, gradients = answer(resident, adapter.leaves)
        forwards = [module.forward for module in resident.unet.modules()]
        with unet_parts.streamlined(resident.unet):
            said_fast, gradients_fast = answer(resident, adapter.leaves)

    torch.testing.assert_close(said_fast, said, rtol=1e-4, atol=1e-4)
    for fast, plain in zip(gradients_fast, gradients, strict=True):
        torch.testing.assert_close(fast, plain, rtol=1e-3, atol=1e-6)
    assert [module.forward for module in resident.unet.modules()] == forwards
    assert not any("_get_output_for_continuous_inputs" in module.__dict__ for module in resident.unet.modules())


def test_what_is_to_happen_before_each_compiled_part_can_end_the_pass(resident: SdxlShaped) -> None:
    class Enough(Exception):
        pass

    def enough() -> None:
        raise Enough

    called = []
    try:
        with unet_parts.compiled(resident.unet, enough):
            answer(resident, [nn.Parameter(torch.zeros(1))])
    except Enough:
        called.append("ended")
    assert called == ["ended"]
    assert all(module._compiled_call_impl is None for module in resident.unet.modules())
