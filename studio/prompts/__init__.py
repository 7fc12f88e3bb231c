"""Words on their way to a base model: what a prompt names, how strongly, and what it leaves out."""
