"""A lesson's sample pictures, always from the same seeds, and the LoRA files beside them that can be chosen later."""

import io
from collections.abc import Sequence
from dataclasses import replace

from pipeline import generate
from pipeline.families.loaded_model import LoadedModel
from pipeline.loras import files as lora_files
from pipeline.loras.lora import Lora, merged
from studio.jobs.job import Job
from studio.jobs.requests import TrainingRequest
from studio.subjects.subject import Checkpoint
from training.run import StepInfo
from worker.context import WorkerContext
from worker.lora_results import about_training, names_of

SAMPLE_STEPS = 12  # a sample shows how far the likeness is; fine detail can wait
SAMPLES = 2  # a single picture is luck
MOST_KEPT = 4  # LoRAs beside the final one; at SDXL's size and rank 16 both files of one take 93 MB

# In steps of batch 1: a guided sampler's step is two forward passes, each 0.47 of what a training step costs.
SAMPLES_COST = SAMPLES * SAMPLE_STEPS * 2 * 0.47


class Samples:
    """The samples of one lesson: made, kept, counted."""

    def __init__(self, context: WorkerContext, job: Job, request: TrainingRequest, loaded: LoadedModel) -> None:
        self._context, self._job_id, self._request, self._loaded = context, job.id, request, loaded
        self._folder = context.port.files.lora_folder(job.owner, request.trigger_word)

    def begin(self, step: int) -> None:
        """The lesson goes on from that step; what an earlier try left behind goes."""
        files = self._context.port.files
        later = [one for one in self.all() if one.step > step]
        self._context.port.forget_checkpoints_after(self._job_id, step)
        for file in [file for one in later for file in (*one.sample_files, *one.lora_files.values())]:
            files.remove(file)
        if step == 0:
            files.remove(self._folder)

    def all(self) -> list[Checkpoint]:
        """Every checkpoint so far, in order."""
        return self._context.port.checkpoints(self._job_id)

    def are_there(self, step: int) -> bool:
        """Whether this step has its samples."""
        return any(one.step == step for one in self.all())

    def show(self, info: StepInfo, on_step: generate.OnStep, *, keep_lora: bool) -> Checkpoint:
        """Pictures of the subject with the LoRA as it is, and (keep_lora) the LoRA's files. The lesson is unharmed.

        Errors: StudioError for a full disk; what on_step raises.
        """
        files = self._context.port.files
        lora = info.adapter.snapshot(self._request.trigger_word)
        with info.adapter.disabled(), merged(self._loaded.model, [(lora, 1.0)]):
            pictures = self._pictures(on_step)
        sample_files = []
        for number, content in enumerate(pictures, start=1):
            path = self._folder / "samples" / f"step_{info.step:05d}_{number}.png"
            sample_files.append(files.relative(self._context.write(path, content)))
        checkpoint = Checkpoint(step=info.step, sample_files=tuple(sample_files))
        if keep_lora:
            checkpoint = self._with_lora(checkpoint, lora)
        self._context.port.keep_checkpoint(self._job_id, checkpoint)
        self._make_room()
        return checkpoint

    def _pictures(self, on_step: generate.OnStep) -> list[bytes]:
        recipe, base_model = self._request.recipe, self._loaded.base_model
        settings = generate.Settings(
            sampler=base_model.default_sampler,
            steps=SAMPLE_STEPS,
            guidance_scale=base_model.default_guidance_scale,
            width=recipe.resolution,
            height=recipe.resolution,
        )
        conditions = generate.encode_guided(self._loaded, self._request.instance_prompt, "")
        pictures = []
        for number in range(SAMPLES):
            buffer = io.BytesIO()
            generate.picture(self._loaded, settings, conditions, recipe.seed + number, on_step).save(buffer, "PNG")
            pictures.append(buffer.getvalue())
        return pictures

    def _with_lora(self, checkpoint: Checkpoint, lora: Lora) -> Checkpoint:
        about = about_training(self._request, self._loaded, checkpoint.step)
        facts = self._loaded.file_facts
        names = names_of(about)
        contents = {
            "kohya": lora_files.kohya_bytes(lora, about, facts),
            "diffusers": lora_files.diffusers_bytes(lora, about, facts),
        }
        written = {}
        for form, content in contents.items():
            path = self._context.write(self._folder / f"step_{checkpoint.step:05d}" / names[form], content)
            if path.read_bytes() != content:
                raise RuntimeError(f"{path} was written but holds something else")
            written[form] = self._context.port.files.relative(path)
        return Checkpoint(
            step=checkpoint.step,
            sample_files=checkpoint.sample_files,
            lora_files=written,
            bytes=sum(map(len, contents.values())),
        )

    def _make_room(self) -> None:
        """Keeps MOST_KEPT LoRAs, spread over the lesson."""
        kept = {one.step: one for one in self.all() if one.lora_files}
        step = one_too_many(list(kept), MOST_KEPT)
        if step is not None:
            self._context.port.keep_checkpoint(self._job_id, replace(kept[step], lora_files={}, bytes=0))
            self._context.port.files.remove(self._folder / f"step_{step:05d}")


def one_too_many(steps: Sequence[int], most: int) -> int | None:
    """Which of these ascending steps to let go of so that the rest is spread evenly; None where all may stay.

    It is the one whose neighbours are nearest to each other, the oldest of several such; never the newest.
    """
    if len(steps) <= most:
        return None
    around = {step: after - before for before, step, after in zip([0, *steps], steps, steps[1:], strict=False)}
    return min(around, key=lambda step: (around[step], step))
