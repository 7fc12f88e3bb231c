"""The GPU door: `python -m worker` owns one GPU, or the CPU, and does every job of a data folder."""
