"""One training step: the loss of a batch, its gradients, clipping, AdamW; on CUDA as one graph for each shape.

A step of SDXL at batch 1 is some ten thousand small kernels: launched one by one they leave the card idle for four
fifths of the time. Captured once, the whole step (forward, backward, optimizer) is one launch.
"""

import logging
from collections.abc import Callable, Collection, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

import torch
from torch import Tensor

from pipeline import devices
from pipeline.conditions import Conditions
from pipeline.families.loaded_model import LoadedModel
from pipeline.unet import cuda_graphs
from training import step_plans
from training.adapter import Adapter
from training.cache import Batch
from training.step_plans import StepPlan

BETAS = (0.9, 0.999)
WEIGHT_DECAY = 0.01
GRADIENT_NORM = 1.0  # larger gradients are shortened to this; diffusers' scripts do the same
PRIOR_WEIGHT = 1.0  # of the class pictures' loss beside the photos'
FIRST_LOSS_SCALE = 2.0**15  # fp16 alone: gradients below 6e-8 would vanish without one
WARM_UP_STEPS = 3  # before a capture

log = logging.getLogger(__name__)

Shape = tuple[Hashable, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class StepInputs:
    """What one step sees, on the device.

    Attributes:
        batch: what it looks at.
        noise: (n, channels, rows, columns), fp32.
        timesteps: (n,), how much of the noise is put on each.
    """

    batch: Batch
    noise: Tensor
    timesteps: Tensor

    @property
    def rows(self) -> int:
        """Photos and class pictures together."""
        return len(self.noise)

    @property
    def shape(self) -> Shape:
        """What a captured step depends on: all that a training run may have of its own."""
        batch, base = self.batch, self.batch.base_conditions
        own = tuple(batch.latents.shape), tuple(batch.weights.shape), self.timesteps.dtype
        return batch.prior, *own, batch.conditions.shapes, None if base is None else base.shapes

    def cloned(self) -> "StepInputs":
        """With tensors of their own."""
        batch = self.batch
        own = Batch(
            latents=batch.latents.clone(),
            weights=batch.weights.clone(),
            conditions=batch.conditions.cloned(),
            base_conditions=None if batch.base_conditions is None else batch.base_conditions.cloned(),
            prior=batch.prior,
        )
        return StepInputs(batch=own, noise=self.noise.clone(), timesteps=self.timesteps.clone())

    def copy_(self, other: "StepInputs") -> None:
        """Write others of the same shape where these lie; nobody waits for the device."""
        mine, theirs = self.batch, other.batch
        pairs = (mine.latents, theirs.latents), (mine.weights, theirs.weights)
        for place, value in (*pairs, (self.noise, other.noise), (self.timesteps, other.timesteps)):
            place.copy_(value, non_blocking=True)
        mine.conditions.copy_(theirs.conditions)
        if mine.base_conditions is not None and theirs.base_conditions is not None:
            mine.base_conditions.copy_(theirs.base_conditions)


class TrainingStep:
    """The step of one lesson, and after begin() of another one. `asked`: in which way it is to be taken.

    `optimizer_state()` and `load_optimizer()` are for a lesson's checkpoints.
    """

    def __init__(self, loaded: LoadedModel, adapter: Adapter, step_plan: StepPlan) -> None:
        self.adapter, self.asked = adapter, step_plan
        self._loaded = loaded
        self._step_plan = step_plan  # what is left of `asked` where something cannot be captured
        device = loaded.device
        on_cuda = device.type == "cuda"
        self._learning_rate = torch.zeros((), device=device)
        self._parameter = torch.nn.Parameter(adapter.weights, requires_grad=True)
        self._parameter.grad = adapter.gradients
        self._optimizer = torch.optim.AdamW(
            [self._parameter],
            lr=self._learning_rate,
            betas=BETAS,
            weight_decay=WEIGHT_DECAY,
            fused=device.type != "mps",
            capturable=on_cuda,
        )
        self._optimizer.step()  # makes its memory, which belongs to a lesson that has not begun
        self._scale: Tensor | None = None
        if loaded.dtype == torch.float16:
            self._scale = torch.full((), FIRST_LOSS_SCALE, device=device)
            self._steps_without_overflow = torch.zeros((), dtype=torch.int32, device=device)
            self._optimizer.found_inf = torch.zeros((), device=device)  # type: ignore[attr-defined]
        self._graphs: dict[Shape, _Graph] = {}
        self._forget()

    def begin(self, shapes: Collection[Shape]) -> None:
        """A lesson begins whose inputs have these shapes: nothing is left of one before but what is captured for them.

        All is changed in place, where captured steps look for it.
        """
        self._forget()
        self._let_go_of([shape for shape in self._graphs if shape not in shapes])

    @property
    def is_captured(self) -> bool:
        """Whether a next lesson would save the time of a capture."""
        return bool(self._graphs)

    @property
    def bytes(self) -> float:
        """What it takes of the device's memory, with its adapter."""
        memory = sum(value.nbytes for value in self.optimizer_state().values())
        pools = [graph.pool for graph in self._graphs.values()]
        return self.adapter.bytes + memory + devices.bytes_in_pools(self._loaded.device, pools)

    def take(self, inputs: StepInputs, learning_rate: float) -> Tensor:
        """One step. Returns: the loss before it, on the device."""
        self._learning_rate.fill_(learning_rate)
        if self._step_plan.graph and inputs.shape not in self._graphs:
            self._capture(inputs)
        if graph := self._graphs.get(inputs.shape):
            return graph.replay(inputs)
        with step_plans.applied(self._loaded, self._step_plan):
            return self._take(inputs)

    def go_on(self, step_plan: StepPlan) -> None:
        """From here on in another way, with everything that the lesson has learned."""
        self.asked = self._step_plan = step_plan
        self._let_go_of(list(self._graphs))

    def optimizer_state(self) -> dict[str, Tensor]:
        """AdamW's memory by name."""
        return dict(self._optimizer.state[self._parameter])

    @torch.no_grad()
    def load_optimizer(self, state: dict[str, Tensor]) -> None:
        """The memory that optimizer_state() gave, bit for bit, in place: captured steps stay valid."""
        for name, value in self._optimizer.state[self._parameter].items():
            value.copy_(state[name])

    @torch.no_grad()
    def _forget(self) -> None:
        for value in self._optimizer.state[self._parameter].values():
            value.zero_()
        if self._scale is not None:
            self._scale.fill_(FIRST_LOSS_SCALE)
            self._steps_without_overflow.zero_()
            self._optimizer.found_inf.zero_()  # type: ignore[attr-defined]

    def _let_go_of(self, shapes: list[Shape]) -> None:
        for shape in shapes:
            del self._graphs[shape]
        if shapes:
            devices.give_back(self._loaded.device)

    def _take(self, inputs: StepInputs) -> Tensor:
        adapter = self.adapter
        adapter.refresh()
        losses = []
        for first in range(0, inputs.rows, self._step_plan.rows_at_once or inputs.rows):
            loss = self._loss(inputs, slice(first, first + (self._step_plan.rows_at_once or inputs.rows)))
            wanted = loss if self._scale is None else loss * self._scale
            adapter.set_gradients(list(torch.autograd.grad(wanted, adapter.leaves)), add=first > 0)
            losses.append(loss.detach())
        with torch.no_grad():
            self._clip()
            self._optimizer.step()
        return torch.stack(losses).sum()

    def _loss(self, inputs: StepInputs, rows: slice) -> Tensor:
        """These rows' part of how far the model is from what it should say, over photos (and class pictures)."""
        batch, objective = inputs.batch, self._loaded.objective
        latents, noise, timesteps = batch.latents[rows], inputs.noise[rows], inputs.timesteps[rows]
        noisy = objective.add_noise(latents, noise, timesteps)
        towards_target, towards_base = batch.weights[rows].split(1, dim=1)
        width, height = self._loaded.grid.pixels(noisy)

        def predict(conditions: Conditions) -> Tensor:
            return self._loaded.denoise(noisy, timesteps, conditions.rows(rows), width, height)

        base = None
        if batch.base_conditions is not None:
            with torch.no_grad(), self.adapter.disabled():
                base = predict(batch.base_conditions)
        target = objective.target(latents, noise, timesteps)
        predicted = predict(batch.conditions)
        errors = ((predicted - target).square() * towards_target).mean(dim=(1, 2, 3))
        if base is not None:
            errors = errors + ((predicted - base).square() * towards_base).mean(dim=(1, 2, 3))
        photos = inputs.rows - batch.prior
        taught = max(0, min(len(errors), photos - rows.start))  # of these rows
        loss = errors[:taught].sum() / photos
        return loss + PRIOR_WEIGHT * errors[taught:].sum() / batch.prior if batch.prior else loss

    def _clip(self) -> None:
        """Gradients out of the loss scale and shortened; with a loss scale, a step that overflowed is left out."""
        gradients = self.adapter.gradients
        if self._scale is not None:
            gradients.mul_(1 / self._scale)
        norm = gradients.norm()
        if self._scale is not None:
            found: Tensor = self._optimizer.found_inf  # type: ignore[attr-defined]
            found.copy_(1 - torch.isfinite(norm).float())
            torch._amp_update_scale_(self._scale, self._steps_without_overflow, found, 2.0, 0.5, 2000)  # type: ignore[attr-defined]
        gradients.mul_((GRADIENT_NORM / (norm + 1e-6)).clamp(max=1.0))

    def _capture(self, inputs: StepInputs) -> None:
        """The step as a graph for inputs of this shape. What stands in its way is left out, and the log says what."""
        step_plan = self._step_plan
        slower = (
            replace(step_plan, attention=()),
            replace(step_plan, attention=(), compiled=False),
            replace(step_plan, graph=False, compiled=False),
        )
        for way in (step_plan, *slower):
            self._step_plan = way
            if not way.graph:
                return
            try:
                with self._undone(), step_plans.applied(self._loaded, way):
                    self._graphs[inputs.shape] = _Graph(self._take, inputs)
                return
            except torch.OutOfMemoryError:
                raise
            except (RuntimeError, AssertionError) as error:  # what CUDA, torch's compiler and their asserts raise
                log.warning("The step is not captured with %s: %s", way, str(error).partition("\n")[0])
                torch.cuda.synchronize()

    @contextmanager
    def _undone(self) -> Iterator[None]:
        """After the block the lesson is where it was before it."""
        memory = self._optimizer.state[self._parameter]
        kept = [self.adapter.weights, *memory.values()]
        before = [value.clone() for value in kept]
        try:
            yield
        finally:
            with torch.no_grad():
                for value, old in zip(kept, before, strict=True):
                    value.copy_(old)


class _Graph:
    """A captured step and the places where it looks for its inputs."""

    def __init__(self, step: Callable[[StepInputs], Tensor], inputs: StepInputs) -> None:
        self._held = inputs.cloned()
        self._graph, self._loss = cuda_graphs.capture(lambda: step(self._held), WARM_UP_STEPS)

    @property
    def pool(self) -> tuple[int, int]:
        """Where CUDA keeps the memory of it."""
        return self._graph.pool()

    def replay(self, inputs: StepInputs) -> Tensor:
        self._held.copy_(inputs)
        self._graph.replay()
        return self._loss.clone()
