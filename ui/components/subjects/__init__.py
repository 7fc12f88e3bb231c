"""Subjects, their photos, and publishing them."""
