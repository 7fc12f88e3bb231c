"""The sample photos that come with the project, for a first lesson without photos of one's own."""

import json
from dataclasses import dataclass
from pathlib import Path

from studio.paths import REPOSITORY
from studio.photos.uploads import PHOTO_SUFFIXES

SAMPLES_FOLDER = REPOSITORY / "studio" / "samples"


@dataclass(frozen=True, kw_only=True, slots=True)
class SampleSubject:
    """One sample subject. `photo_files` are absolute."""

    stem: str
    name: str
    kind: str
    photo_files: tuple[Path, ...]


def sample_subjects(folder: Path = SAMPLES_FOLDER) -> list[SampleSubject]:
    """The sample subjects with their photos; none where the folder was left out."""
    listing = folder / "samples.json"
    if not listing.is_file():
        return []
    return [
        SampleSubject(
            stem=row["stem"],
            name=row["name"],
            kind=row["kind"],
            photo_files=tuple(
                sorted(path for path in (folder / row["stem"]).iterdir() if path.suffix.lower() in PHOTO_SUFFIXES)
            ),
        )
        for row in json.loads(listing.read_text(encoding="utf-8"))
    ]
