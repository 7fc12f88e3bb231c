"""Photos to a LoRA: what a lesson sees, its loop, its checkpoints, and the worker that runs it."""
