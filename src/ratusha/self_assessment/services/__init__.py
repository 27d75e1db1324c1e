"""The acts of a self-assessment, the only code that writes."""
