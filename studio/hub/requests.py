"""What a person asked of the Hugging Face Hub, frozen when it is queued: a LoRA to take in, a subject to publish."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from studio.checks import one_line, relative_file, shown, whole_number, yes_or_no
from studio.errors import StudioError
from studio.jobs.requests import MAX_PROMPT, check_subject, stored_values

MAX_PUBLISHED_PICTURES = 12


@dataclass(frozen=True, kw_only=True, slots=True)
class HubImportRequest:
    """A LoRA file of the Hugging Face Hub to take in as a subject. Errors: StudioError.

    repository: owner/name; revision: the commit it was found at; hub_file: its path there. size in bytes; sha256 is
    empty for a file that git itself keeps. word_is_made: as in ImportRequest.
    """

    subject_name: str
    kind: str
    trigger_word: str
    base_model: str
    repository: str
    revision: str
    hub_file: str
    size: int
    sha256: str
    word_is_made: bool = False

    def __post_init__(self) -> None:
        check_subject(self.subject_name, self.kind, self.trigger_word)
        one_line("field-base-model", self.base_model, shortest=1, longest=1000)
        one_line("request-repository", self.repository, shortest=3, longest=200)
        one_line("request-commit", self.revision, shortest=1, longest=200)
        relative_file(self.hub_file)
        if not self.hub_file.endswith(".safetensors"):
            raise StudioError("hub-file-no-safetensors", file=shown(self.hub_file))
        whole_number("request-file-size", self.size, 1, 10**12)
        yes_or_no("request-word-is-made", self.word_is_made)

    @property
    def place(self) -> str:
        """Where the file is, as a person gives it: owner/name/file.safetensors."""
        return f"{self.repository}/{self.hub_file}"

    def to_json(self) -> dict[str, Any]:
        """The request as plain JSON values."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "HubImportRequest":
        """The request that to_json() wrote. Errors: StudioError."""
        return cls(**stored_values(cls, {"word_is_made": False, **data}))


@dataclass(frozen=True, kw_only=True, slots=True)
class SamplePicture:
    """A picture to publish with the words that it was made with. `file` is relative to the data folder."""

    file: str
    prompt: str
    negative_prompt: str = ""

    def __post_init__(self) -> None:
        _check_made(self.file, ("pictures/", "loras/"))
        one_line("field-prompt", self.prompt, shortest=1, longest=MAX_PROMPT)
        one_line("field-negative-prompt", self.negative_prompt, shortest=0, longest=MAX_PROMPT)


@dataclass(frozen=True, kw_only=True, slots=True)
class PublishRequest:
    """A subject to publish on the Hugging Face Hub. Errors: StudioError.

    repository: owner/name; license: the Hub's name of one, empty for none; lora_files: by format, "kohya" and
    "diffusers". Only what Cuddle made can be named here, never a photo; and never a token. mark: what tells the subject
    from every other; replaces: the commit of the repository whose files a person agreed to replace, empty for none.
    """

    subject_name: str
    kind: str
    trigger_word: str
    instance_prompt: str
    base_model: str
    family: str
    lora_files: Mapping[str, str]
    pictures: tuple[SamplePicture, ...]
    repository: str
    private: bool
    license: str
    mark: str = ""
    replaces: str = ""

    def __post_init__(self) -> None:
        check_subject(self.subject_name, self.kind, self.trigger_word)
        one_line("request-instance-prompt", self.instance_prompt, shortest=1, longest=MAX_PROMPT)
        one_line("field-base-model", self.base_model, shortest=1, longest=1000)
        one_line("request-family", self.family, shortest=1, longest=100)
        one_line("request-repository", self.repository, shortest=3, longest=200)
        one_line("field-license", self.license, shortest=0, longest=100)
        one_line("request-mark", self.mark, shortest=0, longest=100)
        one_line("request-replaced-commit", self.replaces, shortest=0, longest=200)
        yes_or_no("request-private", self.private)
        if set(self.lora_files) != {"kohya", "diffusers"}:
            raise StudioError("publish-files-missing", name=shown(self.subject_name))
        for file in self.lora_files.values():
            _check_made(file, ("loras/",))
        if len(self.pictures) > MAX_PUBLISHED_PICTURES:
            raise StudioError("publish-too-many-pictures", count=len(self.pictures), most=MAX_PUBLISHED_PICTURES)

    def to_json(self) -> dict[str, Any]:
        """The request as plain JSON values."""
        return asdict(self) | {
            "lora_files": dict(self.lora_files),
            "pictures": [asdict(picture) for picture in self.pictures],
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "PublishRequest":
        """The request that to_json() wrote, also that of an earlier version. Errors: StudioError."""
        values = stored_values(cls, {"mark": "", "replaces": "", **data})
        values["pictures"] = tuple(SamplePicture(**stored_values(SamplePicture, one)) for one in values["pictures"])
        values["lora_files"] = dict(values["lora_files"])
        return cls(**values)


def _check_made(file: str, folders: tuple[str, ...]) -> None:
    """Errors: StudioError unless Cuddle made this file: photos, the database and all else never leave."""
    relative_file(file)
    if not file.startswith(folders):
        raise StudioError("publish-file-not-made", file=shown(file))
