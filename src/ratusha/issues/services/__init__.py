"""The acts on issues, by act: the only code that writes."""
