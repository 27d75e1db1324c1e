"""Payments: what somebody owes the state (a charge), what came in for it, what was given back.

Money is a ledger that is only added to: never change or delete an entry, and never lose a payment that nobody expected.
"""
