"""Bringing in the open file of another service 115: every row, or the reason why not."""
