"""The queue: requests frozen when they are queued, their states, and the numbers of a training run."""
