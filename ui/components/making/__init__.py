"""The form of Make, part by part: who, what, in which style, how well and how many, and all that is technical."""
