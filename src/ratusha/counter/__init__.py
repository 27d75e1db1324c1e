"""The desk of a one-window service: tickets, a checked person, the same forms, a paper that is signed.

Nothing about a person is shown or asked before the identity is checked and the consent is written down.
"""
