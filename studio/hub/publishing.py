"""Publishing a subject on the Hugging Face Hub: what may be chosen, under which name, and the frozen request."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from huggingface_hub import constants
from huggingface_hub.errors import HFValidationError
from huggingface_hub.utils import validate_repo_id

from studio.checks import one_of, shown, yes_or_no
from studio.errors import NotFound, StudioError
from studio.hub.account import HubAccount, HubAccounts
from studio.hub.repositories import RepositoryTaken, free_name, look
from studio.hub.requests import PublishRequest, SamplePicture
from studio.jobs.job import ENDED, Job, JobKind, JobState
from studio.jobs.requests import PictureRequest, instance_prompt
from studio.prompts.tokens import name_key
from studio.store import Store
from studio.subjects.subject import Subject
from studio.subjects.taught_types import taught_type

MOST_OFFERED = 24  # pictures to choose from, the newest first
_JOBS_READ = 500

# The Hub's names of licences, https://huggingface.co/docs/hub/repositories-licenses.
LICENSES: dict[str, str] = {
    "": "None yet",
    "openrail++": "OpenRAIL++, as Stable Diffusion XL has",
    "creativeml-openrail-m": "OpenRAIL-M, as Stable Diffusion 1.5 has",
    "cc0-1.0": "CC0: free for everything",
    "cc-by-4.0": "CC BY: free if you are named",
    "cc-by-sa-4.0": "CC BY-SA: named, and passed on under the same terms",
    "cc-by-nc-4.0": "CC BY-NC: named, nothing commercial",
    "cc-by-nc-nd-4.0": "CC BY-NC-ND: named, nothing commercial, unchanged",
    "apache-2.0": "Apache 2.0",
    "mit": "MIT",
}

SHARED = (
    "Cuddle is open to others by a public link, and everyone there would publish in your name. Start it without "
    "--share to publish."
)


@dataclass(frozen=True, kw_only=True, slots=True)
class PictureChoice:
    """A picture that may be published with a subject. `thumbnail_file`: a small copy, or the picture itself."""

    id: str
    picture: SamplePicture
    thumbnail_file: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Published:
    """Where a subject lies on the Hub, as the last publishing said."""

    repository: str
    private: bool
    license: str
    at: float  # unix seconds

    @property
    def url(self) -> str:
        """Its page."""
        return f"{constants.ENDPOINT}/{self.repository}"


class Publishing:
    """The part of a studio that publishes. Everything it refuses is a StudioError."""

    _store: Store
    _hub: HubAccounts
    _is_shared: bool

    if TYPE_CHECKING:

        def _ready(self, name: str) -> Subject: ...
        def _new_id(self) -> str: ...

    def hub_account(self) -> HubAccount:
        """Who publishes, or the problem with that. Asks the Hub at most every five minutes."""
        return HubAccount(problem=SHARED) if self._is_shared else self._hub.account()

    def publish_choices(self, name: str) -> list[PictureChoice]:
        """Pictures that show this subject alone, newest first, then the drawings of its lesson. Errors: NotFound.

        Never a photo, nor a picture that began from one or from another picture: it may show what is private. Nor a
        sheet of several. A picture older than the subject shows an earlier one of that name.
        """
        subject = self._store.subjects.get(name)
        found = [
            PictureChoice(
                id=picture.id,
                picture=SamplePicture(
                    file=picture.file,
                    prompt=picture.request.prompt,
                    negative_prompt=picture.request.negative_prompt,
                ),
                thumbnail_file=picture.thumbnail_file or picture.file,
            )
            for picture in self._store.pictures.list(subject=subject.name, limit=4 * MOST_OFFERED)
            if picture.created_at >= subject.created_at and _may_be_shown(picture.request)
        ]
        prompt = self._instance_prompt(subject)
        drawn = [
            PictureChoice(id=f"lesson-{number}", picture=SamplePicture(file=file, prompt=prompt), thumbnail_file=file)
            for number, file in enumerate(subject.sample_files, start=1)
        ]
        return found[: MOST_OFFERED - len(drawn)] + drawn

    def published(self, name: str) -> Published | None:
        """Where the subject was published last; None where it never was. Errors: NotFound.

        What was published before the subject was taught is of an earlier one of that name.
        """
        subject = self._store.subjects.get(name)
        for job in self._publishings():
            is_own = name_key(job.request.subject_name) == name_key(subject.name)
            if job.state is JobState.DONE and is_own and (job.ended_at or 0.0) >= subject.created_at:
                request = job.request
                return Published(
                    repository=request.repository,
                    private=request.private,
                    license=request.license,
                    at=job.ended_at or 0.0,
                )
        return None

    def suggested_repository(self, subject: Subject) -> str:
        """A name on the Hub for a subject: where it is already, else its trigger word in one's own name."""
        published = self.published(subject.name)
        owner = self.hub_account().name
        own = f"{owner}/{subject.trigger_word}-lora" if owner else f"{subject.trigger_word}-lora"
        return own if published is None else published.repository

    def free_repository(self, place: str) -> str:
        """A name like this one that nothing has on the Hub; this one where that cannot be said."""
        try:
            return free_name(place)
        except StudioError:
            return place

    def publish_subject(
        self,
        name: str,
        repository: str = "",
        private: bool = True,
        license: str = "",
        pictures: Sequence[str] = (),
        overwrite: bool | str = False,
    ) -> Job:
        """Queue the publishing of a ready subject: both LoRA files, a model card and these pictures, never a photo.

        `repository`: owner/name, or a name alone, in one's own name; empty is suggested_repository(). `license`: of
        LICENSES. `pictures`: ids of publish_choices(). Publishing again updates. `overwrite`: whether something else
        that is there may be replaced; True for whatever it is now, or the commit at which it was looked at.
        Errors: RepositoryTaken where it may not, here or, where it comes later, of the job.
        """
        subject = self._ready(name)
        if missing := {"kohya", "diffusers"} - set(subject.lora_files):
            raise NotFound(f"{subject.name} has no {min(missing)} file; teach it anew to publish it.")
        account = self.hub_account()
        if account.problem:
            raise StudioError(account.problem)
        place = repository_named(repository or self.suggested_repository(subject), account)
        request = PublishRequest(
            subject_name=subject.name,
            kind=subject.kind,
            trigger_word=subject.trigger_word,
            instance_prompt=self._instance_prompt(subject),
            base_model=subject.base_model,
            family=subject.family,
            lora_files=dict(subject.lora_files),
            pictures=self._chosen(subject, pictures),
            repository=place,
            private=yes_or_no("Private", private),
            license=one_of("The licence", license or "", list(LICENSES)),
            mark=_mark_of(subject),
        )
        for job in self._publishings():
            if job.request.repository.lower() == place.lower() and job.state not in ENDED:
                raise StudioError(f"{place} is being published already; wait until that is done, or cancel it first.")
        request = replace(request, replaces=self._agreed(request, overwrite))
        return self._store.jobs.add(JobKind.PUBLISH, request, 1, self._new_id())

    def _agreed(self, request: PublishRequest, overwrite: bool | str) -> str:
        """The commit whose files may be replaced; "" where none have to be. Errors: RepositoryTaken, StudioError."""
        holding = look(request.repository)
        if holding is None or holding.may_be_replaced_by(request.mark, ""):
            return ""
        published = self.published(request.subject_name)
        was_unmarked = not holding.mark and not holding.other  # published by an earlier version
        is_own = was_unmarked and published is not None and published.repository == request.repository
        agreed = holding.commit if overwrite is True or is_own else str(overwrite or "")
        if not holding.may_be_replaced_by(request.mark, agreed):
            raise RepositoryTaken(request.repository, holding)
        return agreed

    def _chosen(self, subject: Subject, pictures: Sequence[str]) -> tuple[SamplePicture, ...]:
        offered = {choice.id: choice.picture for choice in self.publish_choices(subject.name)}
        for id in pictures:
            if id not in offered:
                raise StudioError(
                    f"The picture '{shown(id)}' cannot be published with {subject.name}. Pictures that show "
                    f"{subject.name} alone and began from words are fine, and so are the drawings of the lesson."
                )
        return tuple(offered[id] for id in dict.fromkeys(pictures))

    def _instance_prompt(self, subject: Subject) -> str:
        """The words that the lesson's photos were learned with; for a LoRA that came as a file, such words."""
        return instance_prompt(taught_type(self._store, subject), subject.words)

    def _publishings(self) -> "list[_PublishJob]":
        jobs = self._store.jobs.list(limit=_JOBS_READ)
        return [
            _PublishJob(request=job.request, state=job.state, ended_at=job.ended_at)
            for job in jobs
            if isinstance(job.request, PublishRequest)
        ]


@dataclass(frozen=True, kw_only=True, slots=True)
class _PublishJob:
    """A job whose request is one to publish."""

    request: PublishRequest
    state: JobState
    ended_at: float | None


def _mark_of(subject: Subject) -> str:
    """What tells a subject from every other, also from one of its name that is taught anew. It says nothing of it."""
    told = f"{subject.job_id} {name_key(subject.name)} {subject.created_at!r}"
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def _may_be_shown(request: PictureRequest) -> bool:
    """Whether a picture shows one subject and began from words alone. Larger versions and variations keep a start."""
    return len(request.subjects) == 1 and request.start is None and request.grid is None


def repository_named(name: str, account: HubAccount) -> str:
    """owner/name for what a person wrote. Errors: StudioError for a name the Hub does not take, or another's."""
    written = str(name).strip().removeprefix(f"{constants.ENDPOINT}/").strip("/")
    owner, slash, rest = written.partition("/")
    owner, rest = (owner, rest) if slash else (account.name, written)
    try:
        validate_repo_id(f"{owner}/{rest}")
        if not (owner and rest):
            raise HFValidationError
    except HFValidationError as error:
        raise StudioError(
            f"'{shown(name)}' cannot be a name on the Hub; letters a-z, digits, '-', '_' and '.' are fine, up to 96 of "
            "them, such as dumpling-lora."
        ) from error
    if owner not in account.owners:
        own = ", ".join(account.owners)
        raise StudioError(
            f"The token that is here is of {account.name}, and cannot publish as {owner}; fine are: {own}."
        )
    return f"{owner}/{rest}"
