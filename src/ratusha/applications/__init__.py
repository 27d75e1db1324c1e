"""Applications: cases under Law 433-Z, from the draft a person types to the decision and the rating.

A case keeps the edition of the procedure that was in force on the day of lodging; what was typed and what the
registers said are kept apart, each fact with its source.
"""
