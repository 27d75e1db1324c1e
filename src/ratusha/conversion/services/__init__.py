"""The acts of conversion, the only code that writes."""
