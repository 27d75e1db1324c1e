"""Registers: what the state already knows, each fact with its source and date. Others ask through the exchange."""
