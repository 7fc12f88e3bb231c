"""What tests ask of the Hub: Dumpling to be published by Anna, and somebody's LoRA to be taken in as Luna."""

from typing import Any

from studio.hub.requests import HubImportRequest, PublishRequest


def publish_request(**changes: Any) -> PublishRequest:
    """Dumpling, to be published by Anna without pictures."""
    values: dict[str, Any] = {
        "subject_name": "Dumpling",
        "kind": "cat",
        "trigger_word": "dumpling",
        "instance_prompt": "a photo of dumpling cat",
        "base_model": "pocket",
        "family": "pocket",
        "lora_files": {"kohya": "loras/dumpling/a.safetensors", "diffusers": "loras/dumpling/b.safetensors"},
        "pictures": (),
        "repository": "anna/dumpling-lora",
        "private": True,
        "license": "",
        "mark": "0123456789abcdef",
    }
    return PublishRequest(**(values | changes))


def hub_import_request(**changes: Any) -> HubImportRequest:
    """Somebody's LoRA, to be taken in as Luna."""
    values: dict[str, Any] = {
        "subject_name": "Luna",
        "kind": "cat",
        "trigger_word": "luna",
        "base_model": "pocket",
        "repository": "owner/lora",
        "revision": "a" * 40,
        "hub_file": "cat.safetensors",
        "size": 10,
        "sha256": "",
    }
    return HubImportRequest(**(values | changes))
