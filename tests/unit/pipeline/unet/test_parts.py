"""The UNet's cheaper parts: the same result, and nothing is left changed."""

from functools import partial

import pytest
import torch
from diffusers.models.transformers.transformer_2d import Transformer2DModel
from torch import Tensor, nn
from torch._dynamo.utils import counters

from pipeline.families.sdxl import SdxlShaped
from pipeline.unet import parts as unet_parts
from pipeline.unet.sites import unet_sites
from training.adapter import Adapter, injected


def answer(loaded: SdxlShaped, leaves: list[Tensor]) -> tuple[Tensor, tuple[Tensor, ...]]:
    """What the UNet says of fixed latents, and the gradient of that by `leaves`."""
    words = loaded.encode_prompts(["a photo of a cat", "a photo of a dog"])
    noisy = torch.randn(2, 4, 16, 16, generator=torch.Generator().manual_seed(3))
    said = loaded.denoise(noisy, torch.tensor([500.0, 100.0]), words, 128, 128)
    return said.detach(), torch.autograd.grad(said.square().mean(), leaves)


def test_streamlined_parts_say_the_same_have_the_same_gradients_and_leave_nothing_behind(loaded: SdxlShaped) -> None:
    sites = loaded.sites(convolutions=False)
    with injected(Adapter(sites, 4, 8, torch.float32, loaded.device), seed=1) as adapter:
        for up in adapter.up.values():
            up.normal_(0, 0.02, generator=torch.Generator().manual_seed(5))
        said, gradients = answer(loaded, adapter.leaves)
        forwards = [module.forward for module in loaded.model.modules()]
        with unet_parts.streamlined(loaded.model):
            said_fast, gradients_fast = answer(loaded, adapter.leaves)

    torch.testing.assert_close(said_fast, said, rtol=1e-4, atol=1e-4)
    for fast, plain in zip(gradients_fast, gradients, strict=True):
        torch.testing.assert_close(fast, plain, rtol=1e-3, atol=1e-6)
    assert [module.forward for module in loaded.model.modules()] == forwards
    assert not any("_get_output_for_continuous_inputs" in module.__dict__ for module in loaded.model.modules())


@pytest.mark.filterwarnings("ignore:The .grad attribute")  # torch's compiler looks at it
def test_all_blocks_of_one_shape_share_what_is_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a lesson, when every block has an attention of its own: else SDXL would be compiled seventy times."""
    monkeypatch.setattr(torch, "compile", partial(torch.compile, backend="eager"))
    unet = Transformer2DModel(
        2, 32, in_channels=64, num_layers=4, cross_attention_dim=48, norm_num_groups=32, use_linear_projection=True
    ).requires_grad_(False)
    inputs, words = torch.randn(2, 64, 8, 8, requires_grad=True), torch.randn(2, 7, 48)
    torch._dynamo.reset()
    counters.clear()
    sites = unet_sites(unet, convolutions=False)
    with injected(Adapter(sites, 4, 8, torch.float32, torch.device("cpu")), seed=1) as adapter:
        for _ in range(2):
            with unet_parts.streamlined(unet), unet_parts.compiled(unet_parts.blocks(unet)):
                said = unet(inputs, encoder_hidden_states=words, return_dict=False)[0]
                torch.autograd.grad(said.sum(), adapter.leaves)

    assert counters["stats"]["unique_graphs"] == 1


def test_what_is_to_happen_before_each_compiled_part_can_end_the_pass(loaded: SdxlShaped) -> None:
    class Enough(Exception):
        pass

    def enough() -> None:
        raise Enough

    called = []
    try:
        with unet_parts.compiled(loaded.blocks(), enough):
            answer(loaded, [nn.Parameter(torch.zeros(1))])
    except Enough:
        called.append("ended")
    assert called == ["ended"]
    assert all(module._compiled_call_impl is None for module in loaded.model.modules())
