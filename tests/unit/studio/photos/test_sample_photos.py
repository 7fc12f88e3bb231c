"""The sample photos that come with the project."""

from pathlib import Path

from studio.photos.keeping import keep_photos
from studio.photos.sample_photos import SAMPLES_FOLDER, sample_subjects


def test_the_samples_can_be_taught_as_they_are(tmp_path: Path) -> None:
    samples = sample_subjects()
    assert bool(samples) == SAMPLES_FOLDER.is_dir()
    for sample in samples:
        assert len(keep_photos(sample.photo_files, tmp_path / sample.stem).files) == len(sample.photo_files)


def test_a_missing_folder_means_no_samples(tmp_path: Path) -> None:
    assert sample_subjects(tmp_path) == []
