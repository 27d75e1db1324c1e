"""Aids of experts: what a machine can see in a passport. They advise, people decide, reports are kept."""
