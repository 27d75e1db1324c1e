"""Pages of life events: a sitting from choice to state, and offers."""
