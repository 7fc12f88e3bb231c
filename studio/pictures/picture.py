"""A finished picture and everything it was made from."""

from dataclasses import dataclass, replace

from studio.jobs.requests import PictureRequest
from studio.people.person import Person


@dataclass(frozen=True, kw_only=True, slots=True)
class Picture:
    """One picture. Files are relative to the data folder; `seed` is its own; `seconds` is how long it took.

    `deleted_at`: since when it is in the bin, in unix seconds; None for one that is not.
    """

    id: str
    owner: Person
    file: str
    thumbnail_file: str | None = None
    seed: int
    width: int
    height: int
    job_id: str
    request: PictureRequest
    created_at: float
    seconds: float | None = None
    starred: bool = False
    deleted_at: float | None = None

    @property
    def own_request(self) -> PictureRequest:
        """The request that makes this picture alone; earlier versions kept that of all pictures of a job."""
        return self.request if self.request.count == 1 else replace(self.request, seed=self.seed, count=1)
