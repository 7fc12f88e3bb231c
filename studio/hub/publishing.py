"""What may be published on the Hugging Face Hub, under which name and licence, and where it lies then."""

import hashlib
from dataclasses import dataclass

from huggingface_hub import constants
from huggingface_hub.errors import HFValidationError
from huggingface_hub.utils import validate_repo_id

from studio.checks import shown
from studio.errors import StudioError
from studio.hub.account import HubAccount
from studio.hub.requests import SamplePicture
from studio.jobs.requests import PictureRequest
from studio.prompts.tokens import name_key
from studio.subjects.subject import Subject
from studio.words import Listing

# By the Hub's names of licences the keys of what they are called: https://huggingface.co/docs/hub/repositories-licenses.
LICENSES: dict[str, str] = {
    "": "license-none",
    "openrail++": "license-openrail-sdxl",
    "creativeml-openrail-m": "license-openrail-sd15",
    "cc0-1.0": "license-cc0",
    "cc-by-4.0": "license-cc-by",
    "cc-by-sa-4.0": "license-cc-by-sa",
    "cc-by-nc-4.0": "license-cc-by-nc",
    "cc-by-nc-nd-4.0": "license-cc-by-nc-nd",
    "apache-2.0": "license-apache",
    "mit": "license-mit",
}


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


def mark_of(subject: Subject) -> str:
    """What tells a subject from every other, also from one of its name that is taught anew. It says nothing of it."""
    told = f"{subject.job_id} {name_key(subject.name)} {subject.created_at!r}"
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def may_be_shown(request: PictureRequest) -> bool:
    """Whether a picture shows one subject and began from words alone. Larger versions and variations keep a start."""
    return len(request.subjects) == 1 and not request.files and request.grid is None


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
        raise StudioError("hub-name-not-possible", name=shown(name)) from error
    if owner not in account.owners:
        fine = Listing(account.owners, most=None, style="comma")
        raise StudioError("hub-owner-not-own", name=account.name, owner=owner, fine=fine)
    return f"{owner}/{rest}"
