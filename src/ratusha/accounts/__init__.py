"""Accounts: who is signed in and how surely, and for which body an official may do what.

Think in permissions, never in roles. An account knows its party only by id: parties are a floor above.
"""
