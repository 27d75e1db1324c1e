"""Figures: each a number with its formula, inputs, coverage and day, so that whoever reads it can compute it again."""
