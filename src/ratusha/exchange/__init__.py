"""Exchange: the one door through which a body gets data it does not hold, with a purpose, a legal basis and a journal.

An answer without a row in the journal does not exist.
"""
