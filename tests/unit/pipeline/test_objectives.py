"""Every objective: what it calls noisy, what it wants predicted, and what it reads out of a prediction."""

import pytest
import torch
from diffusers.schedulers.scheduling_ddpm import DDPMScheduler
from hypothesis import given
from hypothesis import strategies as st

from pipeline import objectives
from pipeline.objectives import FlowMatching, Objective

CPU = torch.device("cpu")
SDXL = {"beta_start": 0.00085, "beta_end": 0.012, "beta_schedule": "scaled_linear", "num_train_timesteps": 1000}
ALL = {
    "epsilon": objectives.of_schedule(SDXL, CPU),
    "velocity": objectives.of_schedule(SDXL | {"prediction_type": "v_prediction"}, CPU),
    "velocity down to nothing": objectives.of_schedule(
        SDXL | {"prediction_type": "v_prediction", "rescale_betas_zero_snr": True}, CPU
    ),
    "flow": FlowMatching(),
}
both = pytest.mark.parametrize("objective", ALL.values(), ids=ALL)


def drawn(seed: int, rows: int = 3) -> tuple[torch.Tensor, torch.Tensor]:
    generator = torch.Generator().manual_seed(seed)
    latents, noise = torch.randn(2, rows, 4, 5, 6, generator=generator)
    return latents, noise


@both
@given(seed=st.integers(0, 2**31), timestep=st.integers(20, 980))
def test_a_right_prediction_tells_the_latents_and_the_noise(objective: Objective, seed: int, timestep: int) -> None:
    (latents, noise), timesteps = drawn(seed), torch.full((3,), timestep)
    noisy = objective.add_noise(latents, noise, timesteps)
    right = objective.target(latents, noise, timesteps)
    torch.testing.assert_close(objective.pred_x0(noisy, right, timesteps), latents, rtol=1e-3, atol=1e-3)
    torch.testing.assert_close(objective.pred_noise(noisy, right, timesteps), noise, rtol=1e-3, atol=1e-3)
    torch.testing.assert_close(objective.prediction_for(latents, noisy, timesteps), right, rtol=1e-2, atol=1e-2)


@both
def test_each_row_has_its_own_timestep_and_one_number_holds_for_all(objective: Objective) -> None:
    latents, noise = drawn(1)
    each = objective.add_noise(latents, noise, torch.tensor([100, 500, 900]))
    alone = [
        objective.add_noise(latents[[row]], noise[[row]], torch.tensor(t)) for row, t in enumerate((100, 500, 900))
    ]
    assert torch.equal(each, torch.cat(alone))


@both
def test_timesteps_are_repeated_by_their_seed_and_stay_within_their_bounds(objective: Objective) -> None:
    first, again = (objective.draw_timesteps(500, 200, 949, torch.Generator().manual_seed(3)) for _ in range(2))
    assert torch.equal(first, again)
    assert float(first.min()) >= 200 and float(first.max()) <= 949


def test_velocity_is_what_diffusers_calls_so() -> None:
    latents, noise = drawn(2)
    timesteps = torch.tensor([0, 400, 999])
    for zero_snr in (False, True):
        config = SDXL | {"prediction_type": "v_prediction", "rescale_betas_zero_snr": zero_snr}
        objective, scheduler = objectives.of_schedule(config, CPU), DDPMScheduler.from_config(config)
        expected = scheduler.get_velocity(latents, noise, timesteps)  # type: ignore[attr-defined]
        torch.testing.assert_close(objective.target(latents, noise, timesteps), expected)
        expected = scheduler.add_noise(latents, noise, timesteps)  # type: ignore[attr-defined]
        torch.testing.assert_close(objective.add_noise(latents, noise, timesteps), expected)


def test_where_nothing_of_the_picture_is_left_velocity_is_the_picture_the_other_way_round() -> None:
    latents, noise = drawn(4)
    objective, last = ALL["velocity down to nothing"], torch.full((3,), 999)
    assert torch.equal(objective.add_noise(latents, noise, last), noise)
    assert torch.equal(objective.pred_x0(noise, objective.target(latents, noise, last), last), latents)


def test_a_shift_moves_the_timesteps_of_flow_towards_noise() -> None:
    plain, shifted = (
        FlowMatching(shift).draw_timesteps(2000, 0, 1000, torch.Generator().manual_seed(0)).mean() for shift in (1, 3)
    )
    assert float(plain) == pytest.approx(500, abs=15)
    assert float(shifted) > 650


def test_another_prediction_is_refused() -> None:
    with pytest.raises(ValueError, match="'sample'; fine are epsilon, v_prediction"):
        objectives.of_schedule(SDXL | {"prediction_type": "sample"}, CPU)
