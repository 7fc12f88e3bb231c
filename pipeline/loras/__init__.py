"""LoRAs: read from files of every usual form, put on a base model, and taken off bit for bit."""
