"""Questions that a page asks again and again: the answer to an earlier one that comes late is dropped."""


class Turns:
    """Counts the questions of one kind that one page has asked. Kept in a gr.State, which each page has for itself."""

    def __init__(self) -> None:
        self._newest = 0

    @staticmethod
    def of(state: object) -> "Turns":
        """What a page keeps; a page whose state is gone begins anew."""
        return state if isinstance(state, Turns) else Turns()

    def take(self) -> int:
        """The number of a new question, which makes all earlier ones old."""
        self._newest += 1
        return self._newest

    def is_newest(self, turn: int) -> bool:
        """Whether nothing was asked since."""
        return turn == self._newest
