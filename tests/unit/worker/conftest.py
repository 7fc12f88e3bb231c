"""The small base model, and photos for lessons."""

from tests.engine import kept_photos, loaded

__all__ = ["kept_photos", "loaded"]
