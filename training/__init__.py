"""Photos to a LoRA: what a lesson sees, its loop, its checkpoints. It knows no store."""
