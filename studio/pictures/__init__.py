"""Finished pictures, and what may be asked of one beside its words."""
