"""The drawn world that the pocket model was taught: creatures, their attributes, places, scenes, captions, masks."""

from pocket.world.attributes import Attributes, held_out, held_out_attributes, random_attributes
from pocket.world.scenes import Figure, Scene, draw, random_scene

__all__ = [
    "Attributes",
    "Figure",
    "Scene",
    "draw",
    "held_out",
    "held_out_attributes",
    "random_attributes",
    "random_scene",
]
