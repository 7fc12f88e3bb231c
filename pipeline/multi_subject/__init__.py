"""Several subjects in one picture, each still itself."""

from pipeline.multi_subject.denoising import RegionSubject
from pipeline.multi_subject.method import METHOD, Method
from pipeline.multi_subject.picture import Finding, Picture, generate

__all__ = ["METHOD", "Finding", "Method", "Picture", "RegionSubject", "generate"]
