"""Linear layers with their LoRAs beside them: the numbers that autograd gives for the plain formula."""

import pytest
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from training.projections import projection


@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("bias", [False, True])
@pytest.mark.parametrize("scale", [1.0, 0.5])
def test_answers_and_gradients_are_those_of_the_formula(count: int, bias: bool, scale: float) -> None:
    torch.manual_seed(count)
    layers = tuple(nn.Linear(12, 8, bias=bias).requires_grad_(False) for _ in range(count))
    values = [layer.weight.clone() for layer in layers]
    down, up = torch.randn(count * 4, 12, requires_grad=True), torch.randn(count, 8, 4, requires_grad=True)
    inputs = torch.randn(2, 5, 12, requires_grad=True)

    said = projection(layers, down, up, scale)(inputs)
    plain = [
        layer(inputs) + scale * F.linear(F.linear(inputs, down[4 * k : 4 * k + 4]), up[k])
        for k, layer in enumerate(layers)
    ]

    assert len(said) == count
    for one, other in zip(said, plain, strict=True):
        torch.testing.assert_close(one, other)
    for one, other in zip(gradients(said, inputs, down, up), gradients(plain, inputs, down, up), strict=True):
        torch.testing.assert_close(one, other, rtol=1e-4, atol=1e-5)
    assert all(torch.equal(layer.weight, value) for layer, value in zip(layers, values, strict=True))


def test_words_that_need_no_gradient_get_none() -> None:
    layers = (nn.Linear(12, 8, bias=False).requires_grad_(False), nn.Linear(12, 8, bias=False).requires_grad_(False))
    down, up = torch.randn(8, 12, requires_grad=True), torch.randn(2, 8, 4, requires_grad=True)
    words = torch.randn(2, 7, 12)

    keys, values = projection(layers, down, up, 1.0)(words)
    (keys.sum() + values.square().sum()).backward()

    assert words.grad is None
    assert down.grad is not None and up.grad is not None


def gradients(parts: "tuple[Tensor, ...] | list[Tensor]", *leaves: Tensor) -> tuple[Tensor, ...]:
    loss = torch.stack([(k + 1) * part.square().sum() for k, part in enumerate(parts)]).sum()
    return torch.autograd.grad(loss, leaves, retain_graph=True)
