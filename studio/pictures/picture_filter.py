"""Which pictures of a person are meant, and where a page of them begins."""

from dataclasses import dataclass
from datetime import date

from studio.pictures.picture import Picture


@dataclass(frozen=True, kw_only=True, slots=True)
class PictureFilter:
    """What every picture meant fulfils.

    Attributes:
        search: words that its words or parameters hold, each of them; "" for any.
        subject: the name of a subject that is in it; None for any.
        starred: whether only those with a star are meant.
        bin: whether those in the bin are meant; all others otherwise.
        since: made, or deleted where the bin is meant, from this moment on, in unix seconds; None for any.
        until: made, or deleted, before this moment, in unix seconds; None for any.
    """

    search: str = ""
    subject: str | None = None
    starred: bool = False
    bin: bool = False
    since: float | None = None
    until: float | None = None


EVERY_PICTURE = PictureFilter()


@dataclass(frozen=True, kw_only=True, slots=True)
class PageKey:
    """A place in a list of pictures: behind the one with this id, made, or deleted, at that moment (unix seconds)."""

    moment: float
    id: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PictureDay:
    """A day, and how many pictures are from it. `since` and `until`: when it begins and ends, in unix seconds."""

    day: date
    since: float
    until: float
    count: int


def key_of(picture: Picture) -> PageKey:
    """The place behind that picture, in the bin where it is there."""
    return PageKey(moment=picture.created_at if picture.deleted_at is None else picture.deleted_at, id=picture.id)
