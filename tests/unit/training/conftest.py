"""The small base model, and photos for lessons."""

from tests.engine import kept_photos, resident

__all__ = ["kept_photos", "resident"]
