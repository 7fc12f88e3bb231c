"""Hostile values at every handler and hostile files at every upload of a running page, and what came of each."""
