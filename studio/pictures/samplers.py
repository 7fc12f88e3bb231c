"""The samplers users know by name, as rows: which diffusers scheduler each one is, and what other programs call it.

Every row states its timestep spacing: SDXL ships "leading", which starts at a lower noise level than other programs do.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from studio.checks import one_of
from studio.errors import StudioError
from studio.models.base_models import BaseModel

MAX_STEPS = 150

Grid = Literal["own", "normal", "align"]


@dataclass(frozen=True, kw_only=True, slots=True)
class HubFile:
    """One .safetensors file of a repository on the Hub. `source`: owner/name; `title`: what to call it on the page."""

    title: str
    source: str
    file: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Sampler:
    """One sampler. `options` are changes to the base model's scheduler config for `scheduler_class` of diffusers.

    good_steps: fewest and most steps that suit it, of at most `most_steps`; good_guidance: the guidance scales, where
    they are not the base model's. flow_class, flow_options: the same for base models of flow matching, "" where there
    is none. model_calls: of a step. `grid`: at which noise levels: the scheduler's "own",
    evenly down to the last one as k-diffusion's "normal", or the published ones of Align Your Steps ("align"). loras:
    by family, what has to be on the base model for so few steps. ComfyUI's names are the nearest; its scheduler is a
    node of its own where `grid` is "align". comfy_difference: why it is another picture in ComfyUI at the same noise
    levels: its fresh "noise" is drawn otherwise there, or the steps are "computed" otherwise; "" where it is the same.
    """

    name: str
    description: str
    scheduler_class: str
    options: Mapping[str, object]
    flow_class: str = ""
    flow_options: Mapping[str, object] = field(default_factory=dict[str, object])
    good_steps: tuple[int, int]
    most_steps: int = MAX_STEPS
    good_guidance: tuple[float, float] | None = None
    model_calls: int = 1
    grid: Grid = "own"
    loras: Mapping[str, HubFile] = field(default_factory=dict[str, HubFile])
    recommended: bool = False
    is_fast: bool = False
    webui_sampler: str
    webui_schedule: str
    comfy_sampler: str
    comfy_scheduler: str
    comfy_difference: Literal["", "noise", "computed"] = ""

    def helper_for(self, base_model: BaseModel) -> HubFile | None:
        """The LoRA that so few steps need on a base model; None for a sampler that needs none. Errors: StudioError."""
        if self.loras and base_model.family not in self.loras:
            raise StudioError("sampler-without-helper", sampler=self.name, model=base_model.title)
        return self.loras.get(base_model.family)

    def suitable_steps(self, steps: int) -> int:
        """The number of steps nearest to `steps` that suits this sampler."""
        low, high = self.good_steps
        return min(max(steps, low), high)

    def suitable_guidance(self, guidance_scale: float) -> float:
        """The guidance scale nearest to `guidance_scale` that suits this sampler."""
        if self.good_guidance is None:
            return guidance_scale
        low, high = self.good_guidance
        return min(max(guidance_scale, low), high)


# Sabour, Fidler and Kreis, "Align Your Steps" (2024): the timesteps published with the paper for ten steps, by family.
ALIGNED_TIMESTEPS: Mapping[str, tuple[int, ...]] = {
    "sdxl": (999, 845, 730, 587, 443, 310, 193, 116, 53, 13),
    "sd15": (999, 850, 736, 645, 545, 455, 343, 233, 124, 24),
}

_FRESH_NOISE: Literal["noise"] = "noise"  # after the first: from a generator of its own

_KARRAS = {"use_karras_sigmas": True, "timestep_spacing": "linspace"}
_SPREAD = {"timestep_spacing": "linspace"}

_HYPER = {
    "sdxl": HubFile(title="Hyper-SD", source="ByteDance/Hyper-SD", file="Hyper-SDXL-8steps-CFG-lora.safetensors"),
    "sd15": HubFile(title="Hyper-SD", source="ByteDance/Hyper-SD", file="Hyper-SD15-8steps-CFG-lora.safetensors"),
}
_LCM = {
    "sdxl": HubFile(
        title="LCM LoRA", source="latent-consistency/lcm-lora-sdxl", file="pytorch_lora_weights.safetensors"
    ),
    "sd15": HubFile(
        title="LCM LoRA", source="latent-consistency/lcm-lora-sdv1-5", file="pytorch_lora_weights.safetensors"
    ),
}

_ROWS = (
    Sampler(
        name="DPM++ 2M Karras",
        description="sampler-dpmpp-2m-karras-help",
        scheduler_class="DPMSolverMultistepScheduler",
        options=_KARRAS,
        good_steps=(20, 30),
        recommended=True,
        webui_sampler="DPM++ 2M",
        webui_schedule="Karras",
        comfy_sampler="dpmpp_2m",
        comfy_scheduler="karras",
    ),
    Sampler(
        name="DPM++ 2M AYS",
        description="sampler-dpmpp-2m-ays-help",
        scheduler_class="DPMSolverMultistepScheduler",
        options=_SPREAD,
        good_steps=(10, 10),
        most_steps=40,  # two steps would fall on one timestep
        grid="align",
        is_fast=True,
        webui_sampler="DPM++ 2M",
        webui_schedule="Align Your Steps",
        comfy_sampler="dpmpp_2m",
        comfy_scheduler="AlignYourStepsScheduler",
    ),
    Sampler(
        name="Hyper-SD",
        description="sampler-hyper-sd-help",
        scheduler_class="DDIMScheduler",
        options={"timestep_spacing": "trailing", "clip_sample": False},
        good_steps=(8, 8),
        good_guidance=(3.0, 8.0),
        is_fast=True,
        loras=_HYPER,
        webui_sampler="DDIM",
        webui_schedule="Simple",
        comfy_sampler="ddim",
        comfy_scheduler="sgm_uniform",
    ),
    Sampler(
        name="LCM",
        description="sampler-lcm-help",
        scheduler_class="LCMScheduler",
        options={"timestep_spacing": "leading", "original_inference_steps": 50},
        good_steps=(4, 8),
        most_steps=50,  # of the 50 that it was distilled from
        good_guidance=(1.0, 2.0),
        is_fast=True,
        loras=_LCM,
        webui_sampler="LCM",
        webui_schedule="SGM Uniform",
        comfy_sampler="lcm",
        comfy_scheduler="sgm_uniform",
        comfy_difference=_FRESH_NOISE,
    ),
    Sampler(
        name="DPM++ 2M",
        description="sampler-dpmpp-2m-help",
        scheduler_class="DPMSolverMultistepScheduler",
        options=_SPREAD,
        flow_class="DPMSolverMultistepScheduler",
        flow_options={"use_flow_sigmas": True, "prediction_type": "flow_prediction"},
        good_steps=(20, 30),
        webui_sampler="DPM++ 2M",
        webui_schedule="SGM Uniform",
        comfy_sampler="dpmpp_2m",
        comfy_scheduler="sgm_uniform",
    ),
    Sampler(
        name="DPM++ 2M Exponential",
        description="sampler-dpmpp-2m-exponential-help",
        scheduler_class="DPMSolverMultistepScheduler",
        options={"use_exponential_sigmas": True, "timestep_spacing": "linspace"},
        good_steps=(20, 30),
        webui_sampler="DPM++ 2M",
        webui_schedule="Exponential",
        comfy_sampler="dpmpp_2m",
        comfy_scheduler="exponential",
    ),
    Sampler(
        name="DPM++ 2M Simple",
        description="sampler-dpmpp-2m-simple-help",
        scheduler_class="DPMSolverMultistepScheduler",
        options={"timestep_spacing": "trailing"},
        good_steps=(20, 30),
        webui_sampler="DPM++ 2M",
        webui_schedule="Simple",
        comfy_sampler="dpmpp_2m",
        comfy_scheduler="simple",
    ),
    Sampler(
        name="DPM++ 2M Normal",
        description="sampler-dpmpp-2m-normal-help",
        scheduler_class="DPMSolverMultistepScheduler",
        options=_SPREAD,
        good_steps=(25, 40),
        grid="normal",
        webui_sampler="DPM++ 2M",
        webui_schedule="Normal",
        comfy_sampler="dpmpp_2m",
        comfy_scheduler="normal",
    ),
    Sampler(
        name="DPM++ 2M SDE Karras",
        description="sampler-dpmpp-2m-sde-karras-help",
        scheduler_class="DPMSolverMultistepScheduler",
        options={"algorithm_type": "sde-dpmsolver++", **_KARRAS},
        good_steps=(25, 40),
        webui_sampler="DPM++ 2M SDE",
        webui_schedule="Karras",
        comfy_sampler="dpmpp_2m_sde",
        comfy_scheduler="karras",
        comfy_difference=_FRESH_NOISE,
    ),
    Sampler(
        name="DPM++ SDE Karras",
        description="sampler-dpmpp-sde-karras-help",
        scheduler_class="DPMSolverSDEScheduler",
        options=_KARRAS,
        good_steps=(10, 20),
        model_calls=2,
        webui_sampler="DPM++ SDE",
        webui_schedule="Karras",
        comfy_sampler="dpmpp_sde",
        comfy_scheduler="karras",
    ),
    Sampler(
        name="Euler",
        description="sampler-euler-help",
        scheduler_class="EulerDiscreteScheduler",
        options=_SPREAD,
        flow_class="FlowMatchEulerDiscreteScheduler",
        good_steps=(25, 40),
        webui_sampler="Euler",
        webui_schedule="Normal",
        comfy_sampler="euler",
        comfy_scheduler="normal",
    ),
    Sampler(
        name="Euler a",
        description="sampler-euler-a-help",
        scheduler_class="EulerAncestralDiscreteScheduler",
        options=_SPREAD,
        good_steps=(20, 40),
        webui_sampler="Euler a",
        webui_schedule="Normal",
        comfy_sampler="euler_ancestral",
        comfy_scheduler="normal",
        comfy_difference=_FRESH_NOISE,
    ),
    Sampler(
        name="Euler Karras",
        description="sampler-euler-karras-help",
        scheduler_class="EulerDiscreteScheduler",
        options=_KARRAS,
        good_steps=(25, 40),
        webui_sampler="Euler",
        webui_schedule="Karras",
        comfy_sampler="euler",
        comfy_scheduler="karras",
    ),
    Sampler(
        name="Euler Simple",
        description="sampler-euler-simple-help",
        scheduler_class="EulerDiscreteScheduler",
        options={"timestep_spacing": "trailing"},
        good_steps=(25, 40),
        webui_sampler="Euler",
        webui_schedule="Simple",
        comfy_sampler="euler",
        comfy_scheduler="simple",
    ),
    Sampler(
        name="Heun",
        description="sampler-heun-help",
        scheduler_class="HeunDiscreteScheduler",
        options=_SPREAD,
        flow_class="FlowMatchHeunDiscreteScheduler",
        good_steps=(15, 30),
        model_calls=2,
        webui_sampler="Heun",
        webui_schedule="Normal",
        comfy_sampler="heun",
        comfy_scheduler="normal",
    ),
    Sampler(
        name="Heun Karras",
        description="sampler-heun-karras-help",
        scheduler_class="HeunDiscreteScheduler",
        options=_KARRAS,
        good_steps=(15, 30),
        model_calls=2,
        webui_sampler="Heun",
        webui_schedule="Karras",
        comfy_sampler="heun",
        comfy_scheduler="karras",
    ),
    Sampler(
        name="DDIM",
        description="sampler-ddim-help",
        scheduler_class="EulerDiscreteScheduler",  # the official DDIM grid; Euler on it is the same method
        options={"timestep_spacing": "leading", "steps_offset": 1},
        good_steps=(30, 50),
        webui_sampler="DDIM",
        webui_schedule="DDIM",
        comfy_sampler="ddim",
        comfy_scheduler="ddim_uniform",
    ),
    Sampler(
        name="UniPC",
        description="sampler-unipc-help",
        scheduler_class="UniPCMultistepScheduler",
        options={"solver_type": "bh2", "timestep_spacing": "linspace"},
        good_steps=(10, 20),
        webui_sampler="UniPC",
        webui_schedule="Normal",
        comfy_sampler="uni_pc_bh2",
        comfy_scheduler="normal",
        comfy_difference="computed",  # 14 of 255 on average at 12 steps
    ),
    Sampler(
        name="LMS Karras",
        description="sampler-lms-karras-help",
        scheduler_class="LMSDiscreteScheduler",
        options=_KARRAS,
        good_steps=(25, 40),
        webui_sampler="LMS",
        webui_schedule="Karras",
        comfy_sampler="lms",
        comfy_scheduler="karras",
    ),
    Sampler(
        name="DPM2 Karras",
        description="sampler-dpm2-karras-help",
        scheduler_class="KDPM2DiscreteScheduler",
        options=_KARRAS,
        good_steps=(15, 25),
        model_calls=2,
        webui_sampler="DPM2",
        webui_schedule="Karras",
        comfy_sampler="dpm_2",
        comfy_scheduler="karras",
    ),
    Sampler(
        name="DPM2 a Karras",
        description="sampler-dpm2-a-karras-help",
        scheduler_class="KDPM2AncestralDiscreteScheduler",
        options=_KARRAS,
        good_steps=(15, 25),
        model_calls=2,
        webui_sampler="DPM2 a",
        webui_schedule="Karras",
        comfy_sampler="dpm_2_ancestral",
        comfy_scheduler="karras",
        comfy_difference=_FRESH_NOISE,
    ),
)

SAMPLERS: dict[str, Sampler] = {row.name: row for row in _ROWS}


def sampler_named(name: str) -> Sampler:
    """The row of that name. Errors: StudioError that lists the names."""
    return SAMPLERS[one_of("field-sampler", name, list(SAMPLERS))]
