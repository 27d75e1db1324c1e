"""The law as data that can be read, tried out and compared: compiler, scenarios, once-only debt, clock, impact.

It leans on everything that runs (applications, cases, registers) and nothing leans on it but the pages. A definition
goes into force only through `publishable`: never around it.
"""
