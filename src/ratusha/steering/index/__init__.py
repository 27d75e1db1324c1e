"""The index language: a specification in YAML and a table of data become values, ranks, bands and their reasons.

Pure: no database, no clock, no Django. An index is never written as code: what the language cannot say is added to the
language, for everybody's index.
"""
