"""What lies in a repository of the Hugging Face Hub that something is to be published in, and whose it is.

Cuddle notes in the card (the field OWN_FIELD of its facts) which files it put there, and of which subject: {"files",
"subject": a mark, "name"}. Earlier versions noted the files alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from httpx2 import HTTPError
from huggingface_hub import HfApi, constants
from huggingface_hub.errors import RepositoryNotFoundError
from huggingface_hub.hf_api import ModelInfo

from studio.checks import shown
from studio.errors import StudioError
from studio.hub.account import ANSWER_SECONDS, token_here
from studio.hub.words import in_words
from studio.untyped import is_array, is_object
from studio.words import Message

OWN_FIELD = "cuddle"
FROM_THE_HUB = (".gitattributes",)  # what a repository holds that is empty
_MOST_TRIES = 20


@dataclass(frozen=True, kw_only=True, slots=True)
class Holding:
    """What a repository holds. `commit`: the one at which it was looked at; `files`: what Cuddle put there.

    mark: of the subject that is published there, "" where none is known; name: what that is called, "" as well.
    other: a file that Cuddle did not put there where the rest is not Cuddle's either, else "".
    """

    commit: str
    mark: str = ""
    name: str = ""
    files: Sequence[str] = ()
    other: str = ""

    @property
    def words(self) -> Message:
        """What it is, as a piece of a sentence."""
        if self.other:
            return Message("holding-something-else", file=shown(self.other))
        return Message("holding-another-subject", name=shown(self.name)) if self.name else Message("holding-a-subject")

    def may_be_replaced_by(self, mark: str, agreed: str) -> bool:
        """Whether the subject with this mark is there already, or a person agreed to replace what this commit holds."""
        return (bool(mark) and self.mark == mark) or (bool(agreed) and agreed == self.commit)


class RepositoryTaken(StudioError):
    """A repository holds something else than the subject's own earlier publishing; nothing there was changed."""

    def __init__(self, place: str, holding: Holding) -> None:
        super().__init__("repository-taken", place=place, what=holding.words)
        self.place = place
        self.holding = holding


def holding_of(info: ModelInfo) -> Holding | None:
    """What is there; None for an empty repository."""
    there = [sibling.rfilename for sibling in info.siblings or ()]
    facts = info.card_data.to_dict() if info.card_data is not None else {}
    own = facts.get(OWN_FIELD)
    commit = info.sha or ""
    if is_object(own):
        files = own.get("files")
        return Holding(
            commit=commit,
            mark=str(own.get("subject") or ""),
            name=str(own.get("name") or ""),
            files=[str(name) for name in files] if is_array(files) else [],
        )
    foreign = [name for name in there if name not in FROM_THE_HUB]
    return Holding(commit=commit, other=foreign[0]) if foreign else None


def look(place: str) -> Holding | None:
    """What the repository owner/name holds; None where it is empty or not there. Errors: StudioError."""
    try:
        api = HfApi(endpoint=constants.ENDPOINT, token=token_here())
        return holding_of(api.model_info(place, timeout=ANSWER_SECONDS))
    except RepositoryNotFoundError:
        return None
    except (HTTPError, OSError, RuntimeError, ValueError) as error:
        raise in_words(error, place) from None


def free_name(place: str) -> str:
    """owner/name-2, or with the next number that is free. Errors: StudioError."""
    stem, dash, number = place.rpartition("-")
    stem, first = (stem, int(number) + 1) if dash and number.isdecimal() and len(number) < 4 else (place, 2)
    for tried in range(first, first + _MOST_TRIES):
        if look(f"{stem}-{tried}") is None:
            return f"{stem}-{tried}"
    return place
