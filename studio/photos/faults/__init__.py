"""What keeps a photo from teaching as much as it could, measured on its pixels.

Nothing is refused for a fault: it is advice. Whether a photo lies on its side cannot be told from pixels without
knowing what it shows, so that is not among them; what a camera noted of it was followed before.
"""
