"""What the pocket model can do, measured on its own drawn world, where the truth is known."""
