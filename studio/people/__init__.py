"""Whose everything is, and who may open the page."""
