"""Several subjects in one picture, each still itself."""

from pipeline.together.making import Seated
from pipeline.together.method import METHOD, Method
from pipeline.together.picture import Finding, Picture, picture

__all__ = ["METHOD", "Finding", "Method", "Picture", "Seated", "picture"]
