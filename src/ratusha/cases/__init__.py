"""Cases: the engine for everything that has a term, a responsible body and an answer.

A kind of case brings its own statute (`Statute`); nobody sets `Case.status` by hand: steps are taken.
"""
