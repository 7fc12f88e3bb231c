"""The numbers of the method of several subjects in a picture."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Method:
    """Every number was chosen by benchmarks/together, whose README says what else was tried.

    Attributes:
        layout_steps: of the layout pass, the base model's own quick picture, which shows where everybody is.
        read_part: of those steps, the last ones, in which attention is read; early attention is still vague.
        start: the noise level from which the picture is made, in 0..1 of the training timesteps; 1 is pure noise, below
            it the quick picture is noised.
        grow: the regions, in cells of their masks' grid.
        attempts: of the quick picture, until everybody has a region.
        detailer_start: the noise level from which a small figure is drawn again, enlarged.
        detailer_cells: latent cells of a figure's window: with more of them it is not small; with 0 none is.
        detailer_room: of a window: so many times the longer side of its region.
        detailer_grow: of a region, and of the mask that is looked for in it, in cells of each one's own grid.
        box_bias: added to the attention logits of a subject's words inside its box, taken away outside.
    """

    layout_steps: int = 6
    read_part: float = 0.5
    start: float = 0.85
    grow: int = 2
    attempts: int = 3
    detailer_start: float = 0.4
    detailer_cells: int = 24
    detailer_room: float = 1.15
    detailer_grow: int = 1
    box_bias: float = 3.0


METHOD = Method()
