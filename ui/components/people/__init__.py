"""One's own account, one's guests, and what becomes of all one's things."""
