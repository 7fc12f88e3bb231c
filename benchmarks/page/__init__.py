"""What the page costs while nobody looks at it, and while somebody does."""
