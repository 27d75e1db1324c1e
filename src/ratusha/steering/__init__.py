"""Steering: the state manages its digital development by what can be computed and opened down to its rows.

Nouns: a specification of an index, its edition, a measure, a forecast. A published edition is never computed anew:
what changes is a new edition.
"""
