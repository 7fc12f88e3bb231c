"""The samplers users know by name, as rows: which diffusers scheduler each one is, and what other programs call it.

Every row states its timestep spacing: SDXL ships "leading", which starts at a lower noise level than other programs do.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from studio.checks import one_of


@dataclass(frozen=True, kw_only=True, slots=True)
class Sampler:
    """One sampler. `options` are changes to the base model's scheduler config for `scheduler_class` of diffusers."""

    name: str
    description: str
    scheduler_class: str
    options: Mapping[str, object]
    recommended: bool = False
    webui_sampler: str
    webui_schedule: str
    comfy_sampler: str
    comfy_scheduler: str


_ROWS = (
    Sampler(
        name="DPM++ 2M Karras",
        description="Clean pictures in few steps (20 to 30). The best first choice.",
        scheduler_class="DPMSolverMultistepScheduler",
        options={"use_karras_sigmas": True, "timestep_spacing": "linspace"},
        recommended=True,
        webui_sampler="DPM++ 2M",
        webui_schedule="Karras",
        comfy_sampler="dpmpp_2m",
        comfy_scheduler="karras",
    ),
    Sampler(
        name="DPM++ 2M",
        description="The same method with evenly spread steps; a little softer in few steps.",
        scheduler_class="DPMSolverMultistepScheduler",
        options={"timestep_spacing": "linspace"},
        webui_sampler="DPM++ 2M",
        webui_schedule="SGM Uniform",
        comfy_sampler="dpmpp_2m",
        comfy_scheduler="sgm_uniform",
    ),
    Sampler(
        name="DPM++ 2M SDE Karras",
        description="Adds fresh noise at each step: livelier texture, and more steps change the picture.",
        scheduler_class="DPMSolverMultistepScheduler",
        options={"algorithm_type": "sde-dpmsolver++", "use_karras_sigmas": True, "timestep_spacing": "linspace"},
        webui_sampler="DPM++ 2M SDE",
        webui_schedule="Karras",
        comfy_sampler="dpmpp_2m_sde",
        comfy_scheduler="karras",
    ),
    Sampler(
        name="Euler",
        description="The plainest method: steady and predictable, good from 25 steps on.",
        scheduler_class="EulerDiscreteScheduler",
        options={"timestep_spacing": "linspace"},
        webui_sampler="Euler",
        webui_schedule="Normal",
        comfy_sampler="euler",
        comfy_scheduler="normal",
    ),
    Sampler(
        name="Euler a",
        description="Adds fresh noise at each step: soft, varied pictures that keep changing with more steps.",
        scheduler_class="EulerAncestralDiscreteScheduler",
        options={"timestep_spacing": "linspace"},
        webui_sampler="Euler a",
        webui_schedule="Normal",
        comfy_sampler="euler_ancestral",
        comfy_scheduler="normal",
    ),
    Sampler(
        name="Euler Karras",
        description="Euler with more of its steps spent on fine detail.",
        scheduler_class="EulerDiscreteScheduler",
        options={"timestep_spacing": "linspace", "use_karras_sigmas": True},
        webui_sampler="Euler",
        webui_schedule="Karras",
        comfy_sampler="euler",
        comfy_scheduler="karras",
    ),
    Sampler(
        name="Heun",
        description="Looks twice at every step: more exact than Euler, and takes twice as long.",
        scheduler_class="HeunDiscreteScheduler",
        options={"timestep_spacing": "linspace"},
        webui_sampler="Heun",
        webui_schedule="Normal",
        comfy_sampler="heun",
        comfy_scheduler="normal",
    ),
    Sampler(
        name="DDIM",
        description="The classic; use it to repeat pictures made with it elsewhere.",
        scheduler_class="EulerDiscreteScheduler",  # the official DDIM grid; Euler on it is the same method
        options={"timestep_spacing": "leading", "steps_offset": 1},
        webui_sampler="DDIM",
        webui_schedule="DDIM",
        comfy_sampler="ddim",
        comfy_scheduler="ddim_uniform",
    ),
    Sampler(
        name="UniPC",
        description="Good pictures in very few steps (10 to 15).",
        scheduler_class="UniPCMultistepScheduler",
        options={"solver_type": "bh2", "timestep_spacing": "linspace"},
        webui_sampler="UniPC",
        webui_schedule="Normal",
        comfy_sampler="uni_pc_bh2",
        comfy_scheduler="normal",
    ),
    Sampler(
        name="LMS Karras",
        description="An older fast method; use it to repeat pictures made with it elsewhere.",
        scheduler_class="LMSDiscreteScheduler",
        options={"timestep_spacing": "linspace", "use_karras_sigmas": True},
        webui_sampler="LMS",
        webui_schedule="Karras",
        comfy_sampler="lms",
        comfy_scheduler="karras",
    ),
    Sampler(
        name="DPM2 Karras",
        description="Looks twice at every step: exact and detailed, and takes twice as long.",
        scheduler_class="KDPM2DiscreteScheduler",
        options={"timestep_spacing": "linspace", "use_karras_sigmas": True},
        webui_sampler="DPM2",
        webui_schedule="Karras",
        comfy_sampler="dpm_2",
        comfy_scheduler="karras",
    ),
)

SAMPLERS: dict[str, Sampler] = {row.name: row for row in _ROWS}


def sampler_named(name: str) -> Sampler:
    """The row of that name. Errors: StudioError that lists the names."""
    return SAMPLERS[one_of("The sampler", name, list(SAMPLERS))]
