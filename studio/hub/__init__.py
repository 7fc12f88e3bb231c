"""Everything that goes to the Hugging Face Hub or comes from it. Nothing else in the house talks to it."""
