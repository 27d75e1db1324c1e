"""The acts: the only code that writes duties."""
