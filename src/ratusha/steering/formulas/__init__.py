"""Formulas of steering: pure functions over numbers. None is "cannot be said", never nought."""
