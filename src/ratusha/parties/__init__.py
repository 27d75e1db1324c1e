"""Parties: persons and organisations, who may act for whom, and which body serves a territory.

A personal number is sealed at rest and found by fingerprint; never write it to a log, a URL or the audit.
"""
