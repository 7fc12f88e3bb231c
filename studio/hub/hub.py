"""The Hugging Face Hub as a person sees it from here: whose account it is, and publishing subjects in its name."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from studio.checks import one_of, shown, yes_or_no
from studio.errors import NotFound, StudioError
from studio.hub.account import HubAccount, HubAccounts
from studio.hub.publishing import LICENSES, PictureChoice, Published, mark_of, may_be_shown, repository_named
from studio.hub.repositories import RepositoryTaken, free_name, look
from studio.hub.requests import PublishRequest, SamplePicture
from studio.jobs.job import ENDED, Job, JobKind, JobState
from studio.jobs.queue import JobQueue
from studio.jobs.requests import instance_prompt
from studio.people.account import only_the_owner
from studio.people.person import Person
from studio.pictures.picture_filter import PictureFilter
from studio.prompts.tokens import name_key
from studio.store import Store
from studio.subjects.subject import Subject
from studio.subjects.subjects import Subjects

MOST_OFFERED = 24  # pictures to choose from, the newest first
_JOBS_READ = 500


class Hub:
    """Says as whom a subject may be published and with what, where it lies, and queues the publishing.

    The account is one for all, the owner's, so publishing is hers alone.

    What comes from the Hub is taken in by studio.models.imports.
    """

    def __init__(self, store: Store, queue: JobQueue, subjects: Subjects, accounts: HubAccounts) -> None:
        self._store = store
        self._queue = queue
        self._subjects = subjects
        self._accounts = accounts

    def account(self, person: Person) -> HubAccount:
        """Who publishes, or the problem with that. Asks the Hub at most every five minutes. Errors: NotAllowed."""
        only_the_owner(person, "publish-owner-only")
        return self._accounts.account()

    def publish_choices(self, person: Person, name: str) -> list[PictureChoice]:
        """Pictures that show this subject alone, newest first, then the drawings of its lesson. Errors: NotFound.

        Never a photo, nor a picture that began from one or from another picture: it may show what is private. Nor a
        sheet of several. A picture older than the subject shows an earlier one of that name.
        """
        subject = self._subjects.get(person, name)
        of_subject = PictureFilter(subject=subject.name)
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
            for picture in self._store.pictures.list(person, of_subject, limit=4 * MOST_OFFERED)
            if picture.created_at >= subject.created_at and may_be_shown(picture.request)
        ]
        prompt = self._instance_prompt(person, subject)
        drawn = [
            PictureChoice(id=f"lesson-{number}", picture=SamplePicture(file=file, prompt=prompt), thumbnail_file=file)
            for number, file in enumerate(subject.sample_files, start=1)
        ]
        return found[: MOST_OFFERED - len(drawn)] + drawn

    def published(self, person: Person, name: str) -> Published | None:
        """Where the subject was published last; None where it never was. Errors: NotFound.

        What was published before the subject was taught is of an earlier one of that name.
        """
        subject = self._subjects.get(person, name)
        for job in self._publishings(person):
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

    def suggested_repository(self, person: Person, subject: Subject) -> str:
        """A name on the Hub for a subject: where it is already, else its trigger word in one's own name.

        Errors: NotAllowed.
        """
        only_the_owner(person, "publish-owner-only")
        published = self.published(person, subject.name)
        owner = self.account(person).name
        own = f"{owner}/{subject.trigger_word}-lora" if owner else f"{subject.trigger_word}-lora"
        return own if published is None else published.repository

    def free_repository(self, place: str) -> str:
        """A name like this one that nothing has on the Hub; this one where that cannot be said."""
        try:
            return free_name(place)
        except StudioError:
            return place

    def publish(
        self,
        person: Person,
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
        Errors: RepositoryTaken where it may not, here or, where it comes later, of the job; NotAllowed.
        """
        only_the_owner(person, "publish-owner-only")
        subject = self._subjects.ready(person, name, lent=False)
        if missing := {"kohya", "diffusers"} - set(subject.lora_files):
            raise NotFound("publish-file-missing", name=subject.name, format=min(missing))
        account = self.account(person)
        if account.problem is not None:
            raise StudioError(account.problem)
        place = repository_named(repository or self.suggested_repository(person, subject), account)
        request = PublishRequest(
            subject_name=subject.name,
            kind=subject.kind,
            trigger_word=subject.trigger_word,
            instance_prompt=self._instance_prompt(person, subject),
            base_model=subject.base_model,
            family=subject.family,
            lora_files=dict(subject.lora_files),
            pictures=self._chosen(person, subject, pictures),
            repository=place,
            private=yes_or_no("request-private", private),
            license=one_of("field-license", license or "", list(LICENSES)),
            mark=mark_of(subject),
        )
        for job in self._publishings(person):
            if job.request.repository.lower() == place.lower() and job.state not in ENDED:
                raise StudioError("publish-under-way", place=place)
        request = replace(request, replaces=self._agreed(person, request, overwrite))
        return self._queue.add(person, JobKind.PUBLISH, request, 1)

    def _agreed(self, person: Person, request: PublishRequest, overwrite: bool | str) -> str:
        """The commit whose files may be replaced; "" where none have to be. Errors: RepositoryTaken, StudioError."""
        holding = look(request.repository)
        if holding is None or holding.may_be_replaced_by(request.mark, ""):
            return ""
        published = self.published(person, request.subject_name)
        was_unmarked = not holding.mark and not holding.other  # published by an earlier version
        is_own = was_unmarked and published is not None and published.repository == request.repository
        agreed = holding.commit if overwrite is True or is_own else str(overwrite or "")
        if not holding.may_be_replaced_by(request.mark, agreed):
            raise RepositoryTaken(request.repository, holding)
        return agreed

    def _chosen(self, person: Person, subject: Subject, pictures: Sequence[str]) -> tuple[SamplePicture, ...]:
        offered = {choice.id: choice.picture for choice in self.publish_choices(person, subject.name)}
        for id in pictures:
            if id not in offered:
                raise StudioError("publish-picture-not-offered", id=shown(id), name=subject.name)
        return tuple(offered[id] for id in dict.fromkeys(pictures))

    def _instance_prompt(self, person: Person, subject: Subject) -> str:
        """The words that the lesson's photos were learned with; for a LoRA that came as a file, such words."""
        return instance_prompt(self._subjects.type_of(person, subject), subject.words)

    def _publishings(self, person: Person) -> "list[_PublishJob]":
        jobs = self._queue.list(person, limit=_JOBS_READ)
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
