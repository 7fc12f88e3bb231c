"""As which type a subject was taught, which presets, places in pictures and published words all follow."""

from dataclasses import replace

from studio.errors import NotFound
from studio.jobs.requests import TrainingRequest
from studio.people.person import Person
from studio.store import Store
from studio.subjects.subject import Subject
from studio.subjects.subject_types import type_of


def taught_type(store: Store, person: Person, subject: Subject) -> str:
    """The type that its lesson had; that of its kind where no lesson says so, as for a LoRA file.

    Of another's subject it is told where the person may use it.
    """
    if subject.owner != person:
        subject = store.subjects.meant(person, subject.name, lent=True) or replace(subject, job_id=None)
    try:
        request = None if subject.job_id is None else store.jobs.get(subject.owner, subject.job_id).request
    except NotFound:
        request = None
    return request.recipe.subject_type if isinstance(request, TrainingRequest) else type_of(subject.kind)
