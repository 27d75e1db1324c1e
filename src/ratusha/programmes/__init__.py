"""Programmes of digital development: trees whose every number is computed from measures and opens down to the rows.

Nouns: programme, subprogramme, event, placement, baseline, progress, rating, figure, forecast run, scenario. Never
print a number that does not say its coverage, and never let a computed figure be typed in.
"""
