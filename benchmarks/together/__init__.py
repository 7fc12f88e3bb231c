"""Measures of several taught subjects in one picture."""
