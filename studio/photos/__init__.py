"""Photos on their way in: opened, checked, told apart, captioned and kept."""
