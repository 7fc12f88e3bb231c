"""What stands in JSON and in forms, told apart before it is checked: the values inside may be anything."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeGuard


def is_object(value: object) -> TypeGuard[dict[str, Any]]:
    """Whether it is an object of JSON."""
    return isinstance(value, dict)


def is_array(value: object) -> TypeGuard[list[Any]]:
    """Whether it is an array of JSON."""
    return isinstance(value, list)


def is_mapping(value: object) -> TypeGuard[Mapping[Any, Any]]:
    """Whether it holds values by name, or by anything else."""
    return isinstance(value, Mapping)


def is_row(value: object) -> TypeGuard[Sequence[Any]]:
    """Whether it is a list or a tuple, as code and JSON give several values in order."""
    return isinstance(value, list | tuple)
