"""Consultations: the state asks people. Polls with a secret ballot, petitions, draft laws, participatory budgets.

Never write down what links a person to a ballot: not in a table, not in the journal, not in a log.
"""
