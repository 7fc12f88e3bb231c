"""Names that gave way to the field's own do not come back."""

import io
import tokenize
from collections.abc import Iterator

import pytest

from tests.unit.test_arrows import sources

# What it was called, and what a diffusion engineer calls it.
RETIRED = {
    "deeds": "actions", "PictureDeeds": "PictureActions",
    "Resident": "LoadedModel", "Residents": "ModelCache", "resident": "loaded", "residents": "models",
    "Workshop": "WorkerContext", "workshop": "context", "PassedOn": "NeedsModel", "Enough": "EarlyStop",
    "Moment": "StepInfo", "while_looking": "on_encoded", "put_on": "inject", "take_off": "eject",
    "KnownWords": "CrossAttentionKVCache", "known_words": "cross_attention_cache", "Walk": "Denoiser",
    "walk_routed": "denoise_routed", "Wish": "JobCommand", "Handouts": "ServedFiles", "handouts": "served",
    "Start": "InitImage", "Larger": "HiresFix", "Begin": "InitLatents", "Seated": "RegionSubject",
    "scout": "layout_pass", "Scouted": "Layout", "kinship": "affinity", "akin": "affinity_step", "closer": "detailer",
    "Closer": "Redrawn", "Seats": "Regions", "seats": "regions", "seat": "region", "seating": "region_masks",
    "crossing": "cross_attention_layers", "box_push": "box_bias",
    "outline": "subject_mask", "outlines": "subject_masks", "deviation": "std", "Looks": "PictureLatents",
    "KeptStep": "StepCache", "Acceleration": "StepPlan", "Portrait": "ReferenceFeatures",
    "Portraits": "ReferenceFeatureCache", "portraits": "references", "errand": "cpu_job", "errands": "cpu_jobs",
    "ERRANDS": "CPU_JOBS", "company": "multi_subject", "Starts": "InitImages", "EarlierLoras": "Checkpoints",
    "PicturesElsewhere": "MetadataImport", "UnetResident": "UnetModel", "pooled": "pooled_prompt_embeds",
    "Watcher": "AttentionRecorder", "WatcherCache": "RecorderCache", "Watching": "RecordedPasses",
    "watcher": "recorder", "glance": "read_attention", "Glance": "AttentionReading",
    "saw_words": "record_cross_attention", "saw_cells": "record_self_attention", "word_weights": "token_weights",
    "Told": "PromptVariants", "Named": "SubjectWords", "Asked": "PictureSpec", "Made": "RoutedLatents",
    "Sighting": "DetectedSubject", "sighted": "detect_subjects", "sighting": "detected", "Beside": "ConcatenatedLora",
    "Routing": "CachedRouter", "Changes": "WeightVersions", "leading_to": "prediction_for",
    "Material": "TrainingData", "material": "training_data", "TaughtConvolution": "LoraConvHook",
    "TaughtLinear": "LoraLinearHook", "TaughtAttention": "LoraAttnProcessor", "being_taught": "injected",
    "take_gradients": "set_gradients", "on_its_way": "to_device", "Taught": "ChosenSubject", "teller": "reporter",
    "transfer_teller": "transfer_reporter", "attending": "attention_kernels", "more_conditions": "added_conditions",
    "words_on_device": "text_encoders_on_device", "words_device": "text_encoder_device", "Forgets": "Cache",
    "attached": "merged", "guided": "encode_guided",
}  # fmt: skip


def names_in(source: str) -> Iterator[str]:
    """Every identifier of a source; words in strings and comments are none."""
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return (token.string for token in tokens if token.type == tokenize.NAME)


def test_no_retired_name_is_an_identifier_of_the_house() -> None:
    root = sources()[0][1].parent
    found = {
        (file.relative_to(root).as_posix(), name)
        for _, file in sources()
        for name in names_in(file.read_text(encoding="utf-8"))
        if name in RETIRED
    }
    assert [f"{file}: {old} is called {RETIRED[old]}" for file, old in sorted(found)] == []


@pytest.mark.parametrize(("source", "names"), [("walk = 1  # a Walk", ["walk"]), ("x.Walk(y)", ["x", "Walk", "y"])])
def test_identifiers_are_told_from_words(source: str, names: list[str]) -> None:
    assert list(names_in(source)) == names
