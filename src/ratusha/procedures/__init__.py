"""Procedures: what the state has promised. The catalogue, its editions with validity dates, definition files, search.

An edition in force is never edited: a change is a new edition with its own first day.
"""
