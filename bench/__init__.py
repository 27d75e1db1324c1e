"""Measurements, not tests: they tell figures and fail only when something does not work. `./ratusha bench --help`.

Modules that need Django run in a process of their own: `python -m bench.inside NAME`, so that processor time and memory
are theirs alone. The others start and watch them.
"""
