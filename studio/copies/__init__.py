"""Copies of the database, for a place that forgets its own disk and keeps a mounted bucket."""
