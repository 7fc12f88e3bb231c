"""The HTTP API by name, for gradio_client and other programs: all that a person can do on the page."""

from typing import Any

import gradio as gr
from gradio.events import api

from studio.checks import one_of
from studio.errors import StudioError
from studio.hub.hub import Hub
from studio.interop.metadata import COPIES
from studio.jobs.queue import JobQueue
from studio.people.person import Person
from studio.pictures.explanations import Explanations
from studio.pictures.options import INPAINT_STRENGTH
from studio.pictures.pictures import Pictures
from studio.studio import Studio
from studio.subjects.checkpoints import Checkpoints
from studio.subjects.subjects import Subjects
from studio.words import say, worded
from ui.components.people.guests import remove_with_everything
from ui.components.people.things import delete_with_everything, everything_of
from ui.components.pictures.archives import ArchiveFolders
from ui.components.pictures.changes import PictureChanges
from ui.errors import explained
from ui.forms import rows, wire
from ui.forms.found import found_row
from ui.people import asking
from ui.served_files import ServedFiles


def add_api(studio: Studio, served: ServedFiles) -> None:
    """Add every endpoint. Called inside gr.Blocks."""
    _add_teaching(studio, served)
    _add_checkpoints(studio.subjects, studio.checkpoints, served)
    _add_publishing(studio.subjects, studio.hub)
    _add_creating(studio)
    _add_pictures(studio.pictures, served)
    _add_explanations(studio.explanations, served)
    _add_queue(studio.queue)
    _add_account(studio, served)
    _add_guests(studio)
    _add_choices(studio)


def _add_teaching(studio: Studio, served: ServedFiles) -> None:
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
        **_texts(name=None, kind=None, preset="balanced", base_model="auto"),
        "options": gr.JSON(value={}, visible=False),
    }
    _endpoint(teach, "teach", lesson, [answer])
    upload: dict[str, Any] = {
        "file": gr.File(visible=False, interactive=True),
        **_texts(name=None, kind=None, base_model="auto", trigger_word="", hub_id=""),
    }
    _endpoint(import_subject, "import_subject", upload, [answer])
    _endpoint(subject_file, "subject_file", _texts(name=None, format="kohya"), [gr.File(visible=False)])
    api(subjects, api_name="subjects")
    api(delete_subject, api_name="delete_subject")


def _add_checkpoints(subjects: Subjects, checkpoints: Checkpoints, served: ServedFiles) -> None:
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
    _endpoint(subject_checkpoints, "subject_checkpoints", _texts(name=None), found)
    api(choose_checkpoint, api_name="choose_checkpoint")


def _add_publishing(subjects: Subjects, hub: Hub) -> None:
    @explained
    def publish_choices(name: str) -> dict[str, Any]:
        """As whom a subject would be published ("problem": why not), under which name, and which pictures may go."""
        subject = subjects.get(asking(), wire.an_id("field-name", name))
        pictures, account = hub.publish_choices(asking(), subject.name), hub.account(asking())
        place, published = hub.suggested_repository(asking(), subject), hub.published(asking(), subject.name)
        return rows.publish_row(account, place, published, pictures)

    @explained
    def publish_subject(
        name: str,
        repository: str = "",
        private: bool = True,
        license: str = "",
        pictures: list[str] = [],  # noqa: B006 - gradio reads it as the default, nothing changes it
        overwrite: bool = False,
    ) -> dict[str, Any]:
        """Queue the publishing of a subject on the Hugging Face Hub; pictures: ids of /publish_choices.

        What its own earlier publishing put there is updated; anything else only where overwrite is true.
        """
        job = hub.publish(
            asking(),
            name=wire.an_id("field-name", name),
            repository=repository,
            private=private,
            license=license,
            pictures=[wire.an_id("request-picture-id", id) for id in pictures],
            overwrite=overwrite,
        )
        return {"job_id": job.id, "repository": job.request.to_json()["repository"]}

    api(publish_choices, api_name="publish_choices")
    api(publish_subject, api_name="publish_subject")


def _add_creating(studio: Studio) -> None:
    @explained
    def create(
        prompt: str,
        negative_prompt: str = "",
        subjects: list[dict[str, Any]] = [],  # noqa: B006 - gradio reads it as the default, nothing changes it
        sampler: str | None = None,
        steps: int | None = None,
        guidance_scale: float | None = None,
        seed: int = -1,
        width: int | None = None,
        height: int | None = None,
        count: int = 1,
        base_model: str = "auto",
        options: dict[str, Any] = {},  # noqa: B006
    ) -> dict[str, Any]:
        """Queue pictures. Subjects: {"name", "strength", "box"}; None is the base model's own; seed -1 is drawn.

        Options: variation_seed, variation_strength (0 to 1, pictures near that of the seed); start: {"picture": an id,
        or "file": from /keep_start, "strength"}; larger: true or {"scale", "strength"}; grid: "strip" or
        {"x": {"name", "values"}, "y": ...} with strength, strength:NAME, prompt, negative_prompt, sampler, steps,
        guidance_scale, seed, size, variation_strength, start_strength, larger_strength; blending: "apart" (each of
        several subjects keeps to its own place) or "sum"; readings: "name" or "word" by a subject's name, or its name
        and a number ("Rose 2": the second place in the prompt where it may be named); style: words that come after the
        prompt. What was seen of each is in the
        job's result; "read_as" is the prompt in the model's words, "remarks" say what was not done as it was written.
        """
        wish: dict[str, Any] = {
            "prompt": prompt,
            "negative_prompt": negative_prompt,
            "subjects": subjects,
            "options": options,
        }
        words = studio.pictures.read_prompt(asking(), **wish)
        job = studio.pictures.create(
            asking(),
            **wish,
            sampler=sampler,
            steps=steps,
            guidance_scale=guidance_scale,
            seed=seed,
            width=width,
            height=height,
            count=count,
            base_model=base_model,
        )
        return {"job_id": job.id, "read_as": words.prompt, "remarks": [say(one) for one in words.remarks]}

    @explained
    def draw_again(
        id: str,
        mask: str | None,
        box: list[float] | None,
        prompt: str,
        subjects: list[str] | None,
        strength: float,
        count: int,
        seed: int,
    ) -> dict[str, Any]:
        """Queue pictures like one with a part of it drawn again; around the part every pixel stays.

        The part: a mask (what is painted on a see-through picture, or else what is bright), a box [left, top, right,
        bottom] in 0 to 1, or where the named subjects are. Without a prompt it is the picture's own; without subjects
        those of the picture who are there.
        """
        job = studio.pictures.draw_again(
            asking(),
            wire.an_id("field-picture-id", id),
            mask=wire.files(mask)[0] if mask else None,
            box=box,
            prompt=prompt,
            subjects=[wire.an_id("field-name", name) for name in subjects or []],
            strength=strength,
            count=count,
            seed=seed,
        )
        part = job.request.to_json()["inpaint"]
        return {"job_id": job.id, "subjects": part["subjects"]}

    @explained
    def keep_start(file: str | None) -> dict[str, Any]:
        """Keep a picture for others to start from. Gives its name for /create's option "start"."""
        return {"file": studio.init_images.keep(asking(), wire.files(file)[0])}

    @explained
    def read_picture(file: str | None) -> dict[str, Any]:
        """How a PNG, JPEG or WebP of Cuddle, A1111 or ComfyUI was made: "parameters" are what /create takes.

        "remarks" say in sentences what was not taken over.
        """
        return found_row(studio.metadata.read(asking(), wire.files(file)[0]))

    api(create, api_name="create")
    upload: dict[str, Any] = {"file": gr.File(visible=False, interactive=True)}
    _endpoint(keep_start, "keep_start", upload, [gr.JSON(visible=False)])
    again: dict[str, Any] = {
        **_texts(id=None),
        "mask": gr.File(visible=False, interactive=True),
        "box": gr.JSON(value=None, visible=False),
        **_texts(prompt=""),
        "subjects": gr.JSON(value=[], visible=False),
        "strength": gr.Number(value=INPAINT_STRENGTH, visible=False),
        "count": gr.Number(value=1, precision=0, visible=False),
        "seed": gr.Number(value=-1, precision=0, visible=False),
    }
    _endpoint(draw_again, "draw_again", again, [gr.JSON(visible=False)])
    dropped = {"file": gr.File(visible=False, interactive=True)}
    _endpoint(read_picture, "read_picture", dropped, [gr.JSON(visible=False)])


def _add_pictures(pictures: Pictures, served: ServedFiles) -> None:
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
    _endpoint(picture, "picture", _texts(id=None, format="png"), [gr.JSON(visible=False), gr.File(visible=False)])
    for handler in (delete_picture, restore_picture, star_picture):
        api(handler, api_name=handler.__name__)


def _add_explanations(explanations: Explanations, served: ServedFiles) -> None:
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
    _endpoint(picture_explanation, "picture_explanation", _texts(id=None, topic="denoising"), outputs)


def _add_queue(queue: JobQueue) -> None:
    @explained
    def job(job_id: str) -> dict[str, Any]:
        """Where a job stands."""
        return rows.job_row(queue.get(asking(), wire.an_id("field-job-id", job_id)))

    @explained
    def jobs(limit: int = 100) -> list[dict[str, Any]]:
        """What runs, then the queue in order, then what ended, newest first."""
        return [rows.job_row(one) for one in queue.list(asking(), wire.a_limit(limit))]

    @explained
    def cancel_job(job_id: str) -> dict[str, Any]:
        """Stop a job: a waiting one at once, a running one as soon as it notices."""
        return rows.job_row(queue.cancel(asking(), wire.an_id("field-job-id", job_id)))

    @explained
    def move_job(job_id: str, position: int) -> dict[str, Any]:
        """Move a waiting job to a position in the queue, from 1."""
        return rows.job_row(queue.move(asking(), wire.an_id("field-job-id", job_id), position))

    @explained
    def retry_job(job_id: str) -> dict[str, Any]:
        """Queue a failed or cancelled job again, with the photos and settings it had."""
        return rows.job_row(queue.retry(asking(), wire.an_id("field-job-id", job_id)))

    @explained
    def pause_job(job_id: str) -> dict[str, Any]:
        """Let a job rest until it is resumed, and the next one run."""
        return rows.job_row(queue.pause(asking(), wire.an_id("field-job-id", job_id)))

    @explained
    def resume_job(job_id: str) -> dict[str, Any]:
        """A paused job waits again, at the place that it had, and goes on from where it was."""
        return rows.job_row(queue.resume(asking(), wire.an_id("field-job-id", job_id)))

    @explained
    def finish_job(job_id: str) -> dict[str, Any]:
        """Stop a lesson at the step it is at, and keep what it has learnt by then as the subject's LoRA."""
        return rows.job_row(queue.finish(asking(), wire.an_id("field-job-id", job_id)))

    for handler in (job, jobs, cancel_job, move_job, retry_job, pause_job, resume_job, finish_job):
        api(handler, api_name=handler.__name__)


def _add_account(studio: Studio, served: ServedFiles) -> None:
    people, zips = studio.people, ArchiveFolders(served)

    @explained
    def account() -> dict[str, Any]:
        """Who asks: her name, whether this Cuddle is hers, and when each of her browsers was used last."""
        return rows.account_row(people.me(asking()), people.sessions(asking()))

    @explained
    def change_password(current: object, new: object) -> dict[str, Any]:
        """Change one's password. It logs out every browser; tokens still hold."""
        people.set_password(asking(), wire.a_password(current), wire.a_password(new))
        return {"changed": True}

    @explained
    def log_out_everywhere() -> dict[str, Any]:
        """Log out every browser, at once; tokens still hold."""
        return {"ended": people.end_sessions(asking())}

    @explained
    def new_token(label: str) -> dict[str, Any]:
        """A token for a program, with its secret, which is never told again."""
        return rows.token_row(people.new_token(asking(), wire.a_text("field-label", label)))

    @explained
    def tokens() -> list[dict[str, Any]]:
        """One's tokens, newest first, without their secrets."""
        return [rows.token_row(token) for token in people.tokens(asking())]

    @explained
    def revoke_token(id: str) -> dict[str, Any]:
        """Have a token hold no longer."""
        people.revoke_token(asking(), wire.an_id("field-token", id))
        return {"revoked": id}

    @explained
    def take_everything() -> str:
        """One zip of all that one has."""
        return str(everything_of(studio, zips, asking()))

    @explained
    def delete_everything(typed: str) -> dict[str, Any]:
        """Delete all that one has; typed: one's name (where nobody logs in, the word that the page names)."""
        return {"told": delete_with_everything(studio, asking(), wire.a_text("field-typed", typed))}

    for handler in (account, change_password, log_out_everywhere, new_token, tokens, revoke_token, delete_everything):
        api(handler, api_name=handler.__name__)
    _endpoint(take_everything, "take_everything", {}, [gr.File(visible=False)])


def _add_guests(studio: Studio) -> None:
    people = studio.people

    @explained
    def invite() -> dict[str, Any]:
        """A link for one guest, relative to the page; it works once, and is never told again. The owner's to ask."""
        return rows.invitation_row(people.invite(asking()))

    @explained
    def invitations() -> list[dict[str, Any]]:
        """The invitations that hold, newest first, without their links. The owner's to ask."""
        return [rows.invitation_row(one) for one in people.invitations(asking())]

    @explained
    def revoke_invitation(id: str) -> dict[str, Any]:
        """Have an invitation hold no longer. The owner's to ask."""
        people.revoke_invitation(asking(), wire.an_id("field-invitation", id))
        return {"revoked": id}

    @explained
    def guests() -> list[dict[str, Any]]:
        """The guests, and what each takes up; never what that is. The owner's to ask."""
        return [rows.guest_row(usage) for usage in people.usages(asking()) if not usage.account.is_owner]

    @explained
    def remove_guest(id: str) -> dict[str, Any]:
        """Remove a guest's account, and all that the guest has. The owner's to ask."""
        guest = remove_with_everything(studio, asking(), Person(wire.an_id("field-guest", id)))
        return {"removed": guest.name}

    @explained
    def let_guests_use(name: str, yes: bool = True) -> dict[str, Any]:
        """Let guests make pictures of a subject, or no longer. The owner's to ask."""
        studio.subjects.let_guests_use(asking(), wire.an_id("field-name", name), yes)
        return {"guests_may_use": yes}

    @explained
    def set_limits(id: str, limits: dict[str, Any]) -> dict[str, Any]:
        """Give a guest these limits, by the names that /guests tells, and else the usual ones. The owner's to ask."""
        numbers = {name: wire.a_whole_number("field-most", most) for name, most in limits.items()}
        account = people.set_limits(asking(), Person(wire.an_id("field-guest", id)), numbers)
        return {"limits": dict(account.limits)}

    for handler in (invite, invitations, revoke_invitation, guests, set_limits, remove_guest, let_guests_use):
        api(handler, api_name=handler.__name__)


def _add_choices(studio: Studio) -> None:
    @explained
    def samplers() -> list[dict[str, Any]]:
        """The samplers, the recommended one first."""
        return [rows.sampler_row(sampler) for sampler in studio.pictures.samplers()]

    @explained
    def base_models() -> list[dict[str, Any]]:
        """The base models; "automatic" marks the one that "auto" means here."""
        automatic = studio.status().base_model
        return [rows.base_model_row(model, automatic) for model in studio.models.known(asking())]

    @explained
    def presets() -> list[dict[str, Any]]:
        """The presets, from quick to thorough."""
        return [rows.preset_row(preset) for preset in studio.subjects.presets()]

    for handler in (samplers, base_models, presets):
        api(handler, api_name=handler.__name__)


def _texts(**defaults: str | None) -> dict[str, Any]:
    """Hidden text boxes by name; one whose default is None must be given."""
    return {name: gr.Textbox(value=default, visible=False, interactive=True) for name, default in defaults.items()}


def _endpoint(handler: Any, name: str, inputs: dict[str, Any], outputs: list[Any]) -> None:
    """An endpoint that takes or gives files, which gradio only moves for components."""
    gr.Button(visible=False).click(
        handler, inputs_kwargs=inputs, outputs=outputs, api_name=name, api_description=handler.__doc__
    )
