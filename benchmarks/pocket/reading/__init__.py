"""Networks that read pictures of the drawn world, and their training."""
