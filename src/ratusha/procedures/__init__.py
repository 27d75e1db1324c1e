"""Procedures: what the state has promised. Lists, chapters, procedures, their editions and definitions.

Law is data: a rule is a file of the country pack, checked by `check`, brought in by `load_pack`. An edition that
has been in force is never edited; a change of the law is a new edition with its own first day.
"""
