"""What keeps a photo from teaching as much as it could, measured on its pixels.

Nothing is refused for a fault: it is advice. Whether a photo lies on its side can be told only where it shows a face
from the front; what a camera noted of it was followed before.
"""
