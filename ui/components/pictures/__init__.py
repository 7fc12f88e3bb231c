"""Finished pictures, and what can be done with one."""
