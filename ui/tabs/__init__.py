"""The tabs of the page: each a function from the studio to its widgets."""
