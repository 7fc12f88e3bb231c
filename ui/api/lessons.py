"""Subjects by name: teaching one, taking one in, its LoRA files, and the steps of its lesson."""

from typing import Any

import gradio as gr
from gradio.events import api

from studio.errors import StudioError
from studio.studio import Studio
from studio.subjects.checkpoints import Checkpoints
from studio.subjects.subjects import Subjects
from studio.words import say, worded
from ui.api.endpoints import endpoint, texts
from ui.errors import explained
from ui.forms import rows, wire
from ui.people import asking
from ui.served_files import ServedFiles


def add_teaching(studio: Studio, served: ServedFiles) -> None:
    @explained
    def teach(
        photos: list[str] | None, name: str, kind: str, preset: str, base_model: str, options: dict[str, Any] | None
    ) -> dict[str, Any]:
        """Queue a lesson on 3 to 20 photos.

        Options: samples (or steps), rank, alpha, learning_rate, batch_size, seed, resolution, prior_preservation,
        subject_type, outside_weight (0 to 1, of what is around the subject), outside_prior_weight (of the base model's
        own answer there), close_ups, convolutions (whether they learn, too), captions: words by the photos' file names,
        or a list in their order; [name] is the subject; and edits, by the photos' file names: {"quarter_turns": 1,
        "crop": [left, top, right, bottom] in 0 to 1 of the turned photo, "is_removed": false}.
        """
        job = studio.subjects.teach(
            asking(),
            photos=wire.files(photos),
            name=name,
            kind=kind,
            preset=preset,
            base_model=base_model,
            options=options,
        )
        remark = studio.subjects.name_remark(asking(), name, kind)
        return {
            "job_id": job.id,
            "subject": job.request.to_json()["subject_name"],
            "remarks": [text for text in (worded(remark), worded(job.message)) if text],
        }

    @explained
    def import_subject(
        file: str | None, name: str, kind: str, base_model: str, trigger_word: str, hub_id: str
    ) -> dict[str, Any]:
        """Queue the import of a LoRA as a subject: a file, or (hub_id) owner/name or owner/name/file on the Hub."""
        told: dict[str, Any] = {
            "name": name,
            "kind": kind,
            "base_model": base_model,
            "trigger_word": trigger_word.strip() or None,
        }
        place = hub_id.strip()
        if place and file:
            raise StudioError("file-and-hub-id")
        job = studio.imports.from_hub(asking(), hub_id=place, **told) if place else None
        job = job or studio.imports.from_file(asking(), file=wire.files(file)[0], **told)
        return {
            "job_id": job.id,
            "subject": job.request.to_json()["subject_name"],
            "remarks": [say(job.message)] if job.message else [],
        }

    @explained
    def subject_file(name: str, format: str) -> str:
        """The LoRA file of a subject: "kohya" for ComfyUI, A1111, Forge and InvokeAI, or "diffusers"."""
        return str(served.copy_of(studio.subjects.file(asking(), wire.an_id("field-name", name), format)))

    @explained
    def subjects() -> list[dict[str, Any]]:
        """Every subject, newest first."""
        return [rows.subject_row(subject) for subject in studio.subjects.list(asking())]

    @explained
    def delete_subject(name: str) -> dict[str, Any]:
        """Delete a subject with its photos and LoRA files; pictures stay."""
        studio.subjects.delete(asking(), wire.an_id("field-name", name))
        return {"deleted": name}

    answer = gr.JSON(visible=False)
    lesson: dict[str, Any] = {
        "photos": gr.File(file_count="multiple", visible=False, interactive=True),
        **texts(name=None, kind=None, preset="balanced", base_model="auto"),
        "options": gr.JSON(value={}, visible=False),
    }
    endpoint(teach, "teach", lesson, [answer])
    upload: dict[str, Any] = {
        "file": gr.File(visible=False, interactive=True),
        **texts(name=None, kind=None, base_model="auto", trigger_word="", hub_id=""),
    }
    endpoint(import_subject, "import_subject", upload, [answer])
    endpoint(subject_file, "subject_file", texts(name=None, format="kohya"), [gr.File(visible=False)])
    api(subjects, api_name="subjects")
    api(delete_subject, api_name="delete_subject")


def add_checkpoints(subjects: Subjects, checkpoints: Checkpoints, served: ServedFiles) -> None:
    @explained
    def subject_checkpoints(name: str) -> tuple[list[dict[str, Any]], list[str]]:
        """The steps of a subject's lesson that have sample pictures, in order; and the pictures, in the same order."""
        subject = subjects.get(asking(), wire.an_id("field-name", name))
        found = checkpoints.of(asking(), subject.name)
        pictures = [str(served.copy_of(file)) for one in found for file in one.sample_files]
        return [rows.checkpoint_row(one, subject) for one in found], pictures

    @explained
    def choose_checkpoint(name: str, step: int) -> dict[str, Any]:
        """The subject is from now on what it was at that step, one of those whose row says "kept"."""
        return rows.subject_row(checkpoints.choose(asking(), wire.an_id("field-name", name), step))

    found = [gr.JSON(visible=False), gr.File(file_count="multiple", visible=False)]
    endpoint(subject_checkpoints, "subject_checkpoints", texts(name=None), found)
    api(choose_checkpoint, api_name="choose_checkpoint")
