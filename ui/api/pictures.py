"""Pictures that are there, and how each came about."""

from typing import Any

import gradio as gr
from gradio.events import api

from studio.checks import one_of
from studio.interop.metadata import COPIES
from studio.pictures.explanations import Explanations
from studio.pictures.pictures import Pictures
from ui.api.endpoints import endpoint, texts
from ui.components.pictures.changes import PictureChanges
from ui.errors import explained
from ui.forms import rows, wire
from ui.people import asking
from ui.served_files import ServedFiles


def add_pictures(pictures: Pictures, served: ServedFiles) -> None:
    changes = PictureChanges(pictures, served)

    @explained
    def picture_boxes(id: str) -> dict[str, list[float]]:
        """Where each subject is in a picture, as far as it is known: left, top, right, bottom in 0 to 1, by name."""
        found = pictures.boxes(asking(), wire.an_id("field-picture-id", id))
        return {name: list(box) for name, box in found.items()}

    @explained
    def list_pictures(
        search: str = "",
        subject: str = "",
        limit: int = 100,
        offset: int = 0,
        starred: bool = False,
        bin: bool = False,
    ) -> list[dict[str, Any]]:
        """Pictures, newest first, that hold every word of the search, and this subject.

        starred: those with a star alone; bin: those in the bin, the last deleted first.
        """
        found = pictures.list(
            asking(),
            search=search,
            subject=subject or None,
            limit=wire.a_limit(limit),
            offset=wire.an_offset(offset),
            starred=starred,
            bin=bin,
        )
        return [rows.picture_row(*one) for one in zip(found, pictures.likenesses(asking(), found), strict=True)]

    @explained
    def picture(id: str, format: str) -> tuple[dict[str, Any], str]:
        """Every parameter of a picture, and its file: the very "png", or a "jpeg" or "webp" with its parameters."""
        row = pictures.get(asking(), wire.an_id("field-picture-id", id))
        file = pictures.file(asking(), row.id)
        name = f"{row.id}{COPIES[one_of('field-format', format, list(COPIES))].suffix}"
        copy = served.made_of(file, name, lambda: pictures.copy(asking(), row.id, format))
        return rows.picture_row(row, *pictures.likenesses(asking(), [row])), str(copy)

    @explained
    def delete_picture(id: str, for_good: bool = False) -> dict[str, Any]:
        """Put a picture into the bin, from which /restore_picture takes it back for 30 days; or delete it for good."""
        doomed = wire.an_id("field-picture-id", id)
        if for_good:
            changes.delete(doomed)
        else:
            pictures.put_in_bin(asking(), [pictures.get(asking(), doomed).id])
        return {"deleted": id}

    @explained
    def restore_picture(id: str) -> dict[str, Any]:
        """Take a picture out of the bin, as it was."""
        pictures.restore(asking(), [wire.an_id("field-picture-id", id)])
        return {"restored": id}

    @explained
    def star_picture(id: str, starred: bool = True) -> dict[str, Any]:
        """Give a picture a star, or take it."""
        pictures.star(asking(), [wire.an_id("field-picture-id", id)], starred)
        return {"starred": starred}

    api(picture_boxes, api_name="picture_boxes")
    api(list_pictures, api_name="pictures")
    endpoint(picture, "picture", texts(id=None, format="png"), [gr.JSON(visible=False), gr.File(visible=False)])
    for handler in (delete_picture, restore_picture, star_picture):
        api(handler, api_name=handler.__name__)


def add_explanations(explanations: Explanations, served: ServedFiles) -> None:
    @explained
    def explain_picture(id: str, topic: str) -> dict[str, Any]:
        """Queue what shows how a picture came about, unless it is made: its job is done then.

        topic: "denoising", its own steps from noise to picture; or one thing of it changed: "prompt", "guidance",
        "sampler", "seed" or "lora".
        """
        job = explanations.explain(asking(), wire.an_id("field-picture-id", id), wire.an_id("field-topic", topic))
        return {"job_id": job.id, "state": job.state.value}

    @explained
    def picture_explanation(id: str, topic: str) -> tuple[dict[str, Any], list[str]]:
        """What /explain_picture made: its "frames" or "variants", what was asked for, and the files in their order.

        A frame's files are what the model had ("noisy_file") and what it guessed ("predicted_file"); the last is the
        picture made again, and "difference" is how far that is from the picture itself (the mean of 0 to 255).
        """
        picture, called = wire.an_id("field-picture-id", id), wire.an_id("field-topic", topic)
        files = explanations.files(asking(), picture, called)
        found = next(one for one in explanations.of(asking(), picture) if one.topic.value == called)
        return rows.explanation_row(found), [str(served.copy_of(file)) for file in files]

    api(explain_picture, api_name="explain_picture")
    outputs = [gr.JSON(visible=False), gr.File(file_count="multiple", visible=False)]
    endpoint(picture_explanation, "picture_explanation", texts(id=None, topic="denoising"), outputs)
