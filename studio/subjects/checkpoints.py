"""Choosing another moment of a subject's lesson than its last, by the sample pictures; and back again."""

from studio.checks import whole_number
from studio.errors import StudioError
from studio.people.person import Person
from studio.store import Store
from studio.subjects.subject import Checkpoint, Subject
from studio.words import Listing


class Checkpoints:
    """The moments of lessons that have sample pictures, and which of them a subject is.

    Each checkpoint that is kept has its own two files, checked when they were written. Choosing one is one change of
    one row, so the subject has both files of the one or both of the other, and nothing that was there is lost.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def of_lesson(self, person: Person, job_id: str) -> list[Checkpoint]:
        """The checkpoints of a lesson by the id of its job, in order; none where the person has no such lesson."""
        return self._store.checkpoints.of(person, job_id)

    def of(self, person: Person, name: str) -> list[Checkpoint]:
        """The checkpoints of a subject's lesson, in order; none of a LoRA made elsewhere. Errors: NotFound."""
        subject = self._store.subjects.get(person, name)
        return [] if subject.job_id is None else self.of_lesson(person, subject.job_id)

    def choose(self, person: Person, name: str, step: float) -> Subject:
        """The subject is from now on what it was at that step, and is given as it is then.

        Errors: NotFound; StudioError for a subject that is not ready, a step that is not kept, or files that are gone.
        """
        number = whole_number("field-step", step, 0, 1_000_000)
        subject = self._store.subjects.get(person, name)
        if subject.state != "ready":
            raise StudioError("step-of-untaught", name=subject.name)
        kept = {one.step: one for one in self.of(person, name) if one.lora_files}
        if not kept:
            raise StudioError("no-steps-kept", name=subject.name)
        if number not in kept:
            steps = Listing([str(step) for step in kept], most=None, style="comma")
            raise StudioError("step-not-kept", step=number, name=subject.name, steps=steps)
        files = kept[number].lora_files
        if not all(self._store.files.path(file).is_file() for file in files.values()):
            raise StudioError("step-files-gone", step=number, name=subject.name)
        return self._store.subjects.update(person, name, lora_files=files, steps=number)
