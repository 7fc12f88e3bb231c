"""Leaving: all that somebody has, taken along or deleted."""
