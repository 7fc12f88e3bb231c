"""Base models and LoRA files, told apart by their headers and configurations without loading them."""
