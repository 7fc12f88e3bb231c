"""ComfyUI's graph of a picture (the chunk `prompt`), written from core nodes alone.

A graph is JSON: {node id: {"class_type", "inputs"}}, where an input is a value or a link [node id, number of output].
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from studio.interop.comfy.differences import differences, to_do_there
from studio.interop.comfy.prompt_text import comfy_prompt
from studio.interop.infotext import LoraTag
from studio.jobs.requests import PictureRequest, steps_run
from studio.models.checkpoint_names import CheckpointName
from studio.pictures.samplers import sampler_named
from studio.words import in_english

NOTE_TITLE = "Note: ComfyUI makes this picture otherwise than Cuddle"
START_TITLE = "The picture that this one starts from"
_NOISE_LEVELS = 1000  # of the models
# With these the node KSampler leaves out the last noise level but one; SamplerCustom takes the levels as they come. It
# does so with UniPC, too, which is nearer to ours without that one.
LEAVES_ONE_OUT = frozenset({"dpm_2", "dpm_2_ancestral"})

Link = list[Any]  # [node id, number of output]
# Where the nodes of the first pass begin, and those of the second. LoRAs have 10 and on.
_FIRST, _SECOND = 30, 60


def graph_of(
    request: PictureRequest, seed: int, checkpoint: CheckpointName, loras: Sequence[LoraTag] = (), family: str = "sdxl"
) -> dict[str, Any]:
    """The graph that makes such a picture: checkpoint, LoRAs one after the other, words, noise, steps, pixels.

    Of a sheet it makes the first picture. Where it would be another picture, a text that no other node takes says why;
    every version of ComfyUI shows it.
    """
    told = [*differences(request), *to_do_there(request)] if differences(request) else []
    notes = [in_english(one) for one in told]
    if request.grid is not None:
        request = request.one(0)
        seed = request.seed
    graph: dict[str, Any] = {"4": _node("CheckpointLoaderSimple", ckpt_name=checkpoint.file_name)}
    model, clip = ["4", 0], ["4", 1]
    for number, lora in enumerate(loras, start=10):
        graph[str(number)] = _node(
            "LoraLoader",
            lora_name=f"{lora.stem}.safetensors",
            strength_model=lora.strength,
            strength_clip=lora.strength,
            model=model,
            clip=clip,
        )
        model, clip = [str(number), 0], [str(number), 1]
    graph |= {
        "6": _node("CLIPTextEncode", text=comfy_prompt(request.prompt), clip=clip),
        "7": _node("CLIPTextEncode", text=comfy_prompt(request.negative_prompt), clip=clip),
    }
    writer = _Writer(request=request, seed=seed, model=model, family=family, graph=graph)
    samples = writer.first_pass()
    if request.larger is not None:
        samples = writer.second_pass(samples)
    graph |= {
        "8": _node("VAEDecode", samples=samples, vae=["4", 2]),
        "9": _node("SaveImage", filename_prefix="cuddle", images=["8", 0]),
    }
    if notes:
        note = _node("CLIPTextEncode", text="\n".join(notes), clip=["4", 1])
        graph["1"] = note | {"_meta": {"title": NOTE_TITLE}}
    return graph


def has_surplus_levels(steps: int) -> bool:
    """Whether ComfyUI's schedule ddim_uniform has more levels than `steps`, all of them at its noisy end.

    The node KSampler runs them all; BasicScheduler gives the last `steps` alone.
    """
    return len(range(1, _NOISE_LEVELS, max(1, _NOISE_LEVELS // steps))) > steps


def variation_parts(strength: float) -> tuple[float, float]:
    """How much of a seed's noise and of the variation's are added: two noises stand at right angles, or nearly."""
    return math.cos(strength * math.pi / 2), math.sin(strength * math.pi / 2)


@dataclass(kw_only=True)
class _Writer:
    """Adds the passes of a picture to its graph."""

    request: PictureRequest
    seed: int
    model: Link
    family: str
    graph: dict[str, Any] = field(default_factory=dict)

    def first_pass(self) -> Link:
        """The latents of the first pass, from noise or from another picture."""
        request = self.request
        self.graph["5"] = self._empty(request.width, request.height)
        changing = request.start or request.inpaint
        if changing is None:
            return self._pass("3", _FIRST, ["5", 0], request.steps)
        loaded = _node("LoadImage", image=PurePosixPath(changing.file).name)
        self.graph["45"] = loaded | {"_meta": {"title": START_TITLE}}
        start = self._encoded(46, ["45", 0], request.width, request.height)
        if not request.variation_strength:
            del self.graph["5"]
        return self._pass("3", _FIRST, start, steps_run(request.steps, changing.strength))

    def second_pass(self, samples: Link) -> Link:
        """The latents of the larger version of what the first pass made."""
        larger = self.request.larger
        assert larger is not None, "a second pass was asked for"
        width, height = self.request.final_size
        self.graph["50"] = _node("VAEDecode", samples=samples, vae=["4", 2])
        start = self._encoded(51, ["50", 0], width, height)
        if self.request.variation_strength:
            self.graph["55"] = self._empty(width, height)
        return self._pass("53", _SECOND, start, steps_run(self.request.steps, larger.strength), ["55", 0])

    def _pass(self, id: str, first: int, start: Link, run: int, empty: Link | None = None) -> Link:
        """One pass, as the node `id`: the last `run` of all steps from `start` on. Its other nodes follow `first`."""
        request, sampler = self.request, sampler_named(self.request.sampler)
        left_out = request.steps - run
        has_surplus = sampler.comfy_scheduler == "ddim_uniform" and has_surplus_levels(request.steps)
        ends = {"model": self.model, "positive": ["6", 0], "negative": ["7", 0]}
        is_plain = sampler.grid != "align" and sampler.comfy_sampler not in LEAVES_ONE_OUT and not has_surplus
        if is_plain and left_out == 0 and not request.variation_strength:
            self.graph[id] = _node(
                "KSampler",
                seed=self.seed,
                steps=request.steps,
                cfg=request.guidance_scale,
                sampler_name=sampler.comfy_sampler,
                scheduler=sampler.comfy_scheduler,
                denoise=1.0,
                latent_image=start,
                **ends,
            )
            return [id, 0]
        sigmas = self._sigmas(first, left_out)
        if request.variation_strength:
            noise = self._noise(first + 3, sigmas, empty or ["5", 0])
            start = noise if start == ["5", 0] else self._add(first + 10, "LatentAdd", samples1=start, samples2=noise)
        chosen = self._add(first + 2, "KSamplerSelect", sampler_name=sampler.comfy_sampler)
        self.graph[id] = _node(
            "SamplerCustom",
            add_noise=not request.variation_strength,
            noise_seed=self.seed,
            cfg=request.guidance_scale,
            sampler=chosen,
            sigmas=sigmas,
            latent_image=start,
            **ends,
        )
        return [id, 0]

    def _sigmas(self, first: int, left_out: int) -> Link:
        """The noise levels of all steps, without so many at the noisy end."""
        sampler, steps = sampler_named(self.request.sampler), {"steps": self.request.steps, "denoise": 1.0}
        if sampler.grid == "align":
            kind = "SD1" if self.family == "sd15" else "SDXL"
            levels = self._add(first, sampler.comfy_scheduler, model_type=kind, **steps)
        else:
            levels = self._add(first, "BasicScheduler", model=self.model, scheduler=sampler.comfy_scheduler, **steps)
        if not left_out:
            return levels
        return [self._add(first + 1, "SplitSigmas", sigmas=levels, step=left_out)[0], 1]

    def _noise(self, first: int, sigmas: Link, empty: Link) -> Link:
        """Noise on the way from the seed's own to the variation's, as strong as the first of the noise levels."""
        mixed: list[Link] = []
        seeds = (self.seed, self.request.variation_seed)
        parts = variation_parts(self.request.variation_strength)
        for number, (seed, part) in enumerate(zip(seeds, parts, strict=True)):
            drawn = self._add(first + 3 * number, "RandomNoise", noise_seed=seed)
            noisy = self._add(
                first + 3 * number + 1, "AddNoise", model=self.model, noise=drawn, sigmas=sigmas, latent_image=empty
            )
            mixed.append(self._add(first + 3 * number + 2, "LatentMultiply", samples=noisy, multiplier=part))
        return self._add(first + 6, "LatentAdd", samples1=mixed[0], samples2=mixed[1])

    def _encoded(self, first: int, image: Link, width: int, height: int) -> Link:
        """A picture as latents of that size in pixels; what does not fit its shape is cut off evenly."""
        fitted = self._add(
            first, "ImageScale", image=image, upscale_method="lanczos", width=width, height=height, crop="center"
        )
        return self._add(first + 1, "VAEEncode", pixels=fitted, vae=["4", 2])

    @staticmethod
    def _empty(width: int, height: int) -> dict[str, Any]:
        return _node("EmptyLatentImage", width=width, height=height, batch_size=1)

    def _add(self, id: int, class_type: str, **inputs: Any) -> Link:
        self.graph[str(id)] = _node(class_type, **inputs)
        return [str(id), 0]


def _node(class_type: str, **inputs: Any) -> dict[str, Any]:
    return {"class_type": class_type, "inputs": inputs}
