"""The small built-in model: its shape, its words, the world it was taught, and its weights."""
