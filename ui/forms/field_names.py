"""The fields for numbers by their names on the page: the studio's own are those of the HTTP API."""

from studio.words import Message


def as_on_page(problem: Message) -> Message:
    """A message about a field's value with the name that the field has on the page."""
    called = problem.values.get("name")
    label = _ON_PAGE.get(called.key) if isinstance(called, Message) else None
    if label is None:
        return problem
    return Message(problem.key, **{**problem.values, "name": Message("field-on-page", label=label)})


def _in(group: str, label: str) -> Message:
    return Message("label-in-group", group=Message(group), label=Message(label))


_ON_PAGE = {
    "field-count": Message("count-label"),
    "field-seed": Message("seed-label"),
    "field-variation-strength": Message("variation-label"),
    "field-variation-seed": Message("variation-seed-label"),
    "field-larger-scale": Message("larger-label"),
    "field-larger-strength": _in("larger-label", "larger-strength-label"),
    "field-start-strength": _in("start-title", "start-strength-label"),
    "recipe-samples": Message("samples-label"),
}
