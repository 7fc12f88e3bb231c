"""Jobs and the lesson that runs, as the page shows them."""
